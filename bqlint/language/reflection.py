"""What a reflection holds: a lesson about one's own conduct, a change since, or a pitch instead."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.half import half
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def lesson(sentence: Sentence) -> Span | None:
    """Where `sentence` draws a lesson about how to act: "I learned to ask", "looking back I should have"."""
    answer: Span | None = half(sentence, "reflection").lesson(sentence)
    return answer


@once
def changed(sentence: Sentence) -> Span | None:
    """Where `sentence` tells what is done differently since, or from now on: "since then I have"."""
    answer: Span | None = half(sentence, "reflection").changed(sentence)
    return answer


@once
def used(sentence: Sentence) -> Span | None:
    """Where `sentence` tells an own act on another occasion; after a lesson it says that the lesson was used."""
    answer: Span | None = half(sentence, "reflection").used(sentence)
    return answer


@once
def generic(sentence: Sentence) -> Span | None:
    """Where the lesson of `sentence` is a commonplace alone: "taught me the importance of teamwork"."""
    answer: Span | None = half(sentence, "reflection").generic(sentence)
    return answer


@once
def considered(sentence: Sentence) -> Span | None:
    """Where `sentence` thinks about what happened, without a word of learning: "I try to ask", "I was too proud"."""
    answer: Span | None = half(sentence, "reflection").considered(sentence)
    return answer


@once
def general(sentence: Sentence) -> Span | None:
    """Where `sentence` says to all and nobody how to act: "leadership means making tough calls"."""
    answer: Span | None = half(sentence, "reflection").general(sentence)
    return answer


@once
def pitch(sentence: Sentence) -> Span | None:
    """Where `sentence` sells to an employer instead of reflecting: "a great fit for your company"."""
    answer: Span | None = half(sentence, "reflection").pitch(sentence)
    return answer
