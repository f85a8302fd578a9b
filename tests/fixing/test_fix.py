"""Fixes, through the command line on files."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint

UNTIDY = """---
author: sam
title: Shorter queues
stauts: draft  # not yet
questions: []
---
# Shorter queues



**Situation:** In our pharmacy people waited twenty minutes.

Task: I had to halve that.

**R:** Waiting was significantly reduced. <!-- ours -->

A: I stood at the counter for three evenings and wrote down where the minutes went.

## Lessons
I learned to watch first. Since then I have."""
TIDY = """---
title: Shorter queues
questions: []
status: draft  # not yet
author: sam
---
# Shorter queues

## Situation

In our pharmacy people waited twenty minutes.

## Task

I had to halve that.

## Action

I stood at the counter for three evenings and wrote down where the minutes went.

## Result

Waiting was significantly reduced. <!-- ours -->

## Reflection
I learned to watch first. Since then I have.
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that many fixes mend."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    path = tmp_path / "x.md"
    path.write_bytes(UNTIDY.encode())
    return path


def test_safe_fixes_keep_every_word_and_settle(story: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "x.md", "--fix")
    assert story.read_text() == TIDY
    assert ran.err == "Fixed 9 findings in 1 story.\n"
    assert "BQ201" not in ran.out
    again = bqlint("check", "x.md", "--fix")
    assert (again.err, story.read_text()) == ("", TIDY)


@pytest.mark.parametrize(("bom", "end"), [(b"\xef\xbb\xbf", "\r\n"), (b"", "\r\n"), (b"\xef\xbb\xbf", "\n")])
def test_line_ends_byte_order_mark_and_mode_are_kept(story: Path, bqlint: Bqlint, bom: bytes, end: str) -> None:
    story.write_bytes(bom + UNTIDY.replace("\n", end).encode())
    story.chmod(0o640)
    bqlint("check", "x.md", "--fix")
    assert story.read_bytes() == bom + TIDY.replace("\n", end).encode()
    assert stat.S_IMODE(story.stat().st_mode) == 0o640
    assert [path.name for path in story.parent.iterdir() if path.name != ".git"] == ["x.md"]


def test_unsafe_fixes_change_words_only_when_asked(story: Path, bqlint: Bqlint) -> None:
    told = bqlint("check", "x.md").out
    assert told.endswith("8 can be fixed with `bqlint check --fix`.\n"), "a claim under a label is not yet in a result"
    bqlint("check", "x.md", "--fix")
    assert "1 hidden fix changes words: `bqlint check --unsafe-fixes --diff` shows how." in bqlint("check", "x.md").out
    bqlint("check", "x.md", "--fix", "--unsafe-fixes")
    assert story.read_text() == TIDY.replace("significantly reduced", "reduced")


def test_a_diff_shows_the_change_and_writes_nothing(story: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "x.md", "--diff")
    assert ran.code == 1
    assert ran.out.startswith("--- x.md\n+++ x.md\n@@ -1,")
    assert "-I learned to watch first. Since then I have.\n\\ No newline at end of file\n" in ran.out
    assert story.read_text() == UNTIDY
    story.write_text(TIDY)
    assert (bqlint("check", "x.md", "--diff").code, bqlint("check", "x.md", "--diff").out) == (0, "")


def test_standard_input_comes_back_fixed(story: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode())))
    ran = bqlint("check", "-", "--fix", "--stdin-filename", "y.md")
    assert ran.out == TIDY
    assert "y.md:" in ran.err
    assert not (story.parent / "y.md").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--unsafe-fixes",), "--unsafe-fixes says which fixes --fix and --diff may take (add --fix)"),
        (("--fix", "--staged"), "--staged looks at the index, and fixes go into the work tree (leave --staged)"),
    ],
)
def test_options_that_cannot_go_together_are_one_line(
    story: Path, bqlint: Bqlint, options: tuple[str, ...], told: str
) -> None:
    ran = bqlint("check", "x.md", *options)
    assert (ran.code, ran.err) == (2, f"bqlint: {told}\n")


def test_findings_carry_their_fixes_in_json(story: Path, bqlint: Bqlint) -> None:
    findings = json.loads(bqlint("check", "x.md", "--output-format", "json").out)["findings"]
    (key,) = [finding["fix"] for finding in findings if finding["code"] == "BQ101"]
    start = UNTIDY.index("stauts")
    assert key == {"applicability": "safe", "edits": [{"start": start, "end": start + 6, "text": "status"}]}


def test_what_is_suppressed_or_in_the_baseline_is_not_fixed(story: Path, bqlint: Bqlint) -> None:
    bqlint("baseline")
    assert bqlint("check", "--fix").err == ""
    assert story.read_text() == UNTIDY


@pytest.mark.parametrize(
    ("lint", "left"),
    [
        ('lint: {ignore: ["BQ302 -- secret"]}\n', ""),
        ('lint:\n  ignore:\n    - "BQ302 -- secret"\n', ""),
        ('lint: {ignore: ["BQ302 -- secret", "BQ207 -- a form"]}\n', 'lint: {ignore: ["BQ207 -- a form"]}\n'),
        (
            'lint:\n  ignore:\n    - "BQ207 -- a form"\n    - "BQ302 -- secret"\n',
            'lint:\n  ignore:\n    - "BQ207 -- a form"\n',
        ),
    ],
)
def test_unused_suppressions_leave_the_front_matter(story: Path, bqlint: Bqlint, lint: str, left: str) -> None:
    text = GOOD.replace("sixty loaves", "[number] loaves", 1)
    told = text if left else GOOD
    story.write_text(told.replace("author: sam\n", f"author: sam\n{lint}"))
    bqlint("check", "x.md", "--fix")
    assert story.read_text() == told.replace("author: sam\n", f"author: sam\n{left}")


def test_a_file_that_changed_meanwhile_is_left_alone(
    story: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bqlint import mending

    def late(*arguments: object, **options: object) -> object:
        made = list(whole(*arguments, **options))  # type: ignore[arg-type]
        story.write_text("mine")
        return made

    whole = mending.mend
    monkeypatch.setattr("bqlint.cli.fix.mend", late)
    ran = bqlint("check", "x.md", "--fix")
    assert ran.err == "bqlint: x.md: the file has changed meanwhile; it was left as it is (run it again)\n"
    assert story.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_stays_a_link_and_one_that_leads_out_is_not_followed(
    story: Path, bqlint: Bqlint, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "z.md"
    outside.write_text(UNTIDY)
    (story.parent / "in.md").symlink_to("x.md")
    (story.parent / "out.md").symlink_to(outside)
    bqlint("check", "in.md", "out.md", "--fix")
    assert (story.parent / "in.md").is_symlink()
    assert story.read_text() == TIDY
    assert outside.read_text() == UNTIDY
