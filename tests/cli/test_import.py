"""`bqlint import`: what it writes, what it refuses, what it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bqlint.cli import progress
from tests.conftest import Bqlint
from tests.notebook.samples import LABELLED, TWO_EXAMPLES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that holds one notebook."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.md").write_text(LABELLED)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_stories_are_written_and_the_next_command_is_named(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("import", "notes.md", "--to", "stories", "--author", "sam")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Wrote 2 stories, 0 alternative answers, 0 stubs to stories.\n"
        "4 paragraphs belong to no answer; they are kept in _unplaced.md.\n"
        "Next: bqlint check stories\n"
    )
    assert sorted(files(folder / "stories")) == ["_unplaced.md", "conflict-with-a-colleague.md", "failed.md"]
    assert b"\nauthor: sam\n" in files(folder / "stories")["failed.md"]


def test_what_was_written_lints_without_an_error_of_file_or_front_matter(folder: Path, bqlint: Bqlint) -> None:
    (folder / "notes.md").write_text(LABELLED + "\n" + TWO_EXAMPLES)
    assert bqlint("import", "notes.md", "--to", "stories", "--author", "sam").code == 0
    ran = bqlint("check", "stories", "--select", "BQ0,BQ1", "--output-format", "concise")
    assert ran.code == 0, ran.out


def test_a_dry_run_shows_a_row_a_story_and_writes_nothing(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("import", "notes.md", "--to", "stories", "--dry-run")
    assert not (folder / "stories").exists()
    assert ran.out.splitlines()[0].split()[:4] == ["failed.md", "story", "72", "words"]
    assert ran.out.splitlines()[0].endswith("  Situation, Task, Action, Result, Reflection")
    assert ran.out.splitlines()[1] == "  Tell me about a time you failed."
    assert ran.out.splitlines()[4].startswith("Would write 2 stories")


def test_nothing_is_overwritten_without_force_and_nothing_else_is_written(folder: Path, bqlint: Bqlint) -> None:
    (folder / "stories").mkdir()
    (folder / "stories" / "failed.md").write_text("mine\n")
    ran = bqlint("import", "notes.md", "--to", "stories")
    assert ran.code == 2
    assert "stories/failed.md: there is such a file already; nothing was written" in ran.err
    assert files(folder / "stories") == {"failed.md": b"mine\n"}
    assert bqlint("import", "notes.md", "--to", "stories", "--force").code == 0
    assert files(folder / "stories")["failed.md"] != b"mine\n"


def test_the_same_notebook_gives_the_same_files(folder: Path, bqlint: Bqlint) -> None:
    for name in ("one", "two"):
        assert bqlint("import", "notes.md", "--to", name, "--author", "sam").code == 0
    assert files(folder / "one") == files(folder / "two")


def test_a_link_is_not_written_through(folder: Path, bqlint: Bqlint) -> None:
    (folder / "stories").mkdir()
    (folder / "elsewhere.md").write_text("keep\n")
    os.symlink(folder / "elsewhere.md", folder / "stories" / "failed.md")
    ran = bqlint("import", "notes.md", "--to", "stories", "--force")
    assert ran.code == 2
    assert "this is a link" in ran.err
    assert (folder / "elsewhere.md").read_text() == "keep\n"


def test_a_notebook_without_a_question_says_how_to_ask_one(folder: Path, bqlint: Bqlint) -> None:
    (folder / "notes.md").write_text("Milk, bread.\n")
    ran = bqlint("import", "notes.md", "--to", "stories")
    assert ran.code == 0
    assert "No question was found: ask each in a heading" in ran.out
    assert "Milk, bread." in (folder / "stories" / "_unplaced.md").read_text()


@pytest.mark.parametrize(
    ("made", "to", "told"),
    [
        (None, "stories", "notes.md: "),
        (b"\xff\xfe\xfa", "stories", "notes.md: "),
        (b"text", "notes.md", "notes.md: this is a file; --to names a folder"),
    ],
    ids=["missing", "not text", "a file"],
)
def test_what_cannot_be_done_is_one_line(folder: Path, bqlint: Bqlint, made: bytes | None, to: str, told: str) -> None:
    (folder / "notes.md").unlink()
    if made is not None:
        (folder / "notes.md").write_bytes(made)
    ran = bqlint("import", "notes.md", "--to", to)
    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") <= 2
    assert not (folder / "stories").exists()


def test_a_terminal_shows_how_far_a_long_notebook_is(
    folder: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 100, 2))
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    ran = bqlint("import", "notes.md", "--to", "stories")
    assert "1 of 2 questions" in ran.err
    assert ran.err.endswith("\r\x1b[K")


def test_the_next_command_can_be_pasted_whatever_the_folder_is_called(folder: Path, bqlint: Bqlint) -> None:
    assert bqlint("import", "notes.md", "--to", "my stories").out.endswith("Next: bqlint check 'my stories'\n")
    assert "bqlint check 'my stories/failure.md'" in bqlint("new", "general/failure", "--to", "my stories").out
    assert "Next: cd 'my repository' && git" in bqlint("init", "my repository").out
