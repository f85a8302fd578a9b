"""By its fingerprint a finding is known again."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Finding, Severity, Span
from bqlint.fingerprint import fingerprint, fingerprints


def on(words: str, text: str, message: str = "m", code: str = "BQ302", section: str | None = "result") -> Finding:
    start = text.index(words)
    return Finding(code, "n", Severity.WARNING, Span(start, start + len(words)), message, "", section)


def print_of(text: str, marked: str, **given: str) -> str:
    return fingerprint(on(marked, text, **given), text)


def test_it_is_sixteen_hexadecimal_digits_that_never_change() -> None:
    assert print_of("we grew greatly", "grew greatly") == "7e92cca814b58208"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("# Title\n\nLater, we grew greatly.", "grew greatly"),
        ("we grew\r\n  greatly", "grew\r\n  greatly"),
        ("we grew\u00a0greatly", "grew\u00a0greatly"),
    ],
)
def test_moved_and_rewrapped_text_keeps_it(text: str, marked: str) -> None:
    assert print_of(text, marked) == print_of("we grew greatly", "grew greatly")


def test_composition_of_characters_makes_no_difference() -> None:
    assert print_of("café", "café") == print_of(normalize("NFD", "café"), normalize("NFD", "café"))


@pytest.mark.parametrize("text", ["grew Greatly", "grew hugely", "grewgreatly"])
def test_other_words_change_it(text: str) -> None:
    assert print_of(text, text) != print_of("grew greatly", "grew greatly")


def test_another_rule_has_another() -> None:
    assert print_of("grew", "grew", code="BQ301") != print_of("grew", "grew")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_on_a_heading_the_message_counts_and_not_the_amounts_in_it(line_end: str) -> None:
    def titled(title: str, message: str) -> str:
        return print_of(f"x{line_end}# {title}{line_end}", title, message=message)

    before = titled("The flood", "90 words, about 0:39 spoken")
    assert titled("A flood", "1,210 words, about 8:04 spoken") == before
    assert titled("The flood", "there is no Task section") != before


def test_an_empty_place_is_told_apart_by_section_and_message() -> None:
    def empty(section: str, message: str) -> str:
        return fingerprint(Finding("BQ202", "n", Severity.ERROR, Span(1, 1), message, "", section), "abc")

    assert len({empty("task", "a"), empty("action", "a"), empty("task", "b")}) == 3


def test_repeats_are_numbered_in_order() -> None:
    text = "grew. fell. grew. grew."
    found = [Finding("BQ302", "n", Severity.INFO, Span(*m.span()), "m") for m in re.finditer(r"\w+", text)]
    first, other, second, third = fingerprints(found, text)
    assert (second, third) == (f"{first}-2", f"{first}-3")
    assert re.fullmatch("[0-9a-f]{16}", other)


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_within_a_file_each_finding_has_its_own(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in places]
    found = [Finding("BQ302", "n", Severity.INFO, span, "m") for span in spans]
    assert len(set(fingerprints(found, text))) == len(found)
