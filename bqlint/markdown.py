"""The Markdown body of a story as blocks whose masked text keeps every offset."""

from __future__ import annotations

from bqlint.block import Block
from bqlint.simple_markdown import simple_blocks
from bqlint.source import Source


def blocks(source: Source, body: int) -> tuple[Block, ...]:
    """The blocks of `source` from offset `body` (the end of its front matter) on, in order."""
    found = simple_blocks(source.text, body)
    if found is not None:
        return found
    from bqlint import commonmark

    return commonmark.blocks(source, body)
