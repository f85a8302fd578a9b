"""What a change might say of itself, and who its people are: the base decides."""

from __future__ import annotations

import pytest

from tests.gate.team import ANA, CONFIG, KIM, PATH, SAM, STORY, Person, Team, on_main

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


def test_a_schema_that_the_change_loosens(team: Team) -> None:
    schema = '{"required": ["level"], "properties": {"level": {"enum": ["senior"]}}}'
    on_main(team, config=f'schema = "own.json"\n{CONFIG}', schema=schema)
    team.told()
    team.write("own.json", "{}")
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    assert team.refusals() == ["BQ101 the key `level` is missing"]
    assert "changed here: own.json; what main holds was used." in team.gate().out
