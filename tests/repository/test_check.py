"""Rules across stories, through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bqlint.finding import Finding
from bqlint.rules import load
from tests.cli.samples import GOOD
from tests.conftest import Bqlint

Codes = Callable[..., list[tuple[str, str]]]
COPY = GOOD.replace("Reopening the evening shop", "Warm bread after work").replace("sixty loaves", "eighty rolls")


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Codes:
    """The findings in a repository with a story and a near-copy of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(GOOD)
    (tmp_path / "b.md").write_text(COPY)

    def of(*options: str) -> list[tuple[str, str]]:
        found = json.loads(bqlint("check", "--output-format", "json", *options).out)["findings"]
        return [(finding["path"], finding["code"]) for finding in found]

    return of


def test_they_look_at_folders_not_at_single_files(codes: Codes) -> None:
    assert codes() == codes(".") == [("b.md", "BQ902")]
    assert codes("a.md", "b.md") == []


def test_both_sides_of_a_copy_are_named(codes: Codes, bqlint: Bqlint) -> None:
    ran = bqlint("check", "--output-format", "concise")
    assert "b.md:15:1: warning BQ902 about 98% of this story stands in a.md, this passage at a.md:15-31: `" in ran.out


def test_a_suppression_hides_them_and_is_of_use_only_there(codes: Codes, tmp_path: Path) -> None:
    told = "<!-- bqlint: ignore-file BQ902 -- told to two companies -->\n"
    (tmp_path / "b.md").write_text(COPY.replace("# Warm bread", told + "# Warm bread"))
    assert codes() == codes("b.md") == []
    (tmp_path / "a.md").unlink()
    assert codes() == [("b.md", "BQ921")]


def test_each_configuration_has_a_repository_of_its_own(codes: Codes, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "b.md").rename(tmp_path / "below" / "b.md")
    assert codes() == [("below/b.md", "BQ902")]
    (tmp_path / "below" / "bqlint.toml").write_text("")
    assert codes() == []


def test_they_can_be_ignored_for_paths(codes: Codes, tmp_path: Path) -> None:
    (tmp_path / "bqlint.toml").write_text('[[overrides]]\npaths = ["b.md"]\nignore = ["BQ902"]\n')
    assert codes() == []


def test_one_that_fails_is_a_finding_and_the_others_still_run(codes: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Iterator[tuple[str, Finding]]:
        raise ZeroDivisionError
        yield

    monkeypatch.setattr(load()["BQ901"], "across", broken)
    assert codes() == [("a.md", "BQ008"), ("b.md", "BQ902")]
