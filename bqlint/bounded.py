"""Block rules of the Markdown parser that cannot be made to do far more work than the text is long.

Tables: a row that is shorter than the head is filled up with empty cells, so that a few bytes stand for hundreds of
cells. Quotes: the rule gathers every line to the next blank one, reads some, and gathers the rest again. Both are
let alone within what people write; beyond it, what stands there is read as a paragraph. Headings: empty ones are not
kept.
"""

from __future__ import annotations

from collections.abc import Callable

from bqlint.typed import Any

State = Any
"""The block parser's state; its module is imported by `commonmark` alone."""
BlockRule = Callable[[State, int, int, bool], bool]
MOST_FILLED = 10_000
"""Empty cells of a document's tables, after which no row more is read as one."""
_WIDE = 50
"""Columns from which on short rows are counted beforehand."""
_CELL_MARKS = ("td_open", "td_close")


def bounded_table(rule: BlockRule) -> BlockRule:
    """The table `rule`; it leaves no trace of empty cells, and ends where they were too many."""

    def table(state: State, start: int, end: int, silent: bool) -> bool:
        filled, before = state.env.get("filled", 0), len(state.tokens)
        if filled > MOST_FILLED or not rule(state, start, end, True):
            return False
        if not silent:
            rule(state, start, _last_row(state, start, end), False)
            cells = state.tokens[before:]
            kept = [each for each in cells if each.type not in _CELL_MARKS and (each.content or each.type != "inline")]
            state.env["filled"] = filled + sum(not each.content for each in cells if each.type == "inline")
            state.tokens[before:] = kept
        return True

    return table


def bounded_heading(rule: BlockRule) -> BlockRule:
    """The heading `rule`, which leaves no trace of a heading that says nothing: half a million fit into a megabyte."""

    def heading(state: State, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent and not state.tokens[before + 1].content:
            del state.tokens[before:]
        return True

    return heading


def _last_row(state: State, start: int, end: int) -> int:
    """Where the table that begins on line `start` has to end, lest it is filled up with too many cells."""
    columns = _bars(state, start)
    left = MOST_FILLED if columns > _WIDE else 0
    for line in range(start + 2, end if left else 0):
        bars = _bars(state, line)
        left -= max(columns - bars, 0)
        if left < 0:
            return line
        if not bars and state.isEmpty(line):
            break
    return end


def _bars(state: State, line: int) -> int:
    bars: int = state.src.count("|", state.bMarks[line], state.eMarks[line])
    return bars


class _Metered(list[int]):
    """The indents of the lines; a quote changes those of all lines that it gathers, and is counted by it."""

    __slots__ = ("changes",)

    def __init__(self, indents: list[int]) -> None:
        super().__init__(indents)
        self.changes = 0

    def __setitem__(self, at: Any, indent: Any) -> None:
        self.changes += 1
        super().__setitem__(at, indent)


def bounded_quote(rule: BlockRule) -> BlockRule:
    """The quote `rule`, until it has gathered every line of the document some times over."""

    def quote(state: State, start: int, end: int, silent: bool) -> bool:
        if not isinstance(state.sCount, _Metered):
            state.sCount = _Metered(state.sCount)
        is_spent = state.sCount.changes > 8 * len(state.sCount) + 4_000
        return not is_spent and rule(state, start, end, silent)

    return quote
