"""A sentence of more figures than anybody says is a table: what stands late in it claims nothing."""

from __future__ import annotations

import pytest

from bqlint.language.figure import MOST
from bqlint.language.figures import figures
from bqlint.prose import sentences


@pytest.mark.parametrize(("lang", "start", "more"), [("en", "I cut it", " by 5%,"), ("zh", "我把投诉", "降低了5%，")])
def test_late_figures_of_a_table_are_other(lang: str, start: str, more: str) -> None:
    (told,) = sentences(start + more * MOST, 0, lang, "paragraph")
    assert [figure.kind for figure in figures(told)] == ["outcome"] * MOST
    (told,) = sentences(start + more * (MOST + 9), 0, lang, "paragraph")
    assert [figure.kind for figure in figures(told)] == ["outcome"] * MOST + ["other"] * 9
