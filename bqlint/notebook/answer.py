"""An answer of a notebook: its sections and notes, and a line as a paragraph of a story."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.notebook.lines import Line
from bqlint.notebook.marks import as_prose
from bqlint.typed import NamedTuple


class Section(NamedTuple):
    """The roles that a part of an answer tells, and its paragraphs as a story holds them."""

    roles: tuple[str, ...]
    paragraphs: tuple[str, ...]


class Answer(NamedTuple):
    """One answer: its sections in order, none where there is only a memo; its language; what goes to the notes."""

    sections: tuple[Section, ...]
    notes: tuple[str, ...]
    lang: str


def sections(told: Sequence[tuple[tuple[str, ...], str]]) -> tuple[Section, ...]:
    """Paragraphs with their roles as sections, in the order of the roles; a role that comes again adds to its first."""
    by_roles: dict[tuple[str, ...], list[str]] = {}
    for roles, text in told:
        by_roles.setdefault(roles, []).append(text)
    return tuple(Section(roles, tuple(texts)) for roles, texts in by_roles.items())


def kept(line: Line) -> str:
    """A line as a paragraph or a list item of a story."""
    text = as_prose(line.text)
    if line.bullet >= 0:
        return f"- {line.raw.strip().split(None, 1)[0].strip('-*+•·')} {text}".replace("-  ", "- ")
    return f"**{text}**" if line.level and "*" not in text else text
