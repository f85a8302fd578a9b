"""What is kept of a story to compare it with others: small, plain data, no text but single sentences."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from bqlint.finding import Span
from bqlint.prose import Sentence
from bqlint.repository.metrics import Metric, metrics
from bqlint.story import Story

RUN_OF_WORDS = 3
"""Words in a shingle: short enough to survive edits around it, long enough to be nobody's habit."""
RUN_OF_CHARACTERS = 6
"""Chinese characters in a shingle: about three words."""


class Said(NamedTuple):
    """A sentence by its words alone, in lower case, and its place."""

    words: str
    span: Span


class Summary(NamedTuple):
    """One story among others. `shingles` are the hashes of its runs of words, sorted, each once.

    `metrics` are kept of a story with tags: without one it is of no project, and no other tells the same figures.
    """

    path: str
    title: str
    author: str
    status: str
    level: str
    event: str
    lang: str
    tags: tuple[str, ...]
    questions: tuple[str, ...]
    words: int
    place: Span
    digest: str
    shingles: Sequence[int]
    opening: Said | None
    closing: Said | None
    metrics: tuple[Metric, ...]


def summary(story: Story, path: str) -> Summary:
    """The summary of a parsed story; `path` is its name among the others."""
    words = [word.casefold() for section in story.spoken for word in section.spelt]
    sentences = list(story.sentences())
    tags = _texts(story, "tags")
    return Summary(
        path,
        story.title,
        _text(story, "author"),
        _text(story, "status"),
        _text(story, "level"),
        _text(story, "event"),
        story.lang,
        tags,
        tuple(asked.text for asked in story.asked),
        round(story.weight),
        story.place,
        sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest() if words else "",
        shingles(words, RUN_OF_CHARACTERS if story.lang == "zh" else RUN_OF_WORDS),
        _said(sentences[:1]),
        _said(sentences[-1:]),
        metrics(story) if tags else (),
    )


def shingles(words: Sequence[str], run: int) -> Sequence[int]:
    """The hashes of all runs of `run` words, sorted, each once: 32 bits, the same on every machine."""
    spelt = [word.encode("utf-8", "surrogatepass") for word in words]
    text = b" ".join(spelt)
    ends = list(accumulate(map(len, spelt), lambda end, size: end + 1 + size))
    starts = [0, *(end + 1 for end in ends)]
    runs = zip(starts, ends[run - 1 :], strict=False)
    return array("I", sorted({crc32(text[start:end]) for start, end in runs}))


def _said(sentence: Sequence[Sentence]) -> Said | None:
    """What is kept of one sentence, or of none."""
    return Said(" ".join(sentence[0].tokens.words).casefold(), sentence[0].span) if sentence else None


def _text(story: Story, key: str) -> str:
    value = story.data.get(key)
    return "" if value is None else str(value)


def _texts(story: Story, key: str) -> tuple[str, ...]:
    value = story.data.get(key)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
