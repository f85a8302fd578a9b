from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.slug import LONGEST, slug


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Tell me about a time you failed.", "tell-me-about-a-time-you-failed"),
        ("Müller's café: 3 × 4 %", "mullers-cafe-3-4"),
        ("  “What’s next?”  ", "whats-next"),
        ("讲一次失败的经历", ""),
        ("一次 A/B 测试", "a-b"),
        ("word " * 40, "-".join(["word"] * 12)),
        ("x" * 100, "x" * LONGEST),
        ("CON", "con-story"),
        ("Lpt1?", "lpt1-story"),
        ("Con artists", "con-artists"),
    ],
)
def test_a_slug_is_the_words_in_ascii(text: str, stem: str) -> None:
    assert slug(text) == stem


@given(st.text())
def test_any_slug_is_a_name_for_a_file(text: str) -> None:
    stem = slug(text)
    assert len(stem) <= LONGEST
    assert not stem or all(part.isascii() and part.isalnum() and part == part.lower() for part in stem.split("-"))
    assert slug(stem) == stem
