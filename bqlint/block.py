"""The record of one leaf block of a story's Markdown."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.typed import NamedTuple


class Block(NamedTuple):
    """A leaf block; `kind` is heading, paragraph, item, quote, cell, code, html or rule.

    `level` counts a heading's depth. `text` is masked and as long as `span`; it is empty for code and HTML. `nested` is
    true inside lists and quotes. `hidden` are the places of inline comments and HTML.
    """

    kind: str
    span: Span
    text: str = ""
    level: int = 0
    nested: bool = False
    hidden: tuple[Span, ...] = ()
