"""English figures: which are found, and which of them measure the effect of the work."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bqlint.language.en.figures import of
from bqlint.language.figure import OUTCOME, Figure
from bqlint.prose import sentences

# Test modules are imported each by itself (importlib mode), so the table beside this one is read by its path.
_spec = spec_from_file_location("cases_figures", Path(__file__).with_name("cases_figures.py"))
assert _spec
assert _spec.loader
cases = module_from_spec(_spec)
_spec.loader.exec_module(cases)

PIECES = (
    "no zero one two a half 3 10 2024 % $ € x - – → from to by of in out k fold ( ) . , ; ' # / up down reduced saved"
)


def found(text: str) -> list[Figure]:
    return [figure for sentence in sentences(text, 0, "en", "paragraph") for figure in of(sentence)]


def marked(text: str) -> str:
    """`text` with its outcome figures marked."""
    for figure in reversed(found(text)):
        if figure.kind == OUTCOME:
            start, end = figure.span.start, figure.span.end
            text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize("case", cases.OUTCOMES.strip().splitlines())
def test_outcome(case: str) -> None:
    assert marked(case.replace("⟦", "").replace("⟧", "")) == case


@pytest.mark.parametrize("case", cases.OTHERS.strip().splitlines())
def test_other(case: str) -> None:
    assert marked(case) == case
    assert found(case)


@pytest.mark.parametrize("case", cases.NONE.strip().splitlines())
def test_none(case: str) -> None:
    assert not found(case)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split())).map(" ".join)), st.integers(0, 9))
@settings(max_examples=500, deadline=None)
def test_spans_stay_inside(text: str, offset: int) -> None:
    for sentence in sentences(text, offset, "en", "paragraph"):
        end = sentence.span.start
        for figure in of(sentence):
            assert end <= figure.span.start < figure.span.end <= sentence.span.end
            end = figure.span.end


def test_a_long_sentence_takes_linear_time() -> None:
    text = "from 3 days to 2 hours and by 20% " * 2000
    assert len(found(text)) > 3000
