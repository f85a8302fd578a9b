from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Span
from bqlint.prose import Sentence, join, language_of, sentences
from bqlint.tokens import spelt, tokenise, words


def split(text: str, lang: str = "en", offset: int = 0) -> list[Sentence]:
    return list(sentences(text, offset, lang, "paragraph"))


@pytest.mark.parametrize(
    "expected",
    [
        ["I moved it.", "They stayed!", "Did it hold?", "Yes…"],
        ["I led it, e.g. the shop, i.e. the till, vs. the board."],
        ["Dr. Kim asked Mr. Lee about approx. 20 loaves."],
        ["We met at 5 p.m. on Friday, etc. and left."],
        ["We met at 5 p.m.", "They left."],
        ["I wrote to J. Smith about it."],
        ["It was I.", "Then I left."],
        ["Costs fell by 3.5 points to 12.", "We kept v1.2.3 of it."],
        ["1. Situation was bad.", "It cost 2.", "Then 20."],
        ["“I will do it.”", "He did (at once.)", "We won."],
        ["Sales rose... and then fell."],
        ["Was it 20%?", "It was."],
        ["我重写了流程。", "错误减少了一半！", "为什么？", "因为我先问了客户。"],
        ["他说：「可以。」", "我就开始了。"],
        ["I ran bqlint.toml through it.", "No more."],
        ["No stop at all"],
    ],
)
def test_a_text_splits_into_its_sentences(expected: list[str]) -> None:
    for blank in (" ", "\n", "  "):
        assert [sentence.text for sentence in split(blank.join(expected))] == expected


@pytest.mark.parametrize("text", ["", "   ", "...", "— ?! *", "\n"])
def test_a_text_without_a_word_has_no_sentence(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("I cut 24/7 shifts to well-kept ones.", ["I", "cut", "24/7", "shifts", "to", "well-kept", "ones"]),
        ("don’t can't R&D a@b.org 3.5 1,000 10:30", ["don’t", "can't", "R&D", "a@b.org", "3.5", "1,000", "10:30"]),
        ("by 20% — x2 (4k) $5m", ["by", "20", "x2", "4k", "5m"]),
        ("我用API重写了2个", ["我", "用", "API", "重", "写", "了", "2", "个"]),
        ("snake_case", ["snake", "case"]),
        ("café 😀 naïve", ["café", "naïve"]),
        ("", []),
    ],
)
def test_words_are_those_that_one_would_count(text: str, counted: list[str]) -> None:
    assert [span.of("ab" + text) for span in words(text, 2)] == counted


@pytest.mark.parametrize(
    ("text", "heavy"), [("one two three", 3), ("我重写了", 2), ("我用 API 重写", 3), ("", 0), ("—", 0)]
)
def test_a_chinese_character_weighs_half_a_word(text: str, heavy: float) -> None:
    assert Sentence(text, Span(0, len(text)), "en", "paragraph").weight == heavy


@pytest.mark.parametrize(
    ("text", "default", "lang"),
    [
        ("I rewrote it.", "en", "en"),
        ("I rewrote it.", "zh", "en"),
        ("我重写了流程。", "en", "zh"),
        ("我用 API 重写了流程。", "en", "zh"),
        ("I told 小王 about the new process today.", "zh", "en"),
        ("20%", "zh", "zh"),
        ("20%", "en", "en"),
    ],
)
def test_a_sentence_has_the_language_that_most_of_it_is_in(text: str, default: str, lang: str) -> None:
    assert language_of(text, default) == lang
    assert [sentence.lang for sentence in split(text, default)] == [lang]


def test_tokens_are_lower_case_with_straight_apostrophes_and_know_their_places() -> None:
    tokens = tokenise("Don’t cut 1,000k, 我们!", 10)
    assert tokens.forms == ["don't", "cut", "1,000", "k", ",", "我", "们", "!"]
    assert (tokens.starts[0], tokens.ends[0]) == (10, 15)
    assert tokens.ends[2] == tokens.starts[3]
    assert tokens.span(1, 3) == Span(16, 26)
    assert join((Span(3, 4), Span(5, 6), Span(8, 11))) == Span(3, 11)


PROSE = st.lists(
    st.sampled_from(["I", "we", "e.g.", "Dr.", "3.5", "20%", ".", "!", "?", "。", "！", "…", "“", "”", "」", ")", " ",
        " ", "\n", "我", "们", "İ", "ß", "ﬁ", "😀", "J.", "p.m."])
).map("".join)  # fmt: skip


@given(PROSE, st.integers(0, 9))
def test_sentences_tokens_and_words_stand_in_the_text_in_order_and_hold_every_word(text: str, offset: int) -> None:
    source = "#" * offset + text
    found = split(text, offset=offset)
    assert all(sentence.span.of(source) == sentence.text == sentence.text.strip() for sentence in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))
    placed = [text[word.start - offset : word.end - offset] for word in words(text, offset)]
    assert spelt(text) == placed
    lower = [word.replace("İ", "i").lower() for word in placed]
    assert [word for sentence in found for word in sentence.tokens.words] == lower
    for sentence in found:
        tokens = sentence.tokens
        assert len(tokens.forms) == len(tokens.starts) == len(tokens.ends)
        shown = [
            source[start:end].replace("İ", "i").lower().replace("’", "'")
            for start, end in zip(tokens.starts, tokens.ends, strict=True)
        ]
        assert tokens.forms == shown
        assert "".join(sentence.text.split()) == "".join(
            source[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)
        )
