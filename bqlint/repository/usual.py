"""What is usual among many stories, learnt from some of them: their form, and phrases that tell one from no other."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, filterfalse, islice, repeat
from math import log
from zlib import crc32

from bqlint.cache.digest import digest
from bqlint.repository.prints import Runs, reach
from bqlint.typed import NamedTuple

Band = tuple[int, bytes]
"""A part of a sketch, with its number."""
FEWEST = 3
"""Runs of their own that two stories share at the least to be compared."""
POOR = 2 * FEWEST
"""A story with fewer runs of its own than that meets hardly anybody by them, and has bands."""
_RARE = 50
"""A run that more stories tell is common."""
_FORM = 4
"""What more than a quarter of many stories tell is a form that they were filled into, and nobody's own."""
_CROWD = 32
"""A band that more stories have is a stock phrase, and tells nothing."""
_ASKED = 500
_MET_BY = 64
"""A story's own runs by which others meet it, the smallest ones."""
_BINS = 32
_BAND = 4
"""A sketch has 64 bins in 16 bands; of stories that share four runs of five, 97 % agree in a band."""


class Rare(NamedTuple):
    """The runs of a story that few others tell, of all below the hash `end`; how many there are to a hash."""

    runs: Runs
    end: int
    density: float


class Usual:
    """What `prints` have in common. At most five hundred are asked, by their `names` as if by chance.

    `digest` is the same where the same was learnt.
    """

    def __init__(self, prints: Sequence[Runs], names: Sequence[str]) -> None:
        chance = [crc32(name.encode("utf-8", "surrogatepass")) for name in names]
        asked = [prints[number] for number in sorted(range(len(prints)), key=chance.__getitem__)[:_ASKED]]
        share = len(asked) / max(len(prints), 1)
        self._asked = len(asked)
        told = Counter(chain.from_iterable(asked))
        self._told = {run: number for run, number in told.items() if number > 1}  # most runs are told once
        self.form = self._told_over(max(_RARE, len(asked) // _FORM))
        rare, crowd = (max(1, round(most * share)) for most in (_RARE, _CROWD))
        self._common = self._told_over(rare) | self.form
        self._crowded: frozenset[Band] = frozenset()
        times = Counter(chain.from_iterable(map(self.bands, asked)))
        self._crowded = frozenset(band for band, number in times.items() if number > crowd)
        self.digest = digest(repr((rare, crowd)).encode(), *map(bytes, asked))

    def own(self, runs: Runs) -> Runs:
        """The runs of a print that are not of the form."""
        return array("I", filterfalse(self.form.__contains__, runs)) if self.form else runs

    def rare(self, runs: Runs) -> Rare:
        """The runs of a print by which others meet it."""
        rare = array("I", islice(filterfalse(self._common.__contains__, runs), _MET_BY))
        end = rare[-1] + 1 if len(rare) == _MET_BY else reach(runs)
        return Rare(rare, end, len(rare) / end)

    def bands(self, runs: Runs) -> list[Band]:
        """The parts of its sketch by which a story meets others that has too few runs of its own; else none.

        The smallest run of each bin (one-permutation hashing; Li, Owen and Zhang, 2012), 0 for an empty bin.
        """
        if len(self.rare(runs).runs) >= POOR:
            return []
        own = array("I", self.own(runs))
        told = own.tobytes()
        sketch = array("I")
        for byte in _BYTES:
            smallest = dict(zip(reversed(told[byte :: own.itemsize].translate(_BIN_OF)), reversed(own), strict=True))
            sketch.extend(map(smallest.get, range(_BINS), repeat(0)))
        parts = (sketch[start : start + _BAND].tobytes() for start in range(0, len(sketch), _BAND))
        return [band for band in enumerate(parts) if any(band[1]) and band not in self._crowded]

    def weight(self, runs: Iterable[int]) -> float:
        """How much runs tell together: the inverse document frequency."""
        return sum(log(1 + self._asked / (self._told.get(run, 1))) for run in runs)

    def _told_over(self, most: int) -> frozenset[int]:
        return frozenset(run for run, number in self._told.items() if number > most)


_BYTES = (0, 1) if sys.byteorder == "little" else (3, 2)
"""Where the lowest bytes of a run stand, which have no part in the order of the runs of a print."""
_BIN_OF = bytes(byte % _BINS for byte in range(256))
