"""Before and after: two quantities of a sentence that make one figure."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.contrasts import contrasted
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_closed, tagged
from bqlint.language.en.siblings import set_against
from bqlint.language.en.verbs import PAST
from bqlint.language.lexicon import phrases, words

_ARROWS = frozenset("→⟶➔➜⇒")
_BOUNDS = frozenset(("under", "below", "above", "fewer"))
_AS = frozenset(("few", "many", "little", "low", "high", "much"))  # as few as
_FAR = 8
_ONCE = frozenset(("had", "used", "took", "needed", "usually", "normally", "would", "was", "were", "before"))


def joined(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """`found` with each before-after pair made one quantity; a bare "hours" that is in no pair is none."""
    result: list[Quantity] = []
    for quantity in found:
        for back in (1, 2):  # "from 5 in a class of 27 to 24" has a number in between
            first = _pair_start(reading, result[-back], quantity, back) if len(result) >= back else -1
            if first >= 0:
                result[-back:] = [Quantity(first, quantity.last, Sort.SHIFT)]
                break
        else:
            if result and _is_range(reading, result[-1], quantity):
                quantity = Quantity(result.pop().first, quantity.last, quantity.sort)
            result.append(quantity)
    result = [quantity for quantity in result if not _is_bare_unit(quantity)]
    return contrasted(reading, set_against(reading, result))


def _is_range(reading: Reading, one: Quantity, two: Quantity) -> bool:
    """5% to 8%, between 5% and 8%, 20%-50%."""
    f, gap = reading.forms, reading.forms[one.last + 1 : two.first]
    if one.sort is not two.sort or len(gap) != 1 or one.sort is Sort.NAME:
        return False
    return gap[0] in ("to", "or", "-", "–") or (gap[0] == "and" and f[one.first - 1] == "between")


def _is_bare_unit(quantity: Quantity) -> bool:
    return quantity.weak and quantity.sort is Sort.TIME and quantity.first == quantity.last


def _pair_start(reading: Reading, one: Quantity, two: Quantity, back: int) -> int:
    """The first token of the pair that `one` and `two` make, -1 where they make none."""
    f, gap = reading.forms, reading.forms[one.last + 1 : two.first]
    if gap[-2:] == ["vs", "."]:
        gap = gap[:-1]
    if not _comparable(one, two) or ";" in gap or "." in gap:
        return -1
    bare = one.sort is two.sort is Sort.COUNT and is_closed(f[two.last + 1])  # we used to lose four, this year one
    if (bare or one.sort is two.sort is Sort.TIME) and len(gap) <= 2 * _FAR and _was_usual(f, one):
        return one.first
    if one.sort is two.sort and "where" in gap and f[two.last + 1] in ("was", "were") and len(gap) <= 2 * _FAR:
        return one.first  # nine that day, where two was normal
    if f[one.first - 1] == "in" and _is_bare_unit(one) and _is_bare_unit(two) and tagged(f[one.first - 2]).part == "be":
        return -1  # the chart was in milliseconds instead of seconds
    if one.sort is two.sort and len(gap) <= 2 * _FAR and _was_once(gap) and not two.weak:
        return one.first
    if len(gap) >= (2 * _FAR if f[_lead(f, one.first - 1)] == "from" and "," not in gap else _FAR):
        return -1
    if _is_arrow(gap) and back == 1:
        return one.first
    start = _lead(f, one.first - 1)
    if (
        f[start] == "of"
        and (start <= 1 or f[start - 1] in (",", "and", "that"))
        and back == 1
        and tagged(f[two.last + 1]).forms & PAST
    ):
        return start  # of the 48 boats, 45 sailed
    if (
        one.sort is two.sort
        and one.sort is not Sort.MONEY
        and "into" in gap
        and (is_closed(f[two.last + 1]) or f[two.last + 1] == f[one.last + 1])
        and any(form in verbs("figure_turning.en") for form in f[max(0, start - 4) : start + 1])
    ):
        return one.first  # turned a loss of 20k into a profit of 35k
    if f[start].endswith("ing") and f[start - 1] == "from":  # from losing two a week to losing one
        start -= 1
    if f[start] == "from" and ("to" in gap or "into" in gap):
        return -1 if _is_ranging(f, start) or _are_versions(reading, one, two, start) else start
    if back > 1:
        return -1
    if any(pair in (("down", "to"), ("up", "to")) for pair in pairwise(gap)) and "from" in f[max(0, start - 6) : start]:
        return one.first  # from, I want to say, 800 down to 90
    if one.sort is two.sort is Sort.TIME and "to" in gap and "from" in f[max(0, start - 4) : start]:
        return one.first  # from finding out a day late to being told within the hour
    if gap[:1] == ["from"] and f[start] in ("to", "at", "under"):
        return one.first
    planned = any(form in forms("figure_plans.en") for form in gap)
    return one.first if _compared(gap) and not planned else -1


def _lead(f: list[str], at: int) -> int:
    """The token at or left of `at` before words that blur or bound a number: from under a hundred, as few as two."""
    while f[at] in words("figure_modifiers.en") or f[at] in _BOUNDS or f[at] in _AS or f[at] in ("'", "‘"):
        at -= 1
    return at


def _is_ranging(f: list[str], start: int) -> bool:
    """Whether a word of ranging stands before "from": ages from 4 to 11; not "cut the size from 2 GB to 1"."""
    before = f[start - 1]
    if before in ("size", "sizes") and any(
        form in verbs("figure_changing.en") for form in f[max(0, start - 6) : start]
    ):
        return False
    return before in words("figure_range_words.en")


def _are_versions(reading: Reading, one: Quantity, two: Quantity, start: int) -> bool:
    """Whether two bare numbers, with a decimal point unless something was bumped, follow a verb of upgrading."""
    f = reading.forms
    if not one.sort is two.sort is Sort.COUNT or not is_closed(f[two.last + 1]):
        return False
    verb = next((form for form in reversed(f[max(0, start - 20) : start]) if form in verbs("figure_upgrading.en")), "")
    return bool(verb) and ("." in f[one.last] or verb.startswith("bump"))


def _was_usual(f: list[str], one: Quantity) -> bool:
    """Whether "used to" stands up to ten tokens left of `one`."""
    return any(f[at] == "used" and f[at + 1] == "to" for at in range(max(0, one.first - 10), one.first))


def _was_once(gap: list[str]) -> bool:
    """Whether "where", after one quantity, sets it against what was, or what another needed: two days where it had."""
    opening = gap[:6]  # an afternoon's work now, where it used to be
    return ("where" in opening or "whereas" in opening) and any(form in _ONCE for form in gap)


def _comparable(one: Quantity, two: Quantity) -> bool:
    sorts = {one.sort, two.sort}
    if Sort.NAME in sorts or Sort.SHIFT in sorts or Sort.ABSENCE in sorts - {one.sort}:
        return False
    return len(sorts) == 1 or Sort.COUNT in sorts or Sort.FREQUENCY in sorts or Sort.SCORE in sorts


def _is_arrow(gap: list[str]) -> bool:
    """Whether nothing but an arrow, and blurring signs, stands between."""
    while len(gap) > 1 and gap[0].isalpha():  # 200 failures -> 0
        gap = gap[1:]
    signs = "".join(gap)
    return bool(signs) and len(gap) <= 4 and (gap[0] in _ARROWS or signs.startswith(("->", "=>", "-->")))


def _compared(gap: list[str]) -> bool:
    """Whether a phrase that sets a new state against the old one stands between."""
    listed = phrases("figure_against.en")
    for at, form in enumerate(gap):
        for rest in listed.get(form, ()) if gap[at : at + 2] != ["vs", "code"] else ():
            if tuple(gap[at + 1 : at + 1 + len(rest)]) == rest:
                return True
    return False
