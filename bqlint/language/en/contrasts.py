"""Before and after that stand far apart: "six hours before, it was down to forty minutes", "now 140, earlier 95"."""

from __future__ import annotations

from bqlint.language.en.inflection import forms
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, tagged
from bqlint.language.en.schedules import beaten
from bqlint.language.en.states import is_my_coming
from bqlint.language.en.verbs import PAST, THIRD
from bqlint.language.lexicon import phrases, words

_NEAR = 6  # tokens between a quantity and the words that say it was so before
_JOINED = 8  # tokens between two quantities that are still read as one figure
_PARTS = frozenset(("and", "but", ";", "."))
_RIGHT_PARTS = frozenset((";", ".", ","))
_WERE = frozenset(("was", "were", "took", "cost"))  # it was 26 hours a month, now it is three
_RELATIVE = frozenset(("that", "which"))  # the report that took two days takes 20 minutes
_IN = frozenset(("in", "by"))
_TOLD = frozenset(("it", "that", "this", "there", "they", "we"))
_PRESENT = frozenset(("is", "are", "now", "today", "it's", "has", "have", "am"))
_WHEN = frozenset(("when", "before"))
_MEASURED = frozenset((Sort.PERCENT, Sort.MONEY, Sort.TIME, Sort.MEASURE, Sort.SCORE, Sort.FREQUENCY))


def contrasted(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """`found`, where of two neighbours of one kind just one is told of the time before: both are the figure then."""
    if len(found) < 2:
        return found
    found = beaten(reading, found)
    former = [_is_former(reading, found, at) for at in range(len(found))]
    for at in range(1, len(found)):
        if not (former[at - 1] or former[at]) and _is_then(reading, found[at - 1], found[at]):
            former[at] = True
    if not any(former):
        return found
    result = list(found)
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        if former[at - 1] == former[at] or not _alike(reading, one, two) or _is_planned(reading, one, two):
            continue
        result[at - 1 : at + 1] = [Quantity(one.first, one.last, Sort.SHIFT), Quantity(two.first, two.last, Sort.SHIFT)]
    return _merged(reading.forms, result)


def _merged(f: list[str], found: list[Quantity]) -> list[Quantity]:
    """Halves of a contrast that stand in one phrase as one quantity; a comma parts two phrases."""
    result: list[Quantity] = []
    for quantity in found:
        last = result[-1] if result else None
        if last and last.sort is quantity.sort is Sort.SHIFT and _is_one_phrase(f, last.last, quantity.first):
            result[-1] = Quantity(last.first, quantity.last, Sort.SHIFT)
        else:
            result.append(quantity)
    return result


def _is_one_phrase(f: list[str], last: int, first: int) -> bool:
    return first - last <= _JOINED and "," not in f[last:first]


def _is_former(reading: Reading, found: list[Quantity], at: int) -> bool:
    """Whether words beside the quantity put it before the work: "used to", "earlier", "when I arrived"."""
    quantity = found[at]
    if quantity.sort is Sort.NAME or quantity.sort is Sort.SHIFT:
        return False
    f = reading.forms
    if f[quantity.first - 1] in _WERE and (
        "now" in f[quantity.last + 1 : quantity.last + 4] or f[quantity.first - 2] in _RELATIVE
    ):
        return True
    low = found[at - 1].last if at else -1
    high = found[at + 1].first if at + 1 < len(found) else reading.count
    before, after = phrases("figure_former_left.en"), phrases("figure_former_right.en")
    for place in range(quantity.first - 1, max(low, quantity.first - _NEAR - 1), -1):
        form = f[place]
        if form in _PARTS or (place == low + 1 and form in after):
            break
        if form in before and _begins(f, place, before[form]):
            return True
    for place in range(quantity.last + 1, min(high, quantity.last + 1 + _NEAR)):
        form = f[place]
        if form in _RIGHT_PARTS:
            break
        if form in after and _begins(f, place, after[form]):
            return True
        if form in _WHEN and is_my_coming(f, place + 1):
            return True
    return False


def _is_then(reading: Reading, one: Quantity, two: Quantity) -> bool:
    """Whether `two` is told as it was and `one` as it is: the score is at 91, it was 64; makes 400, before was 250."""
    f, at = reading.forms, two.first - 1
    if one.sort is two.sort and f[one.last + 1] in _IN and f[two.last + 1] in _IN:
        months = forms("figure_months.en")
        return f[one.last + 2] in months and f[two.last + 2] in months  # 640 in March, 85 in July
    while f[at] in words("figure_modifiers.en"):
        at -= 1
    if at <= one.last + 1 or at - one.last > _NEAR + 3 or not (f[at] in _WERE or tagged(f[at]).forms & PAST):
        return False
    told = f[at - 1] in _TOLD and (f[at - 2] in ("where", ",", ";") or f[at - 3] in ("where", ",", ";", "in"))
    if not (told or (f[at - 1] in ("before", "earlier") and f[at - 2] == ",")):
        return False
    first = max(0, one.first - 8)
    return any(form in _PRESENT or tagged(form).forms == THIRD for form in f[first : one.first])


def _begins(f: list[str], at: int, rests: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one of `rests` follows token `at`."""
    return any(tuple(f[at + 1 : at + 1 + len(rest)]) == rest for rest in rests)


def _alike(reading: Reading, one: Quantity, two: Quantity) -> bool:
    """Whether two quantities can be of one measure: of one sort, or counts of one thing or with one left bare."""
    if one.sort is two.sort:
        if one.sort is not Sort.COUNT:
            return one.sort in _MEASURED
        things = reading.forms[one.last + 1], reading.forms[two.last + 1]
        return things[0] == things[1] or any(not form or tagged(form).part for form in things)
    counted = one if one.sort is Sort.COUNT else two if two.sort is Sort.COUNT else None
    other = two if counted is one else one
    if counted is None or other.sort not in _MEASURED or counted.weak:
        return False
    following = reading.forms[counted.last + 1]
    return not following or bool(tagged(following).part)


def _is_planned(reading: Reading, one: Quantity, two: Quantity) -> bool:
    """Whether a noun of planning stands near either: "40 days, against a target of 30"."""
    f, modals = reading.forms, words("figure_modals.en")
    return any(
        f[at] in forms("figure_plans.en") or (f[at] in modals and f[at - 1] not in _IN)  # 31 in May is no plan
        for at in range(max(0, one.first - 3), min(two.last + 7, reading.count))
    )
