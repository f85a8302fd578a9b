"""Who acts in a Chinese sentence, clause by clause; a subject left out is the one before it, or I."""

from __future__ import annotations

from bqlint.language.act import Act
from bqlint.language.lexicon import once
from bqlint.language.zh.subjects import Head, heads
from bqlint.prose import Sentence


def agent(sentence: Sentence) -> str:
    """Who does the first deed of a main clause, else whose state is told; none where it is neither mine nor ours."""
    told = [one for one in resolved(sentence) if one.main] or [
        one for _, one in heads(sentence) if one.who in ("I", "we")
    ]  # 因为我们那天确实学到了很多。
    deed = next((one.who for one in told if one.deed), None)
    return deed or next((one.then for one in told if one.then and _is_own_state(sentence, one)), "none")


def _is_own_state(sentence: Sentence, one: Head) -> bool:
    """Whether the state that `one` tells is mine or ours: 我很紧张; not 这是我第一次."""
    return one.then in ("I", "we") and not sentence.text[: one.start].endswith("是")


@once
def acts(sentence: Sentence) -> tuple[Act, ...]:
    """Every clause with its agent; a sentence in which nothing acts is one state."""
    told, opens = [], True
    for (_, raw), one in zip(heads(sentence), resolved(sentence), strict=True):
        opens = opens and one.who in ("I", "none")
        told.append(Act(one.who, one.main, one.who == "I" and not raw.who and opens))
    return tuple(told) or (Act("none"),)


@once
def resolved(sentence: Sentence) -> tuple[Head, ...]:
    """The heads with subjects left out filled in: the last doer named in the sentence, else we or I behind them."""
    told, found = heads(sentence), []
    doer = "we" if next((one.then or one.who for _, one in told if one.who), "") == "we" else "I"  # 回顾这一年，我们…
    for _, one in told:
        found.append(one if one.who else one._replace(who=doer))
        if one.then and (one.main or one.then != "other"):
            doer = one.then
        elif one.who in ("I", "we") or (one.who == "other" and one.main):
            doer = one.who
    return tuple(found)
