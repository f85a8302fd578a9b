"""Whether a quantity of an English clause may be or holds by and large: could, can, if, when, typically, meant to."""

from __future__ import annotations

from bqlint.language.en.context import NOW, SUBJECTS, Setting
from bqlint.language.en.inflection import forms
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.en.roles import CHANGING, EARNING, WINNING
from bqlint.language.en.verbs import PAST

_OWN = frozenset(("i", "we", "my", "our"))
_IMAGINED = frozenset(("would", "could", "might"))
_SHOWN = frozenset(("show", "shows", "showed", "shown", "measured", "found"))


def is_modal(setting: Setting, at: int) -> bool:
    """Might, would, could: not "so that they could", nor the month, nor "he'd cut" for had."""
    f = setting.reading.forms
    if f[at] == "may":
        return not setting.reading.capital(at)
    if f[at] == "could":
        if setting.quantity.sort is Sort.SHIFT or f[setting.quantity.first] == "without":
            return False  # by then I could close the till without a single error
        return not any(form in ("so", "now", "meant", "means", "then", "that") for form in f[max(0, at - 4) : at + 2])
    if f[at].endswith("'d") and tagged(f[at + 1]).forms & PAST:
        return False
    return f[at - 1] not in ("free", "good", "the", "my", "a")


def can_change(setting: Setting, at: int) -> bool:
    """A nap can save a fifth of the day: a change that may come about, unless it now can."""
    changed = setting.role & (CHANGING | WINNING | EARNING) and at < setting.verb <= at + 2
    shown = not _SHOWN.isdisjoint(setting.reading.forms[:at])  # our tests show that it can halve the time
    return bool(changed) and not shown and NOW.isdisjoint(setting.around())


def is_when(setting: Setting, at: int) -> bool:
    """When the queue exceeds 80%, if the rate tops 2%: what would set something off, told in the present."""
    verb = setting.reading.forms[setting.verb]
    return setting.verb > at and verb.endswith("s") and bool(setting.role) and not tagged(verb).forms & PAST


def is_condition(setting: Setting, at: int) -> bool:
    """If: not "as if", nor "asked if"."""
    return setting.reading.forms[at - 1] not in ("as", "asked", "see", "know", "wondered", "checked")


def is_typical(setting: Setting, at: int) -> bool:
    """Teams typically see a tenfold gain: what holds by and large, told in the present of others than oneself."""
    f, verb = setting.reading.forms, max(setting.verb, at + 1)
    told = tagged(f[verb]).forms
    own = not _OWN.isdisjoint(f[max(0, at - 3) : at])
    return not own and not told & PAST and NOW.isdisjoint(setting.around())


def would_follow(setting: Setting) -> bool:
    """Even a 10% rise in yield would pay for it: a change that is imagined as the subject."""
    results, ahead = forms("figure_results.en"), setting.ahead(12)
    if setting.verb >= 0 or results.isdisjoint(ahead[:3]):
        return False
    for form in ahead:
        if form in _IMAGINED:
            return True
        if form in SUBJECTS or tagged(form).part in ("be", "have", "do"):
            return False
    return False


def is_meant(setting: Setting, at: int) -> bool:
    """The route was meant to save ten minutes."""
    f = setting.reading.forms
    return f[at + 1] == "to" and f[at - 1] in ("was", "were", "is", "are", "been")
