"""The longest passage that two stories share, for a reader to look at on both sides."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.story import Story

_MOST_WORDS = 2_000
"""Words of each story that are compared, from the first on: what takes longer is no answer to an interview question."""


def shared_passage(one: Story, other: Story) -> tuple[Span, Span] | None:
    """Where the longest run of words that both stories tell stands in each; None where they share no word."""
    from difflib import SequenceMatcher

    match = SequenceMatcher(None, _words(one), _words(other), autojunk=False).find_longest_match()
    if not match.size:
        return None
    return _span(one, match.a, match.size), _span(other, match.b, match.size)


def _words(story: Story) -> list[str]:
    return [span.of(story.source.text).casefold() for span in story.words[:_MOST_WORDS]]


def _span(story: Story, first: int, size: int) -> Span:
    return Span(story.words[first].start, story.words[first + size - 1].end)
