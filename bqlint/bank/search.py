"""Which question of a bank somebody means by other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from bqlint.bank.question import Question
from bqlint.bank.telling import words

_ASKED = 0.6
"""Weight of how much of what was asked a wording covers; the rest is how much of the wording was asked."""


_OTHER_WORDS = 0.99
"""The highest score of a question that was not asked in its own words."""


class _Wordings(NamedTuple):
    """Every wording of some questions, as text and as telling words, and how much each word tells.

    A word tells the more the fewer wordings have it (inverse document frequency).
    """

    questions: tuple[tuple[Question, str, frozenset[str]], ...]
    weights: dict[str, float]

    def weight(self, found: frozenset[str]) -> float:
        """How much some words tell together; one that no question has tells as much as the rarest."""
        rarest = log(1 + len(self.questions))
        return sum(self.weights.get(word, rarest) for word in found)


def nearest(text: str, questions: Sequence[Question], most: int = 3) -> list[tuple[Question, float]]:
    """The questions that `text` most likely means, best first, with a score: 1 for a wording of the bank, at most 0.99
    for other words, and none that shares nothing.
    """
    wordings = _wordings(tuple(questions))
    asked, plain = frozenset(words(text)), _plain(text)
    best: dict[str, tuple[Question, float]] = {}
    for question, wording, said in wordings.questions:
        score = 1.0 if wording == plain else min(_score(asked, said, wordings), _OTHER_WORDS)
        if score > best.get(question.id, (question, 0.0))[1]:
            best[question.id] = (question, score)
    return sorted(best.values(), key=lambda pair: -pair[1])[:most]


def _score(asked: frozenset[str], said: frozenset[str], wordings: _Wordings) -> float:
    shared = wordings.weight(asked & said)
    if not shared:
        return 0.0
    return _ASKED * shared / wordings.weight(asked) + (1 - _ASKED) * shared / wordings.weight(said)


def _plain(text: str) -> str:
    """`text` without case, punctuation and spacing."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _named(question: Question) -> str:
    """What a question is called by: the words of its id, without a number."""
    return " ".join(part for part in question.id.partition("/")[2].split("-") if not part.isdigit())


@lru_cache(maxsize=8)
def _wordings(questions: tuple[Question, ...]) -> _Wordings:
    found = tuple((q, _plain(text), frozenset(words(text))) for q in questions for text in (q.text, *q.also, _named(q)))
    counts: dict[str, int] = {}
    for _, _, said in found:
        for word in said:
            counts[word] = counts.get(word, 0) + 1
    return _Wordings(found, {word: log(1 + len(found) / count) for word, count in counts.items()})
