"""Whose effect a quantity of an English clause is: another party's, a firm's for itself, or the size of a charge."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.context import NOW, Setting
from bqlint.language.en.inflection import forms
from bqlint.language.en.lookahead import AUXILIARIES
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.en.roles import CHANGING, EARNING, WINNING, roles
from bqlint.language.en.verbs import FINITE, PAST, THIRD, tag
from bqlint.language.lexicon import words

_TOPICS = frozenset(("research", "study", "studies", "literature", "statistics"))
_RUNNING = frozenset(("manage", "run", "oversee", "lead", "own", "supervise", "operate"))
_OWN = frozenset(("i", "we", "my", "our"))
_TURNING_OVER = frozenset(("made", "earned", "posted"))


def of_a_name(setting: Setting) -> bool:
    """What a firm called by its name does by and large: "Acme sells 200 a month"."""
    reading, verb = setting.reading, setting.verb
    if setting.quantity.sort is not Sort.COUNT and setting.quantity.sort is not Sort.MONEY:
        return False
    if verb < 1 or tag(reading.forms[verb]).forms != THIRD or not setting.role & (WINNING | EARNING):
        return False
    subject = reading.forms[verb - 1]
    return reading.capital(verb - 1) and not tag(subject).part


def of_what_was_run(setting: Setting) -> bool:
    """Managed a diner that generates $5 million a year: the size of what was run, told in the present."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or setting.role & CHANGING:
        return False
    if f[verb].endswith("ing") and f[verb - 1] in forms("figure_adopters.en"):
        return setting.quantity.sort is Sort.MONEY and any(
            tagged(form).base in _RUNNING for form in f[max(0, verb - 12) : verb]
        )
    if f[verb - 1] not in ("that", "which"):
        return False
    if tag(f[verb]).forms & PAST and tagged(f[verb]).base not in ("exceed", "total"):
        return False
    return any(tagged(form).base in _RUNNING for form in f[max(0, verb - 14) : verb - 1]) and NOW.isdisjoint(f)


def of_somebody_before(setting: Setting) -> bool:
    """What he, she or they had done before: he had scored 40%."""
    f, verb = setting.reading.forms, setting.verb
    return verb > 1 and f[verb - 1] == "had" and f[verb - 2] in ("he", "she", "they")


def is_other(setting: Setting, at: int) -> bool:
    """Another party as the subject or the field spoken of; not "than the industry", "industry-leading"."""
    f = setting.reading.forms
    compared = any(
        form in ("than", "above", "below", "against", "beat", "over", "vs") for form in f[max(0, at - 3) : at]
    )
    if f[at] in _TOPICS and not (tagged(f[at + 1]).forms & FINITE or tagged(f[at + 1]).part in AUXILIARIES):
        return False  # research funding, a market study and its result
    if f[at] == "national" and f[at + 1] not in ("average", "mean", "rate", "figure"):
        return False
    return not compared and f[at + 1] not in ("-", "standard", "leading", "award")


def is_company(setting: Setting, at: int) -> bool:
    """A company told of for itself: "the operator has grown 30%", unless the sentence says whose effect it was."""
    f = setting.reading.forms
    following = f[at + 1]
    pluperfect = following in ("has", "had") and (bool(tagged(f[at + 2]).forms & PAST) or f[at + 2] == "grown")
    earned = following in _TURNING_OVER and setting.quantity.sort is Sort.MONEY
    own = bool(tagged(following).forms & PAST) and (f[at + 2] in ("its", "their", "his", "her") or earned)
    if own:
        return "thanks" not in f
    because = words("figure_because.en")
    named = f[at - 1]  # "our" of "our supplier" says whose supplier it is, no more
    return pluperfect and sum(form in because for form in setting.around()) <= (named in because)


def is_actor(setting: Setting, at: int) -> bool:
    """Another person or team whose act the figure is: "my predecessor had cut", "the supplier saved 20% by it"."""
    f = setting.reading.forms
    if (
        setting.quantity.sort is Sort.SCORE
        or f[at + 1] == "'"
        or f[0] == "how"  # how a contractor cut 11 hours of paperwork: the headline of a case
        or f[at - 1] in ("by", "for", "to", "with", "of", "from", "at")
    ):
        return False
    if setting.quantity.sort is Sort.SHIFT and f[setting.verb] in ("went", "moved"):
        return False  # suppliers went from two-day tickets to 30-second look-ups
    governing = {setting.verb, setting.changed, setting.quantity.first} - {-1}  # "doubled" is a figure and a verb
    acts = [verb for verb in range(at + 1, at + 8) if verb in governing and tagged(f[verb]).forms & PAST]
    return bool(acts) and _OWN.isdisjoint(f[at + 1 : acts[0]])  # not "thanks to my colleague we doubled it"


def is_duty(setting: Setting, at: int) -> bool:
    """Responsible for generating $4 million: what one was there for; not "responsible for two lines and cut scrap"."""
    f = setting.reading.forms
    own = at == 0 or f[at - 1] in ("am", "was", "i'm")
    between = f[at + 1 : setting.before + 1]
    gaining = CHANGING | WINNING
    resulting = any(
        one == "," and two.endswith("ing") and roles().get(two, 0) & gaining for one, two in pairwise(between)
    )
    return own and not resulting and not any(tagged(form).forms & PAST for form in between)
