"""How an English sentence owns up to one's conduct, or tells how one differs now: "I was too proud", "my mistake"."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.en.clauses import clauses
from bqlint.language.en.phrasing import phrase
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import tags
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_OWN = frozenset(("I", "we"))
_UNREAL = (["were", "i", "to"], ["had", "i", "known"], ["had", "i", "asked"], ["had", "we", "known"])
_BETTER = frozenset(("better", "best", "wiser", "helpful", "useful", "good"))
_REACH = 4
"""Tokens behind a verb, or behind "my", in which what is wrong is named."""


def admission(sentence: Sentence) -> Span | None:
    """The words by which the teller of `sentence` owns up, or says how they differ now."""
    forms = sentence.tokens.forms
    for at, form in enumerate(forms):
        if form == "my":
            near = forms[at + 1 : at + _REACH]
            wrong = next((n for n, noun in enumerate(near) if noun in words("flaws.en")), -1)
            if wrong >= 0:
                return sentence.tokens.span(at, at + 1 + wrong)
    for clause in clauses(sentence):
        if clause.subject == "noun" and _has_my_growth(sentence, clause):
            return sentence.tokens.span(clause.at, clause.group.last)
        if clause.subject == "I" and forms[clause.at - 1] == "than" and clause.at:
            return sentence.tokens.span(clause.at - 1, clause.group.last)  # "harder than I expected"
        if clause.subject == "it" and clause.group.tense == "would" and not _BETTER.isdisjoint(forms):
            return sentence.tokens.span(clause.group.first, clause.group.last)
        if clause.subject in _OWN and (_owns_up(sentence, clause) or _has_grown(sentence, clause)):
            return sentence.tokens.span(clause.group.first, clause.group.last)
    if forms[:3] in _UNREAL:
        return sentence.tokens.span(0, 2)
    return phrase(sentence, "taken_along.en") or _called_a_lesson(sentence)


def _owns_up(sentence: Sentence, clause: Clause) -> bool:
    """Whether I was wrong, thought wrongly or failed: "I was too proud", "I used to think", "I assumed she knew"."""
    forms, tagged, group = sentence.tokens.forms, tags(sentence), clause.group
    after = forms[group.last + 1 : group.last + 1 + _REACH]
    if forms[group.verb : group.verb + 2] == ["used", "to"]:
        return not words("beliefs.en").isdisjoint(after)
    if group.voice == "state" and group.tense in ("past", "perfect"):
        return any(form in words("failings.en") for form in after)
    base = tagged[group.verb].base
    if base in ("assume", "presume"):
        return any(other.group.first > group.last for other in clauses(sentence))
    return base == "fail" and clause.subject == "I" and after[:1] == ["to"]


def _has_my_growth(sentence: Sentence, clause: Clause) -> bool:
    """Whether something of mine grew: "my confidence grew"."""
    forms, tagged = sentence.tokens.forms, tags(sentence)
    if (
        clause.at < 1
        or forms[clause.at] not in words("growth.en")
        or "my" not in forms[max(0, clause.at - 3) : clause.at]
    ):
        return False
    return tagged[clause.group.verb].base in ("grow", "improve", "develop", "increase", "strengthen")


def _has_grown(sentence: Sentence, clause: Clause) -> bool:
    """Whether I am today what I was not: "I am quicker to apologise than I was"."""
    group, forms = clause.group, sentence.tokens.forms
    after = forms[group.last + 1 : group.last + 3]
    return (
        clause.subject == "I"
        and group.voice == "state"
        and group.tense == "present"
        and any(form in words("comparatives.en") or (form.endswith("er") and "than" in forms) for form in after)
    )


def _called_a_lesson(sentence: Sentence) -> Span | None:
    """Where what happened is called a lesson: "it was a painful lesson", "that is the lesson"."""
    forms, tagged = sentence.tokens.forms, tags(sentence)
    for at, form in enumerate(forms):
        if form in ("lesson", "lessons") and any(
            word.part == "be" or word.auxiliary == "be" for word in tagged[max(0, at - 5) : at]
        ):
            return sentence.tokens.span(at, at)
    return None
