"""What a reflection holds: a lesson about one's own conduct, a change since, or a pitch instead."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language import reflection_en, reflection_zh
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def lesson(sentence: Sentence) -> Span | None:
    """Where `sentence` draws a lesson about how to act: "I learned to ask", "looking back I should have"."""
    return reflection_zh.lesson(sentence) if sentence.lang == "zh" else reflection_en.lesson(sentence)


@once
def changed(sentence: Sentence) -> Span | None:
    """Where `sentence` tells what is done differently since, or from now on: "since then I have"."""
    return reflection_zh.changed(sentence) if sentence.lang == "zh" else reflection_en.changed(sentence)


@once
def generic(sentence: Sentence) -> Span | None:
    """Where the lesson of `sentence` is a commonplace alone: "taught me the importance of teamwork"."""
    return reflection_zh.generic(sentence) if sentence.lang == "zh" else reflection_en.generic(sentence)


@once
def pitch(sentence: Sentence) -> Span | None:
    """Where `sentence` sells to an employer instead of reflecting: "a great fit for your company"."""
    return reflection_zh.pitch(sentence) if sentence.lang == "zh" else reflection_en.pitch(sentence)
