"""The whole life of a story, and what the gate says of it on the way."""

from __future__ import annotations

import io
import json

import jsonschema
import pytest

from bqlint import schema
from tests.gate.team import ANA, CONFIG, KIM, PATH, SAM, STORY, Team


def test_a_story_is_told_reviewed_approved_and_merged(team: Team) -> None:
    team.write(PATH, STORY.replace("status: in-review", "status: draft"))
    team.commit(SAM, "begin a story")
    assert team.refusals() == ["its status is `draft`; `approved` is required", "it has 0 of 1 approvals"]

    team.change("status: draft", "status: in-review")
    team.commit(SAM, "ask for a review")
    assert team.refusals()[0] == "its status is `in-review`; `approved` is required"

    team.approve(KIM.name)
    short = team.commit(KIM, "approve it")[:10]
    assert team.refusals()[0] == "its status is `in-review`; `approved` is required"

    team.change("status: in-review", "status: approved")
    head = team.commit(SAM, "it is approved")[:10]
    ran = team.gate()
    assert (ran.code, ran.err) == (0, "")
    base = team.git("rev-parse", "main")[:10]
    assert (
        ran.out
        == f"""\
1 story changed between main ({base}) and HEAD ({head})
passes  stories/x.md
          approved by Kim Lee on 2026-03-14: brought by {short}, which names Kim Lee <kim@example.org> as its author

Shown: each approval is of the text as it stands, and stands on the base already or came in a commit that names its
reviewer as the author.
Not shown: that these people made these commits. Whoever may push to this branch can write any name into a commit;
`require-signed = true` under [gate] on the base closes that.
Nor does the base say who may approve: anybody but the author counts. `approvers` under [gate] does.
"""
    )
    team.git("checkout", "main")
    team.git("merge", "--no-ff", "work", "--message", "merge")
    assert team.gate("main~1").code == 0
    assert team.gate("main").out.startswith("no story changed between main")


def test_an_edit_after_the_approval_needs_a_new_one(team: Team) -> None:
    team.approved()
    team.change("310 euros", "410 euros")
    team.commit(SAM, "a better figure")
    assert team.refusals() == [
        "the approval of 2026-03-14 by Kim Lee holds no more; changed since: Result",
        "it has 0 of 1 approvals",
    ]
    team.approve(KIM.name)
    team.commit(KIM, "approve it again")
    assert team.gate().code == 0


def test_what_is_no_content_keeps_an_approval(team: Team) -> None:
    team.approved()
    text = team.read()
    head, body = text.split("# Reopening", 1)
    keys = head.split("\n")
    keys[1], keys[4] = keys[4], keys[1]
    team.write(PATH, ("\n".join(keys) + "# Reopening" + body.replace("four, and", "four,\nand")).replace("\n", "\r\n"))
    team.commit(SAM, "other keys first, lines wrapped, other line ends")
    assert team.gate().code == 0
    team.git("mv", PATH, "stories/y.md")
    team.commit(SAM, "rename it")
    assert "passes  stories/y.md" in team.gate().out


def test_a_rebase_and_a_merge_of_the_base_keep_an_approval(team: Team) -> None:
    team.approved()
    team.git("checkout", "main")
    team.write("notes.txt", "theirs")
    team.commit(SAM, "elsewhere")
    team.git("checkout", "work")
    team.git("merge", "main", "--message", "catch up")
    assert team.gate().code == 0
    team.git("reset", "--hard", "HEAD~1")
    team.git("rebase", "main")
    assert team.gate().code == 0


def test_an_approval_that_stands_on_the_base_is_not_asked_for_again(team: Team) -> None:
    """As after a squash merge, whose one commit has one author."""
    team.approved()
    team.git("checkout", "main")
    team.git("merge", "--squash", "work")
    team.commit(SAM, "squashed")
    team.git("checkout", "-b", "next")
    team.git("mv", PATH, "stories/y.md")
    team.commit(SAM, "rename it")
    assert "approved by Kim Lee on 2026-03-14: it stands on the base" in team.gate().out
    team.change("status: approved", "status: approved # at last", "stories/y.md")
    team.commit(SAM, "a comment")
    assert "holds no more; changed since: the other front matter" in team.gate().out


def test_two_people_and_one_of_a_role(team: Team) -> None:
    terms = '[gate]\napprovals = 2\napprovers = ["Kim Lee", "Zoe"]\n[gate.roles.coach]\napprovers = ["Ana Ruiz"]\n'
    team.git("checkout", "main")
    team.write("bqlint.toml", CONFIG + terms)
    team.commit(ANA, "terms")
    team.git("checkout", "-B", "work")
    team.approved()
    wanted = "it has 1 of 2 approvals", "it has 0 of 1 approvals by the role `coach` (Ana Ruiz)"
    assert team.refusals()[:2] == list(wanted)
    team.approve(ANA.name)
    team.commit(ANA, "approve it, too")
    ran = team.gate()
    assert (ran.code, "anybody but the author" in ran.out) == (0, False)


def test_a_team_that_merges_drafts_still_proves_what_is_called_approved(team: Team) -> None:
    team.git("checkout", "main")
    team.write("bqlint.toml", f"{CONFIG}[gate]\nrequired-status = 'draft'\n")
    team.commit(ANA, "terms")
    team.git("checkout", "-B", "work")
    team.told("draft")
    assert team.gate().code == 0
    team.git("branch", "-f", "main")
    team.git("rm", "--quiet", PATH)
    team.commit(SAM, "away with it")
    assert "deleted; it had not been approved" in team.gate().out
    team.told()
    assert team.refusals() == ["it has 0 of 1 approvals"]


def test_other_programs_get_it_as_their_schema_describes(team: Team) -> None:
    team.told()
    team.write("bqlint.toml", "")
    head = team.commit(SAM, "mine")
    ran = team.bqlint("gate", "--base", "main", "--output-format", "json")
    data = json.loads(ran.out)
    jsonschema.validate(data, schema.load(schema.shipped("gate.schema.json")))
    refused = {"path": PATH, "passes": False, "refused": ["it has 0 of 1 approvals"], "shown": []}
    assert (ran.code, data["passes"], data["head"], data["stories"]) == (1, False, head, [refused])
    assert data["overruled"] == ["bqlint.toml"]


def test_who_committed_in_another_name_is_told(team: Team) -> None:
    """As a rebase by somebody else does, and as a forger would."""
    team.told()
    team.approve(KIM.name)
    team.commit(SAM, "approve it", "--author", "Kim Lee <kim@example.org>")
    assert (
        "which names Kim Lee <kim@example.org> as its author; Sam Ode <sam@example.org> committed it" in team.gate().out
    )


def test_what_is_gone_from_the_base_may_go_from_the_branch(team: Team) -> None:
    team.approved()
    team.git("branch", "-f", "main")
    for branch in ("main", "work"):
        team.git("checkout", branch)
        team.git("rm", "--quiet", PATH)
        team.commit(SAM if branch == "work" else ANA, f"away with it on {branch}")
    assert team.gate().code == 0


def test_a_pipeline_without_the_key_of_the_deny_list_judges_as_well(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BQLINT_CONFIDENTIAL_KEY", "a key of more than twenty letters")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Acme Corp\n")))
    team.git("checkout", "main")
    team.bqlint("confidential", "add")
    team.write("bqlint.toml", f'confidential = ".bqlint-confidential"\n{CONFIG}')
    team.commit(ANA, "names")
    team.git("checkout", "-B", "work")
    team.approved()
    monkeypatch.delenv("BQLINT_CONFIDENTIAL_KEY")
    ran = team.gate()
    assert (ran.code, ran.err) == (0, "")
