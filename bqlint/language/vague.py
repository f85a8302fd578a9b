"""Claims of the size of an effect by a degree word, without a figure for that claim."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language import vague_en, vague_zh
from bqlint.language.figures import figures
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def vague(sentence: Sentence) -> tuple[Span, ...]:
    """The claims of size in `sentence` that no outcome figure backs, in order: "significantly improved"."""
    outcomes = tuple(figure.span for figure in figures(sentence) if figure.kind == "outcome")
    return vague_zh.vague(sentence, outcomes) if sentence.lang == "zh" else vague_en.vague(sentence, outcomes)
