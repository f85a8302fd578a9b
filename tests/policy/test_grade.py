"""How grave findings are in a draft, in a story under review, and in an approved one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint

UNTOLD = GOOD.replace("## Action", "## Acts").replace("I moved", "They moved")
"""A story with an error of structure."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def severities(bqlint: Bqlint, text: str, status: str) -> tuple[int, dict[str, str]]:
    """The exit code, and the severity of each rule's findings, for a story of that status."""
    Path("x.md").write_text(text.replace("status: draft", f"status: {status}"))
    ran = bqlint("check", "x.md", "--output-format", "json")
    return ran.code, {finding["code"]: finding["severity"] for finding in json.loads(ran.out)["findings"]}


def test_what_is_unfinished_stops_no_commit_of_a_draft(folder: Path, bqlint: Bqlint) -> None:
    code, found = severities(bqlint, UNTOLD, "draft")
    assert (code, found["BQ201"]) == (0, "warning")
    code, found = severities(bqlint, UNTOLD, "in-review")
    assert (code, found["BQ201"]) == (1, "error")


@pytest.mark.parametrize(
    ("text", "rule"),
    [(GOOD.replace("author: sam\n", ""), "BQ101"), (GOOD.replace("author: sam", "author: [sam"), "BQ005")],
)
def test_a_draft_that_nobody_could_find_or_read_stops_its_commit(
    folder: Path, bqlint: Bqlint, text: str, rule: str
) -> None:
    assert severities(bqlint, text, "draft") == (1, {rule: "error"})


def test_a_story_without_a_known_status_is_no_draft(folder: Path, bqlint: Bqlint) -> None:
    code, found = severities(bqlint, UNTOLD.replace("status", "state"), "draft")
    assert (code, found["BQ201"]) == (1, "error")


def test_only_an_approved_story_is_asked_for_approvals(folder: Path, bqlint: Bqlint) -> None:
    assert severities(bqlint, GOOD, "draft") == (0, {})
    assert severities(bqlint, GOOD, "in-review") == (0, {})
    assert severities(bqlint, GOOD, "approved") == (1, {"BQ911": "error"})


def test_a_team_sets_it_by_status(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text("""
        [rules.BQ601]
        min-words = 400
        [status.draft]
        at-most = "info"
        [status.in-review]
        at-least = "warning"
        exempt = ["story-length"]
    """)
    assert severities(bqlint, UNTOLD, "draft")[1]["BQ201"] == "info"
    unused = GOOD[: GOOD.index(" Since then")] + "\n"
    assert severities(bqlint, unused, "in-review")[1] == {"BQ502": "warning", "BQ601": "info"}
    assert severities(bqlint, unused, "approved")[1] == {"BQ502": "info", "BQ601": "info", "BQ911": "error"}


def test_no_story_waives_its_own_approvals(folder: Path, bqlint: Bqlint) -> None:
    comment = "<!-- bqlint: ignore-file BQ911 -- we trust him -->\n\n## Situation"
    listed = GOOD.replace("author: sam\n", "author: sam\nlint: {ignore: ['BQ911 -- trust me']}\n")
    for text in (GOOD.replace("## Situation", comment), listed):
        assert severities(bqlint, text, "approved") == (1, {"BQ911": "error", "BQ924": "error"})
    (folder / "x.md").write_text(GOOD.replace("status: draft", "status: approved"))
    bqlint("baseline")
    assert severities(bqlint, GOOD, "approved") == (1, {"BQ911": "error"})


def test_the_terms_of_the_gate_are_those_of_the_rule(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text("[gate]\napprovals = 0\n")
    assert severities(bqlint, GOOD, "approved") == (0, {})
    (folder / "bqlint.toml").write_text(
        '[gate]\napprovers = ["Kim"]\n[gate.roles.coach]\napprovers = ["Ana", "Lee"]\napprovals = 2\n'
    )
    review = "reviews:\n- by: kim\n  on: 2026-03-14\n  digest: sha256:0123456789abcdef\n---\n# "
    (folder / "x.md").write_text(GOOD.replace("---\n# ", review).replace("status: draft", "status: approved"))
    said = bqlint("check", "x.md").out
    assert "the story has 0 of 1 approvals and 0 of 2 approvals by the role `coach` (Ana, Lee)" in said
    assert "`kim` is not among the approvers." in said
