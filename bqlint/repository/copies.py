"""Near-copies among many stories, without comparing all with all.

A story is the set of its runs of words, as hashes (Broder, "On the resemblance and containment of documents", 1997).
Two stories are compared when they share runs that few stories have, or when their sketches, a fixed sample of all
their runs, are alike; each of the two finds copies that the other misses.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

Runs = Sequence[int]
"""The hashes of a story's runs of words, sorted, each once."""

_RARE = 50
"""A run in at most so many stories is rare: whoever shares some of these is compared."""
_ONE_IN = 4
"""One rare run in four is indexed; that is enough to meet."""
_FEWEST = 3
_BINS = 63
_BAND = 3
"""A sketch has 63 bins in 21 bands; stories that agree in a band may be alike; of those half alike 93 % do."""
_FORM = 4
"""What more than a quarter of many stories tell is a form that they were filled into, and nobody's own."""
_CROWD = 32
"""A band that more stories agree in is a stock phrase, and tells nothing."""


class Copies(NamedTuple):
    """Two stories by their numbers, `first` before `second`, and the share of the shorter's runs that they share."""

    first: int
    second: int
    share: float


def copies(stories: Sequence[Runs], least: float) -> Iterator[Copies]:
    """The pairs that share at least `least` of the shorter's runs, and half as much of their weight.

    Runs weigh the more, the fewer stories tell them; stories that share stock phrases alone are no copies, and the form
    that many were filled into does not count. Time and memory grow with the number of runs.
    """
    told = _Told(stories)
    stories = [told.own(runs) for runs in stories]
    alike = _alike(stories, least)
    for number, others in enumerate(_sharing(stories, told, least)):
        for other in sorted(others | alike.get(number, set())):
            share, weight = told.shared(stories[other], stories[number])
            if share >= least and weight >= least / 2:
                yield Copies(other, number, share)


class _Told:
    """In how many stories each run stands; a few runs share a counter."""

    def __init__(self, stories: Sequence[Runs]) -> None:
        size = 1 << (2 * sum(map(len, stories))).bit_length()
        self.mask = size - 1
        self.counters = array("H", bytes(2 * size))
        counters, mask, most = self.counters, self.mask, (1 << 16) - 1
        for runs in stories:
            for run in runs:
                if counters[run & mask] < most:
                    counters[run & mask] += 1
        self.weights: dict[int, float] = {}
        self.number = len(stories)

    def own(self, runs: Runs) -> Runs:
        """A story's runs less those of a form."""
        counters, mask, most = self.counters, self.mask, max(_RARE, self.number // _FORM)
        kept = [run for run in runs if counters[run & mask] <= most]
        return runs if len(kept) == len(runs) else array("I", kept)

    def shared(self, one: Runs, other: Runs) -> tuple[float, float]:
        """What the shorter story shares with the longer one: the share of its runs and of their weight, each 0 to 1."""
        if not one or not other:
            return 0.0, 0.0
        shorter, longer = sorted((one, other), key=len)
        both = set(longer).intersection(shorter)
        return len(both) / len(shorter), self._weight(both) / self._weight(shorter)

    def _weight(self, runs: Sequence[int] | set[int]) -> float:
        """How much runs tell together: the inverse document frequency."""
        counters, mask, weights = self.counters, self.mask, self.weights
        total = 0.0
        for run in runs:
            told = counters[run & mask]
            if told not in weights:
                weights[told] = log(1 + self.number / told)
            total += weights[told]
        return total


def _sharing(stories: Sequence[Runs], told: _Told, least: float) -> Iterator[set[int]]:
    """For each story the earlier ones that share enough rare runs with it to be compared."""
    counters, mask = told.counters, told.mask
    index: dict[int, list[int]] = {}
    sizes: list[int] = []
    for number, runs in enumerate(stories):
        met: Counter[int] = Counter()
        size = 0
        for run in runs:
            if run % _ONE_IN == 0 and counters[run & mask] <= _RARE:
                size += 1
                if counters[run & mask] > 1:
                    others = index.setdefault(run, [])
                    met.update(others)
                    others.append(number)
        sizes.append(size)
        enough = {other: shared for other, shared in met.items() if shared >= _FEWEST}
        yield {other for other, shared in enough.items() if shared >= least / 2 * min(size, sizes[other])}


def _alike(stories: Sequence[Runs], least: float) -> dict[int, set[int]]:
    """For stories whose sketches are alike, the earlier ones of these."""
    sketches = [_sketch(runs) for runs in stories]
    found: dict[int, set[int]] = {}
    for band in range(0, _BINS, _BAND):
        agreeing: dict[bytes, list[int]] = {}
        for number, sketch in enumerate(sketches):
            if stories[number]:
                agreeing.setdefault(sketch[band : band + _BAND].tobytes(), []).append(number)
        for numbers in agreeing.values():
            if len(numbers) <= _CROWD:
                for at, second in enumerate(numbers):
                    for first in numbers[:at]:
                        if _agreement(sketches[first], sketches[second]) >= least / 2:
                            found.setdefault(second, set()).add(first)
    return found


def _sketch(runs: Runs) -> array[int]:
    """The smallest run of each bin (one-permutation hashing; Li, Owen and Zhang, 2012); 0 for an empty bin."""
    smallest = {run % _BINS: run for run in reversed(runs)}
    return array("I", [smallest.get(each, 0) for each in range(_BINS)])


def _agreement(one: array[int], other: array[int]) -> float:
    return sum(map(int.__eq__, one, other)) / _BINS
