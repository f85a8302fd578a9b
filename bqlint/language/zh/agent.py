"""Who acts in a Chinese sentence, clause by clause; a subject left out is the one before it, or I."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.act import Act
from bqlint.language.lexicon import once
from bqlint.language.zh.reading import clauses
from bqlint.language.zh.subjects import Head, head
from bqlint.prose import Sentence


def agent(sentence: Sentence) -> str:
    """Who does the main act: I, we, other, passive or none."""
    found = _resolved(sentence)
    main = [one for one in found if one.main] or found
    if not main:
        return "none"
    if main[0].who in ("I", "we", "passive"):
        return main[0].who
    doer = next((one.who for one in main if one.deed), None)
    return doer or main[0].who


@once
def acts(sentence: Sentence) -> tuple[Act, ...]:
    """Every clause with its agent; a sentence in which nothing acts is one state."""
    offset = sentence.span.start
    heads, found = _heads(sentence), _resolved(sentence)
    told = tuple(
        Act(
            Span(one.start, one.end).shifted(offset),
            one.who,
            one.main,
            one.who == "I" and not raw.who and _opens(found, n),
        )
        for n, (raw, one) in enumerate(zip(heads, found, strict=True))
    )
    return told or (Act(Span(offset, min(offset + 1, sentence.span.end)), "none"),)


def _opens(found: tuple[Head, ...], at: int) -> bool:
    """Whether no clause before `at` named its doer."""
    return all(one.who in ("I", "none") for one in found[:at])


def _heads(sentence: Sentence) -> tuple[Head, ...]:
    """The heads of the clauses that have one."""
    return tuple(one for clause in clauses(sentence) if (one := head(clause)))


@once
def _resolved(sentence: Sentence) -> tuple[Head, ...]:
    """The heads with subjects left out filled in: the last doer named in the sentence, else I."""
    doer, found = "I", []
    for one in _heads(sentence):
        who = one.who or doer
        found.append(Head(who, one.start, one.end, one.deed, one.main))
        if one.who in ("I", "we") or (one.who == "other" and one.main):
            doer = one.who
    return tuple(found)
