"""Edits applied to a text: first wins where two overlap, and no code point outside them is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bqlint.finding import Edit, Fix
from bqlint.typed import NamedTuple


class Applied(NamedTuple):
    """The text with some fixes applied, and which they were; those that overlap an earlier one are left out."""

    text: str
    fixes: tuple[Fix, ...]


def apply(text: str, fixes: Iterable[Fix]) -> Applied:
    """`text` with `fixes` applied whole, in their order; ValueError for an edit that does not lie inside it."""
    taken: list[Edit] = []
    applied: list[Fix] = []
    for fix in fixes:
        if not all(0 <= edit.start <= edit.end <= len(text) for edit in fix.edits):
            raise ValueError(f"an edit lies outside the text of {len(text)} code points: {fix}")
        if fix.edits and not any(_overlap(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
            applied.append(fix)
    return Applied(_spliced(text, sorted(taken)), tuple(applied))


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same text, or insert at the same place; equal ones of two fixes do, too."""
    if one.start == other.start:
        return True
    first, second = sorted((one, other))
    return first.end > second.start


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join((*parts, text[done:]))
