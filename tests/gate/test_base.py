"""What stands on the base already: approvals that were weighed there, or never; stories that go."""

from __future__ import annotations

import re

from tests.gate.team import ANA, CONFIG, KIM, PATH, SAM, STORY, Team, on_main


def test_an_older_text_that_a_merge_brings_back(team: Team) -> None:
    """Its approval was given once, and the base has moved on."""
    old = team.approved()
    team.change("310 euros", "250 euros")
    team.approve(ANA.name)
    team.commit(ANA, "the figure was wrong; approved as it is now")
    team.change("250 euros", "240 euros")
    team.write(PATH, re.sub(r"reviews:\n(?:  .*\n)+", "", team.read()))
    team.commit(SAM, "wrong again")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    team.git("branch", "-f", "main")
    tree = team.git("rev-parse", f"{old}^{{tree}}")
    merge = team.git("commit-tree", "-p", "main", "-p", old, "-m", "merge", tree, who=SAM)
    team.git("reset", "--hard", merge)
    assert team.refusals()[0] == "the approval by Kim Lee is of a text that the base has replaced since"


def test_an_approval_that_came_onto_the_base_unweighed(team: Team) -> None:
    """Where stories under review may be merged, nobody looks at the approvals that one lists already."""
    on_main(team, config=f"{CONFIG}[gate]\nrequired-status = 'in-review'\n")
    team.told("in-review")
    team.approve(KIM.name)
    team.commit(SAM, "approved, honestly")
    assert team.gate().code == 0
    team.git("branch", "-f", "main")
    team.change("status: in-review", "status: approved")
    team.commit(SAM, "so it is approved")
    assert "the author of the story, not by Kim Lee" in team.refusals()[0]


def test_an_approval_that_came_onto_the_base_before_the_status(team: Team) -> None:
    on_main(team, config=f"{CONFIG}[gate]\nrequired-status = 'in-review'\n")
    team.told("in-review")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    team.git("branch", "-f", "main")
    team.change("status: in-review", "status: approved")
    team.commit(SAM, "so it is approved")
    assert team.gate().code == 0


def test_an_approval_that_the_base_lists_for_another_text(team: Team) -> None:
    team.approved()
    team.change("310 euros", "250 euros")
    team.approve(ANA.name)
    team.commit(ANA, "the approval of the old text is left")
    team.git("branch", "-f", "main")
    team.change("250 euros", "310 euros")
    team.commit(KIM, "back to what I approved")
    assert "the text was last changed by Kim Lee, who cannot approve it" in team.refusals()


def test_an_approval_that_came_onto_the_base_in_no_story(team: Team) -> None:
    """A file outside `include` is weighed when it becomes a story."""
    team.write("old/x.md", STORY.replace("in-review", "approved"))
    (team.top / "bqlint.toml").unlink()
    team.approve(KIM.name, "old/x.md")
    team.git("checkout", "bqlint.toml")
    team.commit(SAM, "only a file")
    assert team.gate().out.startswith("no story changed")
    team.git("branch", "-f", "main")
    (team.top / "stories").mkdir(exist_ok=True)
    team.git("mv", "old/x.md", PATH)
    team.commit(SAM, "a story after all")
    assert "the author of the story, not by Kim Lee" in team.refusals()[0]
    assert team.bqlint("approve", PATH, "--as", KIM.name, "--again", "--today", "2026-03-15").code == 0
    team.commit(KIM, "approve it myself")
    assert team.gate().code == 0


def test_an_approved_story_that_is_deleted_or_moved_out_of_sight(team: Team) -> None:
    team.approved()
    team.git("branch", "-f", "main")
    team.git("rm", "--quiet", PATH)
    team.commit(SAM, "away with it")
    assert team.refusals() == ["it was approved, and nobody can approve its deletion"]
    team.git("reset", "--hard", "main")
    (team.top / "old").mkdir()
    team.git("mv", PATH, "old/x.md")
    team.commit(SAM, "tidy up")
    assert team.refusals() == ["it was moved to old/x.md, where the base looks for no story"]
    team.git("reset", "--hard", "main")
    team.git("mv", PATH, "stories/y.md")
    team.commit(SAM, "rename it")
    team.change("310 euros", "410 euros", "stories/y.md")
    team.commit(SAM, "a better figure")
    team.approve(KIM.name, "stories/y.md")
    team.commit(KIM, "approve it")
    assert team.gate().code == 0


def test_a_team_may_let_one_person_delete(team: Team) -> None:
    on_main(team, config=f"{CONFIG}[gate]\nallow-deletion = true\n")
    team.approved()
    team.git("branch", "-f", "main")
    team.git("rm", "--quiet", PATH)
    team.commit(SAM, "away with it")
    ran = team.gate()
    assert (ran.code, "deleted, as `allow-deletion` lets one person do" in ran.out) == (0, True)
