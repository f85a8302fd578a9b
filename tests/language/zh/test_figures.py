"""Chinese figures: which are found, and which of them measure the effect of the work."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bqlint.language.figure import OUTCOME, Figure
from bqlint.language.zh.figures import of
from bqlint.prose import sentences

# Test modules are imported each by itself (importlib mode), so the table beside this one is read by its path.
CASES = run_path(str(Path(__file__).with_name("cases_figures.py")))
PIECES = (
    "我 把 从 到 降 升 了 零 没有 一 两 三 十 百 万 半 倍 成 % 个 家 天 分 元 块 点 年 月 第 前 名 里 其中 → "
    "投诉 满意度 ， 。 3 10 2024 k"
)


def found(text: str) -> list[Figure]:
    return [figure for sentence in sentences(text, 0, "zh", "paragraph") for figure in of(sentence)]


def marked(text: str) -> str:
    """`text` with its outcome figures marked."""
    for figure in reversed(found(text)):
        if figure.kind == OUTCOME:
            start, end = figure.span.start, figure.span.end
            text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize("case", CASES["OUTCOMES"].strip().splitlines())
def test_outcome(case: str) -> None:
    assert marked(case.replace("⟦", "").replace("⟧", "")) == case


@pytest.mark.parametrize("case", CASES["OTHERS"].strip().splitlines())
def test_other(case: str) -> None:
    assert marked(case) == case
    assert found(case)


@pytest.mark.parametrize("case", CASES["NONE"].strip().splitlines())
def test_none(case: str) -> None:
    assert not found(case)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split())).map("".join)), st.integers(0, 9))
@example("第0点", 0)  # an ordinal, and a time of day behind it
@settings(max_examples=200, deadline=None)
def test_spans_stay_inside(text: str, offset: int) -> None:
    for sentence in sentences(text, offset, "zh", "paragraph"):
        end = sentence.span.start
        for figure in of(sentence):
            assert end <= figure.span.start < figure.span.end <= sentence.span.end
            end = figure.span.end


def test_a_long_sentence_takes_linear_time() -> None:
    assert len(found("等候从三天降到两小时，投诉少了20%，" * 300)) == 600
