"""Histories that are not whole, bases that are not there, and what a repository might have run."""

from __future__ import annotations

import subprocess

import pytest

from tests.conftest import Within
from tests.gate.team import ANA, CONFIG, KIM, SAM, STORY, Person, Team, on_main


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
