"""An outcome that somebody or something else confirmed, where no figure does: awards, adoption, inspections, praise."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.lexicon import lines, match, once
from bqlint.prose import Sentence


@once
def verified(sentence: Sentence) -> Span | None:
    """Where a sentence names a check of the outcome by others, or None."""
    if sentence.lang == "zh":
        for phrase in lines("verified.zh"):
            at = sentence.text.find(phrase)
            if at >= 0:
                return Span(at, at + len(phrase)).shifted(sentence.span.start)
        return None
    tokens = sentence.tokens
    for at in range(len(tokens.forms)):
        if length := match(tokens, at, "verified.en"):
            return tokens.span(at, at + length - 1)
    return None
