"""Any history of edits, approvals and forgeries: the gate lets pass exactly what the rule of two people allows."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bqlint.parsing import Grammar, parse
from bqlint.source import Source
from bqlint.team.digest import digest_of
from tests.conftest import Bqlint
from tests.gate.team import ANA, KIM, PATH, SAM, STORY, Person, Team

FIGURES = ("310", "320", "330")
PEOPLE = (SAM, KIM, ANA)


def told(figure: str) -> str:
    return STORY.replace("310", figure).replace("in-review", "approved")


def _digest(figure: str) -> str:
    story = parse(Source("x.md", told(figure)), Grammar()).story
    assert story is not None
    return digest_of(story)


DIGESTS = {figure: _digest(figure) for figure in FIGURES}


class Step(NamedTuple):
    """A commit: by whom, the figure that the story then tells, and whose approvals of which figure it lists."""

    who: Person
    figure: str
    reviews: tuple[tuple[str, str], ...]


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    steps = [Step(SAM, FIGURES[0], ())]
    for _ in range(draw(st.integers(1, 6))):
        _, figure, reviews = steps[-1]
        who = draw(st.sampled_from(PEOPLE))
        what = draw(st.sampled_from(["edit", "approve", "approve", "forge", "withdraw", "clean"]))
        if what in ("edit", "clean"):
            figure = draw(st.sampled_from(FIGURES))
            reviews = () if what == "clean" else reviews
        elif what == "withdraw":
            reviews = reviews[1:]
        else:
            by = who if what == "approve" else draw(st.sampled_from(PEOPLE))
            others = tuple(each for each in reviews if each[0] != by.name)
            reviews = (*others, (by.name, figure))
        steps.append(Step(who, figure, reviews))
    return steps


def is_allowed(steps: list[Step]) -> bool:
    """The rule itself, over a history without merges: the commits since when something has been so without a break."""
    last = steps[-1]

    def since(holds: list[bool]) -> Step:
        return steps[max((at for at, held in enumerate(holds) if not held), default=-1) + 1]

    editor = since([step.figure == last.figure for step in steps]).who
    for review in last.reviews:
        by, figure = review
        bringer = since([review in step.reviews for step in steps])
        is_own = bringer.who.name == by and bringer.figure == figure == last.figure
        if not is_own or by in (SAM.name, editor.name):
            return False
    return bool(last.reviews)


def written(step: Step) -> str:
    """The story's file as a step leaves it."""
    reviews = "".join(
        f"  - by: {by}\n    on: 2026-03-14\n    digest: {DIGESTS[figure]}\n" for by, figure in step.reviews
    )
    listed = f"reviews:\n{reviews}" if reviews else ""
    return told(step.figure).replace("author: Sam Ode\n", f"author: Sam Ode\n{listed}")


def commit(who: Person, text: str) -> str:
    """A commit that puts `text` into the story's file, for `git fast-import`."""
    identity = f"{who.name} <{who.email}> 0 +0000"
    head = f"commit refs/heads/any\nauthor {identity}\ncommitter {identity}\ndata 4\nstep\n"
    return f"{head}M 100644 inline {PATH}\ndata {len(text.encode())}\n{text}\n"


def stream(steps: Sequence[Step]) -> str:
    """The history for `git fast-import`, on a branch of its own."""
    begin = "reset refs/heads/any\nfrom refs/heads/main^0\n\n"
    return begin + "".join(commit(step.who, written(step)) for step in steps)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(histories())
def test_the_gate_keeps_the_rule_of_two_people(team: Team, bqlint: Bqlint, steps: list[Step]) -> None:
    command = ["git", "fast-import", "--quiet", "--force"]
    subprocess.run(command, cwd=team.top, input=stream(steps).encode(), check=True)
    team.git("symbolic-ref", "HEAD", "refs/heads/any")
    ran = team.gate()
    assert ran.err == ""
    assert ran.code == (0 if is_allowed(steps) else 1), ran.out


APPROVED = (Step(SAM, FIGURES[0], ()), Step(KIM, FIGURES[0], ((KIM.name, FIGURES[0]),)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_no_character_of_an_approved_story_may_change(team: Team, data: st.DataObject) -> None:
    """Nor of its status and of its approvals, which the digest leaves out."""
    text = written(APPROVED[-1])
    at = data.draw(st.sampled_from([at for at, sign in enumerate(text) if not sign.isspace()]))
    other = data.draw(st.sampled_from([sign for sign in "x0-#'é" if sign != text[at]]))
    forged = text[:at] + other + text[at + 1 :]
    branch = stream(APPROVED) + commit(SAM, forged)
    subprocess.run(["git", "fast-import", "--quiet", "--force"], cwd=team.top, input=branch.encode(), check=True)
    team.git("symbolic-ref", "HEAD", "refs/heads/any")
    assert team.gate().code == 1, forged
    assert team.gate("HEAD~1").code == 1, forged
