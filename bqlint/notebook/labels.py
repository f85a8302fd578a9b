"""STAR labels in front of an answer's parts: `1. Situation:`, `**S:**`, `T -`, `情境：`, or a heading."""

from __future__ import annotations

import re
from typing import NamedTuple

from bqlint.headings import SPOKEN, roles_of
from bqlint.notebook.lines import Line

_LABEL = re.compile(
    r"[\s>*_`\"“#(\[-]*(?:\d{1,2}\s*[.)、]\s*)?[*_`\"“(\[]*"
    r"(?P<name>[A-Za-z][A-Za-z/&, -]{0,40}?|[\u4e00-\u9fff]{1,6})"
    r"[*_`\"”)\]]*\s*(?P<sign>[:：]|\s[-–—]\s|[)\]](?=\s)|$)[*_`\"”\s]*"
)
_PARTS = frozenset(SPOKEN)


class Label(NamedTuple):
    """A label: the roles that it opens, and what stands behind it on its line."""

    roles: tuple[str, ...]
    rest: str


def label_in(line: Line) -> Label | None:
    """The label that `line` begins with, or None."""
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
    return Label(roles, line.raw[match.end() :].strip())


def _roles(name: str) -> tuple[str, ...]:
    """The spoken roles that a label names, by the aliases of headings, the letters of STAR among them."""
    return tuple(role for role in roles_of(name) if role in _PARTS)
