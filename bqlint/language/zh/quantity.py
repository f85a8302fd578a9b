"""The record of one quantity of a Chinese sentence, before it is asked what it measures."""

from __future__ import annotations

from enum import Enum, auto

from bqlint.typed import NamedTuple


class Sort(Enum):
    """What a quantity is a quantity of."""

    PERCENT = auto()
    """百分之三十, 1.2个百分点"""
    SHARE = auto()
    """三成, 三分之一, 一半"""
    MULTIPLE = auto()
    """三倍, 翻了一番, 减半"""
    MONEY = auto()
    TIME = auto()
    SCORE = auto()
    """4.8分"""
    COUNT = auto()
    """八个部门, 12万QPS"""
    BARE = auto()
    """A number without a unit: NPS 62."""
    CHANGE = auto()
    """从A到B, A → B"""
    RATIO = auto()
    """十家里有九家"""
    ABSENCE = auto()
    """零事故, 一次都没停过"""
    RANK = auto()
    """第一名"""
    NAME = auto()
    """A date, a version, an ordinal, a level: it only looks like a quantity."""


class Quantity(NamedTuple):
    """A quantity at `start` to `end` of the sentence's text.

    `weak` ones ("一个") count nothing by themselves; `value` is the number told, `to` the second one of a change.
    """

    start: int
    end: int
    sort: Sort
    value: float = 0.0
    to: float = 0.0
    weak: bool = False
    signed: bool = False
