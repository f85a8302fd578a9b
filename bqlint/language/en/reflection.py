"""Lessons, changes since, commonplaces and pitches in English sentences."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.en.admissions import admission
from bqlint.language.en.clauses import clauses
from bqlint.language.en.lessons import drawn, regret, thought_now
from bqlint.language.en.lookahead import SUBJECTS
from bqlint.language.en.maxims import advice, maxim, truth
from bqlint.language.en.phrasing import phrase, phrases_in
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import tags
from bqlint.language.lexicon import once, words
from bqlint.prose import Sentence

_OWN = frozenset(("I", "we"))
_ME = frozenset(("me", "us", "my", "our", "myself", "ourselves"))
_PROMISES = frozenset(("bring", "contribute", "apply", "add", "replicate", "take", "prove", "repeat"))
_STANDING = ("present", "perfect")
_TOLD = ("past", "perfect")


@once
def lesson(sentence: Sentence) -> Span | None:
    """The words by which `sentence` draws a lesson about conduct."""
    if sentence.text.rstrip().endswith("?") and not clauses(sentence):
        return None
    said = drawn(sentence) or phrase(sentence, "lessons.en") or regret(sentence)
    return said or changed(sentence) or maxim(sentence)


def considered(sentence: Sentence) -> Span | None:
    """Where `sentence` looks at it from today, owns up or tells a truth: "I try to ask", "guests forgive delays"."""
    return None if pitch(sentence) else thought_now(sentence) or admission(sentence) or truth(sentence)


@once
def changed(sentence: Sentence) -> Span | None:
    """The words by which `sentence` tells a change of conduct since then or from now on."""
    own = [clause for clause in clauses(sentence) if clause.subject in _OWN or clause.subject == ""]
    since = phrase(sentence, "since_then.en")
    if since and (own or any(form in _ME for form in sentence.tokens.forms)):
        return since
    if not own and not any(form in _ME for form in sentence.tokens.forms):
        return None
    if any(clause.main and clause.group.tense != "past" for clause in own) and (
        now := phrase(sentence, "from_now_on.en")
    ):
        return now
    if since := _since(sentence, own):
        return since
    return phrase(sentence, "changes.en") or _habit_now(sentence)


def _since(sentence: Sentence, own: list[Clause]) -> Span | None:
    """A change dated by "since": "Since March I ask first", "I have asked first since"."""
    forms, tagged = sentence.tokens.forms, tags(sentence)
    for at, form in enumerate(forms):
        if form != "since":
            continue
        if at + 1 >= len(forms) or tagged[at + 1].part == "stop":
            standing = any(clause.group.tense == "perfect" for clause in own)
        else:
            after = [clause for clause in own if clause.main and at + 1 < clause.at < at + 8]
            standing = tagged[at + 1].part not in SUBJECTS and any(c.group.tense in _STANDING for c in after)
        if standing:
            return sentence.tokens.span(at, at)
    return None


@once
def used(sentence: Sentence) -> Span | None:
    """The other occasion on which the teller acted: "in February I found", "for the next project I did that"."""
    own = any(clause.subject in _OWN and clause.group.tense in _TOLD for clause in clauses(sentence))
    return phrase(sentence, "occasions.en") if own else None


def generic(sentence: Sentence) -> Span | None:
    """The commonplace in `sentence`, where the lesson says nothing else."""
    if lesson(sentence) is None or changed(sentence):
        return None
    forms, tagged = sentence.tokens.forms, tags(sentence)
    for at, form in enumerate(forms):
        if form in words("worth.en") and forms[at + 1 : at + 2] == ["of"]:
            rest = [n for n in range(at + 2, len(forms)) if tagged[n].part == "" and forms[n] not in words("worth.en")]
            common = [n for n in rest if forms[n] in words("commonplaces.en")]
            if (
                common
                and not any(clause.group.first > at for clause in clauses(sentence))
                and len(rest) <= 2 * len(common)
            ):
                return sentence.tokens.span(at, rest[-1])
    for first, last in phrases_in(sentence, "nothing_learnt.en"):
        if last + 1 >= len(forms) - 1 or forms[last + 1] in (".", "!", ",", "from", "in", "during", "and"):
            return sentence.tokens.span(first, last)
    return None


def general(sentence: Sentence) -> Span | None:
    """The advice that `sentence` gives to all and nobody: "leadership means making tough calls"."""
    return advice(sentence)


def pitch(sentence: Sentence) -> Span | None:
    """The words by which `sentence` sells its teller to an employer."""
    found, forms = phrase(sentence, "pitches.en"), sentence.tokens.forms
    if found and ("your" in forms or not _is_told(sentence)):
        return found
    for at, form in enumerate(forms):
        if form in _PROMISES and _looks_ahead(sentence, at):
            for to in range(at + 1, min(len(forms), at + 14)):
                if forms[to] in ("to", "in", "into", "at", "with") and (last := _employer(sentence, to)):
                    return sentence.tokens.span(at, last)
    return None


def _is_told(sentence: Sentence) -> bool:
    """Whether all that `sentence` says lies in the past: "I applied for the role and learned to ask"."""
    told = [clause.group.tense for clause in clauses(sentence) if clause.main]
    return bool(told) and all(tense in ("past", "either") for tense in told)


def _employer(sentence: Sentence, to: int) -> int:
    """The last token of the employer behind the preposition at `to`: "to your team", "at Lidl", "with you"; else 0."""
    forms, starts = sentence.tokens.forms, sentence.tokens.starts
    named = [n for n in range(to + 1, min(len(forms), to + 7)) if forms[n] in words("employers.en")]
    if named:
        return named[-1]
    after = sentence.text[starts[to + 1] - sentence.span.start :] if to + 1 < len(forms) else ""
    return to + 1 if after[:1].isupper() and forms[to + 1] != "i" else 0


def _looks_ahead(sentence: Sentence, at: int) -> bool:
    """Whether the verb at `at` is promised, not told: after would, will, can, or "eager to"."""
    forms = sentence.tokens.forms
    if at > 1 and forms[at - 1] == "to" and forms[at - 2] in words("eager.en"):
        return True
    return any(
        clause.group.first <= at <= clause.group.last and clause.group.tense in ("would", "future", "modal")
        for clause in clauses(sentence)
    )


def _habit_now(sentence: Sentence) -> Span | None:
    """A habit of the present: "I always ask", "I no longer wait"."""
    forms = sentence.tokens.forms
    for clause in clauses(sentence):
        group = clause.group
        if clause.subject == "I" and group.tense in ("present", "perfect"):
            start = max(0, min(clause.at, group.first) - 1)
            window = forms[start : group.last + 3]
            if any(form in words("standing.en") for form in window):
                return sentence.tokens.span(max(0, clause.at), group.last)
    return None
