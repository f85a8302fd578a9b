"""Quotas of questions, principles and competencies, through the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> object:
    """What `check` says of one story under a configuration, a line each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def of(toml: str, questions: str = "general/failure") -> list[str]:
        (tmp_path / "bqlint.toml").write_text(toml)
        (tmp_path / "x.md").write_text(GOOD.replace("general/proudest-project", questions))
        return bqlint("check", "--select", "BQ904,BQ905", "--output-format", "concise").out.splitlines()[:-1]

    return of


@pytest.mark.parametrize(
    ("toml", "lines"),
    [
        ('extends = ["default"]\n', []),
        (
            'fail-on = "warning"\nextends = ["amazon"]\n',
            [
                "bqlint.toml:2:1: warning BQ904 16 of 16 principles of `amazon` have no story: "
                "Customer Obsession, Ownership, Invent and Simplify …"
            ],
        ),
        (
            '[rules.BQ904]\nleast-stories = 1\nbanks = "jpmorgan"\n',
            ["bqlint.toml:2:1: warning BQ904 10 of 10 questions of `jpmorgan` have no story: "],
        ),
        (
            '[rules.BQ904]\ncompetencies = "general/failure conflict=2 conflcit"\n',
            [
                "bqlint.toml:2:1: warning BQ904 no stories tell of conflict; at least 2 are wanted",
                "bqlint.toml:2:1: warning BQ904 no question of the bank asks for `conflcit`; did you mean `conflict`?",
            ],
        ),
    ],
    ids=["none", "preset", "bank", "competencies"],
)
def test_a_quota_is_told_where_it_is_set(told: object, toml: str, lines: list[str]) -> None:
    found = told(toml)  # type: ignore[operator]
    assert len(found) == len(lines)
    assert [line[: len(start)] for line, start in zip(found, lines, strict=True)] == lines


def test_one_story_for_too_many_questions(told: object) -> None:
    many = ", ".join(f"general/{name}" for name in ("failure", "conflict", "risk", "detail", "hiring", "mentoring"))
    assert told("", many) == []  # type: ignore[operator]
    assert told("", f"{many}, general/weakness") == [  # type: ignore[operator]
        "x.md:7:3: hint BQ905 this story is named for 7 questions; up to 6 are advised"
    ]
