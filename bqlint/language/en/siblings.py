"""One's own count beside a sister's: "the other branch lost nine customers, we lost one", "line two stopped twice"."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_closed, tagged
from bqlint.language.en.verbs import PAST
from bqlint.language.lexicon import words

_LINKS = frozenset((",", ";", "and", "but", "while", "whereas"))
_OURS = frozenset(("we", "i", "ours", "mine"))
_OWNING = frozenset(("my", "our"))
_COUNTED = frozenset((Sort.COUNT, Sort.FREQUENCY, Sort.SCORE, Sort.PERCENT, Sort.MONEY))
_HOLDING = frozenset(("have", "be", "run", "hold", "keep", "need", "use", "employ", "cover", "own", ""))
_SIGHT = 8


def set_against(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """`found`, where the own count of a pair told of two sisters is a figure by itself."""
    result = found[:1]
    for one, two in pairwise(found):
        own = _own_subject(reading.forms, one.last + 1, two.first)
        if own and two.sort is one.sort in _COUNTED and _is_effect(reading, found, one, own, two):
            two = Quantity(two.first, two.last, Sort.RIVAL)
        result.append(two)
    return result


def _own_subject(f: list[str], first: int, last: int) -> int:
    """The token of "we", "ours" or "my shift" that opens the clause of the second count, else 0."""
    for at in range(first, min(last, first + _SIGHT)):
        if f[at] in _LINKS and (f[at + 1] in _OURS or f[at + 1] in _OWNING):
            return at + 1
        if f[at] == "," and f[at + 1] == "and" and f[at + 2] in (*_OURS, *_OWNING):
            return at + 2
    return 0


def _is_effect(reading: Reading, found: list[Quantity], one: Quantity, own: int, two: Quantity) -> bool:
    """Whether a sister had `one`, the own side `two`, and what is counted is done or suffered, no mere holding."""
    f = reading.forms
    verb = next((at for at in range(one.first - 1, max(-1, one.first - 4), -1) if tagged(f[at]).forms & PAST), -1)
    if verb < 0 or not is_closed(f[two.last + 1]) or two.first - own > 4:
        return False
    subject = f[max(0, verb - _SIGHT) : verb]
    named = any(other.sort is Sort.NAME and 0 <= verb - other.last <= 2 for other in found)
    if not named and words("figure_sisters.en").isdisjoint(subject):
        return False
    incident = any(form in forms("figure_incidents.en") for form in f[one.last + 1 : one.last + 3])
    losing = f[verb] in verbs("figure_losing.en") or f[verb] in verbs("figure_winning.en")
    return incident or losing or tagged(f[verb]).base not in _HOLDING
