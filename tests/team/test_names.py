from __future__ import annotations

import pytest

from bqlint.team.names import are_alike


@pytest.mark.parametrize(
    "other", ["sam", "Sam", "SAM", "Sаm", "ѕam", " s am ", "\uff33am", "s\u00e0m", "sa\u0300m", "sa\u200bm"]
)
def test_a_name_that_reads_the_same_is_alike(other: str) -> None:
    assert are_alike("sam", other)


@pytest.mark.parametrize("other", ["sami", "san", "kim", "", "sam2"])
def test_another_name_is_not(other: str) -> None:
    assert not are_alike("sam", other)


def test_no_name_is_like_no_other() -> None:
    assert not are_alike("", "")
    assert not are_alike(" ", "\u200b")
    assert are_alike("李雷", "李雷")
    assert not are_alike("李雷", "李磊")
