from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.speech import without_speech


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("The client wrote: “you have saved us the quarter”. I stayed.", "“you have saved us the quarter”"),
        ('The client wrote: "you have saved us the quarter". I stayed.', '"you have saved us the quarter"'),
        ("客户说：「你们这个季度真的帮了我们」。我留下了，并且继续改进流程。", "「你们这个季度真的帮了我们」"),
        ("客户说：『你们这个季度真的帮了我们』。我留下了，并且继续改进流程。", "『你们这个季度真的帮了我们』"),
        ("She said “we doubled it in a week” and “nobody else could do it”.", "“we doubled it in a week”"),
        ("I left. She said “we have never seen such a thing” twice.", "“we have never seen such a thing”"),
    ],
)
def test_other_peoples_speech_is_blanked_where_it_stands(text: str, blanked: str) -> None:
    masked = without_speech(text)
    start = text.index(blanked)
    assert masked[start : start + len(blanked)].isspace()
    assert masked[:start] == text[:start]


@pytest.mark.parametrize(
    "text",
    [
        "I told them: “we must stop the line before noon”. They agreed to it.",
        'I said to the whole room, "we will not ship this today". They stayed.',
        "我对大家说：「我们今天一定不能发布这个版本」。他们留下了，继续改进流程。",
        "The “fast path” was slow, and the 'slow path' was gone.",
        "“I moved the second baking from noon to four and sold it.”",
        'A 12" pipe and a 10" pipe',
        "An “open quote that is never closed because I forgot it",
        "No quotes at all.",
    ],
)
def test_own_speech_terms_and_a_quoted_block_stay(text: str) -> None:
    assert without_speech(text) == text


@given(
    st.lists(st.sampled_from(["I ", "said ", "“", "”", '"', "「", "」", "one two three four ", ". ", "我", "说", "\n"]))
)
def test_only_quoted_passages_are_blanked_and_offsets_stay(pieces: list[str]) -> None:
    text = "".join(pieces)
    masked = without_speech(text)
    assert len(masked) == len(text)
    assert all(new in (old, " ") for new, old in zip(masked, text, strict=True))
    if not any(sign in text for sign in '”"」'):
        assert masked == text
