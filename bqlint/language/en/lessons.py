"""The ways in which an English clause draws a lesson: I learnt it, it taught me, it shaped me, I should have."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.en.clauses import clauses
from bqlint.language.en.phrasing import phrase
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import ING, tags
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_OWN = frozenset(("I", "we"))
_ME = frozenset(("me", "us", "my", "our", "myself", "ourselves"))
_AHEAD = _ME | {"i", "we", "i'll", "we'll", "next"}
"""With one of these a sentence about the future is about what is taken along, not about how something works."""
_WEIGHT = frozenset(("importance", "value", "power"))
_BETTER = frozenset(("earlier", "sooner", "first", "instead", "more", "better"))
"""What follows "should have been told" where it is regretted."""
_JUDGED = frozenset(
    ("best", "better", "important", "easier", "helpful", "useful", "vital", "crucial", "essential", "worth")
)
"""How what was found is judged: "I found that it was best to start small"."""
_LESSON_OPENS = frozenset(("how", "that", "to", "not", "why", "when", "what", "i", "my", "importance", "value"))
"""Words with which a lesson begins behind its verb."""
_EACH_TIME = frozenset(("whenever", "before", "why"))
_ABLE = frozenset(("can", "can't", "cannot", "must", "mustn't", "may", "might"))
"""Auxiliaries by which "I" tells what I can or must do today."""
_USUAL = frozenset(
    (
        "every",
        "each",
        "always",
        "usually",
        "often",
        "when",
        "whenever",
        "while",
        "sometimes",
        "day",
        "days",
        "night",
        "week",
    )
)
"""Words that make of "I would" what one used to do."""
_REACH = 7
"""Tokens behind a verb in which its object begins: "gave me a lot more confidence"."""


def drawn(sentence: Sentence) -> Span | None:
    """The first verb by which `sentence` draws a lesson."""
    for clause in clauses(sentence):
        learnt = clause.subject in _OWN and (_learns(sentence, clause) or _grows(sentence, clause))
        if learnt or _noted(sentence, clause) or _teaches(sentence, clause) or _shapes(sentence, clause):
            return sentence.tokens.span(clause.group.first, clause.group.last)
    return None


def thought_now(sentence: Sentence) -> Span | None:
    """Where I look at it from today, or ahead: "I've come to believe", "I feel ready", "I try to", "we will ask".

    What one's work is also stands in the present: "I manage a team", "I am a nurse".
    """
    forms, found = sentence.tokens.forms, clauses(sentence)
    if forms[:1] == ["what"] and found and forms[-1] != "?" and not {"was", "is"}.isdisjoint(forms):
        return sentence.tokens.span(0, found[0].group.last)  # "What helped most was admitting it"
    again = not _EACH_TIME.isdisjoint(forms)
    for clause in found:
        group = clause.group
        if forms[group.first : group.first + 2] == ["would", "have"] and "had" not in forms:
            return sentence.tokens.span(group.first, group.last)  # "a call would have saved a week"
        if clause.main and group.tense in ("would", "modal") and phrase(sentence, "another_time.en"):
            return sentence.tokens.span(group.first, group.last)  # "going forward, a list would help"
        if clause.main and group.tense == "future" and not _AHEAD.isdisjoint(forms):
            return sentence.tokens.span(group.first, group.last)  # not "the service will send a mail"
        if clause.subject != "I" or clause.link == "rel" or group.voice == "state":
            continue
        wanted = forms[group.verb] in ("need", "want") and forms[group.last + 1 : group.last + 2] == ["to"]
        duty = tags(sentence)[group.verb].base in words("duties.en") and not again and not wanted
        wish = group.tense == "would" and "had" not in forms and _USUAL.isdisjoint(forms)
        able = group.tense == "modal" and forms[group.first] in _ABLE
        if (group.tense in ("present", "perfect") or wish or able) and not duty:
            return sentence.tokens.span(group.first, group.last)
    return None


def _shapes(sentence: Sentence, clause: Clause) -> bool:
    """Whether what happened made something of me: "it gave me confidence", "this helped me develop my skills".

    It, this or an event does; what a person gave or helped with is the story.
    """
    forms, tagged, group = sentence.tokens.forms, tags(sentence), clause.group
    after = forms[group.last + 1 : group.last + 1 + _REACH]
    if tagged[group.verb].base not in words("shaping.en") or group.voice == "passive" or _ME.isdisjoint(after[:4]):
        return False
    own = not {"me", "my", "myself"}.isdisjoint(after[:4])
    if clause.subject == "it" and clause.at >= 0 and own and tagged[group.verb].base not in ("make", "help"):
        return True  # "it gave me the courage"; not "this makes me a great fit"
    happened = clause.subject in ("it", "noun") and clause.at >= 0 and _is_event(sentence, clause.at)
    return happened and any(form in words("growth.en") for form in after)


def _is_event(sentence: Sentence, at: int) -> bool:
    """Whether the subject at `at` is something that happened: "it", "this", "the experience", "failing publicly"."""
    forms, tagged = sentence.tokens.forms, tags(sentence)
    if tagged[at].part == "it" or tagged[at].forms & ING:
        return forms[at] not in ("you", "he", "she")
    return forms[at] in words("events.en")


def _grows(sentence: Sentence, clause: Clause) -> bool:
    """Whether I grew: "I gained a deeper understanding", "I came away with more respect for", "I grew as a leader"."""
    forms, tagged, group = sentence.tokens.forms, tags(sentence), clause.group
    base, after = tagged[group.verb].base, forms[group.last + 1 : group.last + 1 + _REACH]
    if base == "grow":
        return "as" in after or after[:1] in ([], ["."], ["from"], ["through"], ["so"])
    if base in ("come", "walk") and after[:1] != ["away"]:
        return False
    return base in words("gaining.en") and any(form in words("growth.en") for form in after)


def _learns(sentence: Sentence, clause: Clause) -> bool:
    """Whether "I" learns or realises something about how to act in `clause`."""
    forms, tagged, group = sentence.tokens.forms, tags(sentence), clause.group
    base, after = tagged[group.verb].base, group.last + 1
    if base in words("misjudging.en"):
        return True
    if base == "learn" and clause.link == "sub" and forms[0] == "what":
        return True  # "What I learned from it was that"
    if base == "learn":
        return forms[after : after + 1] not in (["about"], ["of"]) and not _found_out(sentence, group.last)
    if base == "come" and forms[after : after + 1] == ["to"] and after + 1 < len(forms):
        base, after = tagged[after + 1].base, after + 2
        if base in ("accept", "appreciate", "know", "see"):
            return True
    if base in words("findings.en"):
        judged = any(forms[at - 1] in ("was", "is") and form in _JUDGED for at, form in enumerate(forms))
        return judged or any(
            c.group.first > group.last and c.group.tense == "present" and c.subject != "they" for c in clauses(sentence)
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
        base == "understand"
        or complement.subject == "I"
        or not _found_out(sentence, group.last)
        or bool(set(forms[after:]) & {"my", "myself"})
    )


def _noted(sentence: Sentence, clause: Clause) -> bool:
    """Whether a lesson is noted with its subject left out: "Learned how a plan helps", "Realised that I rush"."""
    base = tags(sentence)[clause.group.verb].base
    following = sentence.tokens.forms[clause.group.last + 1 : clause.group.last + 3]
    if clause.subject != "" or not (base == "learn" or base in words("insights.en")):
        return False
    return not _LESSON_OPENS.isdisjoint(following) and not _found_out(sentence, clause.group.last)


def _found_out(sentence: Sentence, verb: int) -> bool:
    """Whether what follows `verb` is a fact of the story (a past clause about something else), not a lesson."""
    if sentence.tokens.forms[verb + 1 : verb + 2] == ["to"]:
        return False  # "I learned to count twice, which saved us"
    for other in clauses(sentence):
        if other.group.first > verb and other.link != "rel":
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
        return after[:1] in (["me"], ["us"]) or "our" in after[:3]
    if after[:1] in (["for"], ["to"]) and after[1:2] in (["me"], ["us"]):
        return True
    if clause.subject == "they" and clause.link != "rel":
        return False
    if after[:1] in (["that"], ["how"], ["why"]) and clause.at >= 0 and _is_event(sentence, clause.at):
        later = [other.group.tense for other in clauses(sentence) if other.group.first > group.last]
        return later[:1] in ([], ["present"])  # "this showed that haste costs time"
    if base in ("make", "help", "force", "lead", "push", "get"):
        return after[:1] in (["me"], ["us"]) and bool(set(after[1:]) & words("grown.en"))
    if base in ("change", "shape", "influence", "inform", "transform"):
        return bool(set(after) & {"my", "how", "me", "i"})
    return after[:1] in (["me"], ["us"]) and bool(set(after) & {"that", "to", "how", "not", "why", "what"})


def regret(sentence: Sentence) -> Span | None:
    """What would have been better, or would be another time: "I should have asked", "I would do it again"."""
    forms = sentence.tokens.forms
    another_time, mine = "again" in forms, not {"i", "me", "my", "we"}.isdisjoint(forms)
    for clause in clauses(sentence):
        group = clause.group
        start = group.first - forms[group.first - 1].endswith("'ve") if group.first else 0
        around = forms[start : group.last + 1]
        if clause.subject in _OWN and another_time and group.tense == "would":
            return sentence.tokens.span(group.first, group.last)
        better = not _BETTER.isdisjoint(forms[group.last + 1 :])
        should = around[0] == "should" and (mine or better if "have" in around else clause.subject == "I")
        if should:
            return sentence.tokens.span(group.first, group.last)
        if clause.subject not in _OWN or not set(around) & words("regrets.en"):
            continue
        if "have" in around or around[0].endswith("'ve") or group.tense not in ("modal", "would"):
            return sentence.tokens.span(group.first, group.last)
    return None
