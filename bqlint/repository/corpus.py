"""The stories of a run, as the rules across stories see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bqlint.bank import Bank
from bqlint.story import Story

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary

_KEPT = 32


class Corpus(NamedTuple):
    """Summaries in the order of the run, the story behind a path, and the bank of the questions that they name.

    A story is parsed again where a rule has to show its text; one that is gone meanwhile is None.
    """

    summaries: Sequence[Summary]
    story: Callable[[str], Story | None]
    bank: Bank = Bank()


def corpus(summaries: Sequence[Summary], parse: Callable[[str], Story | None], bank: Bank) -> Corpus:
    """A corpus that keeps the last few stories it parsed, since pairs share them."""
    return Corpus(summaries, lru_cache(_KEPT)(parse), bank)
