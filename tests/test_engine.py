from __future__ import annotations

from collections.abc import Iterator

import pytest

from bqlint.engine import check
from bqlint.finding import Finding, Problem, Severity, Span
from bqlint.parsing import Parsed
from bqlint.rules import load
from bqlint.rules.base import Rule
from bqlint.source import Source
from bqlint.story import Story
from tests.cli.samples import FLAWED
from tests.rules.stories import parsed


class Broken(Rule):
    """A rule that fails."""

    code, name = "BQ999", "broken"

    def check(self, story: Story) -> Iterator[Finding]:
        raise RuntimeError(story.title)


def every_rule() -> list[Rule]:
    return [rule() for rule in load().values()]


def test_a_rule_that_fails_is_a_finding_and_the_others_run() -> None:
    with_it = check(parsed(FLAWED), [Broken(), *every_rule()])
    without = check(parsed(FLAWED), every_rule())
    assert [f for f in with_it if f.code != "BQ008"] == list(without)
    (failure,) = [f for f in with_it if f.code == "BQ008"]
    assert "BQ999" in failure.message
    assert "RuntimeError" in failure.message
    assert "stock room" not in failure.message


class Talkative(Rule):
    """A rule that finds something everywhere."""

    code, name = "BQ998", "talkative"
    number = 0

    def check(self, story: Story) -> Iterator[Finding]:
        yield from (self.finding(Span(0, 1), "here", help="there") for _ in range(self.number))


@pytest.mark.parametrize(("number", "kept", "given_up"), [(1_000, 1_000, 0), (1_001, 1_000, 1), (500_000, 1_000, 1)])
def test_a_rule_that_finds_too_much_is_cut_and_that_is_said(
    number: int, kept: int, given_up: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Talkative, "number", number)
    codes = [finding.code for finding in check(parsed(FLAWED), [Talkative(), load()["BQ007"]()])]
    assert (codes.count("BQ998"), codes.count("BQ007")) == (kept, given_up)


def test_the_gravest_of_too_many_findings_in_a_story_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Talkative, "number", 1_000)
    told = check(parsed(FLAWED), [*(Talkative() for _ in range(5)), *every_rule()])
    errors = [finding for finding in check(parsed(FLAWED), every_rule()) if finding.severity is Severity.ERROR]
    assert len(told) == 3_001
    assert set(errors) <= set(told)
    assert [finding.code for finding in told].count("BQ007") == 1


def test_a_file_without_a_story_keeps_its_problems() -> None:
    lost = Parsed(Source("x.md", ""), None, (Problem("BQ001", Span(0, 0), "gone", "look"),))
    (finding,) = check(lost, every_rule())
    assert (finding.code, finding.severity, finding.message, finding.help) == ("BQ001", Severity.ERROR, "gone", "look")


def test_findings_come_in_the_order_of_the_text_and_know_their_section() -> None:
    found = check(parsed(FLAWED), every_rule())
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)
    assert {f.code: f.section for f in found if f.code in ("BQ101", "BQ302", "BQ201")} == {
        "BQ101": None,
        "BQ201": "task",
        "BQ302": "result",
    }


def test_a_configured_severity_wins_over_the_rules_own_grading() -> None:
    (graded,) = [f for f in check(parsed(FLAWED), [load()["BQ201"]()]) if f.section == "task"]
    (given,) = [f for f in check(parsed(FLAWED), [load()["BQ201"](severity=Severity.INFO)]) if f.section == "task"]
    assert (graded.severity, given.severity) == (Severity.WARNING, Severity.INFO)
