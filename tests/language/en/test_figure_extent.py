"""Where a figure begins and ends, and words in the code that no list holds: what mutation testing found unasked."""

from __future__ import annotations

import pytest

from bqlint.language.figures import figures
from bqlint.prose import sentences


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I moved the march 12 orders to June.", ["12"]),
        ("I moved the March 12 orders to June.", ["March 12"]),
        ("I reached 5 – £7.", ["5 – £7"]),
        ("We grew to 8-£10k a week.", ["8-£10k a week"]),
        ("We cut errors to one or two.", ["one or two"]),
        ("One or two of them stayed.", []),
    ],
)
def test_a_figure_has_an_extent(text: str, told: list[str]) -> None:
    found = [figure.span.of(text) for s in sentences(text, 0, "en", "paragraph") for figure in figures(s)]
    assert found == told
