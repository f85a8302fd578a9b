"""What somebody who may push to a branch could try. Each is refused, for its own reason."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable

import pytest

from tests.conftest import Within
from tests.gate.team import ANA, CONFIG, KIM, PATH, SAM, STORY, Person, Team


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


OVERRULED: dict[str, tuple[str, str]] = {
    "no approvals wanted": ("bqlint.toml", f"{CONFIG}[gate]\napprovals = 0\nrequired-status = 'draft'\n"),
    "no story looked at": ("bqlint.toml", 'include = ["none/*.md"]\n'),
    "stories excluded": ("bqlint.toml", f'{CONFIG}extend-exclude = ["stories"]\n'),
    "a nearer configuration": ("stories/bqlint.toml", "[gate]\napprovals = 0\nrequired-status = 'draft'\n"),
    "in pyproject.toml": ("stories/pyproject.toml", "[tool.bqlint.gate]\napprovals = 0\nrequired-status = 'draft'\n"),
    "a .mailmap": (".mailmap", "Kim Lee <kim@example.org> <sam@example.org>\n"),
}


@pytest.mark.parametrize("how", OVERRULED)
def test_a_change_that_would_judge_itself(team: Team, how: str) -> None:
    path, text = OVERRULED[how]
    team.told()
    team.approve(KIM.name)
    team.write(path, text)
    team.commit(SAM, "all settled")
    assert "the author of the story, not by Kim Lee" in team.refusals()[0]
    assert f"changed here: {path}; what main holds was used." in team.gate().out


def on_main(team: Team, **files: str) -> None:
    """Ana adds to the base, and `work` begins there."""
    team.git("checkout", "main")
    for path, text in files.items():
        team.write({"config": "bqlint.toml", "mailmap": ".mailmap", "schema": "own.json"}[path], text)
    team.commit(ANA, "terms")
    team.git("checkout", "-B", "work")


LISTED = f'{CONFIG}[gate]\napprovers = ["Kim Lee"]\n'


def test_a_list_of_approvers_that_the_change_makes_longer(team: Team) -> None:
    on_main(team, config=LISTED)
    team.told()
    team.write("bqlint.toml", LISTED.replace('"Kim Lee"', '"Kim Lee", "Ana Ruiz"'))
    team.approve(ANA.name)
    team.commit(ANA, "approve it")
    assert team.refusals()[0] == "`Ana Ruiz` is not among the approvers that the base names"


def test_a_branch_that_begins_before_the_list_of_approvers(team: Team) -> None:
    team.told()
    team.approve(ANA.name)
    team.commit(ANA, "approve it")
    team.git("checkout", "main")
    team.write("bqlint.toml", LISTED)
    team.commit(ANA, "terms")
    team.git("checkout", "work")
    assert team.refusals()[0] == "`Ana Ruiz` is not among the approvers that the base names"


@pytest.mark.parametrize("name", ["Kim lee", "Kіm Lee", "Kim Lee\u0301", "Kim  Lee", "Kim Lee\u200b"])
def test_a_name_that_only_looks_like_an_approvers(team: Team, name: str) -> None:
    on_main(team, config=LISTED)
    team.told()
    (team.top / "bqlint.toml").unlink()
    team.approve(name)
    team.git("checkout", "bqlint.toml")
    team.commit(Person(name, "kim@example.org"), "approve it")
    assert "is not among the approvers that the base names; it only looks like `Kim Lee`" in team.refusals()[0]


def test_a_name_in_another_composition_is_another_name(team: Team) -> None:
    team.told()
    team.approve("Zo\u00eb")
    team.commit(Person("Zoe\u0308", "zoe@example.org"), "approve it")
    assert "not by Zo\u00eb" in team.refusals()[0]


@pytest.mark.parametrize("name", ["Sаm Ode", "SAM ODE", "Sam\u00a0Ode"])
def test_an_author_under_a_name_that_looks_like_it(team: Team, name: str) -> None:
    team.told()
    team.approve("Somebody")
    team.change("by: Somebody", f"by: {name}")
    team.commit(Person(name, "other@example.org"), "approve it")
    assert team.refusals()[0] == f"the approval by {name} is the author's own"


def test_one_person_under_two_names(team: Team) -> None:
    on_main(team, config=f"{CONFIG}[gate]\napprovals = 2\n")
    team.told()
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    team.approve("Lee Kim")
    team.commit(Person("Lee Kim", KIM.email), "approve it twice")
    assert team.refusals() == [
        "the approvals by Kim Lee and by Lee Kim may be one person's",
        "it has 1 of 2 approvals",
        team.refusals()[2],
    ]


def test_people_whom_the_base_knows_by_address(team: Team) -> None:
    people = '[gate.people]\nkim = ["kim@example.org", "kim@home.example"]\nsam = "sam@example.org"\n'
    on_main(team, config=CONFIG + people)
    team.write(PATH, STORY.replace("in-review", "approved").replace("Sam Ode", "sam"))
    team.commit(SAM, "tell it")
    team.approve("kim")
    team.commit(Person("kim", "sam@example.org"), "approve it")
    assert "by kim <sam@example.org>, the author of the story, not by kim" in team.refusals()[0]
    team.git("reset", "--hard", "HEAD~1")
    team.approve("kim")
    team.commit(Person("K.", "Kim@home.example"), "approve it")
    assert team.gate().code == 0


def test_the_mailmap_of_the_base_says_who_is_who(team: Team) -> None:
    on_main(team, mailmap="Kim Lee <kim@example.org> <k@home.example>\nSam Ode <sam@example.org> <kim@example.org>\n")
    team.told()
    team.approve(KIM.name)
    team.commit(Person("K.", "k@home.example"), "approve it")
    assert team.gate().code == 0
    team.git("reset", "--hard", "HEAD~1")
    team.approve(KIM.name)
    team.commit(KIM, "approve it, with the address that is Sam's")
    assert "by Sam Ode <sam@example.org>, the author of the story, not by Kim Lee" in team.refusals()[0]


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


def test_a_schema_that_the_change_loosens(team: Team) -> None:
    schema = '{"required": ["level"], "properties": {"level": {"enum": ["senior"]}}}'
    on_main(team, config=f'schema = "own.json"\n{CONFIG}', schema=schema)
    team.told()
    team.write("own.json", "{}")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    assert team.refusals() == ["BQ101 the key `level` is missing"]
    assert "changed here: own.json; what main holds was used." in team.gate().out


def test_a_history_that_replacements_and_grafts_show(team: Team) -> None:
    team.told()
    told = team.git("rev-parse", "HEAD")
    team.approve(KIM.name)
    forged = team.commit(SAM, "approved, honestly")
    team.git("checkout", "--detach", told)
    team.approve(KIM.name)
    genuine = team.commit(KIM, "approve it")
    team.git("checkout", "work")
    team.git("replace", forged, genuine)
    assert "not by Kim Lee" in team.refusals()[0]
    team.git("replace", "--delete", forged)
    (team.top / ".git/info").mkdir(exist_ok=True)
    (team.top / ".git/info/grafts").write_text(f"{forged} {genuine}\n")
    assert "not by Kim Lee" in team.refusals()[0]


def test_a_clone_without_the_history_that_tells(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.approved()
    team.git("branch", "-f", "main")
    team.change("four, and", "four,\nand")
    team.commit(SAM, "wrapped")
    team.git("clone", "--quiet", "--depth", "2", "--branch", "work", f"file://{team.top}", "clone")
    team.git("-C", "clone", "fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    monkeypatch.chdir(team.top / "clone")
    assert team.gate("origin/main").code == 0  # the base holds the approval: no history is needed
    assert team.gate("HEAD~2").err.startswith("bqlint: `HEAD~2` is no commit in this clone (the clone is shallow:")


def test_history_that_is_missing_where_it_would_tell(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.approved()
    team.git("checkout", "main")
    team.write("notes.txt", "theirs")
    team.commit(ANA, "elsewhere")
    team.git("checkout", "work")
    team.git("merge", "--no-ff", "main", "--message", "catch up")
    team.git("clone", "--quiet", "--depth", "2", "--branch", "work", f"file://{team.top}", "clone")
    team.git("-C", "clone", "fetch", "--quiet", "--depth", "2", "origin", "main:refs/remotes/origin/main")
    monkeypatch.chdir(team.top / "clone")
    said = team.refusals("origin/main")[0]
    assert said.startswith("who brought the approval by Kim Lee cannot be told: this clone does not hold ")
    assert "(the clone is shallow: `git fetch --unshallow` brings the rest)" in said


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "main..work", "", "HEAD:bqlint.toml"])
def test_a_base_that_does_not_exist(team: Team, base: str) -> None:
    team.told()
    ran = team.bqlint("gate", f"--base={base}")
    assert (ran.code, ran.out) == (2, "")
    assert "is no commit in this clone" in ran.err


def test_objects_that_only_the_network_has(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.approved()
    team.git("config", "uploadpack.allowFilter", "true")
    team.git(
        "clone", "--quiet", "--no-checkout", "--filter=blob:none", "--branch", "work", f"file://{team.top}", "part"
    )
    monkeypatch.chdir(team.top / "part")
    before = team.git("-C", "part", "rev-list", "--objects", "--missing=print", "--all")
    ran = team.gate("origin/main")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("bqlint: this clone does not hold ")
    assert ran.err.count("\n") == 1
    assert team.git("-C", "part", "rev-list", "--objects", "--missing=print", "--all") == before


def test_without_a_base_the_remote_has_to_name_one(team: Team) -> None:
    team.approved()
    assert team.bqlint("gate").err.startswith("bqlint: this clone has no origin/HEAD (--base says")
    team.git("update-ref", "refs/remotes/origin/main", "main")
    team.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    assert team.bqlint("gate").code == 0


def test_a_base_that_a_tag_hides(team: Team) -> None:
    team.told()
    team.git("update-ref", "refs/remotes/origin/main", "main")
    team.git("tag", "origin/main", "work")
    ran = team.gate("origin/main")
    assert ran.code == 2
    assert "may be refs/remotes/origin/main or refs/tags/origin/main (name the base in full)" in ran.err
    assert team.gate("refs/remotes/origin/main").code == 1


def test_a_base_without_common_history(team: Team) -> None:
    team.git("checkout", "--orphan", "other")
    team.told()
    assert team.gate().err.startswith("bqlint: this clone holds no common history of `main` and HEAD")


def test_what_is_not_committed_has_no_say(team: Team) -> None:
    team.told()
    team.approve(KIM.name)
    team.git("add", "--all")
    assert team.refusals() == ["it has 0 of 1 approvals"]


def test_nothing_that_the_repository_holds_is_run(team: Team) -> None:
    canary = team.top.parent / f"{team.top.name}-ran"
    team.approved()
    for key in ("core.fsmonitor", "core.sshCommand", "gpg.program", "gpg.ssh.program", "filter.x.smudge", "alias.log"):
        team.git("config", key, f"touch {canary}")
    team.write(".gitattributes", "*.md filter=x diff=x\n")
    assert team.gate().code == 0
    assert not canary.exists()


def test_a_broken_configuration_on_the_base_is_said(team: Team) -> None:
    on_main(team, config="[gate]\napproval = 2\n")
    team.told()
    ran = team.gate()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "bqlint: main:bqlint.toml:2: `gate.approval` is not a setting; did you mean `approvals`?\n"


def test_the_place_of_the_temporary_folder_is_no_matter(
    team: Team, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that the default excludes name must not make stories vanish."""
    place = tmp_path_factory.mktemp("x") / "node_modules"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    team.git("rm", "--quiet", "bqlint.toml")
    for project in ("", "[project]\nname = 'no settings'\n"):
        team.write("pyproject.toml", project)
        team.commit(ANA, "no settings")
        team.git("branch", "-f", "main")
        team.write(PATH, STORY.replace("in-review", "approved") + "\n" * len(project))
        team.commit(SAM, "tell it")
        assert team.refusals() == ["it has 0 of 1 approvals"]
    assert list(place.iterdir()) == []


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


def test_an_author_who_is_known_by_the_first_name_alone(team: Team) -> None:
    team.write(PATH, STORY.replace("in-review", "approved").replace("Sam Ode", "sam"))
    team.commit(ANA, "tell it for Sam")
    team.approve(SAM.name)
    team.commit(SAM, "approve it")
    assert team.refusals()[0].endswith("by Sam Ode <sam@example.org>, who may be the author of the story")
    on_main(team, config=f'{CONFIG}[gate.people]\nsam = "sam@elsewhere.example"\n')
    team.write(PATH, STORY.replace("in-review", "approved").replace("Sam Ode", "sam"))
    team.commit(ANA, "tell it for the other Sam")
    team.approve(SAM.name)
    team.commit(SAM, "approve it")
    assert team.gate().code == 0


def test_names_that_a_log_would_act_on(team: Team) -> None:
    name = "::error::\x1b[31mx ##[group]"
    team.told()
    team.approve(name)
    team.commit(Person(name, "x@example.org"), "approve it")
    team.write("::set-output name=x::y/bqlint.toml", "")
    team.change("310 euros", "410 euros")
    team.write("stories/::warning::x.md", STORY)
    team.commit(Person(name, "x@example.org"), "and change it")
    out = team.gate().out
    assert "\x1b" not in out
    assert "##[" not in out
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]


def test_folders_nested_too_deep_for_recursion(team: Team) -> None:
    path = "/".join(["d"] * 1_200)
    stream = (
        "commit refs/heads/deep\ncommitter Sam <sam@example.org> 0 +0000\ndata 4\ndeep\nfrom refs/heads/main\n"
        f"M 100644 inline {path}/x.md\ndata 0\n\n"
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=team.top, input=stream, text=True, check=True)
    team.git("symbolic-ref", "HEAD", "refs/heads/deep")
    ran = team.gate()
    assert (ran.code, ran.err) == (0, "")
    assert "no story changed" in ran.out


def test_a_message_that_would_take_its_time(team: Team, within: Within) -> None:
    team.told()
    (team.top / ".git" / "message").write_text("tell it\n\nCo-authored-by:" + " " * 200_000 + "x\n")
    team.git("commit", "--amend", "--file", ".git/message", who=SAM)
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    with within(30):
        assert team.gate().code == 0


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


def test_an_older_text_in_a_clone_that_cannot_tell_its_age(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the base had the text before is seen in the history of the base alone."""
    on_main(team, config=CONFIG + "\n")
    on_main(team, config=CONFIG + "\n\n")
    team.approved()
    team.git("clone", "--quiet", "--depth", "3", "--branch", "work", f"file://{team.top}", "clone")
    team.git("-C", "clone", "update-ref", "refs/heads/main", "HEAD~2")
    monkeypatch.chdir(team.top / "clone")
    assert team.gate().code == 0  # the branch begins at the base itself
    monkeypatch.chdir(team.top)
    team.git("checkout", "main")
    team.write("notes.txt", "theirs")
    team.commit(ANA, "elsewhere")
    team.git("-C", "clone", "fetch", "--quiet", "--depth", "2", "origin", "+main:main")
    monkeypatch.chdir(team.top / "clone")
    assert "cannot be told: this clone does not hold the whole history of the base" in team.refusals()[0]
