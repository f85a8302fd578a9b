"""What would be done, or is always done, told instead of what happened."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Span
from bqlint.language.half import half
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def hypothetical(sentence: Sentence) -> Span | None:
    """The place where `sentence` imagines the act: "I would probably call"."""
    answer: Span | None = half(sentence, "hypothetical").hypothetical(sentence)
    return answer


@once
def habitual(sentence: Sentence) -> Span | None:
    """The place where `sentence` tells a habit of the present: "I usually call"."""
    answer: Span | None = half(sentence, "hypothetical").habitual(sentence)
    return answer


@once
def told(sentence: Sentence) -> int:
    """How many acts `sentence` tells as done, by whoever tells the story."""
    answer: int = half(sentence, "hypothetical").told(sentence)
    return answer


@once
def done(sentence: Sentence) -> bool:
    """Whether `sentence` says of any act that it is done; Chinese verbs may leave that open."""
    answer: bool = half(sentence, "hypothetical").done(sentence)
    return answer


@once
def imagined(sentence: Sentence) -> int:
    """How many acts `sentence` imagines."""
    answer: int = half(sentence, "hypothetical").imagined(sentence)
    return answer


@once
def repeated(sentence: Sentence) -> int:
    """How many of one's own acts `sentence` tells in the present tense."""
    answer: int = half(sentence, "hypothetical").repeated(sentence)
    return answer


def told_hypothetically(sentences: Sequence[Sentence]) -> Span | None:
    """The first imagined act of an action and its result, where more is imagined than told as done.

    An answer that begins with an imagined act and says of none that it is done goes on imagining.
    """
    first = next((span for span in map(hypothetical, sentences) if span), None)
    if first is None or sum(map(imagined, sentences)) > sum(map(told, sentences)):
        return first
    return first if hypothetical(sentences[0]) and not any(map(done, sentences)) else None


def told_as_habit(sentences: Sequence[Sentence]) -> Span | None:
    """The first habit of an action and its result, where more is told in the present than as done."""
    first = next((span for span in map(habitual, sentences) if span), None)
    return first if first and sum(map(repeated, sentences)) > sum(map(told, sentences)) else None
