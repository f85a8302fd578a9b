"""Changed work only, in real repositories."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.policy.changed import MAX_LINES, new_lines
from tests.cli.samples import GOOD
from tests.conftest import Bqlint
from tests.hooks.test_pre_commit import git

Codes = Callable[..., dict[str, list[str]]]
OLD = GOOD.replace("I moved the", "I moved at [Company] the")
"""A story with one finding that stands in no new line."""
NEW = "Queues were significantly reduced.\n\n## Reflection"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init")
    for name in ("a.md", "ü b.md"):
        (tmp_path / name).write_text(OLD)
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "old")
    git(tmp_path, "checkout", "-b", "work")
    return tmp_path


@pytest.fixture
def codes(repository: Path, bqlint: Bqlint) -> Codes:
    def of(*options: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for finding in json.loads(bqlint("check", "--output-format", "json", *options).out)["findings"]:
            found.setdefault(finding["path"], []).append(finding["code"])
        return found

    return of


def append(path: Path) -> None:
    path.write_text(path.read_text().replace("## Reflection", NEW))


def test_only_new_lines_of_changed_stories_are_found(repository: Path, codes: Codes) -> None:
    assert codes("--ignore", "BQ901") == {"a.md": ["BQ207"], "ü b.md": ["BQ207"]}
    append(repository / "ü b.md")
    assert codes("--since", "main") == {"ü b.md": ["BQ302"]}
    git(repository, "commit", "--all", "--message", "new")
    assert codes("--since", "main") == {"ü b.md": ["BQ302"]}


def test_rules_about_the_whole_story_still_speak_for_a_changed_one(repository: Path, codes: Codes) -> None:
    text = (repository / "a.md").read_text()
    (repository / "a.md").write_text(text[: text.index("\n## Result")])
    assert codes("--since", "main") == {"a.md": ["BQ201", "BQ201"]}


def test_a_new_file_counts_whole(repository: Path, codes: Codes) -> None:
    (repository / "c.md").write_text(OLD)
    assert codes("--since", "main") == {"c.md": ["BQ207"]}


def test_work_on_the_other_branch_is_not_ones_own(repository: Path, codes: Codes) -> None:
    git(repository, "checkout", "main")
    append(repository / "a.md")
    git(repository, "commit", "--all", "--message", "theirs")
    git(repository, "checkout", "work")
    assert codes("--since", "main") == {}


def test_staged_means_what_the_index_holds(repository: Path, codes: Codes) -> None:
    append(repository / "a.md")
    assert codes("--staged") == {}
    git(repository, "add", "a.md")
    (repository / "a.md").write_text("half a thought")
    append(repository / "ü b.md")
    assert codes("--staged") == {"a.md": ["BQ302"]}


def test_what_is_staged_counts_when_it_is_gone_from_the_disk(repository: Path, codes: Codes) -> None:
    append(repository / "a.md")
    (repository / "notes.txt").write_text("no story")
    git(repository, "add", "a.md", "notes.txt")
    for name in ("a.md", "notes.txt"):
        (repository / name).unlink()
    assert codes("--staged") == {"a.md": ["BQ302"]}
    git(repository, "rm", "--cached", "-q", "a.md")
    assert codes("--staged") == {}


def test_staged_works_before_the_first_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init")
    (tmp_path / "a.md").write_text(OLD)
    git(tmp_path, "add", "a.md")
    assert "BQ207" in bqlint("check", "--staged").out


def test_unchanged_stories_are_no_matter_for_a_notice(repository: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "--since", "main")
    assert (ran.code, ran.err) == (0, "bqlint: no story changed since main\n")


@pytest.mark.parametrize("ref", ["nowhere", "--help", "main --", ""])
def test_an_unknown_ref_is_said(repository: Path, ref: str, bqlint: Bqlint) -> None:
    ran = bqlint("check", f"--since={ref}")
    assert ran.code == 2
    assert ran.err == f"bqlint: `{ref}` is no commit in this clone (`git fetch` brings new ones)\n"


def test_a_shallow_clone_says_what_it_lacks(repository: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch) -> None:
    append(repository / "a.md")
    git(repository, "commit", "--all", "--message", "new")
    clone = repository / "clone"
    git(repository, "clone", "--depth", "1", f"file://{repository}", "clone")
    git(clone, "fetch", "--depth", "1", "origin", "main:main")
    monkeypatch.chdir(clone)
    said = bqlint("check", "--since", "main").err
    assert said.startswith("bqlint: this clone holds no common history of `main` and HEAD (the clone is shallow")


def test_outside_a_repository_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(tmp_path)
    ran = bqlint("check", "--staged")
    assert (ran.code, ran.err) == (2, f"bqlint: {tmp_path}: this is no git working tree\n")


def test_nothing_that_the_repository_configures_is_run(repository: Path, codes: Codes) -> None:
    for key in ("core.fsmonitor", "filter.x.clean", "filter.x.smudge", "diff.x.textconv", "diff.external"):
        subprocess.run(["git", "config", key, "touch pwned"], cwd=repository, check=True)
    (repository / ".gitattributes").write_text("*.md filter=x diff=x\n")
    append(repository / "a.md")
    assert codes("--since", "main") == {"a.md": ["BQ302"]}
    assert not (repository / "pwned").exists()


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_lines_that_are_not_new_are_old_ones_in_order(old: list[str], new: list[str]) -> None:
    kept = iter(old)
    fresh = new_lines(old, new)
    assert fresh <= set(range(len(new) + 1))
    assert all(line in kept for number, line in enumerate(new, 1) if number not in fresh)


def test_a_very_long_text_counts_as_new() -> None:
    assert len(new_lines(["x"] * MAX_LINES, ["x"] * (MAX_LINES + 1))) == MAX_LINES + 1
