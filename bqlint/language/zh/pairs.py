"""Two quantities that make one statement: 从五次降到一次, 2 周 → 3 天, 十家里有九家, 过去要八张、现在两张."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.language.zh.numerals import NUMBER, value
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import pattern

_ARROW = r"(?:\s*|[^，,；;。、→>\d]{1,8}\s+)(?:→|->|=>|⇒|➡|—>|>)\s*[约近]?\s*$"
_FROM = r"(?:从|由|自)(?!己|动|然|来|信|主)[^，,；;。从由]{0,10}$"
_TO = r"[^，,；;。、]{0,8}?(?:到|至|为|成|变|涨|降)[^，,；;。、]{0,8}$"
_CHANGED_TO = (
    r"[^，,；;。、]{0,4}(?:降|升|缩|减|增|涨|跌|提|压|扩|砍|变|改善|优化|长|落|滑|回|跑)"
    r"[^，,；;。、]{0,4}(?:到|至|为|成|进)[^，,；;。、]{0,6}$"
)
_HAVING = r"(?:就|只|仅|还|已|都|平均|至少|最后|最终|后来|结果)*有?(?:不到|至少|近|将近|就|只)?$"
_AMONG = rf"[^，。；\d]{{0,8}}?(?:[里中内]|里面|当中|之中)[，,]?{_HAVING}"
_BESIDE = rf"[^，。；\d]{{0,8}}[，,](?:其中|里面)?{_HAVING}"
_PREDICATED = tuple("都全均也只没还已就过成是不")
_COMPARABLE = frozenset(
    (Sort.PERCENT, Sort.SHARE, Sort.MONEY, Sort.TIME, Sort.SCORE, Sort.COUNT, Sort.BARE, Sort.MULTIPLE)
)


def joined(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """`found` with comparisons of two neighbours joined; weak ones that joined nothing are left out."""
    found = _merged(text, found)
    at = end = 0
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        pair = _pair(text, end, first, second) if second else None
        at += 2 if pair else 1
        if pair or (pair := _ranged(text, end, first)):
            yield pair
            end = pair.end
        elif not first.weak and not _is_stray(text, first):
            yield first
            end = first.end
            if second and _is_part_of(text, first, second):
                yield second._replace(sort=Sort.RATIO, value=first.value, to=second.value)
                at, end = at + 1, second.end


def _merged(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """`found` with the parts of one duration put together (3分40秒), and those of a rate that changed (从一周一次)."""
    merged: list[Quantity] = []
    for quantity in found:
        last = merged[-1] if merged else None
        if last and last.end == quantity.start and quantity.sort is Sort.TIME and last.sort in (Sort.TIME, Sort.SCORE):
            seconds = last.value * (60 if last.sort is Sort.SCORE else 1) + quantity.value
            merged[-1] = Quantity(last.start, quantity.end, Sort.TIME, seconds)
        elif last and last.end == quantity.start and _is_rate(text, last, quantity):
            merged[-1] = Quantity(last.start, quantity.end, Sort.COUNT, quantity.value / last.value)
        else:
            merged.append(quantity)
    return merged


def _is_rate(text: str, time: Quantity, count: Quantity) -> bool:
    """Whether so many in so long is one level of a change."""
    if time.sort is not Sort.TIME or count.sort is not Sort.COUNT or not time.value:
        return False
    return text[max(0, time.start - 1) : time.start] in tuple("从由到至为成")


def _pair(text: str, floor: int, first: Quantity, second: Quantity) -> Quantity | None:
    """One quantity for `first` and `second`, from `floor` on, or None where each stands for itself."""
    between, before = text[first.end : second.start], text[floor : first.start]
    if len(between) > 18:
        return None
    if first.sort is second.sort is Sort.RANK:
        return _climbed(text, first, second) if before.endswith("从") and pattern(_TO).match(between) else None
    if first.sort not in _COMPARABLE or second.sort not in _COMPARABLE:
        return None
    if second.weak and (first.weak or first.sort is Sort.BARE):
        return None  # 从一个部门到另一个
    origin = pattern(_FROM).search(before)
    if (
        pattern(_ARROW).match(between)
        or (origin and pattern(_TO).match(between))
        or pattern(_CHANGED_TO).match(between)
    ):
        start = floor + origin.start() if origin else first.start
        low = first.value * _scale(text, second) if first.sort is Sort.BARE else first.value
        return Quantity(start, second.end, Sort.CHANGE, low, second.value)
    if _is_part(first, second) and pattern(_AMONG).match(between):
        return Quantity(first.start - before.endswith("每"), second.end, Sort.RATIO, first.value, second.value)
    return None


def _scale(text: str, time: Quantity) -> float:
    """What a number without a unit is multiplied by where a time follows it: 8 → 2 min."""
    number = pattern(NUMBER).match(text, time.start)
    return time.value / told if time.sort is Sort.TIME and number and (told := value(number[0])) else 1.0


def _is_part(first: Quantity, second: Quantity) -> bool:
    """Whether `second` may count some of what `first` counts."""
    if first.sort is not Sort.COUNT or first.weak:
        return False
    return second.sort is Sort.SHARE or (second.sort in (Sort.COUNT, Sort.BARE) and second.value < first.value)


def _is_part_of(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether `second` behind a sign is told as some of `first`: 四十二个孩子，四十个都; the two stay apart."""
    between = text[first.end : second.start]
    if not _is_part(first, second) or not pattern(_BESIDE).match(between):
        return False
    if second.weak and not pattern(r"其中|[只仅才]").search(between):
        return False  # 三个人，一个前端两个后端
    told = pattern(r"其中|[只仅才都有]").search(between)
    if told is None and text[second.end : second.end + 1] not in _PREDICATED:
        return False  # 八道选择题，四道大题
    return "其中" in between or second.sort is Sort.SHARE or text[first.end - 1] == text[second.end - 1]


def _climbed(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """From one rank to a better one: 从倒数第二打到第四."""
    last = text.startswith("倒数", first.start) and not text.startswith("倒数", second.start)
    if last or second.value < first.value:
        return Quantity(first.start - 1, second.end, Sort.CHANGE, 2.0, 1.0)
    return None


def _ranged(text: str, floor: int, quantity: Quantity) -> Quantity | None:
    """从900到210ms was read as a range; with 从 before it, it is a change."""
    origin = pattern(r"(?:从|由)\s?$").search(text, floor, quantity.start) if quantity.to else None
    if origin is None or quantity.sort not in _COMPARABLE:
        return None
    return quantity._replace(start=origin.start(), sort=Sort.CHANGE)


def _is_stray(text: str, quantity: Quantity) -> bool:
    """Whether a small Chinese numeral without a unit joined nothing; not 降到零, 赚了三百六."""
    if quantity.sort is not Sort.BARE or text[quantity.start].isascii() or quantity.value >= 100:
        return False
    return text[quantity.start] not in "零〇" or text[max(0, quantity.start - 1)] not in "到至为成"
