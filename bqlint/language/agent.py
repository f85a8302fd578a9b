"""Who acts: the agent of a sentence's main act, and of each of its acts."""

from __future__ import annotations

from bqlint.language.act import Act
from bqlint.language.half import half
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def agent(sentence: Sentence) -> str:
    """Who does the main act of `sentence`: I, we, other, passive, or none where nobody acts."""
    answer: str = half(sentence, "agent").agent(sentence)
    return answer


@once
def acts(sentence: Sentence) -> tuple[Act, ...]:
    """Every act of `sentence`, one for each finite verb, in order."""
    answer: tuple[Act, ...] = half(sentence, "agent").acts(sentence)
    return answer
