"""What each phase and each rule costs a story, in one warm process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from bqlint import schema
from bqlint.bank import Bank
from bqlint.engine import check
from bqlint.finding import Problem
from bqlint.parsing import Grammar, Parsed, parse
from bqlint.policy.judge import Policy, judge
from bqlint.render import render
from bqlint.report import Report
from bqlint.repository.corpus import corpus
from bqlint.repository.summary import summary
from bqlint.rules import load
from bqlint.rules.base import RepositoryRule, Rule
from bqlint.settings import Settings
from bqlint.source import Source, read

T = TypeVar("T")
TIMES = 5


class Phase(NamedTuple):
    """A phase or a rule, and the milliseconds of processor time that it takes a story."""

    name: str
    milliseconds: float


def phases(paths: Sequence[Path]) -> list[Phase]:
    """The phases of a run over `paths`, one after the other; each the best of five times."""
    grammar, rules = _grammar(), [rule() for rule in load().values()]
    sources = [_source(path) for path in paths]
    policy = Policy(date.today())

    def parsed() -> list[Parsed]:
        return [parse(source, grammar) for source in sources]

    def checked(stories: Sequence[Parsed]) -> list[Report]:
        found = [check(story, rules) for story in stories]
        return [
            Report(story.source, judge(each, story.story, rules, policy))
            for story, each in zip(stories, found, strict=True)
        ]

    def analysed() -> list[Parsed]:
        """Stories as they are when they are summed up: the words and sentences of each are known by then."""
        stories = parsed()
        checked(stories)
        return stories

    def looked_across(stories: Sequence[Parsed]) -> None:
        told = {each.source.path: each.story for each in stories if each.story}
        whole = corpus([summary(story, path) for path, story in told.items()], told.get, grammar.bank)
        for rule in rules:
            if isinstance(rule, RepositoryRule):
                list(rule.across(whole))

    reports = checked(parsed())
    times = {
        "read": _best(lambda: None, lambda _: [_source(path) for path in paths]),
        "parse": _best(lambda: None, lambda _: parsed()),
        "check and judge": _best(parsed, checked),
        "look across": _best(analysed, looked_across),
        "render": _best(lambda: None, lambda _: render("concise", reports, color=False)),
    }
    return [Phase(name, seconds / len(paths) * 1000) for name, seconds in times.items()]


def dearest_rules(paths: Sequence[Path], most: int) -> list[Phase]:
    """The `most` rules that cost most when each is asked alone, with the analysis that others would share."""
    grammar = _grammar()
    sources = [_source(path) for path in paths]

    def alone(rule: Rule) -> float:
        return _best(
            lambda: [parse(source, grammar) for source in sources],
            lambda stories: [check(story, [rule]) for story in stories],
        )

    costs: Iterable[Phase] = (
        Phase(f"{code} {rule.name}", alone(rule()) / len(paths) * 1000)
        for code, rule in load().items()
        if not issubclass(rule, RepositoryRule)
    )
    return sorted(costs, key=lambda phase: -phase.milliseconds)[:most]


def _best(prepare: Callable[[], T], work: Callable[[T], object]) -> float:
    """The least processor time in seconds that `work` takes on what `prepare` makes anew each time."""
    times = []
    for _ in range(TIMES):
        prepared = prepare()
        began = time.process_time()
        work(prepared)
        times.append(time.process_time() - began)
    return min(times)


def _source(path: Path) -> Source:
    source = read(str(path), path.name)
    if isinstance(source, Problem):
        raise RuntimeError(f"{path}: {source.message}")
    return source


def _grammar() -> Grammar:
    return Grammar(schema.judge(schema.load(schema.shipped("story.schema.json"))), Settings().aliases(), Bank())
