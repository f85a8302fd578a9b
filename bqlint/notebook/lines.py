"""The lines of a notebook: what each says without its marks, and where a paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bqlint.typed import NamedTuple

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|$)(.*?)[ \t]*#*[ \t]*$")
_BULLET = re.compile(r"([ \t]*)(?:[-*+•·]|\(?[0-9]{1,3}[.)、:]|[0-9]{1,3}[.)、])[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class Line(NamedTuple):
    """A line that says something. `raw` is it as it stands, `text` without heading, list and quotation marks.

    `level` is the depth of a heading, 0 for any other line; `bullet` is how far a list item is indented, -1 for none.
    `group` counts the paragraphs that blank lines, rules and headings divide.
    """

    raw: str
    text: str
    level: int
    bullet: int
    group: int


def lines(notebook: str) -> list[Line]:
    """The lines of `notebook` in order; blank lines and rules only end a paragraph. Control characters go."""
    return list(_lines(notebook.replace("\r\n", "\n").replace("\r", "\n")))


def _lines(notebook: str) -> Iterator[Line]:
    group, open_ = 0, False
    for raw in notebook.split("\n"):
        raw = _CONTROL.sub(" ", raw).rstrip()
        if not raw.strip() or _RULE.fullmatch(raw):
            group, open_ = group + open_, False
            continue
        heading = _HEADING.match(raw)
        if heading and open_:
            group += 1
        bullet = None if heading else _BULLET.match(raw)
        text = heading[2] if heading else raw[bullet.end() :] if bullet else raw.strip().lstrip(">").strip()
        depth = len(bullet[1].expandtabs(4)) if bullet else -1
        yield Line(raw, text.strip(), len(heading[1]) if heading else 0, depth, group)
        open_ = not heading
        group += bool(heading)
