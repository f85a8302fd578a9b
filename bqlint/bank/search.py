"""Which question of a bank somebody means by other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log

from bqlint.bank.question import Question
from bqlint.bank.telling import words
from bqlint.typed import NamedTuple

_ASKED = 0.6
"""Weight of how much of what was asked a wording covers; the rest is how much of the wording was asked."""


_OTHER_WORDS = 0.99
"""The highest score of a question that was not asked in its own words."""


class _Wordings(NamedTuple):
    """Every wording of some questions, as text, as telling words and what they tell together; how much each word tells.

    A word tells the more the fewer wordings have it (inverse document frequency).
    """

    questions: tuple[tuple[Question, str, frozenset[str], float], ...]
    weights: dict[str, float]

    def weight(self, found: frozenset[str]) -> float:
        """How much some words tell together; one that no question has tells as much as the rarest."""
        return _weight(found, self.weights, len(self.questions))


def nearest(text: str, questions: Sequence[Question], most: int = 3) -> list[tuple[Question, float]]:
    """The questions that `text` most likely means, best first, with a score: 1 for a wording of the bank, at most 0.99
    for other words, and none that shares nothing.
    """
    best: dict[str, tuple[Question, float]] = {}
    for question, of_asked, of_said in _shared(text, questions):
        score = 1.0 if of_asked > 1 else min(_ASKED * of_asked + (1 - _ASKED) * of_said, _OTHER_WORDS)
        if score > best.get(question.id, (question, 0.0))[1]:
            best[question.id] = (question, score)
    return sorted(best.values(), key=lambda pair: -pair[1])[:most]


def alike(text: str, questions: Sequence[Question]) -> tuple[Question, float] | None:
    """The question whose wording and `text` cover each other best, and how well: the harmonic mean of both shares."""
    shares = [(q, 2 * asked * said / (asked + said)) for q, asked, said in _shared(text, questions)]
    return max(shares, key=lambda pair: pair[1], default=None)


def _shared(text: str, questions: Sequence[Question]) -> Iterator[tuple[Question, float, float]]:
    """Each wording that shares words with `text`, what it covers of `text`, and `text` of it; 2 for the very words."""
    wordings = _wordings(tuple(questions))
    asked, plain = frozenset(words(text)), _plain(text)
    all_asked = wordings.weight(asked)
    for question, wording, said, all_said in wordings.questions:
        if wording == plain:
            yield question, 2.0, 2.0
        elif both := asked & said:
            shared = wordings.weight(both)
            yield question, shared / all_asked, shared / all_said


def _plain(text: str) -> str:
    """`text` without case, punctuation and spacing."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _named(question: Question) -> str:
    """What a question is called by: the words of its id, without a number."""
    return " ".join(part for part in question.id.partition("/")[2].split("-") if not part.isdigit())


@lru_cache(maxsize=8)
def _wordings(questions: tuple[Question, ...]) -> _Wordings:
    found = [(q, _plain(text), frozenset(words(text))) for q in questions for text in (q.text, *q.also, _named(q))]
    counts = Counter(word for _, _, said in found for word in said)
    weights = {word: log(1 + len(found) / count) for word, count in counts.items()}
    return _Wordings(tuple((*each, _weight(each[2], weights, len(found))) for each in found), weights)


def _weight(found: frozenset[str], weights: Mapping[str, float], wordings: int) -> float:
    return sum(weights.get(word, log(1 + wordings)) for word in found)
