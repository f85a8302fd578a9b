from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Bqlint


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "path", "questions"),
    [
        ("general/tight-deadline", "stories/tight-deadline.md", "[general/tight-deadline]"),
        ("amazon/dive-deep-1", "stories/dive-deep.md", "[amazon/dive-deep-1]"),
        ("Tell me about a time you FAILED", "stories/failure.md", "[general/failure]"),
        ("Tell me about xyzzy, please?", "stories/tell-me-about-xyzzy-please.md", '["Tell me about xyzzy, please?"]'),
    ],
)
def test_a_question_becomes_a_story(asked: str, path: str, questions: str, folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("new", asked, "--author", "sam")
    assert ran.code == 0
    assert ran.out.startswith(f"wrote {path}\n")
    assert f"\nquestions: {questions}\n" in (folder / path).read_text()
    found = bqlint("check", path, "--output-format", "concise").out.splitlines()[:-1]
    assert {line.split()[2] for line in found} - {"BQ102"} == {"BQ202"}


def test_a_title_and_a_language_can_be_given(folder: Path, bqlint: Bqlint) -> None:
    bqlint("new", "general/failure", "--title", "Too proud: a model", "--lang", "zh", "--author", "李雷")
    text = (folder / "stories" / "too-proud-a-model.md").read_text()
    assert text.startswith('---\ntitle: "Too proud: a model"\n')
    assert "author: 李雷\nlang: zh\n" in text


def test_nothing_is_overwritten(folder: Path, bqlint: Bqlint) -> None:
    bqlint("new", "general/failure")
    (folder / "stories" / "failure.md").write_text("mine")
    ran = bqlint("new", "general/failure")
    assert ran.code == 2
    assert "there is such a file already; nothing was written (give the story a --title of its own)" in ran.err
    assert (folder / "stories" / "failure.md").read_text() == "mine"


def test_an_unknown_id_is_told_the_nearest(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("new", "general/failur")
    assert ran.err.startswith("bqlint: `general/failur` is no question of the bank; did you mean `general/failure`?")
    assert not (folder / "stories").exists()
