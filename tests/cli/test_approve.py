"""`bqlint approve` writes one approval, and touches nothing else."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint, Ran
from tests.hooks.test_pre_commit import git

REVIEWED = GOOD.replace("status: draft", "status: in-review")
APPROVED = GOOD.replace("status: draft", "status: approved")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    git(tmp_path, "init")
    git(tmp_path, "config", "user.name", "Kim Lee")
    git(tmp_path, "config", "user.email", "kim@example.org")
    return tmp_path


def added(before: str, after: str) -> list[str]:
    """The lines that differ, with their signs."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


def approve(bqlint: Bqlint, text: str, *options: str) -> tuple[Ran, str]:
    """What becomes of a story in x.md, which somebody else has committed."""
    Path("x.md").write_bytes(text.encode())
    git(Path(), "add", "x.md")
    git(Path(), "commit", "--message", "x")
    ran = bqlint("approve", "x.md", "--today", "2026-03-14", *options)
    return ran, Path("x.md").read_bytes().decode()


def test_it_writes_who_approved_what_and_when(folder: Path, bqlint: Bqlint) -> None:
    ran, text = approve(bqlint, APPROVED)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "approved: x.md by Kim Lee\nNext: commit it as Kim Lee; the gate looks for whose commit brings an approval.\n"
    )
    by, day, digest = (line.strip() for line in text.partition("reviews:\n")[2].split("\n")[:3])
    assert (by, day) == ("- by: Kim Lee", "on: 2026-03-14")
    assert digest.startswith("digest: sha256:")
    assert bqlint("check", "x.md").out == "All clear: 1 story checked, nothing found.\n"


def test_it_says_what_is_still_wanted(folder: Path, bqlint: Bqlint) -> None:
    assert "between it and approval: `status: approved`\n" in approve(bqlint, REVIEWED)[0].out
    (folder / "bqlint.toml").write_text("[gate]\napprovals = 2\n")
    assert "between it and approval: 1 of 2 approvals\n" in approve(bqlint, REVIEWED)[0].out
    left = GOOD.replace("I moved the", "I moved at [Company] the")
    assert "approval: 1 error (BQ207); a review; 1 of 2 approvals\n" in approve(bqlint, left)[0].out


def test_approving_again_changes_nothing(folder: Path, bqlint: Bqlint) -> None:
    text = approve(bqlint, REVIEWED)[1]
    ran, again = approve(bqlint, text, "--today", "2026-05-01")
    assert (ran.code, again) == (0, text)
    assert ran.out == "already approved as it stands: x.md by Kim Lee; nothing was written\n"


def test_an_approval_of_an_older_text_is_replaced_and_others_stay(folder: Path, bqlint: Bqlint) -> None:
    first = approve(bqlint, approve(bqlint, APPROVED)[1], "--as", "Ana")[1]
    changed = first.replace("310 euros", "410 euros")
    assert bqlint("check", "x.md").code == 0
    Path("x.md").write_text(changed)
    assert "by Kim Lee holds no more; changed since: Result" in bqlint("check", "x.md").out
    again = approve(bqlint, changed)[1]
    assert again.count("by: ") == 2
    assert again.count("Kim Lee") == 1
    found = bqlint("check", "x.md").out
    assert "by Ana holds no more" in found
    assert "by Kim Lee" not in found


STYLES = {
    "no list": ("", "+ reviews:", 4),
    "an empty list": ("reviews: []\n", "+   - by: Kim Lee", 5),
    "an empty list with a comment": ("reviews: [ ]  # by bqlint\n", "+   - by: Kim Lee", 5),
    "a list": ("reviews:\n- by: ana # at last\n  on: 2026-01-01\n  digest: sha256:0123456789abcdef # old\n",
        "+ - by: Kim Lee", 3),
    "an indented list": (
        "reviews:\n    - digest: sha256:0123456789abcdef\n      by: ana\n      on: '2026-01-01'\n\n# the end\n",
        "+     - by: Kim Lee", 3),
    "a list in brackets": ("reviews: [{by: ana, on: 2026-01-01, digest: 'sha256:0123456789abcdef'}]\n",
        "+ reviews: [{by: ana", 2),
    "a list in brackets over lines": (
        "reviews: [\n  {by: ana, on: 2026-01-01, digest: 'sha256:0123456789abcdef'}, # one\n]\n", "+   {by: ana", 2),
    "a comment in brackets": ("reviews: [\n  # nobody yet\n]\n", "+ {by: Kim Lee", 2),
    "a list of brackets": ("reviews:\n  - {by: ana, on: 2026-01-01, digest: 'sha256:0123456789abcdef'}\n",
        "+   - by: Kim Lee", 3),
}  # fmt: skip


@pytest.mark.parametrize(("bom", "end"), [("", "\n"), ("\ufeff", "\r\n")])
@pytest.mark.parametrize("style", STYLES)
def test_comments_and_layout_stay(folder: Path, bqlint: Bqlint, style: str, bom: str, end: str) -> None:
    written, first, number = STYLES[style]
    text = REVIEWED.replace("author: sam\n", f"author:   'sam' # of the bakery\n{written}# the last\n", 1)
    before = (bom + text).replace("\n", end)
    ran, after = approve(bqlint, before)
    assert (ran.code, ran.err) == (0, "")
    changes = added(before, after)
    assert any(line.startswith(first) for line in changes), changes
    assert len(changes) == number, changes
    assert all(comment in after for comment in [line.partition("#")[2] for line in before.split(end) if "#" in line])
    assert ("\r\n" in after) == (end == "\r\n")
    assert after.count("\n") == after.count(end)
    assert "BQ101" not in bqlint("check", "x.md").out
    assert approve(bqlint, after)[1] == after


def test_keys_that_are_indented_or_in_braces_are_met(folder: Path, bqlint: Bqlint) -> None:
    front, body = REVIEWED.split("---\n")[1:]
    indented = "".join(f"  {line}\n" for line in front.splitlines())
    braces = "{" + ", ".join(front.splitlines()) + "}\n"
    for written in (indented, braces):
        text = f"---\n{written}---\n{body}"
        assert approve(bqlint, text)[0].err == ""
        assert bqlint("check", "x.md").out == "All clear: 1 story checked, nothing found.\n"


def test_the_mode_of_the_file_stays(folder: Path, bqlint: Bqlint) -> None:
    Path("x.md").write_text(REVIEWED)
    Path("x.md").chmod(0o640)
    approve(bqlint, REVIEWED)
    assert Path("x.md").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in folder.iterdir() if path.name.startswith(".bqlint")] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (REVIEWED.replace("status: in-review", "status: inreview"), "x.md:4:9: BQ101 `inreview` is not a known value"),
        (REVIEWED.replace("author: sam", "author: sam\nauthor: kim"), "x.md:6:1: BQ005 the key `author` stands twice"),
        (REVIEWED.replace("author: sam", "author: kim lee"), "x.md: `Kim Lee` is the author of this story"),
        (REVIEWED.replace("author: sam", "author: Kіm Lee"), "x.md: `Kim Lee` is the author of this story"),
        ("# no story\n", "x.md:1:1: BQ004 the file has no front matter"),
    ],
)
def test_what_cannot_be_approved_is_left_alone(folder: Path, bqlint: Bqlint, text: str, said: str) -> None:
    ran, after = approve(bqlint, text)
    assert (ran.code, ran.out, after) == (2, "", text)
    assert ran.err.startswith(f"bqlint: {said}")
    assert ran.err.count("\n") == 1


def test_who_is_not_among_the_approvers_is_told_so(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text('[gate]\napprovers = ["ana", "kim"]\n[gate.people]\nkim = "KIM@example.org"\n')
    ran, after = approve(bqlint, REVIEWED, "--as", "lee")
    assert (ran.code, after) == (2, REVIEWED)
    assert ran.err == "bqlint: x.md: `lee` is not among the approvers ([gate] names ana, kim)\n"
    assert "by: kim\n" in approve(bqlint, REVIEWED)[1]


def test_without_a_name_or_a_story_it_says_so(folder: Path, bqlint: Bqlint) -> None:
    git(folder, "config", "user.name", "")
    assert approve(bqlint, REVIEWED)[0].err.startswith("bqlint: git knows no user.name here")
    assert bqlint("approve", ".").err.startswith("bqlint: .: this is no story")
    assert bqlint("approve", "y.md").err.startswith("bqlint: y.md: there is no such file")
    (folder / "README.md").write_text(REVIEWED)
    assert bqlint("approve", "README.md", "--as", "kim").code == 2


def test_it_tells_what_the_gate_will_say(folder: Path, bqlint: Bqlint) -> None:
    git(folder, "commit", "--allow-empty", "--message", "begin")
    Path("x.md").write_text(REVIEWED)
    said = "bqlint: the text is not committed as it stands; an approval needs a commit of its own\n"
    assert bqlint("approve", "x.md").err == said
    git(folder, "add", "x.md")
    git(folder, "commit", "--author", "K. <KIM@example.org>", "--message", "x")
    Path("x.md").write_text(REVIEWED)
    said = "bqlint: Kim Lee was the last to change the text; the gate will refuse the approval\n"
    assert bqlint("approve", "x.md").err == said


def test_an_approval_can_be_renewed(folder: Path, bqlint: Bqlint) -> None:
    """Somebody else may have written it, and the gate asks for the reviewer's own commit."""
    text = approve(bqlint, REVIEWED)[1]
    renewed = bqlint("approve", "x.md", "--again", "--today", "2026-03-15")
    assert (renewed.code, added(text, Path("x.md").read_text())[:2]) == (
        0, ["-     on: 2026-03-14\n", "+     on: 2026-03-15\n"]
    )  # fmt: skip
    ran = bqlint("approve", "x.md", "--again", "--today", "2026-03-15")
    assert ran.err == (
        "bqlint: x.md: the approval bears this day already (take it out, commit that, and approve anew)\n"
    )
