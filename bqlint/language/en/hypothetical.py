"""English acts that are imagined ("I would call") or repeated ("I usually call") instead of told."""

from __future__ import annotations

from functools import cache

from bqlint.finding import Span
from bqlint.language.en.clauses import clauses
from bqlint.language.en.phrasing import phrase
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import tags
from bqlint.language.lexicon import once, words
from bqlint.prose import Sentence

_OWN = ("I", "we")
_UNREAL = ("would", "future")
_TOLD = ("past", "either", "perfect")
_MODALS = ("would", "will", "'d", "'ll")
_WHENEVER = frozenset(("when", "whenever", "if"))
_CLAUSE_HEADS = frozenset(("that", "I", "we", "they", "it", "there", "det"))


def hypothetical(sentence: Sentence) -> Span | None:
    """The first "I would ..." of `sentence` that stands for what happened."""
    for clause in _imagined(sentence):
        if clause.subject != "we":
            return _span(sentence, clause)
    return None


def habitual(sentence: Sentence) -> Span | None:
    """The first present-tense habit of `sentence`: "I always ...", "whenever ..., I ..."."""
    forms = sentence.tokens.forms
    if _marks_of_habit().isdisjoint(forms) or phrase(sentence, "changed_now.en") or forms[-1] == "?":
        return None
    for clause in clauses(sentence):
        if clause.group.tense != "present":
            return None
        if clause.main and clause.subject in _OWN:
            around = forms[max(0, clause.at - 2) : clause.group.last + 1]
            again = any(form in _WHENEVER for form in forms[: clause.group.first])
            if again or any(form in words("habits.en") for form in around):
                return _span(sentence, clause)
    return None


@cache
def _marks_of_habit() -> frozenset[str]:
    return words("habits.en") | _WHENEVER


def told(sentence: Sentence) -> int:
    """Acts of I or we, or of a subject left out, in the past tense."""
    return sum(
        1
        for clause in clauses(sentence)
        if clause.main
        and clause.subject in ("I", "we", "")
        and clause.group.tense in _TOLD
        and _is_done(sentence, clause)
    )


def _is_done(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause tells an act; not "I have never been in that situation"."""
    group = clause.group.first, clause.group.last + 1
    return clause.group.tense != "perfect" or {"not", "never", "haven't"}.isdisjoint(
        sentence.tokens.forms[slice(*group)]
    )


def done(sentence: Sentence) -> bool:
    """Whether an act is told as done: English verbs show it."""
    return told(sentence) > 0


def imagined(sentence: Sentence) -> int:
    """Acts of I or we that are imagined, and what "my approach would be"."""
    return len(_imagined(sentence))


def repeated(sentence: Sentence) -> int:
    """Acts of I or we in the present tense."""
    return sum(
        1
        for clause in clauses(sentence)
        if clause.main and clause.subject in _OWN and clause.group.tense in ("present", "either")
    )


@once
def _imagined(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses with "I would" or "we would" that are neither habit, politeness, report nor resolution."""
    tokens = sentence.tokens
    if not any(modal in tokens.lower for modal in _MODALS) or tokens.forms[-1] == "?":
        return ()
    unreal = [clause for clause in clauses(sentence) if clause.group.tense in _UNREAL]
    found = [clause for clause in unreal if clause.subject in _OWN or _is_my_way(sentence, clause)]
    if not found:
        return ()
    if phrase(sentence, "another_time.en") or _is_habit_of_the_past(sentence):
        return ()
    return tuple(clause for clause in found if clause.main and _is_plain(sentence, clause))


def _is_my_way(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause says what my way would be: "my approach would be to ask"."""
    forms = sentence.tokens.forms
    mine = clause.subject == "noun" and "my" in forms[max(0, clause.at - 2) : clause.at]
    return mine and clause.group.tense == "would" and forms[clause.group.last + 1 : clause.group.last + 2] == ["to"]


def _is_plain(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause is no politeness ("I would like"), no "would have done", and follows no act told as done."""
    forms, group = sentence.tokens.forms, clause.group
    if "have" in forms[group.first : group.verb] and forms[group.verb - 1] != "to":
        return False
    tagged, after = tags(sentence), group.verb + 1
    if forms[group.verb] in words("polite.en") and after < len(tagged) and tagged[after].part in _CLAUSE_HEADS:
        return False
    if forms[group.verb] in words("wishes.en") or set(forms[group.first : group.first + 3]) & {"rather", "better"}:
        return False
    told = [other for other in clauses(sentence) if other.main and other.group.tense in ("past", "either")]
    return not any(other.group.first < group.first or other.subject in _OWN for other in told)


def _is_habit_of_the_past(sentence: Sentence) -> bool:
    """Whether "would" is a past habit here: a time that came again, or a past "when" clause without an "if"."""
    forms = sentence.tokens.forms
    if phrase(sentence, "again_and_again.en"):
        return True
    if "if" in forms:
        return False
    for clause in clauses(sentence):
        if clause.group.tense == "would":
            return False
        if clause.link in ("sub", "subprep") and clause.group.tense == "past":
            return True
    return False


def _span(sentence: Sentence, clause: Clause) -> Span:
    """From the subject to the verb."""
    first = clause.at if 0 <= clause.at <= clause.group.first else clause.group.first
    return sentence.tokens.span(first, clause.group.last)
