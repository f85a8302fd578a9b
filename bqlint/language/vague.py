"""Claims of the size of an effect by a degree word, without a figure for that claim."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.figures import figures
from bqlint.language.half import half
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def vague(sentence: Sentence) -> tuple[Span, ...]:
    """The claims of size in `sentence` that no outcome figure backs, in order: "significantly improved"."""
    outcomes = tuple(figure.span for figure in figures(sentence) if figure.kind == "outcome")
    answer: tuple[Span, ...] = half(sentence, "vague").vague(sentence, outcomes)
    return answer
