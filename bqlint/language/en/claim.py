"""The record of one claim of size in an English sentence, before it is asked whether it is told and backed."""

from __future__ import annotations

from bqlint.typed import NamedTuple

BREAKS = frozenset(("stop", "comma", "and", "sub", "rel"))
"""The parts of speech at which a phrase ends."""


class Claim(NamedTuple):
    """Tokens `first` to `last`; `sums_up` where any outcome figure of the sentence backs it."""

    first: int
    last: int
    sums_up: bool = False
