"""STAR labels in front of an answer's parts: `1. Situation:`, `**S:**`, `T -`, `情境：`, or a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.headings import ALIASES, SPOKEN, roles_of
from bqlint.notebook.lines import Line
from bqlint.typed import NamedTuple

_LABEL = re.compile(
    r"[\s>*_`\"“#(\[【-]*(?:\d{1,2}\s*[.)、]\s*)?[*_`\"“(\[【]*"
    r"(?P<name>[A-Za-z][A-Za-z/&, -]{0,40}?|[\u4e00-\u9fff]{1,6})"
    r"[*_`\"”)\]]*\s*(?P<sign>[:：]|\s[-–—]\s|[)\]](?=\s)|】[:：]?|[.。][*_]+|$)[*_`\"”\s]*"
)
_PARTS = frozenset(SPOKEN)
_NAMES = {
    **ALIASES,
    **dict.fromkeys(("what happened", "what was going on", "where i was", "the problem"), "situation"),
    **dict.fromkeys(("my part", "my job", "my goal", "what i had to do", "what was needed"), "task"),
    **dict.fromkeys(("what we did", "how i did it", "how i handled it", "solution", "my solution"), "action"),
    **dict.fromkeys(("how it ended", "what came of it", "how it turned out", "ending"), "result"),
    **dict.fromkeys(("what i took from it", "what i took away", "what i would do differently"), "reflection"),
}
"""The headings of a story, and what people write before a part of an answer besides."""
_LETTERS = 2
"""Different letters from which they are those of STAR."""


class Label(NamedTuple):
    """A label: the roles that it opens, and what stands behind it on its line."""

    roles: tuple[str, ...]
    rest: str
    is_letter: bool = False


def labels_in(lines: Sequence[Line]) -> list[Label | None]:
    """The label that each line begins with, or None. A letter alone is none: "A:" is the answer to "Q:"."""
    found = [_label_in(line) for line in lines]
    letters = {label.roles for label in found if label and label.is_letter}
    return [None if label and label.is_letter and len(letters) < _LETTERS else label for label in found]


def _label_in(line: Line) -> Label | None:
    if line.level:
        roles = _roles(line.text.strip('*`"“” :：_'))
        return Label(roles, "") if roles else None
    match = _LABEL.match(line.raw)
    if not match:
        return None
    name = match["name"].strip()
    roles = _roles(name)
    if not roles or (len(name) == 1 and not match["sign"].strip()):
        return None
    return Label(roles, line.raw[match.end() :].strip(), len(name) == 1)


def _roles(name: str) -> tuple[str, ...]:
    """The spoken roles that a label names, by the aliases of headings, the letters of STAR among them."""
    return tuple(role for role in roles_of(name, _NAMES) if role in _PARTS)
