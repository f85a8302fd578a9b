"""The record of one figure: where it stands and whether it measures the work's effect."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.typed import NamedTuple

OUTCOME = "outcome"
OTHER = "other"
MOST = 24
"""Figures of a sentence that are asked what they measure: one of more is a table, which claims nothing."""


class Figure(NamedTuple):
    """A quantity of a sentence; `kind` is `outcome` (the measured size of an effect of the work) or `other`."""

    span: Span
    kind: str
