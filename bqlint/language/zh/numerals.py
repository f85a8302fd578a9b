"""Chinese and Arabic numerals: how they are written, and what they stand for."""

from __future__ import annotations

from bqlint.language.zh.reading import pattern

HAN = "零〇一二两三四五六七八九十百千万亿"
_POINT = r"点[零一二三四五六七八九]{1,2}(?=个?[万亿倍分成%元秒块百])"
NUMBER = (
    rf"(?:\d+(?:[.,]\d+)*|(?:[几数](?=[十百千万亿])|[{HAN}])[{HAN}半]*(?:{_POINT})?|半)"
    r"(?:\s?[十百千]?[万亿]|[千百十]|[km](?![a-z]))?"
)
"""A numeral, in digits, in characters or mixed: 1,200, 三百二, 3.5万, 七点三 (before a unit)."""
MORE = r"(?:[多余来几+](?!年来))?(?:[万亿]|(?<=半)半)?"
"""What may stand between a numeral and its unit: 三十多个."""
_DIGITS = dict(zip("零〇一二两三四五六七八九半几数", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 0.5, 3, 3), strict=True))
_POWERS = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8, "k": 1e3, "w": 1e4, "m": 1e6}


def value(number: str) -> float:
    """What a numeral in digits or Chinese stands for; only good for telling more from less."""
    plain = pattern(r"\d+(?:[.,]\d+)*").match(number)
    if plain:
        pieces = plain[0].split(".")
        total = float((pieces[0] + "." + "".join(pieces[1:])).replace(",", ""))
        for sign in number[plain.end() :].strip():
            total *= _POWERS.get(sign, 1.0)
        return total
    whole, _, part = number.partition("点")
    return _chinese(whole) + (_chinese(part) / 10 if part else 0.0)


def _chinese(number: str) -> float:
    """A Chinese numeral: each digit waits for its power of ten; 万 and 亿 multiply all before them."""
    if len(number) > 2 and number[-1] in "二三四五六七八九" and number[-2] in "百千万亿":
        return _chinese(number[:-1]) + _DIGITS[number[-1]] * _POWERS[number[-2]] / 10  # 三百六, 一万二
    total = section = digit = 0.0
    for sign in number:
        power = _POWERS.get(sign)
        if power is None:
            digit += _DIGITS.get(sign, 0)
        elif power >= 10_000:
            total, section, digit = (total + (section + digit or 1)) * power, 0.0, 0.0
        else:
            section, digit = section + (digit or 1) * power, 0.0
    return total + section + digit
