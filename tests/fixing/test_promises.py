"""What holds for every fix on every story, and for a run that is killed."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bqlint.configuration import Configured
from bqlint.edits import apply
from bqlint.finding import Edit, Fix
from bqlint.mending import Mended, mend_bytes
from bqlint.policy.judge import Policy
from tests.fixing.test_fix import TIDY, UNTIDY

ISOLATED = Configured(isolated=True)
LINES = [
    "",
    "  ",
    "## Task",
    "## Context",
    "# Notes",
    "- a  ",
    "```",
    "a  \nb",
    "<!-- c -->",
    "> S: q",
    "S:",
    "**T**: x",
    "pasted\u00a0words\u200b `in\u00a0code` \u00a0and more",
]
LINES += ["“In May the shop lost all of its trade at once.”", "<!-- bqlint: ignore BQ207 -- x -->", "**T**: x"]
PIECES = st.sampled_from([f"{line}\n" for line in (*UNTIDY.split("\n")[6:], *LINES)])
KEYS = ["title: T", "stauts: draft", "author: sam", "questions: []", "# why", 'lint: {ignore: ["BQ207 -- x"]}']
FRONT = st.lists(st.sampled_from(KEYS), unique=True, max_size=6)
STORIES = st.builds(
    lambda front, body, end: "\n".join(["---", *front, "---", "".join(body)]).replace("\n", end),
    FRONT,
    st.lists(PIECES, max_size=14),
    st.sampled_from(["\n", "\r\n"]),
)
EDITS = st.builds(
    lambda a, b, text: Edit(min(a, b), max(a, b), text), st.integers(0, 9), st.integers(0, 9), st.text(max_size=3)
)


def mended(text: str, *, unsafe: bool = False) -> Mended:
    story = mend_bytes(text.encode(), "x.md", ISOLATED, Policy(date(2026, 1, 1)), unsafe=unsafe)
    assert story is not None
    return story


def words(text: str) -> Counter[str]:
    """The words of the body that are no heading, label or comment to bqlint."""
    body = re.sub(r"<!-- bqlint:.*?-->", " ", text.split("---", 2)[-1])
    body = re.sub(r"(?m)^ {0,3}(?:#+ .*|(?:\*\*)?(?:Situation|Task|[STAR])(?:\*\*)?:(?:\*\*)?)", " ", body)
    return Counter(re.findall(r"[^\W_]+", body))


@given(STORIES, st.booleans())
@settings(max_examples=300)
def test_a_second_run_changes_nothing_and_nothing_gets_worse(text: str, unsafe: bool) -> None:
    first = mended(text, unsafe=unsafe)
    after = first.report.source.text
    assert first.is_settled
    again = mended(after, unsafe=unsafe)
    assert (again.report.source.text, again.fixed) == (after, 0)
    errors = {finding.code for finding in first.report.findings if finding.severity.value == "error"}
    assert errors <= {finding.code for finding in mended_nothing(text) if finding.severity.value == "error"}


def mended_nothing(text: str) -> tuple[object, ...]:
    from bqlint.run import lint_bytes

    report = lint_bytes(text.encode(), "x.md", ISOLATED, Policy(date(2026, 1, 1)))
    return report.findings if report else ()


@given(STORIES)
@settings(max_examples=300)
def test_safe_fixes_keep_the_words_and_the_line_ends(text: str) -> None:
    after = mended(text).report.source.text
    assert words(after) == words(text)
    assert ("\r\n" in after) == ("\r\n" in text)
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in after


@given(st.text(min_size=10, max_size=10), st.lists(st.lists(EDITS, min_size=1, max_size=2), max_size=4))
def test_edits_are_spliced_as_by_hand_and_the_first_of_two_wins(text: str, groups: list[list[Edit]]) -> None:
    fixes = [Fix(True, tuple(group)) for group in groups if len(group) < 2 or group[0].end < group[1].start]
    done = apply(text, fixes)
    by_hand = text
    for edit in sorted((edit for fix in done.fixes for edit in fix.edits), reverse=True):
        by_hand = by_hand[: edit.start] + edit.text + by_hand[edit.end :]
    assert done.text == by_hand
    assert not fixes or done.fixes[0] == fixes[0]


@pytest.mark.parametrize("edit", [Edit(0, 99, ""), Edit(5, 4, "")])
def test_an_edit_outside_the_text_is_no_edit(edit: Edit) -> None:
    with pytest.raises(ValueError, match="outside the text of 10 code points"):
        apply("0123456789", [Fix(True, (edit,))])


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_at_any_moment_leaves_each_story_old_or_new(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    random.seed(7)
    killed = 0
    for _ in range(6):
        for number in range(60):
            (tmp_path / f"{number:02}.md").write_text(UNTIDY)
        command = [sys.executable, "-P", "-m", "bqlint", "check", "--fix", "--select", "BQ1,BQ2", "."]
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and (tmp_path / "00.md").read_text() == UNTIDY:
            time.sleep(0.001)
        time.sleep(random.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        texts = [path.read_text() for path in sorted(tmp_path.glob("[0-9]*.md"))]
        assert len(texts) == 60
        assert set(texts) <= {UNTIDY, TIDY}
        killed += UNTIDY in texts
        assert not [path.name for path in tmp_path.glob(".bqlint-*") if path.name.endswith((".md", ".markdown"))]
    assert killed, "no run was killed in the middle"
