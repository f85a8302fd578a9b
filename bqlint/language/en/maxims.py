"""English sentences that tell of no occasion, but how to act or how things are: "Never promise a date"."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Span
from bqlint.language.en.clauses import clauses
from bqlint.language.en.phrasing import phrase
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, THIRD, Tag, tags
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_HEDGES = frozenset(("always", "never", "don't", "do", "not"))
_PAST = frozenset(("past", "perfect", "would"))
_SCENE = 5
"""Tokens in which a scene at the head ends: "At scale,"."""
_IMPERSONAL = frozenset(("it", "it's", "there", "there's"))
_OPENINGS = frozenset(("to", "no", "always", "never", "when", "if"))
"""Words that make "it is", "there is" general: "it takes time to", "there is no"."""
_BEFORE_SUBJECT = frozenset(("sign", "adv", "and", "comma", "stop"))
_NOW = frozenset(("present", "modal", "future"))
_STORY = frozenset(
    (
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "my",
        "me",
        "mine",
        "myself",
        "we",
        "our",
        "us",
        "ours",
        "he",
        "she",
        "his",
        "her",
        "him",
    )
)
"""Words of one story: a sentence that holds one is no general truth."""
_YOU = frozenset(("you", "your", "you're", "yourself", "people"))
"""Whoever reads or listens: with one of these, what will come is a truth, not how a thing works."""
_MINE = frozenset(("my", "me", "mine", "myself"))
"""Those that a truth may hold all the same: "a plan that lives in my head is no plan"."""


def maxim(sentence: Sentence) -> Span | None:
    """An imperative, after an introduction too, or a truth about doing something."""
    tagged, found = tags(sentence), clauses(sentence)
    for start in _beginnings(sentence, tagged, found):
        if at := _imperative(sentence, tagged, found, start):
            return sentence.tokens.span(start, at - 1)
    head = next((at for at in range(len(tagged)) if tagged[at].part != "sign"), 0)
    told = [clause for clause in found if clause.main]
    if tagged[head].forms & ING and told and told[0].group.tense in _NOW and told[0].subject == "noun":
        return sentence.tokens.span(head, told[0].group.last)
    return None


def _beginnings(sentence: Sentence, tagged: list[Tag], found: tuple[Clause, ...]) -> list[int]:
    """Where an imperative may begin: at the head, after "In short,", after "When in doubt,"."""
    head = next((at for at in range(len(tagged)) if tagged[at].part != "sign"), 0)
    comma = next((at for at in range(head, len(tagged)) if tagged[at].part == "comma"), -1)
    before = [clause for clause in found if clause.group.first < comma]
    fronted = bool(before) and before[0].group.tense == "present" and not any(clause.main for clause in before)
    introduced = fronted or (head < comma <= head + 3 and not before)
    return [head, comma + 1] if introduced and comma + 1 < len(tagged) else [head]


def _imperative(sentence: Sentence, tagged: list[Tag], found: tuple[Clause, ...], start: int) -> int:
    """The token after the base form that makes an imperative from `start` on; 0 where none is."""
    forms, at = sentence.tokens.forms, start
    while at < len(forms) - 1 and (forms[at] in _HEDGES or (at > start and tagged[at].part == "adv")):
        at += 1
    if at + 1 >= len(forms):
        return 0
    if forms[at] == "be" or (at > start and forms[at] == "have"):
        return at + 1  # "Be patient", "Always have a spare"
    if not tagged[at].forms & BASE or tagged[at].part:
        return 0
    told = [clause for clause in found if clause.main and clause.group.last >= start]
    if tagged[at].base in ("need", "want") or (at == start and told and any(c.group.tense == "past" for c in told)):
        return 0
    bare = not told or told[0].group.first in range(start, at + 1)
    return at + 1 if bare and (at > start or told) else 0


def truth(sentence: Sentence) -> Span | None:
    """A statement in the present about nobody in particular: "customers forgive a delay", "leading means listening".

    Sayings say nothing about how to act: "a smile costs nothing".
    """
    forms, tagged, found = sentence.tokens.forms, tags(sentence), clauses(sentence)
    mine = forms[0] in ("a", "an") or forms[0] in words("anybody.en")
    if forms[-1] == "?" or not (_STORY - _MINE if mine else _STORY).isdisjoint(forms) or _counts(sentence):
        return None
    if not all(_is_timeless(tagged, clause) for clause in found) or not (found or _bare_verb(tagged, forms)):
        return None
    if not mine and _YOU.isdisjoint(forms) and any(_is_to_come(clause) for clause in found):
        return None  # "the service will send a mail"
    head = next((at for at in range(len(tagged)) if tagged[at].part not in _BEFORE_SUBJECT), 0)
    comma = next((at for at in range(head, min(len(tagged), head + _SCENE)) if tagged[at].part == "comma"), 0)
    if comma and tagged[head].part == "prep" and comma + 1 < len(tagged):
        head = comma + 1  # "At scale, every change needs a plan"
    if not _is_anybody(sentence, tagged, head) or phrase(sentence, "sayings.en"):
        return None
    last = found[0].group.last if found else head
    return sentence.tokens.span(min(head, last), max(head, last))


def advice(sentence: Sentence) -> Span | None:
    """A truth that says how to act: "leadership means making tough calls", "you can only lead people you know"."""
    forms = sentence.tokens.forms
    acting = "you" in forms or "your" in forms or any(_is_doing(sentence, at) for at in range(len(forms)))
    return truth(sentence) if acting else None


def _is_doing(sentence: Sentence, at: int) -> bool:
    """Whether the -ing form at `at` names an act: not in "a standing order", "is opening", "the following"."""
    tagged = tags(sentence)
    return bool(tagged[at].forms & ING) and (at == 0 or tagged[at - 1].part not in ("det", "be"))


def _counts(sentence: Sentence) -> bool:
    """Whether `sentence` holds a number, but for one that is part of a name: P0."""
    forms, tokens = sentence.tokens.forms, sentence.tokens
    return any(
        form[0].isdigit() and not (at and forms[at - 1].isalpha() and tokens.ends[at - 1] == tokens.starts[at])
        for at, form in enumerate(forms)
    )


def _is_timeless(tagged: Sequence[Tag], clause: Clause) -> bool:
    """Whether the clause tells no event: neither past nor going on."""
    group = clause.group
    if group.tense == "perfect" and not clause.main:
        return True  # "no list is done until somebody has used it"
    if group.tense in _PAST:
        joined = group.first == group.verb and bool(tagged[group.verb].forms & PARTICIPLE)
        return joined and tagged[group.first - 1].part == "and"  # "are tried and tested"
    going_on = group.first != group.verb and bool(tagged[group.verb].forms & ING)
    return not (going_on and clause.main and tagged[group.first].base == "are")


def _is_to_come(clause: Clause) -> bool:
    """Whether the clause says what a thing will do: how it works, or a plan."""
    return clause.main and clause.group.tense == "future" and clause.subject in ("noun", "it", "they")


def _bare_verb(tagged: Sequence[Tag], forms: Sequence[str]) -> bool:
    """Whether a verb follows its subject where no clause was made out: "upgrades bring faults", "haste makes waste"."""
    return any(
        tagged[at].forms == (BASE if forms[at - 1].endswith("s") else THIRD)
        and tagged[at].base not in words("also_nouns.en")
        and not tagged[at - 1].part
        for at in range(1, len(tagged))
    )


def _is_anybody(sentence: Sentence, tagged: Sequence[Tag], head: int) -> bool:
    """Whether the subject at `head` is a kind, not one of its kind: "a plan", "the best way", "it is hard to"."""
    forms = sentence.tokens.forms
    part, form, following = tagged[head].part, forms[head], forms[head + 1 : head + 7]
    if part in ("", "sub"):
        told_to = tagged[head].forms & BASE and tagged[head].base not in words("also_nouns.en")
        return not told_to and not _is_name(sentence, tagged, head)
    if form == "the":
        return any(near in words("foremost.en") or near.endswith("est") for near in following[:3])
    if form in _IMPERSONAL:
        return not _OPENINGS.isdisjoint(following)
    return form in words("anybody.en")


def _is_name(sentence: Sentence, tagged: Sequence[Tag], at: int) -> bool:
    """Whether a name stands at `at`: capitals inside the word, or another capital behind it."""
    text, starts, ends = sentence.text, sentence.tokens.starts, sentence.tokens.ends
    word = text[starts[at] - sentence.span.start : ends[at] - sentence.span.start]
    behind = text[starts[at + 1] - sentence.span.start] if at + 1 < len(starts) else ""
    return not word[1:].islower() or (behind.isupper() and not tagged[at + 1].part)
