"""The stories of a run, as the rules across stories see them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, compress

from bqlint.bank import Bank
from bqlint.repository.copies import Before, Copies, copies
from bqlint.repository.prints import Marks, Runs
from bqlint.repository.summary import Summary, marks
from bqlint.repository.usual import Usual
from bqlint.story import Story
from bqlint.typed import NamedTuple

_KEPT = 32


class Columns(NamedTuple):
    """What there is of all stories at once, without reading their summaries: names, prints, and marks in one row."""

    names: Sequence[str]
    prints: Sequence[Runs]
    marks: Sequence[int]


class Corpus:
    """Summaries in the order of the run, their columns, and the bank of the questions that they name.

    A summary may have to be read: rules ask for those alone of which the marks say that they matter. `story` parses a
    story again where a rule has to show its text, and keeps the last few, since pairs share them; one that is gone
    meanwhile is None. `compared` is what `copies` found, for a later run's `before`.
    """

    def __init__(
        self,
        summaries: Sequence[Summary],
        columns: Columns,
        parse: Callable[[str], Story | None],
        bank: Bank,
        before: Before | None = None,
    ) -> None:
        self.summaries, self.bank = summaries, bank
        self.story = lru_cache(_KEPT)(parse)
        self.compared: Before | None = None
        self._columns, self._before = columns, before

    def sharing(self, *names: str, fewest: int = 2) -> list[Summary]:
        """The stories of which one of these marks is that of so many, or more."""
        found: set[int] = set()
        for name in names:
            column = self._column(name)
            shared = {mark for mark, number in Counter(column).items() if number >= fewest and mark}
            found.update(compress(range(len(column)), map(shared.__contains__, column)))
        return [self.summaries[number] for number in sorted(found)]

    def over(self, name: str, most: int) -> list[Summary]:
        """The stories of which this mark is larger than `most`."""
        return [self.summaries[number] for number, mark in enumerate(self._column(name)) if mark > most]

    def copies(self, least: float) -> Sequence[Copies]:
        """The near-copies, by the numbers of their stories."""
        usual = Usual(self._columns.prints, self._columns.names)
        pairs = copies(self._columns.prints, usual, least, self._before)
        self.compared = Before(least, usual.digest, pairs, ())
        return pairs

    def _column(self, name: str) -> Sequence[int]:
        return self._columns.marks[Marks._fields.index(name) :: len(Marks._fields)]


def corpus(summaries: Sequence[Summary], parse: Callable[[str], Story | None], bank: Bank) -> Corpus:
    """The corpus of summaries that are all there."""
    columns = Columns(
        [story.path for story in summaries],
        [story.runs for story in summaries],
        array("I", chain.from_iterable(map(marks, summaries))),
    )
    return Corpus(summaries, columns, parse, bank)
