"""The quick reader of front matter agrees with YAML's library about all that it accepts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint import frontmatter
from bqlint.node import Node
from bqlint.simple_yaml import MAX_LINES, simple_mapping

KEYS = st.sampled_from(["title", "questions", "a-b", "_x", "null", "1", "-", "a b", "y", "<<", ""])
SIGNS = st.text(st.sampled_from("ab1 -.,:#[]{}\"'&*!|>%@`?~\\/é讲\t\u00a0=<"), max_size=12)
WORDS = st.sampled_from(
    ["true", "No", "null", "~", "2024-05", "12", "007", "1e3", "0x1f", "x y", "don't", "a/b-1", "…"]
)
VALUES = st.one_of(
    SIGNS,
    WORDS,
    st.builds('"{}"'.format, SIGNS),
    st.lists(st.one_of(WORDS, SIGNS), max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.lists(WORDS, max_size=3).map(lambda items: f"[ {' ,'.join(items)} ] "),
)
LINES = st.builds("{}{}{}".format, KEYS, st.sampled_from([": ", ":", ":  ", " : ", ":\n  "]), VALUES)
BLOCKS = st.lists(st.one_of(LINES, st.just("")), max_size=5).map(lambda lines: "".join(f"{line}\n" for line in lines))


def tree(node: Node) -> Any:
    """All that a node says."""
    below = [tree(key) for key in node.keys], [tree(item) for item in node.items]
    return node.span, node.value, node.kind, node.raw, below


@given(BLOCKS)
def test_what_it_reads_is_what_the_library_reads(block: str) -> None:
    quick = simple_mapping(block, 4)
    if quick is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontmatter, "simple_mapping", lambda *_: None)
        front = frontmatter.parse(f"---\n{block}---\n")
    assert front.root is not None, front.problems
    assert tree(quick) == tree(front.root)


@pytest.mark.parametrize(
    "block",
    [
        "title: Winning back a lead\nquestions: [general/conflict, amazon/x-1]\nstatus: draft\nevent: 2024-05\n",
        'title: "Too proud: a model"\nquestions: []\n\nlang: zh\ntags: ["a b", 讲一次]\n',
    ],
)
def test_it_reads_what_most_stories_have(block: str) -> None:
    assert simple_mapping(block, 0) is not None


@pytest.mark.parametrize(
    "block",
    [
        "a: b\na: c\n", "a: *x\n", "a: &x b\n", "a: !x b\n", "a: b: c\n", "a: b # c\n", "a:\n  - b\n", "a: |\n  b\n",
        "a: [b\n", "a: [b]]\n", "a: {b: c}\n", "- a\n", "", "\n", "a: \x07\n", "a: 'b'\n", 'a: "b\\n"\n', "a: b\r\n",
        "a: ~\n", "a:\n", "a: b\n" * (MAX_LINES + 2), "a: b\n c\n",
    ],
)  # fmt: skip
def test_it_leaves_the_rest_to_the_library(block: str) -> None:
    assert simple_mapping(block, 0) is None
