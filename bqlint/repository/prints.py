"""By what stories are compared without their texts: the marks of each, and its print.

A print is a sample of the story's runs of words, as hashes: the smallest of them (a bottom-k sketch; Broder, "On the
resemblance and containment of documents", 1997). Chance chooses the same runs in two stories, so that what two prints
share tells what the stories share: exactly where both are short, else within some four of a hundred.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

from bqlint.typed import NamedTuple

Runs = Sequence[int]
"""Hashes of runs of words, 32 bits each, sorted, each once; an array or a view of one."""
MOST = 128
"""Runs in a print."""
RUN_OF_WORDS = 3
"""Words in a run: short enough to survive edits around it, long enough to be nobody's habit."""
RUN_OF_CHARACTERS = 6
"""Chinese characters in a run: about three words."""
_END = 1 << 32


class Marks(NamedTuple):
    """What tells of a story at a glance that it has nothing in common with another: numbers of 32 bits.

    The first four are hashes of its text, its title, its first and its last sentence, 0 for one that is not there, and
    equal for equal words. The others are how many questions and metrics it has.
    """

    text: int
    title: int
    opening: int
    closing: int
    questions: int
    metrics: int


def printed(words: str, run: int) -> Runs:
    """The print of a story of these words, one blank between two, by its runs of `run` words.

    It is the same on every machine.
    """
    spelt = words.encode("utf-8", "surrogatepass").split(b" ")
    hashes: Iterator[int] = map(crc32, spelt)
    for number in range(1, run):
        hashes = map(crc32, spelt[number:], hashes)
    return array("I", sorted(set(hashes))[:MOST])


def reach(runs: Runs) -> int:
    """Below which hash a print holds every run of its story."""
    return runs[-1] + 1 if len(runs) >= MOST else _END
