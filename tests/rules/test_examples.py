"""Every rule's examples are its tests: findings stand exactly where ⟦marks⟧ do, good examples have none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from _pytest.mark import ParameterSet

from bqlint.bank import Bank
from bqlint.edits import apply
from bqlint.engine import across, check
from bqlint.finding import Finding, Severity
from bqlint.policy.judge import Policy, judge
from bqlint.repository.corpus import corpus
from bqlint.repository.summary import summary
from bqlint.rules import load
from bqlint.rules.base import Example, Rule
from tests.rules.stories import parsed, side_by_side, unmark, whole

CASES = [
    pytest.param(rule, is_bad, example, id=f"{code}-{'bad' if is_bad else 'good'}-{index}")
    for code, rule in load().items()
    for index, (is_bad, example) in enumerate(rule.examples())
]


def is_across(case: ParameterSet) -> bool:
    """Whether a case is about stories side by side."""
    return bool(case.values[2].within == "repository")


WITHOUT_TEXT = {"BQ001", "BQ002", "BQ003", "BQ007", "BQ008"}
"""Rules about bytes, time and bqlint itself; tests/test_source.py and tests/test_engine.py show them at work."""
DECLARED = sorted(load())


def judged(text: str, rule: type[Rule], example: Example) -> list[Finding]:
    """What `rule` finds and the policy keeps; rules about suppressions speak of what the others find."""
    others = load().values() if rule.code.startswith("BQ92") else [rule]
    rules = [each(example.given if each is rule else None) for each in others]
    read = parsed(text)
    kept = judge(check(read, rules), read.story, rules, Policy(date(2026, 1, 1))).kept
    return [finding for finding in kept if finding.code == rule.code]


@pytest.mark.parametrize(("rule", "is_bad", "example"), [case for case in CASES if not is_across(case)])
def test_findings_stand_where_the_example_says(rule: type[Rule], is_bad: bool, example: Example) -> None:
    text, marked = unmark(whole(example))
    assert bool(marked) == is_bad
    findings = judged(text, rule, example)
    assert [finding.span.of(text) for finding in findings] == [span.of(text) for span in marked]
    assert [finding.span for finding in findings] == marked
    for finding in findings:  # one line each; the way out is told in sentences
        assert finding.message == " ".join(finding.message.split())
        assert finding.help.endswith((".", "”"))


@pytest.mark.parametrize(
    ("rule", "is_bad", "example"), [case for case in CASES if not case.values[1] and not is_across(case)]
)
def test_good_examples_draw_no_error_of_another_rule(rule: type[Rule], is_bad: bool, example: Example) -> None:
    if example.within == "body":
        pytest.skip("a body may leave sections out")
    others = [other() for other in load().values() if other is not rule]
    errors = [f for f in check(parsed(unmark(whole(example))[0]), others) if f.severity is Severity.ERROR]
    assert [(f.code, f.message) for f in errors if example.within != "file" or not f.code.startswith("BQ2")] == []


@pytest.mark.parametrize(
    ("rule", "is_bad", "example"), [case for case in CASES if case.values[1] and case.values[2].fixed]
)
def test_the_fix_makes_what_the_example_says(rule: type[Rule], is_bad: bool, example: Example) -> None:
    text, _ = unmark(whole(example))
    fixes = dict.fromkeys(finding.fix for finding in judged(text, rule, example) if finding.fix)
    assert apply(text, fixes).text == whole(example._replace(text=example.fixed))


@pytest.mark.parametrize("code", DECLARED)
def test_a_rule_that_fixes_says_so_in_its_examples(code: str) -> None:
    rule = load()[code]
    texts = [(unmark(whole(each))[0], each) for bad, each in rule.examples() if bad and each.within != "repository"]
    for text, example in texts:
        is_fixed = any(finding.fix for finding in judged(text, rule, example))
        assert is_fixed == bool(example.fixed), example.text


@pytest.mark.parametrize(("rule", "is_bad", "example"), [case for case in CASES if is_across(case)])
def test_findings_across_stories_stand_where_the_example_says(rule: type[Rule], is_bad: bool, example: Example) -> None:
    files = {name: unmark(text) for name, text in side_by_side(example).items()}
    told = {name: parsed(text).story for name, (text, _) in files.items() if name}
    seen = corpus([summary(story, name) for name, story in told.items() if story], told.get, Bank())
    marked = {name: marks for name, (_, marks) in files.items() if marks}
    assert bool(marked) == is_bad
    found = across(seen, [rule(example.given)])
    assert {name: [finding.span for finding in findings] for name, findings in found.items()} == marked


@pytest.mark.parametrize("code", DECLARED)
def test_a_rule_is_documented(code: str) -> None:
    rule = load()[code]
    assert re.fullmatch(r"BQ[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.__name__ == rule.name.title().replace("-", "")
    assert not rule.name.startswith(("no-", "use-", "avoid-", "prefer-"))
    assert 10 < len(rule.summary()) <= 100
    assert rule.summary().endswith(".")
    assert len(rule.reason()) > 40
    assert all(option.doc for option in rule.options().values())


@pytest.mark.parametrize("code", [code for code in DECLARED if code not in WITHOUT_TEXT])
def test_a_rule_has_examples(code: str) -> None:
    rule = load()[code]
    assert len(rule.bad) >= 1
    assert len(rule.good) >= 2


@pytest.mark.parametrize("code", [code for code in DECLARED if load()[code].options()])
def test_every_option_is_used_in_an_example(code: str) -> None:
    rule = load()[code]
    given = {name for _, example in rule.examples() for name in example.given}
    assert given == set(rule.options())


def test_codes_and_names_are_unique_and_the_fixed_ones_are_there() -> None:
    rules = load()
    assert len({rule.name for rule in rules.values()}) == len(rules)
    fixed = (
        "001 002 003 004 005 006 007 008 101 102 201 202 203 204 205 207 208 301 302 401 402 403 501 502 503 "
        "601 602 603 604 701 702 703 801 802 901 902 903 904 905 921 922 923"
    )
    assert {f"BQ{number}" for number in fixed.split()} <= set(rules)
