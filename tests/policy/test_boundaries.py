from __future__ import annotations

from datetime import date

import pytest

from bqlint.finding import Finding, Severity, Span
from bqlint.policy.select import picks
from bqlint.policy.suppress import Suppression


@pytest.mark.parametrize(("at", "hidden"), [(9, False), (10, True), (19, True), (20, False)])
def test_a_suppression_reaches_from_the_first_to_the_last_sign_of_what_it_is_over(at: int, hidden: bool) -> None:
    place = Span(0, 1)
    over = Suppression("BQ302", Span(10, 20), date(2026, 1, 1), "a reason", place, place, "comment", place)
    finding = Finding("BQ302", "vague-magnitude", Severity.WARNING, Span(at, 30), "x", "y")
    assert over.hides(finding) is hidden
    assert not over.hides(finding._replace(code="BQ301"))
    empty = over._replace(over=Span(10, 10))
    assert [empty.hides(finding._replace(span=Span(place, 30))) for place in (9, 10, 11)] == [False, True, False]


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        (["ALL"], [], True),
        (["ALL"], ["TEAM001"], False),
        (["TEAM"], ["ALL"], True),
        (["TEAM001"], ["TEAM"], True),
        (["TEAM"], ["TEAM001"], False),
        (["TEAM"], ["TEAM"], False),
        (["ALL"], ["ALL"], False),
        (["team-rule"], ["TEAM"], True),
        (["BQ3"], [], False),
        ([], [], False),
    ],
)
def test_the_more_exact_selector_decides_and_ignore_wins_a_tie(
    select: list[str], ignore: list[str], runs: bool
) -> None:
    assert picks(select, ignore, "TEAM001", "team-rule") is runs
