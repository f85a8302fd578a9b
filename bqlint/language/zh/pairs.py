"""Two quantities that make one statement: 从五次降到一次, 2 周 → 3 天, 十家里有九家, 过去要八张、现在两张."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bqlint.language.zh.quantity import Quantity, Sort

_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➡|—>|>)\s*[约近]?\s*$")
_FROM = re.compile(r"(?:从|由|自)(?!己|动|然|来|信|主)[^，,；;。从由]{0,10}$")
_TO = re.compile(r"[^，,；;。、]{0,8}?(?:到|至|为|成|变|涨|降)[^，,；;。、]{0,8}$")
_CHANGED_TO = re.compile(
    r"[^，,；;。、]{0,4}(?:降|升|缩|减|增|涨|跌|提|压|扩|砍|变|改善|优化|长|落|滑|回)[^，,；;。、]{0,4}(?:到|至|为|成)[^，,；;。、]{0,6}$"
)
_AMONG = re.compile(r"(?:[里中内]|里面|当中|之中)?(?:就|只|仅|还|已|都|平均|至少)*有?(?:不到|至少|近|就|只)?$")
_COMPARABLE = frozenset(
    (Sort.PERCENT, Sort.SHARE, Sort.MONEY, Sort.TIME, Sort.SCORE, Sort.COUNT, Sort.BARE, Sort.MULTIPLE)
)


def joined(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """`found` with comparisons of two neighbours joined; weak ones that joined nothing are left out."""
    at = 0
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        pair = _pair(text, first, second) if second else _ranged(text, first)
        if pair is None and second:
            pair, second = _ranged(text, first), None
        if pair:
            yield pair
            at += 2 if second else 1
            continue
        if not first.weak and not _is_stray(text, first):
            yield first
        at += 1


def _pair(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One quantity for `first` and `second`, or None where each stands for itself."""
    if first.sort not in _COMPARABLE or second.sort not in _COMPARABLE:
        return None
    between, before = text[first.end : second.start], text[: first.start]
    if len(between) > 18:
        return None
    origin = _FROM.search(before)
    if _ARROW.match(between) or (origin and _TO.match(between)) or _CHANGED_TO.match(between):
        start = origin.start() if origin else first.start
        return Quantity(start, second.end, Sort.CHANGE, first.value, second.value)
    if (
        first.sort is Sort.COUNT
        and second.sort in (Sort.COUNT, Sort.BARE)
        and _AMONG.match(between)
        and second.value < first.value
    ):
        if between and (before.endswith("每") or between[0] in "里中内当之"):
            start = first.start - before.endswith("每")
            return Quantity(start, second.end, Sort.RATIO, first.value, second.value)
    return None


def _ranged(text: str, quantity: Quantity) -> Quantity | None:
    """从900到210ms was read as a range; with 从 before it, it is a change."""
    origin = re.search(r"(?:从|由)\s?$", text[: quantity.start])
    if quantity.to and origin and quantity.sort in _COMPARABLE:
        return replace(quantity, start=origin.start(), sort=Sort.CHANGE)
    return None


def _is_stray(text: str, quantity: Quantity) -> bool:
    """Whether a small Chinese numeral without a unit joined nothing; not 降到零."""
    if quantity.sort is not Sort.BARE or text[quantity.start].isascii() or quantity.value >= 10_000:
        return False
    return text[quantity.start] not in "零〇" or text[max(0, quantity.start - 1)] not in "到至为"
