"""Banks of a repository's own, through the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint

OWN = """bank: ward
title: Our ward
questions:
  - id: night
    text: Tell me about a night that went wrong.
    kind: past
    competencies: [courage]
    strong: {mid: Stays calm., senior: Keeps others calm.}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "bqlint.toml").write_text('banks = ["own.yaml"]\n')
    (tmp_path / "own.yaml").write_text(OWN)
    return tmp_path


def test_a_story_may_name_its_questions(folder: Path, bqlint: Bqlint) -> None:
    (folder / "x.md").write_text(GOOD.replace("general/proudest-project", "ward/night"))
    assert bqlint("check", "x.md", "--select", "BQ1").code == 0
    assert bqlint("check", "x.md", "--select", "BQ1", "--isolated").code == 1


def test_its_questions_are_found(bqlint: Bqlint) -> None:
    assert bqlint("question", "a", "night", "gone", "wrong").out.startswith("ward/night ")
    assert "ward           1 questions" in bqlint("question").out


def test_a_question_in_its_own_words_is_told_the_nearest_ids(folder: Path, bqlint: Bqlint) -> None:
    (folder / "x.md").write_text(GOOD.replace("[general/proudest-project]", '["What went wrong at night?"]'))
    ran = bqlint("check", "x.md", "--select", "BQ1")
    assert ran.code == 0
    assert "help: Nearest: `ward/night`" in ran.out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a\n", "own.yaml:1: the question bank is not a list of `key: value` lines"),
        (OWN.replace("bank: ward", "bank: &x ward"), "own.yaml:1: the question bank uses an anchor"),
        (OWN.replace("kind: past", "kind: pasd"), "own.yaml:6: `pasd` is not a known value of `questions[0].kind`"),
        (OWN.replace("courage", "courag"), "own.yaml:7: `courag` is not a known value"),
        (OWN + OWN[OWN.index("  - id") :], "own.yaml: the id `night` stands twice"),
        (OWN.replace("kind: past", "kind: past\n    principle: calm"), "own.yaml: `calm` is none of the bank's princi"),
        ("[" * 100_000, "own.yaml:1: the question bank"),
        ("\xff", "own.yaml: "),
    ],
)
def test_what_is_no_bank_is_said_in_one_line(text: str, says: str, folder: Path, bqlint: Bqlint) -> None:
    (folder / "own.yaml").write_bytes(text.encode("latin-1"))
    ran = bqlint("question", "night")
    assert ran.code == 2
    assert ran.err.startswith(f"bqlint: {says}")
    assert ran.err.count("\n") == 1


def test_a_bank_outside_the_repository_is_refused(folder: Path, bqlint: Bqlint) -> None:
    (folder.parent / "own.yaml").write_text(OWN)
    (folder / "bqlint.toml").write_text('banks = ["../own.yaml"]\n')
    assert "bqlint.toml:1: `../own.yaml` lies outside the repository" in bqlint("question", "night").err


@pytest.mark.parametrize("asked", ["ward/night", "Describe a night that went wrong"])
def test_a_story_is_begun_for_its_questions(folder: Path, bqlint: Bqlint, asked: str) -> None:
    ran = bqlint("new", asked, "--author", "sam")
    assert "answers ward/night: Tell me about a night that went wrong." in ran.out
    text = (folder / "stories" / "night.md").read_text()
    assert "\nquestions: [ward/night]\n" in text
    assert "- Senior: Keeps others calm.\n" in text
    assert bqlint("check", "stories", "--select", "BQ1").code == 0


def test_a_notebook_is_imported_with_its_questions(folder: Path, bqlint: Bqlint) -> None:
    (folder / "notes.md").write_text("## Describe a night that went wrong\n\nI fell asleep. I woke up at six.\n")
    assert bqlint("import", "notes.md", "--to", "stories", "--author", "sam").code == 0
    assert "\nquestions: [ward/night]\n" in (folder / "stories" / "night-that-went-wrong.md").read_text()
