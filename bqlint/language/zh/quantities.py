"""The quantities of a Chinese sentence: a number with its unit, and the few words that are quantities themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from bqlint.language.lexicon import table, words
from bqlint.language.zh.absences import absences
from bqlint.language.zh.numerals import HAN, MORE, NUMBER, value
from bqlint.language.zh.paces import paces
from bqlint.language.zh.pairs import joined
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import Reading, Word, either, pattern
from bqlint.pattern import compiled

_TRIGGER = rf"[\d{HAN}半倍折冠亚季]|归零|清零|满分|头名|榜首|没|未|无|[级按]|[几数]"
_HAN_LETTER = r"[\u4e00-\u9fff]"
_SIGNED = frozenset("+↑↓")
_CURRENCY = frozenset("¥$€£")
_FRACTION = (
    rf"(?=[\d{HAN}大过半])(?:(?:百分之|[{HAN}\d]{{1,12}}分之){NUMBER}(?:点[零一二三四五六七八九]+)?|一?大半|半数|一多半"
    r"|[一过]半(?!年|天|小时|个|夜|数以))"
)
_MULTIPLYING = (
    rf"(?=[翻倍减腰打对归清一两二三几\d])(?:翻了?\s?(?:[{HAN}几\d]+\s?番|[{HAN}几\d.]+\s?倍|倍|番)"
    r"|[一两二三几\d]\s?个数量级|(?<![\d十百千万两几数])倍增|减半|腰斩|(?:打了?)?对折(?!扣)|归零|清零)"
)
_RANK = (
    r"(?=[前t倒第冠亚季头榜])(?:"
    rf"(?:(?<!提)前|top\s?)[{HAN}\d]+(?:%|名|位|强|甲)|top\s?\d+|(?:倒数)?第[{HAN}\d]+[名位]?(?!次|[天步周年遍个]|反应|时间|回)"
    rf"|(?<![提之以])前[{HAN}\d]+(?=$|[，。、；的）])|冠军|亚军|季军|头名|榜首)"
)
_FROM_NOTHING = r"从\s?[0零]\s?(?:到|至)\s?[1一](?![\d.%倍万百千十个家]|\s\d)"
_FULL_MARKS = r"满分(?!是|为|\d|[一二三四五六七八九十百]+分)"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
_CLOCK = (
    r"(?<![\d.])\d{1,2}:\d{2}|[二十]?[一二两三四五六七八九十]点(?:钟|半|整|[一二三四五]?十[一二三四五六七八九]?分?)"
    r"|(?<=[在早晚午晨夜天日])[一二两三四五六七八九十]{1,2}点|(?<![\d第])\d{1,2}点(?:钟|半|整|\d{1,2}分?)?(?!\d)"
)
_DATE = (
    rf"(?=[\d{HAN}双])(?:双\s?1[12]|(?<![\d.])(?:6\.?18|11\.11)(?![\d.万千百亿元个%])|\d{{4}}\s?年(?:度)?(?:\s?\d{{1,2}}\s?月)?(?:\s?\d{{1,2}}\s?[日号])?|(?<!\d)\d{{4}}[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{{1,2}})?(?!\d)"
    rf"|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月(?:份|底|初|中旬)?(?:\s?{_DAY})?|[〇零一二三四五六七八九]{{4}}年"
    rf"|\d0后|\d{{2}}年代|{_CLOCK}|[一二两三四五六七八九十]比[一二三四五六七八九十](?!\d))"
)
_PRODUCT = r"(?<![a-z])(?!nps|csat|gmv|dau|mau|qps|tps|roi|top|mttr|ttfb|bug)[a-z]{2,}\s\d+\s(?=[\u4e00-\u9fff])"
_LEVEL = r"[级期班届](?:的|证|学员|工程|项目|职称|甲等|医院|考试|运动员|毕业|$|[，。、；])"
_REST = r"(?:(?<=[周天年月时倍])半(?![夜路数])|(?<=块)[一二三四五六七八九](?![一-鿿]?[个家位])|(?<=块)半)?"
_UNITS = ("PERCENT", "SHARE", "MULTIPLE", "MONEY", "TIME", "SCORE", "COUNT")


@cache
def _quantity() -> re.Pattern[str]:
    """A number, or a range of two, with its unit; each unit's group is the name of a sort."""
    units = {
        "PERCENT": r"[%‰]|个?百分点|个点(?!钟)|percent",
        "SHARE": r"成[一二三四五六七八九半]?(?![为功本员果绩交长立就分品型套都])",
        "MULTIPLE": r"倍|x(?![a-z])",
        "MONEY": either("money_units"),
        "TIME": rf"个?(?P<time>{either('time_units')})(?![a-z])",
        "SCORE": r"分(?![钟之别析成层批为配工组类])",
        "COUNT": rf"(?!期[间待望])(?:{either('classifiers')})" + r"|[a-z]+(?:/[a-z]+)?",
    }
    named = "|".join(f"(?P<{name}>{units[name]})" for name in _UNITS)
    sign = r"(?P<sign>[+±↑↓]\s?|[¥$€£]\s?)?"
    until = rf"(?P<range>\s?[-~–至到]\s?(?P<second>{NUMBER}){MORE})?"
    return compiled(rf"(?=[+±↑↓¥$€£\d{HAN}半几数]){sign}(?P<number>{NUMBER}){MORE}{until}(?:\s?(?:{named}){_REST})?")


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """The quantities of the sentence in order, without overlap; comparisons of two are joined into one."""
    text = reading.text
    if not pattern(_TRIGGER).search(text):
        return ()
    found = [*absences(text), *paces(text)]
    idioms = [word for clause in reading.clauses for word in clause.words if "numeral_idioms" in word.kinds]
    for new in chain(_names(text), _fractions(text), _numbers(text)):
        if not _overlaps(new, found) and not _is_idiom(text, new, idioms):
            found.append(new)
    return tuple(joined(text, sorted(found, key=lambda quantity: quantity.start)))


def _is_idiom(text: str, quantity: Quantity, idioms: Sequence[Word]) -> bool:
    """Whether a word that counts nothing (一起, 十分) makes the quantity; 减到一起 counts one case."""
    if quantity.weak and text[max(0, quantity.start - 1)] in "到至为每有":
        return False
    return any(
        word.start <= quantity.start and (quantity.end <= word.end or word.start < quantity.start < word.end)
        for word in idioms
    )


def _overlaps(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether `quantity` shares a character with one of `others`."""
    return any(quantity.start < other.end and other.start < quantity.end for other in others)


def _names(text: str) -> Iterator[Quantity]:
    """Dates, ordinals, ranks and full marks."""
    for regex in (_DATE, _FROM_NOTHING, _PRODUCT):
        for match in pattern(regex).finditer(text):
            yield Quantity(match.start(), match.end(), Sort.NAME)
    for match in pattern(_RANK).finditer(text):
        place = pattern(rf"[\d{HAN}]+").search(match[0])
        yield Quantity(match.start(), match.end(), Sort.RANK, value(place[0]) if place else 1.0)
    for match in pattern("个位数").finditer(text):
        yield Quantity(match.start(), match.end(), Sort.BARE, 5.0)
    for match in pattern(_FULL_MARKS).finditer(text):
        yield Quantity(match.start(), match.end(), Sort.SCORE)


def _fractions(text: str) -> Iterator[Quantity]:
    """Fractions and words that multiply."""
    for match in pattern(_FRACTION).finditer(text):
        sort = Sort.PERCENT if match[0].startswith("百") else Sort.SHARE
        yield Quantity(match.start(), match.end(), sort)
    for match in pattern(_MULTIPLYING).finditer(text):
        sort = Sort.ABSENCE if match[0].endswith("零") else Sort.MULTIPLE
        down = match[0].endswith(("半", "斩", "折"))
        to = 0.0 if match[0].endswith("级") else 0.5 if down else 2.0  # 一个数量级: the verb says which way
        yield Quantity(match.start(), match.end(), sort, 1.0, to)


def _numbers(text: str) -> Iterator[Quantity]:
    """Numbers with their units."""
    for match in _quantity().finditer(text):
        number, sign = match["number"], (match["sign"] or "").strip()
        sort = _sort(text, match, sign)
        if sort is not None:
            scale = float(table("time_units.zh").get(match["time"], 1)) if sort is Sort.TIME else 1.0
            second = value(match["second"]) * scale if match["range"] else 0.0
            weak = number == "一" and sort is Sort.COUNT and not match["range"]
            yield Quantity(match.start(), match.end(), sort, value(number) * scale, second, weak, sign in _SIGNED)


def _sort(text: str, match: re.Match[str], sign: str) -> Sort | None:
    """What the number that `match` found is a quantity of; None where it is none."""
    number = match["number"]
    if match["MONEY"] == "块" and _is_piece(text, match, number):
        return None
    sort = Sort.MONEY if sign in _CURRENCY else Sort[next((name for name in _UNITS if match[name]), "BARE")]
    if number[0].isdigit():
        return Sort.NAME if _is_name(text, match.start("number"), sort) else sort
    if number == "半":
        return sort if sort in (Sort.TIME, Sort.SHARE) else None
    if sort is Sort.BARE:
        return _bare(text, match, number)
    return Sort.NAME if sort is Sort.COUNT and value(number) < 10 and _is_level(text, match) else sort


def _is_piece(text: str, match: re.Match[str], number: str) -> bool:
    """Whether 块 counts pieces, not money: 一块地, 三块内容, 主要有三块."""
    if value(number) >= 10 or match.end() > match.end("MONEY"):
        return False
    return not pattern(r"[多左钱，。]|$").match(text, match.end()) or bool(
        pattern(r"(?<![只仅才就])有$").search(text, 0, match.start())
    )


def _bare(text: str, match: re.Match[str], number: str) -> Sort | None:
    """A Chinese numeral without a listed unit: 两千册, 赚了三百六, 降到零."""
    size = value(number)
    if len(number) == 1 and number in "万亿":
        return None
    if 20 <= size < 10_000 and pattern(_HAN_LETTER).match(text, match.end()):
        return Sort.COUNT
    level = text[max(0, match.start() - 1) : match.start()] in tuple("到至从由为成")
    return Sort.BARE if size >= 20 or level else None


def _is_level(text: str, match: re.Match[str]) -> bool:
    """Whether a numeral with its unit names one of a row: 二级证书, 三期; not 升了两级, 连续三届."""
    if text[match.end() - 1] == "期" and pattern(r"(?:^|[，。；、\s工程区厂房])$").search(text, 0, match.start()):
        return True  # 二期样板间
    at_unit = pattern(_LEVEL).match(text, match.end() - 1)
    return at_unit is not None and not pattern(r"(?:[升降跌高]了?|连续)$").search(text, 0, match.start())


def _is_name(text: str, at: int, sort: Sort) -> bool:
    """Whether the digits at `at` belong to a name: Q3, P6, #4821, Python 2.7; not NPS 62."""
    before = text[:at]
    if pattern(r"\d+(?:\.\d+){2}|\d+-[a-z]").match(text, at):
        return True  # 0.2.0, 0-rtt
    if pattern(r"[a-z#_/.-]$").search(before) and not pattern(r"[\u4e00-\u9fff]-$|(?:^|\s)-$").search(before):
        return True
    counted = pattern(r"[\d.,]+\s?[万亿kw]").match(text, at)  # ARR 300 万 is a measure, no name
    latin = pattern(r"[a-z]+\s$").search(before) if sort is Sort.BARE and not counted else None
    return latin is not None and latin[0].strip() not in words("good_measures.zh") | words("bad_measures.zh")
