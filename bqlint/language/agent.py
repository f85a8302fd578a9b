"""Who acts: the agent of a sentence's main act, and of each of its acts."""

from __future__ import annotations

from bqlint.language import agent_en, agent_zh
from bqlint.language.act import Act
from bqlint.language.lexicon import once
from bqlint.prose import Sentence


@once
def agent(sentence: Sentence) -> str:
    """Who does the main act of `sentence`: I, we, other, passive, or none where nobody acts."""
    return agent_zh.agent(sentence) if sentence.lang == "zh" else agent_en.agent(sentence)


@once
def acts(sentence: Sentence) -> tuple[Act, ...]:
    """Every act of `sentence`, one for each finite verb, in order."""
    return agent_zh.acts(sentence) if sentence.lang == "zh" else agent_en.acts(sentence)
