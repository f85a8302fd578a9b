"""Before and after told by kinds of time, without a number: 从小时级降到分钟级, 从按月缩短到按周, 从几天到几小时."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.language.lexicon import table
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import pattern

_UNIT = r"毫秒|秒|分钟|小时|天|日|周|月|季度|年"
_MARKS = (("级", "", "级"), ("按", "按", ""), ("几", "几个?", ""), ("数", "数个?", ""))
"""What says of a unit that it is a kind of time, the same on both sides: a sign, and what stands before and behind."""


def paces(text: str) -> Iterator[Quantity]:
    """The changes of pace that the simplified `text` tells."""
    for mark, before, behind in _MARKS:
        if mark not in text:
            continue
        old, new = (rf"{before}(?P<{name}>{_UNIT}){behind}" for name in ("old", "new"))
        for match in pattern(rf"[从由]{old}[^，,；;。从由]{{0,8}}?(?:到|至|为|成)了?{new}").finditer(text):
            yield Quantity(match.start(), match.end(), Sort.CHANGE, _seconds(match["old"]), _seconds(match["new"]))


def _seconds(unit: str) -> float:
    """How long one `unit` takes."""
    return float(table("time_units.zh")[unit])
