"""Near-copies among many stories, without comparing all with all.

A story is the set of its runs of words, as hashes (Broder, "On the resemblance and containment of documents", 1997).
Two stories are compared when they share runs that few stories have, or when their sketches, a fixed sample of all
their runs, are alike; each of the two finds copies that the other misses. Runs are sorted, so that a part of all hashes
is the beginning of each story, and whatever is done to every run of every story is one call of a built-in.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, filterfalse, repeat
from math import log
from operator import eq
from typing import NamedTuple

Runs = Sequence[int]
"""The hashes of a story's runs of words, 32 bits each, sorted, each once; an array or a view of one."""

_RARE = 50
"""A run in at most so many stories is rare: whoever shares some of these is compared."""
_SAMPLE = 1 << 30
"""One rare run in four, those below, is indexed; that is enough to meet."""
_PART = _SAMPLE >> 3
_FEWEST = 3
_BINS = 63
_BAND = 3
"""A sketch has 63 bins in 21 bands; stories that agree in a band may be alike; of those half alike 93 % do."""
_FORM = 4
"""What more than a quarter of many stories tell is a form that they were filled into, and nobody's own."""
_ASKED = 1_000
_STEP = 2_654_435_761
"""Of many stories a thousand are asked what a form may be, taken by a prime step, so that no order hides one."""
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
    form = _form(stories)
    own = [_without(form, runs) for runs in stories]
    alike = _alike(own, least)
    pairs = []
    for number, others in enumerate(_sharing(own, least)):
        others |= alike.get(number, set())
        mine = set(own[number]) if others else set()
        for other in sorted(others):
            shared, most = len(mine.intersection(own[other])), min(len(mine), len(own[other]))
            if shared and shared >= least * most:
                pairs.append(Copies(other, number, shared / most))
    told = _told(set(chain.from_iterable(own[number] for pair in pairs for number in pair[:2])), stories)
    for pair in pairs:
        shorter = min(own[pair.first], own[pair.second], key=len)
        both = set(own[pair.first]).intersection(own[pair.second])
        if _weight(both, told, len(stories)) >= least / 2 * _weight(shorter, told, len(stories)):
            yield pair


def _form(stories: Sequence[Runs]) -> set[int]:
    """The runs that more than a quarter of the stories that are asked tell, and more than are rare."""
    asked = min(len(stories), _ASKED)
    told = Counter(chain.from_iterable(stories[number * _STEP % len(stories)] for number in range(asked)))
    most = max(_RARE, asked // _FORM)
    return {run for run, number in told.items() if number > most}


def _without(form: set[int], runs: Runs) -> Runs:
    """A story's runs less those of a form."""
    return runs if form.isdisjoint(runs) else array("I", filterfalse(form.__contains__, runs))


def _told(wanted: set[int], stories: Sequence[Runs]) -> Mapping[int, int]:
    """How many stories tell each of the runs that are `wanted`."""
    return Counter(chain.from_iterable(map(wanted.intersection, stories)))


def _weight(runs: Iterable[int], told: Mapping[int, int], stories: int) -> float:
    """How much runs tell together: the inverse document frequency."""
    return sum(log(1 + stories / told[run]) for run in runs)


def _sharing(stories: Sequence[Runs], least: float) -> Iterator[set[int]]:
    """For each story the earlier ones that share enough rare runs with it to be compared."""
    samples = [runs[: bisect_left(runs, _SAMPLE)] for runs in stories]
    common: set[int] = set()
    index: dict[int, list[int]] = {}
    for start in range(0, _SAMPLE, _PART):  # most runs are told once: counted all at once they would fill the memory
        parts = (runs[bisect_left(runs, start) : bisect_left(runs, start + _PART)] for runs in samples)
        for run, number in Counter(chain.from_iterable(parts)).items():
            if number > _RARE:
                common.add(run)
            elif number > 1:
                index[run] = []
    sizes: list[int] = []
    for number, sample in enumerate(samples):
        sizes.append(len(sample) - len(common.intersection(sample)))
        tellers = [index[run] for run in filter(index.__contains__, sample)]
        met = Counter(chain.from_iterable(tellers)) if len(tellers) >= _FEWEST else {}
        for others in tellers:
            others.append(number)
        yield {
            other
            for other, shared in met.items()
            if shared >= _FEWEST and shared >= least / 2 * min(sizes[number], sizes[other])
        }


def _alike(stories: Sequence[Runs], least: float) -> dict[int, set[int]]:
    """For stories whose sketches are alike, the earlier ones of these."""
    told = [number for number, runs in enumerate(stories) if runs]
    sketches = {number: _sketch(stories[number]) for number in told}
    found: dict[int, set[int]] = {}
    for start in range(0, _BINS * _SIZE, _BAND * _SIZE):
        bands = [sketch[start : start + _BAND * _SIZE] for sketch in sketches.values()]
        times = Counter(bands)
        agreeing: dict[bytes, list[int]] = {}
        for number, band in zip(told, bands, strict=True):
            if 1 < times[band] <= _CROWD:
                agreeing.setdefault(band, []).append(number)
        for numbers in agreeing.values():
            for at, second in enumerate(numbers):
                for first in numbers[:at]:
                    if _agreement(sketches[first], sketches[second]) >= least / 2:
                        found.setdefault(second, set()).add(first)
    return found


_SIZE = array("I").itemsize
_LOWEST = 0 if sys.byteorder == "little" else _SIZE - 1
_BIN_OF = bytes(byte % _BINS for byte in range(256))


def _sketch(runs: Runs) -> bytes:
    """The smallest run of each bin (one-permutation hashing; Li, Owen and Zhang, 2012); 0 for an empty bin."""
    lowest = bytes(runs)[_LOWEST::_SIZE]
    smallest = dict(zip(reversed(lowest.translate(_BIN_OF)), reversed(runs), strict=True))
    return array("I", map(smallest.get, range(_BINS), repeat(0))).tobytes()


def _agreement(one: bytes, other: bytes) -> float:
    same: int = sum(map(eq, array("I", one), array("I", other)))
    return same / _BINS
