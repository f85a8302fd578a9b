"""Markdown as most stories have it, read without markdown-it, whose import costs three bare interpreters.

Only what CommonMark reads in the same way is read here: `#` headings, plain paragraphs, and bullets of one level. For
anything else, any sign that could be markup included, the answer is None, and markdown-it is asked.
"""

from __future__ import annotations

import re

from bqlint.block import Block
from bqlint.finding import Span

_MARKUP = "*_`[]<>\\|~"
_ENTITY = re.compile(r"&[#\w]")
_HEADING = re.compile(r"(#{1,6}) +(?=[^\s#])")
_BULLET = re.compile(r"- (?=[^\s#+=-])")
_OTHER = re.compile(r"[\s#+=-]|\d{1,9}[.)](?:\s|$)")
"""How a line begins that is more than plain text: indented, a list, a rule, an underline."""


def simple_blocks(text: str, body: int) -> tuple[Block, ...] | None:
    """The blocks of `text` from offset `body` on; None where they may be more than simple."""
    told = text[body:]
    if any(map(told.__contains__, _MARKUP)) or ("&" in told and _ENTITY.search(told)):
        return None
    if not told.replace("\n", "").isprintable():
        return None
    first, _, rest = told.partition("\n")
    if first.strip():
        return None
    found: list[Block] = []
    kind, start, end = "", 0, 0
    at = body + len(first) + 1
    for line in (*rest.split("\n"), ""):
        shown = line.rstrip()
        heading, bullet = _HEADING.match(shown), _BULLET.match(shown)
        if kind and (not shown or heading or bullet):
            found.append(_prose(kind, start, end, text))
            kind = ""
        if heading:
            if shown.endswith("#"):
                return None
            span = Span(at + heading.end(), at + len(shown))
            found.append(Block("heading", span, span.of(text), len(heading[1])))
        elif shown:
            lead = bullet.end() if bullet else 0
            if _OTHER.match(shown, lead):
                return None
            if not kind:
                kind, start = ("item" if bullet else "paragraph"), at + lead
            end = at + len(shown)
        at += len(line) + 1
    return tuple(found)


def _prose(kind: str, start: int, end: int, text: str) -> Block:
    """The lines of a paragraph as one text as long as its span: their ends and trailing blanks become blanks."""
    return Block(kind, Span(start, end), text[start:end].replace("\n", " "), nested=kind == "item")
