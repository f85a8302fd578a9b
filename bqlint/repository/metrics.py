"""What the figures of a story measure, so that two stories can be seen to tell one metric with two figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from math import ceil

from bqlint.bank.telling import words
from bqlint.finding import Span
from bqlint.language.figure import OUTCOME, Figure
from bqlint.language.figures import figures
from bqlint.prose import Sentence
from bqlint.story import Story
from bqlint.typed import NamedTuple

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNIT = re.compile(r"%|％|percent\b|per cent\b|成|[$€£¥元]|[^\W\d_]{3,}")
_TIME = re.compile(
    r"\d+(?:[.,]\d+)*\s*(?:年|月|日|季度)?|(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|august|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|first|second|third|fourth|"
    r"next|last|later|following|previous)(?![a-z])|第[一二三四]|上半年|下半年|去年|今年|明年"
)
"""What tells one time from another, and one of several measures."""
_PERCENT = frozenset(("%", "％", "percent", "per cent", "成"))


class Metric(NamedTuple):
    """One outcome figure: the words of its sentence that tell what is measured, its unit, its amounts, its place.

    `when` are the words of the sentence that tell one time from another: years, months, first and second.
    """

    about: frozenset[str]
    unit: str
    amounts: tuple[str, ...]
    span: Span
    when: tuple[str, ...] = ()

    def contradicts(self, other: Metric, likeness: float) -> bool:
        """Whether both measure the same in the same unit and differ in every amount; `likeness` is from 0 to 1.

        What was measured at two times may well have two figures.
        """
        if self.unit != other.unit or not set(self.amounts).isdisjoint(other.amounts) or self.when != other.when:
            return False
        shared = len(self.about & other.about)
        return shared >= _FEWEST and shared >= likeness * len(self.about | other.about)


_CROWD = 64
"""Sentences by which a word is looked up at the most: what stands in more of them tells no metric from another."""
_FEWEST = 2
"""Telling words that two sentences must share at the least."""


def metrics(story: Story) -> tuple[Metric, ...]:
    """The outcome figures in digits of the sections that are spoken, in the order of the text."""
    found = (
        _metric(sentence, figure)
        for sentence in story.sentences()
        if _DIGIT.search(sentence.text)
        for figure in figures(sentence)
        if figure.kind == OUTCOME
    )
    return tuple(metric for metric in found if metric.amounts)


def _metric(sentence: Sentence, figure: Figure) -> Metric:
    start, end = (offset - sentence.span.start for offset in figure.span)
    said = sentence.text[start:end]
    unit = _UNIT.search(said, max(0, said.rfind(next(iter(_NUMBER.findall(said)[-1:]), "")))) or _UNIT.match(
        sentence.text[end:].lstrip()
    )
    named = unit[0].casefold() if unit else ""
    rest = _NUMBER.sub(" ", f"{sentence.text[:start]} {sentence.text[end:]}")
    outside = f"{sentence.text[:start]} {sentence.text[end:]}".casefold()
    return Metric(
        frozenset(words(rest)),
        "%" if named in _PERCENT else named,
        tuple(_NUMBER.findall(said)),
        figure.span,
        tuple(sorted({"".join(time.split()) for time in _TIME.findall(outside)})),
    )


def contradictions(stories: Sequence[Sequence[Metric]], likeness: float) -> Iterator[tuple[int, Metric, int, Metric]]:
    """Each metric that an earlier story tells with other figures, with that story's number and metric; the first only.

    Sentences are compared that share one of their rarest words; two of so much likeness always do (prefix filter;
    Chaudhuri, Ganti and Kaushik, 2006).
    """
    told_in = Counter(word for metrics in stories for metric in metrics for word in metric.about)
    index: dict[tuple[str, str], dict[Hashable, tuple[int, Metric]]] = {}
    for number, metrics in enumerate(stories):
        told = []
        for metric in metrics:
            rarest = sorted(metric.about, key=lambda word: (told_in[word], word))
            prefix = rarest[: len(rarest) - ceil(likeness * len(rarest)) + 1]
            lists = [index.setdefault((metric.unit, word), {}) for word in prefix]
            told += [(each, metric) for each in lists]
            others = sorted({each for met in lists for each in met.values()}, key=lambda met: (met[0], met[1].span))
            first = next((each for each in others if metric.contradicts(each[1], likeness)), None)
            if first:
                yield number, metric, *first
        for each, metric in told:  # after the loop: a story does not contradict itself
            if len(each) < _CROWD:
                each.setdefault((metric.about, metric.amounts, metric.when), (number, metric))
