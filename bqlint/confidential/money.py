"""Exact amounts of money as ranges: $48,200 becomes $20,000–50,000, so that the size is told and the figure is not.

Ranges begin and end with 1, 2 or 5 and zeros; an amount keeps its currency, its unit and the way its thousands stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bqlint.finding import Edit
from bqlint.language.en.inflection import forms
from bqlint.language.lexicon import words
from bqlint.language.zh.numerals import HAN, NUMBER, value

_STEPS = (1, 2, 5, 10)
_DIGITS = r"\d{1,3}(?:(?P<GROUP>[,.'\u2019 \xa0])\d{3})(?:(?P=GROUP)\d{3})*(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_SCALE = (
    r"(?:[ \xa0]?(?:thousand|million|billion|trillion|lakhs?|crores?|grand)\b|[ \xa0]?(?:bn|mn|mio)\b"
    r"|[kKmMbB](?![A-Za-z]))?"
)
_SIGN = r"(?:(?:US|A|C|CA|AU|HK|NZ|S|R|NT)?\$|[£€¥￥฿₩₪₫₱₹₺₽]|(?<![A-Za-z])(?:{codes}|RMB|Rs\.?)[ \xa0]?)"
_NAME = (
    r"(?:[ \xa0-](?:US |Canadian |Australian )?(?:{names})\b(?! of\b)|[ \xa0]?(?:{codes}|RMB)(?![A-Za-z])"
    r"|[ \xa0]?[€£¥₹](?![\d]))"
)
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: number for number, word in enumerate(_ONES.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_UNITS = r"(?:美元|美金|人民币|欧元|港币|港元|日元|英镑|新?台币|元|块钱|块(?=[，。、；！？\s钱]|$))"
_TO = r"[ \xa0]?(?:to|and|bis|[–—-])[ \xa0]?"


_DASHES = ("–", "—", "-")
_PAIRS = (("one", "scale1"), ("two", "scale2"))
_GROUPINGS = (",", ".", "'", "\u2019", "\xa0", " ")
_LETTERS = tuple("kKmMbB")


def edits(text: str) -> Iterator[Edit]:
    """What makes every exact amount of money in `text` a range, in order; the edits do not overlap."""
    done = 0
    for edit in sorted((*_before(text), *_behind(text), *_spelt(text), *_chinese(text))):
        if edit.start >= done and edit.text != "0–0":
            yield edit
            done = edit.end


def _before(text: str) -> Iterator[Edit]:
    """Amounts behind a sign or a code: $48.2k, USD 1 250 000, "€30 to 40"."""
    first = rf"(?P<one>{_digits('a')})(?P<scale1>{_SCALE})"
    second = rf"(?:(?P<link>{_TO}){_SIGN}?(?P<two>{_digits('b')})(?P<scale2>{_SCALE})(?![\w%]))?"
    for match in re.finditer(_money(rf"{_SIGN}{first}{second}"), text):
        yield from _ranged(match)


def _behind(text: str) -> Iterator[Edit]:
    """Amounts before a code or a name: 1.250 EUR, "from 90 to 310 euros"."""
    first = rf"(?:(?P<one>{_digits('a')})(?P<scale1>{_SCALE})(?P<link>{_TO}))?"
    second = rf"(?P<two>{_digits('b')})(?P<scale2>{_SCALE})"
    for match in re.finditer(_money(rf"(?<![\w.,$£€¥])(?:{first}){second}{_NAME}"), text):
        yield from _ranged(match)


def _digits(grouping: str) -> str:
    """The pattern of a number in digits; the group of that name holds the sign between its thousands."""
    return _DIGITS.replace("GROUP", grouping)


def _money(pattern: str) -> re.Pattern[str]:
    names = sorted(forms("figure_currency_names.en") - {"rand"}, key=len, reverse=True)
    codes = sorted(each.upper() for each in words("figure_currencies.en") if each.isalpha() and len(each) == 3)
    return re.compile(pattern.replace("{names}", "|".join(names)).replace("{codes}", "|".join(codes)))


def _ranged(match: re.Match[str]) -> Iterator[Edit]:
    """The ranges in the place of one or two numbers in digits; what is a range already, with a dash, stays one."""
    both = [(match[name], match.span(name), match[scale], match.end(scale)) for name, scale in _PAIRS if match[name]]
    if len(both) == 2 and match["link"].strip() in _DASHES:
        low, _ = _range(both[0][0], both[0][2])
        _, high = _range(both[1][0], both[1][2])
        yield Edit(both[0][1][0], both[1][3], f"{low.rstrip()}–{high}")
        return
    for told, (start, _), unit, end in both:
        low, high = _range(told, unit)
        yield Edit(start, end, f"{low}–{high}")


def _range(told: str, unit: str) -> tuple[str, str]:
    """Both ends of the range of a number; a unit of one letter stands behind both, a word behind the last."""
    amount = _amount(told)
    grouping = next((sign for sign in _GROUPINGS if re.search(rf"\d{re.escape(sign)}\d{{3}}(?!\d)", told)), "")
    grouping = grouping or ("," if amount < 1_000 else "")
    low, high = (_written(end, grouping) for end in _ends(amount))
    return f"{low}{unit if unit in _LETTERS else ''}", f"{high}{unit}"


def _spelt(text: str) -> Iterator[Edit]:
    """Amounts in English words: "two million dollars"."""
    number = rf"(?:{'|'.join(_WORDS)})(?:[ -](?:and )?(?:{'|'.join(_WORDS)})){{0,11}}"
    for match in re.finditer(_money(rf"(?i:(?<![\w-])(?P<one>{number})(?=(?:{_NAME})))"), text):
        amount = _of_words(re.findall(r"[a-z]+", match["one"].lower()))
        low, high = (_written(end, ",") for end in _ends(Decimal(amount)))
        yield Edit(match.start("one"), match.end("one"), f"{low}–{high}")


def _of_words(told: list[str]) -> int:
    total = section = 0
    for word in told:
        number = _WORDS.get(word, 0)
        if number == 100:
            section = (section or 1) * number
        elif number > 100:
            total, section = total + (section or 1) * number, 0
        else:
            section += number
    return total + section


def _chinese(text: str) -> Iterator[Edit]:
    """Amounts before a Chinese unit: 48万元, 三千块钱, 3万到5万元."""
    pattern = rf"(?<![\d.,{HAN}])(?:(?P<one>{NUMBER})(?:到|至|[–—~-]))?(?P<two>{NUMBER})(?={_UNITS})"
    for match in re.finditer(pattern, text):
        for name in ("one", "two"):
            if match[name]:
                low, high = (_in_characters(end) for end in _ends(Decimal(str(value(match[name])))))
                yield Edit(*match.span(name), f"{low}–{high}")


def _in_characters(amount: Decimal) -> str:
    for power, sign in ((100_000_000, "亿"), (10_000, "万")):
        if amount >= power:
            return f"{_written(amount / power, '')}{sign}"
    return _written(amount, "")


def _amount(told: str) -> Decimal:
    """What a number in digits stands for. Signs before three digits group thousands."""
    grouped = re.sub(r"[,.'\u2019 \xa0](?=\d{3}(?!\d))", "", told)
    return Decimal(grouped.replace(",", "."))


def _ends(amount: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of the range that `amount` lies in: the low one may be the amount itself, the high one is above it.

    Nothing at all stays nothing.
    """
    if not amount:
        return amount, amount
    power = Decimal(10) ** amount.adjusted()
    low = max(step for step in _STEPS if step * power <= amount)
    return low * power, _STEPS[_STEPS.index(low) + 1] * power


def _written(amount: Decimal, grouping: str) -> str:
    """An end of a range in digits."""
    plain = f"{amount.normalize():f}"
    return f"{int(plain):,}".replace(",", grouping) if grouping and plain.isdigit() else plain
