"""Which figures does a sentence hold, and does each measure the effect of the work?"""

from __future__ import annotations

from bqlint.language.figure import Figure
from bqlint.language.figures_en import english
from bqlint.language.figures_zh import chinese
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in order, without overlap."""
    return chinese(sentence) if sentence.lang == "zh" else english(sentence)
