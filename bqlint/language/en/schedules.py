"""A planned time that was beaten: delivered in four weeks where twelve had been expected."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_closed
from bqlint.language.en.verbs import PAST, tag

_SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_800,
    "quarter": 7_889_400,
    "year": 31_557_600,
}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_NUMBERS |= {"ten": 10, "eleven": 11, "twelve": 12}
_TOOK = frozenset(("in", "within", "took", "needed"))
_FAR = 14


def beaten(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """`found`, where a time that was needed and undercuts a planned one beside it is a figure."""
    result = list(found)
    f = reading.forms
    for at, (one, two) in enumerate(pairwise(found)):
        if one.sort is Sort.TIME and two.sort is Sort.COUNT and is_closed(f[two.last + 1]):
            if f[two.first - 1] == "in" and _is_planned(f, one):  # forecast at 18 months, done in 11
                result[at + 1] = Quantity(two.first, two.last, Sort.SHIFT)
            continue
        if not one.sort is two.sort is Sort.TIME or two.first - one.last > _FAR:
            continue
        planned = _is_planned(f, one), _is_planned(f, two)
        if planned[0] == planned[1]:
            continue
        done, plan = (two, one) if planned[0] else (one, two)
        if f[done.first - 1] in _TOOK and 0 < _length(f, done) < _length(f, plan):
            result[at + planned[0]] = Quantity(done.first, done.last, Sort.SHIFT)
    return result


def _is_planned(f: list[str], quantity: Quantity) -> bool:
    """Whether a word of planning stands right before the quantity, or behind it: 12 weeks estimated."""
    before = f[max(0, quantity.first - 5) : quantity.first]
    after = f[quantity.last + 1 : quantity.last + 2]
    planning = verbs("figure_planning.en")
    noun = any(form in forms("figure_plans.en") for form in before)
    return noun or any(form in planning and tag(form).forms & PAST for form in (*before, *after) if form)


def _length(f: list[str], quantity: Quantity) -> int:
    """The seconds of a time told by one number and one unit, else 0."""
    number, unit = f[quantity.first], f[quantity.last].removesuffix("s")
    if quantity.last - quantity.first > 1 or unit not in _SECONDS:
        return 0
    return (int(number) if number.isdecimal() else _NUMBERS.get(number, 0)) * _SECONDS[unit]
