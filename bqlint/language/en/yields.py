"""What the work has brought, counted by a noun of gain: gave us nine permanent hires, led to four contracts."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.context import Setting
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.reading import tagged

_PERSONS = frozenset(("i", "we", "he", "she", "they", "you", "who"))
_INTO = frozenset(("to", "in", "into", "about"))
_MORE = (["additional"], ["new"], ["extra"], ["more"], ["fewer"])
_HEADINGS = frozenset(("result", "results", "outcome", "outcomes", "impact"))


@cache
def _gains() -> frozenset[str]:
    return forms("figure_audience.en") | forms("figure_income.en") | forms("figure_places.en")


def is_yield(setting: Setting) -> bool:
    """Whether a noun of gain is counted, and a thing gave it, led to it, turned into it, or it stands as the result."""
    f, ahead = setting.reading.forms, setting.ahead(3)
    new = ahead[:1] == ["new"] and any(form in forms("figure_adopters.en") for form in ahead[1:])
    at, verb = setting.before, setting.verb
    if f[verb] in verbs("figure_moving_to_act.en") and "to" in setting.ahead(4) and setting.is_object:
        return True  # encouraged 900 people to give blood
    if ahead[:1] in _MORE and f[at] in _INTO and f[at - 1] in verbs("figure_leading.en"):
        return True  # resulting in 300 additional litres sold
    gained = ahead[:1] == ["new"] and verb >= 0 and f[verb] in verbs("figure_receiving.en") and setting.is_object
    if gained and not _gains().isdisjoint(ahead):
        return True
    if not new and _gains().isdisjoint(ahead):
        return False
    if f[at] == ":" and f[at - 1] in _HEADINGS:
        return True
    if f[at] in _INTO and f[at - 1] in verbs("figure_leading.en"):
        return True
    if verb < 1:
        return False
    base = tagged(f[verb]).base
    if f[at] == "came" and at == verb:
        return "of" in f[max(0, at - 5) : at] or "from" in f[max(0, at - 5) : at]  # out of that evening came
    if f[at] == "into" and base == "turn":
        return True
    return base in ("give", "bring") and setting.is_object and f[verb - 1] not in _PERSONS
