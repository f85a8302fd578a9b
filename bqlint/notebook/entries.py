"""A notebook cut into entries: a question with the lines under it; lines under no question stay apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bqlint.notebook.lines import Line
from bqlint.notebook.questions import Asked, question_in


class Entry(NamedTuple):
    """A question, the line that asks it, and every line up to the next question or heading."""

    asked: Asked
    line: Line
    body: tuple[Line, ...]


def entries(found: Iterable[Line]) -> tuple[list[Entry], list[Line]]:
    """The entries in order, and the lines that belong to none, headings included."""
    made: list[Entry] = []
    apart: list[Line] = []
    asked: Asked | None = None
    head: Line | None = None
    body: list[Line] = []

    def close() -> None:
        if asked and head and body:
            made.append(Entry(asked, head, tuple(body)))
        elif head:
            apart.append(head)

    for line in found:
        question = question_in(line) if head is None or _rank(line) >= _rank(head) else None
        if question:
            close()
            asked, head, body = question, line, []
        elif head and line.level and (not head.level or line.level <= head.level):
            close()
            asked, head, body = None, None, []
            apart.append(line)
        elif head:
            body.append(line)
        else:
            apart.append(line)
    close()
    return made, apart


def _rank(line: Line) -> int:
    """How much a line stands out: a heading over a list item over a bare line; the next question stands out as much."""
    return 2 if line.level else 1 if line.bullet >= 0 else 0
