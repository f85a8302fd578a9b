"""What is looked for first, so that a pattern need not be compiled, is there wherever the pattern finds something."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bqlint.node import resolve
from bqlint.render import terminal
from bqlint.rules import episode, tidiness


def made_of(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=12).map("".join)


def test_what_a_terminal_acts_on_is_never_printable() -> None:
    unsafe = [sign for sign in map(chr, range(0x110000)) if terminal._UNSAFE.match(sign)]
    assert unsafe
    assert not any(map(str.isprintable, unsafe))


@given(made_of("X", "Y", "N", " ", "\u00a0", "\n", "%", "percent", "$", "69", "??", "fell", "."))
@example("X\u00a0percent")
def test_every_placeholder_is_found(text: str) -> None:
    searched = [match[0] for match in episode._PLACEHOLDER.finditer(text)]
    assert [match[0] for match in episode._placeholders(text)] == searched


@given(made_of("\n", "\r", "\r\n", " ", "\t", "a"))
def test_every_stray_blank_holds_an_untidy_sign(text: str) -> None:
    found = any(pattern.search(text) for pattern in (tidiness._BLANKS, tidiness._TRAILING))
    assert not found or any(sign in text for sign in tidiness._STRAY)


@given(st.text(alphabet="+-019 _a٣²", max_size=20))
@example("1" * 18)
@example("1" * 19)
def test_integers_are_those_of_yaml(text: str) -> None:
    is_integer = re.fullmatch(r"[-+]?(?:0|[1-9][0-9]{0,17})", text)
    assert (type(resolve(text)) is int) == bool(is_integer)
