"""Where the stories of a team stand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from bqlint import schema
from tests.cli.samples import GOOD
from tests.conftest import Bqlint
from tests.hooks.test_pre_commit import git


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Path:
    """A repository with stories of each status: two committed in February and March, one not at all."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init")
    (tmp_path / "bqlint.toml").write_text("[gate]\napprovals = 2\n")
    told = {
        "a.md": GOOD.replace("I moved the", "I moved at [Company] the"),
        "b.md": GOOD.replace("status: draft", "status: in-review").replace("author: sam", "author: 李雷"),
        "c.md": GOOD.replace("status: draft", "status: approved"),
    }
    for name, text in told.items():
        (tmp_path / name).write_text(text)
    for name, who in (("b.md", "kim"), ("b.md", "ana"), ("c.md", "kim"), ("c.md", "ana")):
        assert bqlint("approve", name, "--as", who, "--today", "2026-03-01").code == 0
    (tmp_path / "c.md").write_text((tmp_path / "c.md").read_text().replace("310 euros", "410 euros"))
    bqlint("approve", "c.md", "--as", "kim", "--today", "2026-03-02")
    for day, name in (("2026-02-01", "c.md"), ("2026-03-03", "b.md")):
        git(tmp_path, "add", name)
        git(tmp_path, "commit", "--message", name, environment={"GIT_AUTHOR_DATE": f"{day}T12:00:00+0000"})
    (tmp_path / "bad.md").write_text(GOOD.replace("author: sam", "author: [sam"))
    return tmp_path


def test_it_tells_what_stands_between_each_story_and_approval(library: Path, bqlint: Bqlint) -> None:
    ran = bqlint("status", "--today", "2026-03-04")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
status     untouched  author  story   between it and approval
unread     now        -       bad.md  1 error (BQ005)
draft      now        sam     a.md    1 error (BQ207); a review; 0 of 2 approvals
in-review  1 day      李雷    b.md    `status: approved`
approved   31 days    sam     c.md    1 of 2 approvals; ana approved before Result changed

4 stories: 1 unread, 1 draft, 1 in-review, 1 approved.
"""
    )


def test_json_is_what_its_schema_describes(library: Path, bqlint: Bqlint) -> None:
    data = json.loads(bqlint("status", "--today", "2026-03-04", "--output-format", "json").out)
    jsonschema.validate(data, schema.load(schema.shipped("status.schema.json")))
    stories = {story["path"]: story for story in data["stories"]}
    assert [stories[name]["days"] for name in ("a.md", "b.md", "c.md")] == [None, 1, 31]
    assert [each["void"] for each in stories["c.md"]["approvals"]] == ["", "before Result changed"]
    assert stories["b.md"]["wanted"] == ["`status: approved`"]


def test_it_can_be_asked_for_one_author_or_status(library: Path, bqlint: Bqlint) -> None:
    assert "1 story: 1 in-review." in bqlint("status", "--author", "李雷").out
    assert "1 story: 1 approved." in bqlint("status", "--status", "approved", "c.md", "b.md").out
    assert bqlint("status", "--author", "zoe").out == "No story was found.\n"


def test_a_story_that_was_edited_since_its_commit_is_being_worked_on(library: Path, bqlint: Bqlint) -> None:
    (library / "b.md").write_text((library / "b.md").read_text() + "\n")
    assert "in-review  now" in bqlint("status").out


def test_approvals_that_would_not_count_are_told(library: Path, bqlint: Bqlint) -> None:
    text = (library / "b.md").read_text()
    (library / "b.md").write_text(text.replace("by: kim", "by: 李雷"))
    (library / "bqlint.toml").write_text('[gate.roles.coach]\napprovers = ["kim"]\n')
    said = bqlint("status", "b.md").out
    assert "0 of 1 approvals by the role `coach` (kim); 李雷 approved as the author; ana approved and is no" in said


def test_outside_a_repository_it_tells_no_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD)
    os.mkfifo(tmp_path / "pipe.md")
    assert "draft   now        sam     x.md     a review; 0 of 1 approvals\n" in bqlint("status").out


def test_a_page_in_the_place_of_a_name_stays_a_cell(library: Path, bqlint: Bqlint) -> None:
    text = GOOD.replace("author: sam", f"author: {'x' * 500}").replace("status: draft", 'status: "::error::y"')
    (library / "c.md").write_text(text)
    lines = bqlint("status").out.splitlines()
    assert max(map(len, lines)) < 200
    assert not [line for line in lines if line.startswith("::")]
