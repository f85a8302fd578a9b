"""Which figures a sentence holds, and whether each measures the effect of the work."""

from __future__ import annotations

from bqlint.language.figure import Figure
from bqlint.language.half import half
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in order, without overlap."""
    answer: tuple[Figure, ...] = half(sentence, "figures").of(sentence)
    return answer
