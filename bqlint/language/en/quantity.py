"""The record of one quantity expression of English text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a quantity expression is by itself, before its context is asked."""

    PERCENT = "15 %, 20 percentage points"
    MONEY = "$1.2M, 10k USD, 5 grand"
    TIME = "six months, an hour"
    MEASURE = "200 ms, 12 points"
    MULTIPLE = "4X, tenfold, doubled, twice as fast"
    SHARE = "half, a third of"
    COUNT = "7 teams, a dozen"
    FREQUENCY = "three times a week"
    SHIFT = "from 14 to 3, days instead of weeks"
    SCORE = "4.9 out of 5, an NPS of 62, 17 of 20"
    RANK = "top 5%, ranked second of 40"
    ABSENCE = "zero downtime, not a single complaint"
    NAME = "2014, v2.0, room 7"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The tokens from `first` to `last`, both included, and their sort.

    A `weak` one ("an hour", "minutes") is a figure only if it measures an outcome.
    """

    first: int
    last: int
    sort: Sort
    weak: bool = False
