"""A notebook cut into entries: a question with the lines under it; lines under no question stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bqlint.headings import roles_of
from bqlint.notebook.answers import tells
from bqlint.notebook.lines import Line
from bqlint.notebook.questions import Asked, question_in, topic_in
from bqlint.typed import NamedTuple

_BELOW = 7
"""The level of a heading that is no Markdown heading: below all of them."""
_TITLE, _CAPITALS = 12, 8
"""Words of such a heading, at most; letters of its first and last word, at least: "FAILURES", but not "R:" or "HR"."""


class Entry(NamedTuple):
    """A question, the line that asks it, and every line up to the next question or heading."""

    asked: Asked
    line: Line
    body: tuple[Line, ...]


class _Head(NamedTuple):
    """A line that may open an entry: one that asks, or a heading, which opens one where a story is told below it."""

    line: Line
    asked: Asked | None


def entries(found: Iterable[Line]) -> tuple[list[Entry], list[Line]]:
    """The entries in order, and the lines that belong to none, headings included."""
    made: list[Entry] = []
    apart: list[Line] = []
    for head, body in _cut(found):
        asked = head and (head.asked if body else None)
        if head and not asked and tells(body):
            asked = topic_in(head.line)
        if head and asked:
            made.append(Entry(asked, head.line, tuple(body)))
        else:
            apart += [head.line, *body] if head else body
    return made, apart


def _cut(found: Iterable[Line]) -> Iterable[tuple[_Head | None, Sequence[Line]]]:
    """The lines in pieces: each begins with a head, but for what stands before the first."""
    head: _Head | None = None
    body: list[Line] = []
    group = -1
    for line in found:
        stands_apart, group = line.group != group, line.group
        opens = _head_in(line, stands_apart, head)
        if opens:
            yield head, body
            head, body = opens, []
        else:
            body.append(line)
    yield head, body


def _head_in(line: Line, stands_apart: bool, head: _Head | None) -> _Head | None:
    """The head that `line` is below `head`, or None where it belongs to what is below `head`."""
    asks = head is not None and head.asked is not None
    if head is None or not asks or _rank(line) >= _rank(head.line):
        question = question_in(line, stands_apart)
        if question:
            return _Head(line, question)
    if not (line.level or (stands_apart and _is_title(line))) or roles_of(line.text):
        return None
    is_deeper = asks and head is not None and 0 < head.line.level < (line.level or _BELOW)
    return None if is_deeper else _Head(line, None)


def _is_title(line: Line) -> bool:
    """Whether a bare line is a heading of plain text: a few words, all in capitals, bold or not."""
    words = line.text.strip("*_ ").split()
    if line.bullet >= 0 or not words or len(words) > _TITLE:
        return False
    return all(word.isupper() for word in words[:2]) and len(words[0]) + len(words[-1]) >= _CAPITALS


def _rank(line: Line) -> int:
    """How much a line stands out: a heading over a list item over a bare line; the next question stands out as much."""
    return 2 if line.level else 1 if line.bullet >= 0 else 0
