"""The baseline, through the command line on files."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bqlint.policy.judge import BASELINE
from tests.cli.samples import FLAWED, GOOD
from tests.conftest import Bqlint

OLD = GOOD.replace("I moved the", "I moved at [Company] the").replace("## Task", "## Duty of mine")
"""A story in which several rules find something."""
Codes = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Codes:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.md").write_text(OLD)

    def of(*options: str) -> list[tuple[str, str]]:
        found = json.loads(bqlint("check", "--output-format", "json", *options).out)["findings"]
        return [(finding["path"], finding["code"]) for finding in found]

    return of


@pytest.fixture
def accepted(codes: Codes, bqlint: Bqlint) -> Codes:
    assert [code for _, code in codes()] == ["BQ201", "BQ205", "BQ207"]
    assert bqlint("baseline").out == f"3 findings accepted in {BASELINE}; only new ones are reported from now on.\n"
    return codes


def test_what_is_accepted_is_no_longer_reported(accepted: Codes) -> None:
    assert accepted() == []
    assert len(accepted("--no-baseline")) == 3
    assert len(accepted("--isolated")) == 3


def test_a_renamed_story_with_moved_paragraphs_shows_just_its_new_finding(accepted: Codes, tmp_path: Path) -> None:
    text = (tmp_path / "x.md").read_text()
    moved = text.replace("## Situation", "A word before all of it, which moves every line.\n\n## Situation")
    moved = moved.replace("## Reflection", "Queues were significantly reduced.\n\n## Reflection")
    (tmp_path / "x.md").unlink()
    (tmp_path / "renamed.md").write_text(moved)
    assert accepted() == [("renamed.md", "BQ302")]


def test_a_mended_finding_makes_no_room_for_a_new_one(accepted: Codes, tmp_path: Path) -> None:
    text = (tmp_path / "x.md").read_text()
    (tmp_path / "x.md").write_text(text.replace("[Company]", "home").replace("sixty loaves", "[number] loaves"))
    assert accepted() == [("x.md", "BQ207")]


def test_an_accepted_gap_stays_accepted_when_another_is_filled_or_parts_move(
    codes: Codes, tmp_path: Path, bqlint: Bqlint
) -> None:
    parts = re.split(r"(?m)^(?=## Action|## Result|## Reflection)", GOOD.replace("## Task\n\n", ""))
    head, action, result, reflection = (f"{part.rstrip()}\n" for part in parts)
    (tmp_path / "x.md").write_text("\n".join((head, action, result)))
    assert codes() == [("x.md", "BQ201"), ("x.md", "BQ201")]
    bqlint("baseline")
    (tmp_path / "x.md").write_text("\n".join((head, action, result, reflection)))
    assert codes() == []
    (tmp_path / "x.md").write_text("\n".join((head, result, action, reflection)))
    assert codes() == [("x.md", "BQ204")]


def test_a_missing_key_makes_no_room_for_another(codes: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "x.md").write_text(GOOD.replace("status: draft\n", ""))
    bqlint("baseline")
    assert codes() == []
    (tmp_path / "x.md").write_text(GOOD.replace("author: sam\n", ""))
    assert codes() == [("x.md", "BQ101")]


def test_a_story_that_is_accepted_as_long_may_be_edited(codes: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    long = "\n".join(f"I rang the driver of van {number} and asked what kept the bread." for number in range(50))
    text = GOOD.replace("## Result", f"{long}\n\n## Result")
    (tmp_path / "x.md").write_text(text)
    assert {"BQ601", "BQ602"} <= {code for _, code in codes()}
    bqlint("baseline")
    (tmp_path / "x.md").write_text(text.replace("I rang the driver of van 3 ", "On Monday I rang the driver of van 3 "))
    assert codes() == []


def test_two_branches_that_accept_findings_of_two_stories_merge(
    accepted: Codes, tmp_path: Path, bqlint: Bqlint
) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=sam", "-c", "user.email=sam@example.org", *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / ".git").rmdir()
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "Accept what is there")
    for name, text in (("a.md", FLAWED), ("z.md", "---\ntitle: Z\n---\n# Z\n\n## Action\n\nWe went [somewhere].\n")):
        git("checkout", "-b", name, "main")
        (tmp_path / name).write_text(text)
        bqlint("baseline")
        git("add", ".")
        git("commit", "-m", name)
    git("merge", "a.md", "-m", "Both")
    assert accepted() == []
    assert {path for path, _ in accepted("--no-baseline")} == {"a.md", "x.md", "z.md"}


def test_what_is_accepted_or_suppressed_is_counted_below(accepted: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    assert bqlint("check").out == (
        "All clear: 1 story checked, nothing found.\n"
        "Not shown: 3 in the baseline; `bqlint check --show-suppressed` lists them.\n"
    )
    comment = "<!-- bqlint: ignore BQ207 -- it is what they call themselves -->"
    (tmp_path / "x.md").write_text(OLD.replace("I moved at [Company]", f"{comment} I moved at [Team], [Company]"))
    assert "Not shown: 2 in the baseline, 2 suppressed;" in bqlint("check").out


def test_one_accepted_finding_is_one_only(accepted: Codes, tmp_path: Path) -> None:
    text = (tmp_path / "x.md").read_text()
    (tmp_path / "x.md").write_text(text.replace("Then I put", "At [Company] I put"))
    assert accepted() == [("x.md", "BQ207")]


def test_another_story_with_the_same_words_is_not_accepted(accepted: Codes, tmp_path: Path) -> None:
    (tmp_path / "y.md").write_text(OLD.replace("Reopening", "Closing"))
    assert accepted("--ignore", "BQ901") == [("y.md", "BQ201"), ("y.md", "BQ205"), ("y.md", "BQ207")]


def test_an_unreadable_story_is_never_accepted(codes: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "x.md").write_text("no front matter")
    assert "0 findings accepted" in bqlint("baseline").out
    assert codes() == [("x.md", "BQ004")]


def test_a_quota_is_not_accepted_but_changed_where_it_is_set(codes: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "x.md").write_text(GOOD)
    (tmp_path / "bqlint.toml").write_text('[rules.BQ904]\nbanks = "jpmorgan"\n')
    assert bqlint("baseline").out.startswith("0 findings accepted")
    assert codes() == [("bqlint.toml", "BQ904")]


def test_check_and_prune_find_what_is_mended(accepted: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    current = bqlint("baseline", "--check")
    assert (current.code, current.out) == (0, f"{BASELINE} is up to date: 3 findings accepted.\n")
    (tmp_path / "x.md").write_text(OLD.replace("[Company]", "home"))
    stale = bqlint("baseline", "--check")
    assert (stale.code, stale.out) == (1, f"1 finding in {BASELINE} is mended. Next: `bqlint baseline --prune`\n")
    assert stale.err == "x.md: BQ207 is no longer found\n"
    assert bqlint("baseline", "--prune").out == f"1 finding taken out of {BASELINE}, 2 left.\n"
    assert bqlint("baseline", "--check").code == 0


def test_its_lines_are_sorted_and_merge_by_line(accepted: Codes, tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "a.md").write_text(OLD.replace("Reopening", "Closing"))
    bqlint("baseline")
    lines = (tmp_path / BASELINE).read_text().splitlines(keepends=True)
    assert [json.loads(line)["path"] for line in lines] == ["a.md"] * 3 + ["x.md"] * 4  # the copy, too
    (tmp_path / BASELINE).write_text("".join([*lines[3:], *lines[:3]]))
    assert accepted() == []


def test_a_run_in_a_folder_below_and_on_standard_input_go_by_the_same_baseline(
    accepted: Codes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert accepted("../x.md") == []


@pytest.mark.parametrize("line", ["{", "[]", '{"code": "BQ302"}', '{"code":1,"fingerprint":"","path":"","title":""}'])
def test_a_broken_line_is_said(accepted: Codes, tmp_path: Path, line: str, bqlint: Bqlint) -> None:
    with (tmp_path / BASELINE).open("a") as stream:
        stream.write(f"{line}\n")
    ran = bqlint("check")
    assert ran.code == 2
    assert ran.err == f"bqlint: {BASELINE}:4: this is no entry of a baseline (`bqlint baseline` writes it anew)\n"
