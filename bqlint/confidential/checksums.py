"""Numbers that prove themselves: payment cards, Chinese resident cards and bank accounts end in a check digit."""

from __future__ import annotations

from bqlint.pattern import pattern

_CARDS = pattern(
    r"4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:35|6\d)\d{14}|62\d{14,17}"
)
"""How the numbers of the large networks begin, and how long they are."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_card(digits: str) -> bool:
    """Whether `digits` are a payment card's: a network's prefix and length, and Luhn's check digit (ISO/IEC 7812-1)."""
    if not _CARDS.fullmatch(digits) or len(set(digits)) == 1:
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def is_resident_card(number: str) -> bool:
    """Whether 17 digits and a check character are those of a Chinese resident identity card (GB 11643-1999)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


def is_account(number: str) -> bool:
    """Whether letters and digits are an IBAN (ISO 13616): the remainder by 97 is one."""
    if not 15 <= len(number) <= 34:
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1
