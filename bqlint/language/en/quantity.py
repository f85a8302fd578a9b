"""The record of one quantity expression of English text."""

from __future__ import annotations

from bqlint.typed import Final, NamedTuple


class Sort:
    """What a quantity expression is by itself, before its context is asked; plain strings, compared by identity."""

    PERCENT: Final = "15 %, 20 percentage points"
    MONEY: Final = "$1.2M, 10k USD, 5 grand"
    TIME: Final = "six months, an hour"
    MEASURE: Final = "200 ms, 12 points"
    MULTIPLE: Final = "4X, tenfold, doubled, twice as fast"
    SHARE: Final = "half, a third of"
    COUNT: Final = "7 teams, a dozen"
    FREQUENCY: Final = "three times a week"
    SHIFT: Final = "from 14 to 3, days instead of weeks"
    SCORE: Final = "4.9 out of 5, an NPS of 62, 17 of 20"
    PART: Final = "eight of them, of whom 52"
    RANK: Final = "top 5%, ranked second of 40"
    ABSENCE: Final = "zero downtime, not a single complaint"
    RIVAL: Final = "one, where the other branch lost nine"
    NAME: Final = "2014, v2.0, room 7"


class Quantity(NamedTuple):
    """The tokens from `first` to `last`, both included, and their sort.

    A `weak` one ("an hour", "minutes") is a figure only if it measures an outcome.
    """

    first: int
    last: int
    sort: str
    weak: bool = False
