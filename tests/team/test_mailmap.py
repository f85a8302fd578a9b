"""A .mailmap means what git takes it to mean."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bqlint.team.mailmap import Mailmap
from bqlint.team.objects import Person
from bqlint.team.roster import Roster
from bqlint.team.terms import Terms

NAMES = ["", "Kim", "kim", "Kim Lee", "Sam", "# Sam", "Zoë"]
EMAILS = ["kim@x.org", "KIM@x.org", "k@y.org", "sam@x.org"]
LINES = st.builds(
    lambda name, email, old, space: f"{space}{name} <{email}>{old}{space}",
    st.sampled_from(NAMES),
    st.sampled_from(EMAILS),
    st.one_of(
        st.just(""),
        st.builds(lambda name, email: f" {name} <{email}>", st.sampled_from(NAMES), st.sampled_from(EMAILS)),
    ),
    st.sampled_from(["", " "]),
)
OTHER = st.sampled_from(["", "# a comment", "no address", "Kim <kim@x.org", "<>", "Kim <>"])
PEOPLE = [Person(name, email) for name in ("Kim", "kim lee", "Sam", "Zoë") for email in EMAILS]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mailmap")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    return folder


@example(["Kim <kim@x.org> Kim Lee <kim@x.org>", "<kim@x.org> Kim Lee <kim@x.org>"])
@settings(max_examples=60)
@given(st.lists(st.one_of(LINES, OTHER), max_size=6))
def test_it_maps_people_as_git_does(empty: Path, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    (empty / ".mailmap").write_text(text, encoding="utf-8")
    asked = "".join(f"{person}\n" for person in PEOPLE)
    command = ["git", "check-mailmap", "--stdin"]
    told = subprocess.run(command, cwd=empty, input=asked, capture_output=True, encoding="utf-8", check=True).stdout
    mailmap = Mailmap(text)
    assert [str(mailmap.of(person)) for person in PEOPLE] == told.splitlines()


TERMS = Terms(people={"kim": ("kim@x.org", "k@y.org"), "sam": ("sam@x.org",)})
ROSTER = Roster(TERMS, Mailmap())


def test_who_is_listed_is_known_by_address_alone() -> None:
    assert ROSTER.is_called(Person("anything", "K@y.org"), "kim")
    assert not ROSTER.is_called(Person("kim", "other@x.org"), "kim")
    assert ROSTER.is_called(Person("Zoë", "zoe@x.org"), "Zoë")
    assert ROSTER.is_called(Person("Zoë", "zoe@x.org"), "zoe@x.org")
    assert not ROSTER.is_called(Person("Zoe", "zoe@x.org"), "Zoë")


@pytest.mark.parametrize(
    ("person", "name", "may_be"),
    [
        (Person("S.", "sam@x.org"), "sam", True),
        (Person("Sam Ode", "ode@x.org"), "sam", False),  # the team says which addresses are sam's
        (Person("Zoë Ode", "z@x.org"), "zoe", True),
        (Person("Z", "zoe.ode@x.org"), "Zoe", True),
        (Person("Z", "z@zoe.org"), "zoe", False),
        (Person("Ana", "ana@x.org"), "zoe", False),
    ],
)
def test_who_may_be_meant_by_a_name(person: Person, name: str, may_be: bool) -> None:
    assert ROSTER.may_be(person, name) == may_be


def test_two_addresses_of_one_person_are_one() -> None:
    assert ROSTER.are_same(Person("A", "kim@x.org"), Person("B", "k@y.org"))
    assert ROSTER.are_same(Person("Kim", "a@x.org"), Person("KIM", "b@x.org"))
    assert not ROSTER.are_same(Person("A", "a@x.org"), Person("B", "b@x.org"))
