"""What somebody who may push to a branch could write into it. Each is refused, for its own reason."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest

from tests.gate.team import KIM, PATH, SAM, STORY, Team


def test_a_forged_line(team: Team) -> None:
    team.told()
    team.approve(KIM.name)
    short = team.commit(SAM, "approved, honestly")[:10]
    assert team.refusals() == [
        f"the approval by Kim Lee was written in {short} by Sam Ode <sam@example.org>, the author of the story, "
        "not by Kim Lee",
        "it has 0 of 1 approvals",
    ]


def test_an_approval_smuggled_into_the_commit_of_the_text(team: Team) -> None:
    team.write(PATH, STORY.replace("in-review", "approved"))
    team.approve(KIM.name)
    team.commit(SAM, "tell it")
    assert "by Sam Ode <sam@example.org>, the author of the story, not by Kim Lee" in team.refusals()[0]


def test_a_reviewer_who_changes_the_text_in_passing(team: Team) -> None:
    team.told()
    team.change("310 euros", "410 euros")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    assert team.refusals()[0] == "the text was last changed by Kim Lee, who cannot approve it"


def test_a_text_told_under_another_name(team: Team) -> None:
    team.write(PATH, STORY.replace("in-review", "approved").replace("Sam Ode", "Zoe"))
    team.commit(KIM, "tell it")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    assert team.refusals()[0] == "the text was last changed by Kim Lee, who cannot approve it"


def test_a_text_told_together(team: Team) -> None:
    team.write(PATH, STORY.replace("in-review", "approved"))
    team.commit(SAM, "tell it\n\nCo-authored-by: Kim Lee <KIM@example.org>")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    assert team.refusals()[0] == "the text was last changed by Kim Lee, who cannot approve it"


def test_a_co_author_in_a_trailer_approves_nothing(team: Team) -> None:
    team.told()
    team.approve(KIM.name)
    team.commit(SAM, "approve it\n\nCo-authored-by: Kim Lee <kim@example.org>")
    assert "not by Kim Lee" in team.refusals()[0]


def test_an_approval_copied_from_another_story(team: Team) -> None:
    team.approved()
    review = re.search(r"reviews:\n(?:  .*\n)+", team.read())
    assert review
    team.write("stories/y.md", STORY.replace("in-review", "approved").replace("sixty", "ninety"))
    team.change("author: Sam Ode\n", f"author: Sam Ode\n{review[0]}", "stories/y.md")
    team.commit(SAM, "another one")
    assert "the approval of 2026-03-14 by Kim Lee holds no more; changed since: Situation" in team.refusals()[1]


def test_a_whole_story_copied_with_its_approval(team: Team) -> None:
    team.approved()
    team.write("stories/y.md", team.read())
    team.commit(SAM, "another one")
    out = team.gate().out
    assert "passes  stories/x.md" in out
    assert re.search(r"REFUSED stories/y.md\n +the approval by Kim Lee was written in \w+ by Sam Ode", out)


def test_a_rewritten_digest(team: Team) -> None:
    team.approved()
    old = re.search(r"sha256:\w+", team.read())
    assert old
    team.change("310 euros", "410 euros")
    team.write("other.md", team.read())
    team.approve(KIM.name, "other.md")
    new = re.search(r"sha256:\w+", team.read("other.md"))
    assert new
    (team.top / "other.md").unlink()
    team.change(old[0], new[0])
    short = team.commit(SAM, "a better figure")[:10]
    assert team.refusals()[0].startswith(f"the approval by Kim Lee has its digest rewritten in {short} by Sam Ode")


def test_a_renamed_and_edited_story(team: Team) -> None:
    team.approved()
    team.change("310 euros", "410 euros")
    team.git("mv", PATH, "stories/y.md")
    team.commit(SAM, "rename it")
    assert "holds no more; changed since: Result" in team.refusals()[0]


def test_a_story_deleted_and_told_again(team: Team) -> None:
    team.approved()
    text = team.read()
    team.git("rm", "--quiet", PATH)
    team.commit(SAM, "away with it")
    team.write(PATH, text)
    short = team.commit(SAM, "or not")[:10]
    assert team.refusals()[0].startswith(f"the approval by Kim Lee was written in {short} by Sam Ode")


def test_an_approval_that_only_a_merge_holds(team: Team) -> None:
    team.told()
    team.git("checkout", "-b", "side", "main")
    team.write("notes.txt", "mine")
    team.commit(KIM, "elsewhere")
    team.git("checkout", "work")
    team.git("merge", "--no-commit", "--no-ff", "side", who=KIM)
    team.approve(KIM.name)
    team.commit(KIM, "merge")
    assert re.fullmatch(
        r"the approval by Kim Lee stands in the merge \w+ alone; it needs a commit of its own", team.refusals()[0]
    )


def test_a_text_that_only_a_merge_holds_is_the_mergers(team: Team) -> None:
    team.told()
    team.git("checkout", "-b", "side")
    team.git("commit", "--allow-empty", "--message", "nothing")
    team.git("checkout", "work")
    team.git("merge", "--no-commit", "--no-ff", "side", who=KIM)
    team.change("310 euros", "410 euros")
    team.commit(KIM, "merge")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    assert team.refusals()[0] == "the text was last changed by Kim Lee, who cannot approve it"


def test_an_approval_of_a_text_that_was_not_there_yet(team: Team) -> None:
    team.told()
    team.change("310 euros", "410 euros")
    team.approve(KIM.name)
    team.change("410 euros", "310 euros")
    team.commit(KIM, "approve it")
    team.change("310 euros", "410 euros")
    team.commit(SAM, "the text for it")
    assert "with another text than it is of" in team.refusals()[0]


def linked(team: Team) -> None:
    os.replace(team.top / PATH, team.top / "x.txt")
    (team.top / PATH).symlink_to("../x.txt")


def doubled(team: Team) -> None:
    team.change("status: approved", "status: approved\nstatus: draft")


def misspelt(team: Team) -> None:
    team.change("reviews:", "review:")


def unfinished(team: Team) -> None:
    team.change("## Task", "## Task\n\n<!-- bqlint: ignore-file BQ911, BQ005 -- hurry -->\n\n[TBD]\n")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (linked, "it is a link or a module; a story is an ordinary file"),
        (doubled, "BQ005 the key `status` stands twice"),
        (misspelt, "BQ101 `review` is not a known key; did you mean `reviews`?"),
        (unfinished, "BQ207 a placeholder is left: `[TBD]`"),
    ],
)
def test_a_file_that_is_no_story_or_not_finished(team: Team, how: Callable[[Team], None], said: str) -> None:
    team.approved()
    how(team)
    team.commit(SAM, "just a detail")
    assert said in "\n".join(team.refusals())


def test_an_older_approval_of_who_approved_again_is_passed_over(team: Team) -> None:
    team.approved()
    old = re.search(r"  - by: Kim Lee\n(?:    .*\n)+", team.read())
    assert old
    team.change("310 euros", "410 euros")
    team.commit(SAM, "a better figure")
    team.approve(KIM.name)
    team.change("reviews:\n", f"reviews:\n{old[0]}")
    team.commit(KIM, "approve it again")
    assert team.gate().code == 0
    assert team.bqlint("check", PATH).code == 0
