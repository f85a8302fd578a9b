"""Near-copies among many stories, without comparing all with all.

What is usual is learnt from some of the stories; whether two of them are copies is then a question to these two alone.
So a story that was changed is compared with all others, and these need not be compared with one another again.

Stories are compared that share runs which few others tell, or, where a story has hardly any of these, parts of a
sketch; each of the two finds copies that the other misses. Prints are sorted, so that whatever is done to every run of
every story is one call of a built-in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, compress

from bqlint.repository.prints import Runs, reach
from bqlint.repository.usual import FEWEST, POOR, Band, Rare, Usual
from bqlint.typed import NamedTuple

_AT_ONCE = 60_000
"""Runs that are counted at once; most are told once, and all of them would fill the memory."""
_FEW = 50
"""Where more than one story in so many has changed, all are compared anew."""


class Copies(NamedTuple):
    """Two stories by their numbers, `first` before `second`, and the share of the shorter's runs that they share."""

    first: int
    second: int
    share: float


class Before(NamedTuple):
    """What was compared: the least share, what was usual, the pairs that were found, the stories that changed since.

    All numbers are those of the stories now; pairs of those that have changed or are gone are left out.
    """

    least: float
    usual: bytes
    pairs: Sequence[Copies]
    changed: Sequence[int]


def copies(prints: Sequence[Runs], usual: Usual, least: float, before: Before | None = None) -> list[Copies]:
    """The pairs that share at least `least` of the shorter's runs, and half as much of their weight, in order.

    Runs weigh the more, the fewer stories tell them; stories that share stock phrases alone are no copies, and the form
    that many were filled into does not count. Time and memory grow with the number of stories.
    """
    if before is None or before[:2] != (least, usual.digest) or len(before.changed) * _FEW > len(prints):
        return sorted(_judged(_meeting(prints, usual, least), prints, usual, least))
    meeting = (pair for number in before.changed for pair in _meeting_one(number, prints, usual, least))
    return sorted({*before.pairs, *_judged(meeting, prints, usual, least)})


def _judged(meeting: Iterable[tuple[int, int]], prints: Sequence[Runs], usual: Usual, least: float) -> Iterator[Copies]:
    """Those of the pairs that are copies."""
    for first, second in set(meeting):
        end = min(reach(prints[first]), reach(prints[second]))
        one, other = ({run for run in usual.own(prints[number]) if run < end} for number in (first, second))
        both, shorter = one & other, min(one, other, key=len)
        if both and len(both) >= least * len(shorter) and usual.weight(both) >= least / 2 * usual.weight(shorter):
            yield Copies(first, second, len(both) / len(shorter))


def _meeting(prints: Sequence[Runs], usual: Usual, least: float) -> Iterator[tuple[int, int]]:
    """All pairs that are worth comparing, the earlier story first."""
    rare = [usual.rare(runs) for runs in prints]
    told: dict[int, list[int]] = {run: [] for run in _told_again([each.runs for each in rare])}
    sparsest = min((each.density for each in rare if len(each.runs) >= FEWEST), default=0.0)
    smallest = Rare((), min((each.end for each in rare), default=0), sparsest)
    for number, mine in enumerate(rare):
        tellers = [told[run] for run in filter(told.__contains__, mine.runs)]
        met = Counter(chain.from_iterable(tellers)) if len(tellers) >= FEWEST else {}
        enough = _needed(mine, smallest, least)
        for other in compress(met, map(enough.__le__, met.values())):
            if met[other] >= _needed(mine, rare[other], least):
                yield other, number
        for others in tellers:
            others.append(number)
    agreeing: dict[Band, list[int]] = {}
    for number, mine in enumerate(rare):
        for band in usual.bands(prints[number]) if len(mine.runs) < POOR else ():
            agreeing.setdefault(band, []).append(number)
    for numbers in agreeing.values():
        yield from combinations(numbers, 2)


def _needed(one: Rare, other: Rare, least: float) -> float:
    """How many rare runs a pair shares that is worth comparing: half of those that copies share, and a few."""
    return max(FEWEST, least / 2 * min(one.density, other.density) * min(one.end, other.end))


def _meeting_one(number: int, prints: Sequence[Runs], usual: Usual, least: float) -> Iterator[tuple[int, int]]:
    """The pairs of `_meeting` that one story is of, but for some that are no copies."""
    mine = usual.rare(prints[number])
    rare, own, bands = frozenset(mine.runs), usual.own(prints[number]), frozenset(usual.bands(prints[number]))
    told = frozenset(own)
    for other, runs in enumerate(prints):
        if other == number:
            continue
        shared = rare.intersection(runs[: bisect_left(runs, mine.end)])
        meets = False
        if len(shared) >= FEWEST:
            theirs = usual.rare(runs)
            meets = len(shared.intersection(theirs.runs)) >= _needed(mine, theirs, least)
        if not meets and bands and len(shared) < POOR:
            end = min(reach(prints[number]), reach(runs))
            fewest = min(bisect_left(own, end), bisect_left(runs, end) - len(usual.form))
            if len(told.intersection(runs)) >= least * fewest:
                meets = not bands.isdisjoint(usual.bands(runs))
        if meets:
            yield min(number, other), max(number, other)


def _told_again(rare: Sequence[Runs]) -> Iterator[int]:
    """The runs that more than one story tells."""
    parts = 1 + sum(map(len, rare)) // _AT_ONCE
    some = sorted(chain.from_iterable(rare[:: 1 + len(rare) // _SOME]))
    ends = [some[len(some) * part // parts] for part in range(1, parts)]
    for start, end in zip([0, *ends], [*ends, _END], strict=True):
        pieces = (runs[bisect_left(runs, start) : bisect_left(runs, end)] for runs in rare)
        times = Counter(chain.from_iterable(pieces))
        yield from compress(times, map((1).__lt__, times.values()))


_SOME = 200
"""Stories of which is learnt where most of the runs lie: the smallest hashes are the most frequent."""
_END = 1 << 32
