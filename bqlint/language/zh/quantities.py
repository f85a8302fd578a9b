"""The quantities of a Chinese sentence: a number with its unit, and the few words that are quantities themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bqlint.language.lexicon import once, table, words
from bqlint.language.zh.absences import absences
from bqlint.language.zh.pairs import joined
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import clauses, simplified
from bqlint.prose import Sentence

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "半": 0.5,
    "几": 3,
    "数": 3,
}
_POWERS = {
    "十": 10.0,
    "百": 100.0,
    "千": 1000.0,
    "万": 10_000.0,
    "亿": 100_000_000.0,
    "k": 1000.0,
    "w": 10_000.0,
    "m": 1_000_000.0,
}
_HAN = "零〇一二两三四五六七八九十百千万亿"
_TRIGGER = re.compile(rf"[\d{_HAN}半倍折]|归零|清零|没|未|无")
_NUMBER = rf"(?:\d+(?:[.,]\d+)*|(?:[几数](?=[十百千万亿])|[{_HAN}])[{_HAN}半]*|半)(?:\s?[十百千]?[万亿]|[千百十]|[km](?![a-z]))?"
_MORE = r"(?:[多余来几](?!年来))?(?:[万亿]|(?<=半)半)?"
_HAN_LETTER = re.compile(r"[\u4e00-\u9fff]")
_FRACTION = re.compile(rf"(?:百分之|[{_HAN}\d]+分之){_NUMBER}|(?:一|大|过)半(?!年|天|小时|个|夜|数以)|半数")
_MULTIPLYING = re.compile(
    rf"翻(?:了)?(?:[{_HAN}几\d]+番|[{_HAN}几\d.]+倍|倍|番)|倍增|减半|腰斩|(?:打了?)?对折|归零|清零"
)
_RANK = re.compile(
    rf"(?:(?<!提)前|top\s?)(?:[{_HAN}\d]+)(?:%|名|位|强|甲)|第(?:[{_HAN}\d]+)(?:名|位)?|冠军|亚军|季军|头名|榜首|倒数第[{_HAN}\d]+"
)
_DATE = re.compile(
    r"\d{4}\s?年(?:度)?(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号])?|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|中旬)?(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|(?<![\d.])\d{1,2}:\d{2}|[两二三四五六七八九十]?[一二三四五六七八九十]点(?:钟|半|整)?|\d{1,2}点(?:钟|半|整|\d)?(?!\d)|[〇零一二三四五六七八九]{4}年|\d0后|\d{2}年代"
)


@cache
def _quantity() -> re.Pattern[str]:
    """A number, or a range of two, with its unit; each unit's group is the name of a sort."""
    units = {
        "PERCENT": r"%|个?百分点|个点(?!钟)|percent",
        "SHARE": r"成(?![为功本员果绩交长立就分品型套都])",
        "MULTIPLE": r"倍|x(?![a-z])",
        "MONEY": _any("money_units"),
        "TIME": rf"(?:{_any('time_units')})(?![a-z])",
        "SCORE": r"分(?![钟之别析成层批为配工组类])",
        "COUNT": _any("classifiers") + r"|[a-z]+(?:/[a-z]+)?",
    }
    named = "|".join(f"(?P<{name}>{pattern})" for name, pattern in units.items())
    number = rf"(?P<number>{_NUMBER}){_MORE}"
    return re.compile(
        rf"(?P<sign>[+±↑↓]\s?|[¥$€£]\s?)?{number}(?P<range>\s?[-~–至到]\s?{number.replace('number', 'second')})?(?:\s?(?:{named}))?"
    )


def _any(name: str) -> str:
    """An alternation of the words of list `name`, longest first."""
    units = table(f"{name}.zh") if name == "time_units" else words(f"{name}.zh")
    return "|".join(map(re.escape, sorted(units, key=lambda word: (-len(word), word))))


@once
def quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities of `sentence` in order, without overlap; comparisons of two are joined into one."""
    text = simplified(sentence)
    if not _TRIGGER.search(text):
        return ()
    found = list(absences(text))
    for maker in (_names, _fractions, _numbers):
        found += [new for new in maker(text) if not overlapping(new, found) and not _is_idiom(sentence, new)]
    return tuple(joined(text, sorted(found, key=lambda quantity: quantity.start)))


def _is_idiom(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a word that counts nothing (一起, 十分) makes the quantity; 减到一起 counts one case."""
    if quantity.weak and simplified(sentence)[max(0, quantity.start - 1)] in "到至为每有":
        return False
    words_of = (word for clause in clauses(sentence) for word in clause.words)
    return any(
        "numeral_idioms" in word.kinds and word.start <= quantity.start and quantity.end <= word.end
        for word in words_of
    )


def _names(text: str) -> Iterator[Quantity]:
    """Dates, ordinals and ranks."""
    for match in _DATE.finditer(text):
        yield Quantity(match.start(), match.end(), Sort.NAME)
    for match in _RANK.finditer(text):
        yield Quantity(match.start(), match.end(), Sort.RANK)


def _fractions(text: str) -> Iterator[Quantity]:
    """Fractions and words that multiply."""
    for match in _FRACTION.finditer(text):
        sort = Sort.PERCENT if match[0].startswith("百") else Sort.SHARE
        yield Quantity(match.start(), match.end(), sort)
    for match in _MULTIPLYING.finditer(text):
        sort = Sort.ABSENCE if match[0].endswith("零") else Sort.MULTIPLE
        down = match[0].endswith(("半", "斩", "折"))
        yield Quantity(match.start(), match.end(), sort, 1.0, 0.5 if down else 2.0)


def _numbers(text: str) -> Iterator[Quantity]:
    """Numbers with their units."""
    for match in _quantity().finditer(text):
        number, sign, start = match["number"], match["sign"] or "", match.start()
        unit = match.lastgroup if match.lastgroup in Sort.__members__ else "BARE"
        sort = Sort[unit or "BARE"]
        if sign.strip() in ("¥", "$", "€", "£") and sign:
            sort = Sort.MONEY
        if number[0].isdigit() and _is_name(text, match.start("number"), sort):
            sort = Sort.NAME
        if sort is Sort.BARE and not number[0].isdigit():
            if 20 <= value(number) < 10_000 and _HAN_LETTER.match(text, match.end()):
                sort = Sort.COUNT  # of something for which no measure word is listed: 两千册
            elif value(number) < 10_000 and not _names_a_level(text, start):
                continue
        if number == "半" and sort is not Sort.TIME:
            continue
        if sort is Sort.BARE and number[-1] in "万亿" and not number[0].isdigit() and len(number) == 1:
            continue
        weak = number == "一" and sort is Sort.COUNT and not match["range"]
        scale = float(table("time_units.zh").get(match["TIME"], 1)) if sort is Sort.TIME else 1.0
        second = value(match["second"]) * scale if match["range"] else 0.0
        yield Quantity(start, match.end(), sort, value(number) * scale, second, weak, sign.strip() in ("+", "↑", "↓"))


def _is_name(text: str, at: int, sort: Sort) -> bool:
    """Whether the digits at `at` belong to a name: Q3, P6, #4821, Python 2.7."""
    before = text[:at]
    if re.search(r"[a-z#_/.-]$", before) and not re.search(r"[\u4e00-\u9fff]-$|(?:^|\s)-$", before):
        return True
    return sort is Sort.BARE and bool(re.search(r"[a-z]\s$", before)) and not _measured(before)


def _measured(before: str) -> bool:
    """Whether the Latin word that ends `before` is a measure: NPS 62."""
    latin = re.search(r"[a-z]+\s$", before)
    return latin is not None and (
        latin[0].strip() in words("good_measures.zh") or latin[0].strip() in words("bad_measures.zh")
    )


def _names_a_level(text: str, at: int) -> bool:
    """Whether a bare Chinese numeral at `at` is a level reached: 降到零, 减至三."""
    return text[max(0, at - 1) : at] in ("到", "至", "从", "由", "为")


def value(number: str) -> float:
    """What a numeral in digits or Chinese stands for; only good for telling more from less."""
    plain = re.match(r"\d+(?:[.,]\d+)*", number)
    if plain:
        pieces = plain[0].split(".")
        total = float((pieces[0] + "." + "".join(pieces[1:])).replace(",", ""))
        for sign in number[plain.end() :].strip():
            total *= _POWERS.get(sign, 1.0)
        return total
    return _chinese(number)


def _chinese(number: str) -> float:
    """A Chinese numeral: each digit waits for its power of ten; 万 and 亿 multiply all before them."""
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


def overlapping(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether `quantity` shares a character with one of `others`."""
    return any(quantity.start < other.end and other.start < quantity.end for other in others)
