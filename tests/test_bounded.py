"""The Markdown parser's work grows with the text: counted in calls of functions, which no busy machine changes."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from bqlint.block import Block
from bqlint.commonmark import blocks
from bqlint.source import Source


def found(text: str) -> tuple[Block, ...]:
    return blocks(Source("x.md", text), 0)


def calls(text: str) -> int:
    """How many functions are called to read `text`."""
    found("*a*")
    count = 0

    def note(frame: FrameType, event: str, value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        found(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", ["># a\nb\n", "a\n> <!--\n", "> # a\n" * 15 + "b\n", "> > # a\n> b\n"])
def test_quotes_are_not_gathered_again_and_again(unit: str) -> None:
    once, twice = calls(unit * (4_000 // len(unit))), calls(unit * (8_000 // len(unit)))
    assert twice < 2.6 * once


def test_a_quote_is_a_quote_as_often_as_people_quote() -> None:
    quoted = "> one\ntwo\n\n> > three\n> four\n\n- > five\n- > six\n\n" * 40
    assert {block.kind for block in found(quoted)} == {"quote"}


def ragged(size: int) -> str:
    """A table of `size` columns and as many rows of one cell."""
    return "|" + "a|" * size + "\n|" + "-|" * size + "\n" + "x\n" * size + "\n"


def test_rows_are_filled_up_within_reason() -> None:
    for text in (ragged(100) * 20, ragged(900)):
        assert calls(text) < 60 * len(text)


def test_a_table_of_short_rows_is_a_table() -> None:
    table = "|a|b|c|\n|-|-|-|\n" + "|one|\n" * 500 + "\n"
    cells = found(table * 3)
    assert {block.kind for block in cells} == {"cell"}
    assert len(cells) == 3 * 503


def test_empty_headings_say_nothing_and_hide_nothing() -> None:
    told = [(block.kind, block.text.strip()) for block in found("#\n## \ntext\n### ###\n# a\n> #\n> b\n")]
    assert told == [("paragraph", "text"), ("heading", "a"), ("quote", "b")]
