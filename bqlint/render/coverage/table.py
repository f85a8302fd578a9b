"""Coverage on a terminal of 80 columns: the stories with a letter each, the matrices in those letters, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from bqlint.render.coverage.summary import heading, labels, points, remark, some
from bqlint.render.terminal import inert, width, without_commands
from bqlint.repository.coverage import Coverage, Row

_WIDTH = 79
_NAME = 34
"""Columns of a row's name, where the stories leave so many."""
_REMARK = 16
"""Columns behind the matrix: the number of stories, and what there is to say."""
_NAMES = 6
"""Names that a line of what follows tells."""


def render(coverage: Coverage) -> str:
    """The whole table; what matters most stands last, where a terminal shows it."""
    parts = [heading(coverage), ""]
    letters = labels(coverage)
    if letters:
        parts += [*_stories(coverage, letters), ""]
    for title, rows in (("competency", coverage.competencies), ("question", coverage.questions)):
        parts += [*_matrix(title, rows, letters, len(coverage.stories)), ""]
    return without_commands("\n".join((*parts, *_points(coverage), "")))


def _stories(coverage: Coverage, letters: str) -> Iterator[str]:
    """A line a story: its letter, name, status, event and how many questions it names, with what is wrong with that."""
    names = [inert(story.name) for story in coverage.stories]
    room = min(max(map(width, names), default=0), 40)
    old, overused = set(coverage.old), set(coverage.overused)
    for number, (letter, story) in enumerate(zip(letters, coverage.stories, strict=True)):
        remarks = [what for what, those in (("overused", overused), ("old", old)) if number in those]
        about = f"{inert(story.status):<9} {inert(story.event):<10} {len(story.questions):>2}"
        yield f"{letter} {fitted(names[number], room)}  {about} {' '.join(remarks)}".rstrip()


def _matrix(title: str, rows: Sequence[Row], letters: str, stories: int) -> Iterator[str]:
    room = min(_NAME, _WIDTH - len(letters) - _REMARK)
    yield f"{title:<{room}} {letters}  no."
    for row in rows:
        cells = "".join(letter if cell else "." for letter, cell in zip(letters, row.cells, strict=False))
        told = remark(row, stories)
        yield f"{fitted(inert(row.name), room)} {cells} {len(row.tellers):>4} {told}".rstrip()


def _points(coverage: Coverage) -> Iterator[str]:
    for about, message, names in points(coverage):
        told = inert(f"{message}{': ' if names else ''}{some(names, _NAMES)}")
        yield from wrap(
            told, _WIDTH, initial_indent=f"{about:<10} ", subsequent_indent=" " * 11, break_on_hyphens=False
        )


def fitted(text: str, room: int) -> str:
    """`text` in exactly `room` columns, cut where it has more."""
    if width(text) > room:
        while width(text) > room - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (room - width(text))
