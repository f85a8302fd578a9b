"""What is read without markdown-it is read as markdown-it reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bqlint import commonmark
from bqlint.simple_markdown import simple_blocks
from bqlint.source import Source

FRONT = "---\ntitle: x\n---"
STORIES = sorted((Path(__file__).parent.parent / "stories").glob("*.md"))
SIGNS = "#-+=.:;'!?&~_*`<>[]|\\0159)(ab \n\t%\"“”\u00a0\u2028\u3000"
WHOLE = ["\n\n", "# ", "## ", "- ", "1. ", "12) ", "---", "===", "    ", "a b", "我做。", "&amp", "&#5;", "~~~", "- -"]
INLINE = [
    "*", "**", "_", "__", "*a*", "**a b**", " _a_ ", "__a", "`a`", "`*`", "[a](b)", "[a]", "](", "[a b](https://a.b/c_d)",
    "![a](b)", "[a]: b", "<!-- a -->", "\n<!-- a\n\nb -->\n", "<b>", "< 5", "\n* ", "\n+ a", "\n2. a", "\n  b",
    "\n   b", "* * *", "| a |", "\n-|-\n", "> a", "5 * 3", "a_b", "我", ".", ", ", " ",
]  # fmt: skip
PIECES = st.sampled_from([*SIGNS, *WHOLE, *INLINE, *INLINE, "#a", "a #", "://", "a@b.c", "!a", "x\n- "])


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40))
@settings(max_examples=1_500)
def test_it_agrees_with_markdown_it_or_says_nothing(body: str) -> None:
    text = f"{FRONT}\n{body}"
    found = simple_blocks(text, len(FRONT))
    if found is not None:
        assert found == commonmark.blocks(Source("x.md", text), len(FRONT))


@pytest.mark.parametrize(
    "body",
    [
        "# T\n\n## Action\n\nI ran,\nand I won.  \nThen tea.\n\n- I rang 4 shops;\n- I paid\n  \n- done\n\nAfter it.",
        "## A\nIt's 5 + 5 - 2 = 8.\n## B\n2019 was wet.\n- one\nmore of one\n## C",
        "I **led** the *night shift* with `cron` and [the log](https://example.org/a_b), by __myself__.",
        "## Action\n\n<!-- bqlint: ignore BQ601 -- it is\nlong -->\n\n1. I rang\n   the shop.\n2. **I paid** (*all*).",
        "* [ ] I moved stock_room -> shop, < 5 minutes.\n* I left [Company] out.\n\n+ **一** 做了",
        "",
        "\n\n",
        "#",
    ],
)
def test_stories_as_most_people_write_them_are_simple(body: str) -> None:
    text = f"{FRONT}\n{body}"
    assert (simple_blocks(text, len(FRONT)) is None) == (body == "#")


def test_nearly_all_stories_of_this_repository_are_simple() -> None:
    texts = [path.read_text(encoding="utf-8") for path in STORIES]
    simple = [text for text in texts if simple_blocks(text, text.index("\n---\n") + 4) is not None]
    assert len(simple) > 0.95 * len(texts)
