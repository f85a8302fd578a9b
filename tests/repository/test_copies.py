"""Near-copies are found among many stories, and no other pair."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.bank import Bank
from bqlint.finding import Span
from bqlint.repository.copies import Before, Copies, copies
from bqlint.repository.corpus import Corpus, corpus
from bqlint.repository.metrics import Metric, contradictions
from bqlint.repository.prints import Runs, printed
from bqlint.repository.summary import Said, Summary
from bqlint.repository.usual import Usual
from bqlint.rules.repository import ReusedSentence

WORDS = [f"w{number}" for number in range(2_000)]
Told = list[list[str]]
Tell = Callable[[Random], list[str]]


def prints(told: Told) -> list[Runs]:
    return [printed(" ".join(words), 3) for words in told]


def compared(told: Sequence[Runs], least: float = 0.5, before: Before | None = None) -> list[Copies]:
    return copies(told, usual(told), least, before)


def usual(told: Sequence[Runs]) -> Usual:
    return Usual(told, [f"{number}.md" for number in range(len(told))])


def fresh(random: Random) -> list[str]:
    return random.choices(WORDS, k=300)


def of_stock(random: Random) -> list[str]:
    """A story of sentences that many others have, too."""
    return [word for number in random.sample(range(200), 15) for word in Random(number).choices(WORDS, k=20)]


def of_a_form(random: Random) -> list[str]:
    """A form filled in: two thirds of each story are the same in all of them."""
    return [
        word for number in range(15) for word in (*Random(number).choices(WORDS, k=12), *random.choices(WORDS, k=6))
    ]


@pytest.mark.parametrize("tell", [fresh, of_stock, of_a_form])
def test_planted_copies_are_found_and_nothing_else(tell: Tell) -> None:
    random = Random(1)
    told = [tell(random) for _ in range(600)]
    planted = [(number, 300 + 10 * number) for number in range(20)]
    for first, second in planted:
        told[second] = [word if random.random() > 0.08 else random.choice(WORDS) for word in told[first]]
    found = compared(prints(told))
    assert sorted((pair.first, pair.second) for pair in found) == planted


@pytest.mark.parametrize("number", [2, 40])
def test_in_a_small_repository_and_in_a_crowd_of_copies(number: int) -> None:
    random = Random(2)
    copied = fresh(random)
    told = [[*copied, *random.choices(WORDS, k=30)] for _ in range(number)]
    found = compared(prints(told))
    assert {pair.second for pair in found} == set(range(1, number))


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=30), max_size=8), st.floats(0.1, 1))
def test_a_share_is_what_two_stories_share(told: Told, least: float) -> None:
    runs = prints(told)
    for pair in compared(runs, least):
        assert pair.first < pair.second
        shorter = min(len(runs[pair.first]), len(runs[pair.second]))
        assert pair.share == len(set(runs[pair.first]) & set(runs[pair.second])) / shorter >= least


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=20), min_size=51, max_size=60), st.data())
def test_after_a_change_the_same_pairs_are_found_as_without_knowing_the_earlier_ones(
    told: Told, data: st.DataObject
) -> None:
    before = prints(told)
    number = data.draw(st.integers(0, len(told) - 1))
    after = prints(
        [*told[:number], data.draw(st.sampled_from(told) | st.lists(st.sampled_from("abcdefgh"))), *told[number + 1 :]]
    )
    seen = usual(before)
    pairs = [pair for pair in compared(before) if number not in pair[:2]]
    assert copies(after, seen, 0.5, Before(0.5, seen.digest, pairs, [number])) == copies(after, seen, 0.5)


@pytest.mark.parametrize("tell", [fresh, of_stock, of_a_form])
def test_one_changed_story_among_many_is_compared_alone(tell: Tell) -> None:
    random = Random(5)
    told = [tell(random) for _ in range(1_200)]
    before = prints(told)
    seen, pairs = usual(before), compared(before)
    for number, text in ((7, told[3]), (8, [*told[5][:200], *told[6][:90]]), (9, tell(random)), (10, told[10][:40])):
        after = [*before[:number], *prints([text]), *before[number + 1 :]]
        known = Before(0.5, seen.digest, [pair for pair in pairs if number not in pair[:2]], [number])
        assert copies(after, seen, 0.5, known) == copies(after, seen, 0.5)


def test_the_work_grows_with_the_number_of_stories_not_of_pairs() -> None:
    random = Random(3)
    few, many = (prints([fresh(random) for _ in range(number)]) for number in (400, 1_600))
    assert _lines(lambda: compared(many)) < 4 * 2 * _lines(lambda: compared(few))


def _lines(work: Callable[[], object]) -> int:
    """Lines that are run for some work: the same on every machine."""
    import sys

    count = 0

    def traced(*_: object) -> object:
        nonlocal count
        count += 1
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_contradictions_are_sought_among_a_few_candidates_however_many_stories_there_are() -> None:
    def project(number: int) -> list[tuple[Metric, ...]]:
        """Stories of one form: the sentences have all words but one in common."""
        random = Random(4)
        words = frozenset(("sales", "evening", "shop", "rose", "week"))
        return [
            (Metric(words | {f"w{each % 300}"}, "%", (str(random.random()),), Span(0, 1)),) for each in range(number)
        ]

    few, many = project(500), project(2_000)
    work = [_lines(partial(lambda stories: list(contradictions(stories, 0.6)), each)) for each in (few, many)]
    assert work[1] < 4 * 2 * work[0]


def test_the_benchmark_finds_what_it_planted_in_each_kind_of_stories(capsys: pytest.CaptureFixture[str]) -> None:
    from scripts.benchmark.copies import main

    assert main(["--count", "240", "--planted", "12"]) == 0
    assert capsys.readouterr().out.count("12 of 12 near-copies found among 240 stories, 0 other pairs") == 3


def test_a_sentence_that_all_stories_share_is_told_in_time_that_grows_with_their_number() -> None:
    def crowd(number: int) -> Corpus:
        said = Said("it was a dark evening in our shop", Span(0, 30))
        empty = Summary("", "", "", "", "", "", "en", (), (), 0, Span(0, 1), "", array("I"), said, None, ())
        told = [empty._replace(path=f"{each}.md", title=f"{each}") for each in range(number)]
        return corpus(told, lambda _: None, Bank())

    few, many = (crowd(number) for number in (300, 1_200))
    rule = ReusedSentence()
    assert len(list(rule.across(few))) == 300
    assert _lines(lambda: list(rule.across(many))) < 4 * 2 * _lines(lambda: list(rule.across(few)))
