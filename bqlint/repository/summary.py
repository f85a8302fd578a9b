"""What is kept of a story to compare it with others: small, plain data, no text but single sentences."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from zlib import crc32

from bqlint.finding import Span
from bqlint.prose import Sentence
from bqlint.repository.metrics import Metric, metrics
from bqlint.repository.prints import RUN_OF_CHARACTERS, RUN_OF_WORDS, Marks, Runs, printed
from bqlint.story import Story
from bqlint.typed import NamedTuple


class Said(NamedTuple):
    """A sentence by its words alone, in lower case, and its place."""

    words: str
    span: Span


class Summary(NamedTuple):
    """One story among others. `runs` are its print.

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
    runs: Runs
    opening: Said | None
    closing: Said | None
    metrics: tuple[Metric, ...]


def summary(story: Story, path: str) -> Summary:
    """The summary of a parsed story; `path` is its name among the others."""
    words = " ".join([word for section in story.spoken for word in section.spelt]).casefold()
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
        sha256(words.encode("utf-8", "surrogatepass")).hexdigest() if words else "",
        printed(words, RUN_OF_CHARACTERS if story.lang == "zh" else RUN_OF_WORDS),
        _said(sentences[:1]),
        _said(sentences[-1:]),
        metrics(story) if tags else (),
    )


def marks(told: Summary) -> Marks:
    """The marks of a summary."""
    opening, closing = (said.words if said else "" for said in (told.opening, told.closing))
    title = " ".join(told.title.casefold().split())
    return Marks(
        _mark(told.digest), _mark(title), _mark(opening), _mark(closing), len(told.questions), len(told.metrics)
    )


def _mark(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) or 1 if text else 0


def _said(sentence: Sequence[Sentence]) -> Said | None:
    """What is kept of one sentence, or of none."""
    return Said(" ".join(sentence[0].tokens.words).casefold(), sentence[0].span) if sentence else None


def _text(story: Story, key: str) -> str:
    value = story.data.get(key)
    return "" if value is None else str(value)


def _texts(story: Story, key: str) -> tuple[str, ...]:
    value = story.data.get(key)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
