"""Lessons, changes since, commonplaces and pitches in English sentences."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.en.clauses import clauses
from bqlint.language.en.lookahead import SUBJECTS
from bqlint.language.en.phrasing import phrase, phrases_in
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import BASE, ING, tags
from bqlint.language.lexicon import once, words
from bqlint.prose import Sentence

_OWN = frozenset(("I", "we"))
_ME = frozenset(("me", "us", "my", "our", "myself", "ourselves"))
_WEIGHT = frozenset(("importance", "value", "power"))
_STANDING = ("present", "perfect")
_TOLD = ("past", "perfect")
_HEDGES = frozenset(("always", "never", "don't", "do", "not"))


@once
def lesson(sentence: Sentence) -> Span | None:
    """The words by which `sentence` draws a lesson about conduct."""
    if sentence.text.rstrip().endswith("?") and not clauses(sentence):
        return None
    for clause in clauses(sentence):
        if (clause.subject in _OWN and _learns(sentence, clause)) or _teaches(sentence, clause):
            return sentence.tokens.span(clause.group.first, clause.group.last)
    return phrase(sentence, "lessons.en") or _regret(sentence) or changed(sentence) or _maxim(sentence)


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


def pitch(sentence: Sentence) -> Span | None:
    """The words by which `sentence` sells its teller to an employer."""
    found = phrase(sentence, "pitches.en")
    if found:
        return found
    forms = sentence.tokens.forms
    for at, form in enumerate(forms):
        if form in ("bring", "contribute", "apply", "add") and _looks_ahead(sentence, at):
            for to in range(at + 1, min(len(forms), at + 14)):
                if forms[to] in ("to", "in", "into", "at") and set(forms[to : to + 7]) & words("employers.en"):
                    last = max(n for n in range(to, min(len(forms), to + 7)) if forms[n] in words("employers.en"))
                    return sentence.tokens.span(at, last)
    return None


def _looks_ahead(sentence: Sentence, at: int) -> bool:
    """Whether the verb at `at` is promised, not told: after would, will, can, or "eager to"."""
    forms = sentence.tokens.forms
    if at > 1 and forms[at - 1] == "to" and forms[at - 2] in words("eager.en"):
        return True
    return any(
        clause.group.first <= at <= clause.group.last and clause.group.tense in ("would", "future", "modal")
        for clause in clauses(sentence)
    )


def _learns(sentence: Sentence, clause: Clause) -> bool:
    """Whether "I" learns or realises something about how to act in `clause`."""
    forms, tagged, group = sentence.tokens.forms, tags(sentence), clause.group
    base, after = tagged[group.verb].base, group.last + 1
    if base == "learn":
        return forms[after : after + 1] not in (["about"], ["of"]) and not _found_out(sentence, group.last)
    if base == "come" and forms[after : after + 1] == ["to"] and after + 1 < len(forms):
        base, after = tagged[after + 1].base, after + 2
        if base in ("accept", "appreciate", "know", "see"):
            return True
    if base in words("findings.en"):
        return any(
            c.group.first > group.last and c.subject == "I" and c.group.tense == "present" for c in clauses(sentence)
        )
    if base not in words("insights.en"):
        return False
    while after < len(forms) and tagged[after].part in ("adv", "that"):
        after += 1
    if forms[after : after + 1] and (forms[after] in ("how", "why") or set(forms[after : after + 3]) & _WEIGHT):
        return True
    complement = next((other for other in clauses(sentence) if other.group.first > group.last), None)
    if complement is None:
        return bool(set(forms[after:]) & _ME)
    return (
        complement.subject == "I" or not _found_out(sentence, group.last) or bool(set(forms[after:]) & {"my", "myself"})
    )


def _found_out(sentence: Sentence, verb: int) -> bool:
    """Whether what follows `verb` is a fact of the story (a past clause about something else), not a lesson."""
    for other in clauses(sentence):
        if other.group.first > verb:
            return other.subject not in _OWN and other.group.tense == "past"
    return False


def _teaches(sentence: Sentence, clause: Clause) -> bool:
    """Whether something teaches, shows or reminds in `clause`: "it taught me", "this reinforced the importance"."""
    forms, tagged, group = sentence.tokens.forms, tags(sentence), clause.group
    base, after = tagged[group.verb].base, forms[group.last + 1 : group.last + 7]
    if base not in words("teachers.en") or clause.subject in _OWN or group.voice == "passive":
        return False
    if set(after) & words("worth.en") and (clause.main or _ME & set(after)):
        return True
    if base == "teach":
        return after[:1] in (["me"], ["us"])
    if clause.subject == "they" and clause.link != "rel":
        return False
    if base in ("make", "help", "force", "lead", "push", "get"):
        return after[:1] in (["me"], ["us"]) and bool(set(after[1:]) & words("grown.en"))
    if base in ("change", "shape", "influence", "inform", "transform"):
        return bool(set(after) & {"my", "how", "me"})
    return after[:1] in (["me"], ["us"]) and bool(set(after) & {"that", "to", "how", "not", "why", "what"})


def _regret(sentence: Sentence) -> Span | None:
    """What would have been better: "I should have asked"."""
    forms = sentence.tokens.forms
    for clause in clauses(sentence):
        group = clause.group
        around = forms[group.first : group.last + 1]
        if clause.subject not in _OWN or not set(around) & words("regrets.en"):
            continue
        if "have" in around or forms[group.verb] in words("regrets.en"):
            return sentence.tokens.span(group.first, group.last)
    return None


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


def _maxim(sentence: Sentence) -> Span | None:
    """An imperative, "Never promise a date", or a general truth about doing, "Asking early is cheaper"."""
    forms, tagged = sentence.tokens.forms, tags(sentence)
    head = next((at for at in range(len(forms)) if tagged[at].part != "sign"), 0)
    start = head
    while head < len(forms) - 1 and forms[head] in _HEDGES:
        head += 1
    tenses = [clause for clause in clauses(sentence) if clause.main]
    if tagged[head].forms & BASE and not tagged[head].part and head + 1 < len(forms):
        bare = not tenses or tenses[0].group.first in range(start, head + 1)
        if bare and (head > start or tenses):
            return sentence.tokens.span(start, head)
    if tagged[head].forms & ING and tenses and tenses[0].group.tense == "present" and tenses[0].subject == "noun":
        return sentence.tokens.span(head, tenses[0].group.last)
    return None
