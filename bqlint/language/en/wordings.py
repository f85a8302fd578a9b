"""Quantities told without a plain number: an hour, by half, doubled, twice as fast, ranked second, zero downtime."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.numbers import number_end, simple_number_end
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_digit, tagged
from bqlint.language.en.units import unit
from bqlint.language.en.verbs import PAST
from bqlint.language.lexicon import words

Reader = Callable[[Reading, int], Quantity | None]
_COMPARING = frozenset(("as", "the", "its", "our", "their", "what", "that"))
_NOT_MULTIPLYING = frozenset(("down", "up", "as", "back", "-", "check", "checked", "checking"))
_BEFORE_BASE = frozenset(
    ("to", "helped", "us", "them", "me", "it", "i", "we", "could", "can", "will", "would", "should", "might", "may")
)


def indefinite(reading: Reading, at: int) -> Quantity | None:
    """An hour, a day and a half; a dozen; bare "minutes" as in "from days to minutes"."""
    f, units = reading.forms, forms("figure_time_units.en")
    if f[at] in ("a", "an") and f[at + 1] not in _after_article():
        return None
    part = f[at + 1] in forms("figure_fractions.en")
    if part and (f[at + 2] == "of" or f[at + 2] in words("figure_comparatives.en")):
        return share(reading, at + 1)
    end = number_end(reading, at)
    if end > at:
        sort, last = unit(reading, at, end, False)
        return Quantity(at, last, sort)
    if f[at] in units:
        return Quantity(at, at, Sort.TIME, weak=True)
    if f[at + 1] not in units and f[at + 1] not in words("figure_labour.en"):
        return share(reading, at + 1) if part else None
    last = at + 1 if f[at + 1] in units else at + 2
    if f[last] not in units or len(f[last]) < 3:
        return None
    if f[last + 1] in ("a", "per", "each", "every") and f[last + 2] in units:
        last += 2
    return Quantity(at, last, Sort.TIME, weak=True)


@cache
def _after_article() -> frozenset[str]:
    """The words that make "a" a number before them."""
    counted = forms("figure_magnitudes.en") | forms("figure_time_units.en") | forms("figure_fractions.en")
    return counted | words("figure_labour.en")


def share(reading: Reading, at: int) -> Quantity | None:
    """By half, a third of, two thirds, half the time, half an hour; not "the first half", "a third attempt"."""
    f, units = reading.forms, forms("figure_time_units.en")
    before, after = f[at - 1], f[at + 1]
    if f[at] == "half" and after in ("a", "an", "-") and f[at + 2] in units:
        return Quantity(at, at + 2, Sort.TIME)
    first = at
    if before in ("a", "one", "an") or before in words("figure_numbers.en"):
        first = at - 1
    elif before == "-" and f[at - 2] in words("figure_numbers.en"):
        first = at - 2
    elif (
        f[at] != "half"
        or before in words("figure_ordinals.en")
        or not (
            before in ("by", "in", "at", "to", "than")
            or before in words("figure_modifiers.en")
            or after in ("the", "of", "as", "our", "its", "that", "what")
        )
    ):
        return None
    if after in ("hour", "time", "hearted", "way"):
        return None
    if not (after == "of" or after in words("figure_comparatives.en") or _closes(after)):
        return None
    return Quantity(first, at, Sort.SHARE)


def _closes(form: str) -> bool:
    """Whether no noun follows: the end, a sign, or a word of a closed class."""
    return not form or bool(tagged(form).part)


def multiple(reading: Reading, at: int) -> Quantity | None:
    """Doubled, twice as fast, tenfold, by a factor of three, two orders of magnitude."""
    f, form = reading.forms, reading.forms[at]
    if form == "factor":
        last = simple_number_end(reading, at + 2) - 1 if f[at + 1] == "of" else 0
        return Quantity(at - 1 if f[at - 1] == "a" else at, last, Sort.MULTIPLE) if last > at else None
    if form in ("order", "orders"):
        if f[at + 1] != "of" or f[at + 2] != "magnitude":
            return None
        counted = f[at - 1] in ("an", "one") or f[at - 1] in words("figure_numbers.en") or is_digit(f[at - 1])
        return Quantity(at - 1 if counted else at, at + 2, Sort.MULTIPLE)
    if form in ("twice", "thrice"):
        after = f[at + 1]
        if after in _COMPARING or after in words("figure_comparatives.en"):
            last = at + 2 if after == "as" else at + 1
            return Quantity(at, min(last, reading.count - 1), Sort.MULTIPLE)
        return None
    if form.endswith("fold"):
        return Quantity(at, at, Sort.MULTIPLE)
    return _multiplied(reading, at)


def _multiplied(reading: Reading, at: int) -> Quantity | None:
    """A verb that carries its factor, as a verb: not "double-check", "a double room", "doubled down"."""
    f, form = reading.forms, reading.forms[at]
    if form not in verbs("figure_multiplying_verbs.en") or f[at + 1] in _NOT_MULTIPLYING:
        return None
    if (
        form.endswith(("ed", "ing", "s"))
        or f[at - 1] in _BEFORE_BASE
        or f[at + 1] in ("the", "our", "its", "last", "what")
    ):
        return Quantity(at, at, Sort.MULTIPLE)
    return None


def rank(reading: Reading, at: int) -> Quantity | None:
    """Ranked second of 40, finished 3rd, top 5%, first place, ranked number one."""
    f, form = reading.forms, reading.forms[at]
    if form == "top":
        end = simple_number_end(reading, at + 1)
        sort, last = unit(reading, at + 1, end, False) if end > at + 1 else (Sort.COUNT, at)
        closed = sort is Sort.COUNT and last > at and _closes(f[last + 1])
        return Quantity(at, last, Sort.RANK) if sort is Sort.PERCENT or closed else None
    if form in words("figure_ordinals.en"):
        return Quantity(at, at + 1, Sort.RANK) if f[at + 1] == "place" else None
    if form not in verbs("figure_rank_verbs.en"):
        return None
    place = at + 1
    while f[place] in ("as", "in", "the", "at", "#", "number", "no", ".", "us", "me", "a", "joint", "overall"):
        place += 1
    return _ranked(reading, at, place)


def _ranked(reading: Reading, at: int, place: int) -> Quantity | None:
    """The rank whose ordinal or number stands at `place`, with the field it was won in."""
    f = reading.forms
    suffixed = is_digit(f[place]) and f[place + 1] in ("st", "nd", "rd", "th") and reading.touching(place)
    numbered = f[place - 1] in ("#", "number", "no", ".") and (is_digit(f[place]) or f[place] == "one")
    if not (suffixed or numbered or f[place] in words("figure_ordinals.en")):
        return None
    last = place + 1 if suffixed else place
    if (
        f[at] in verbs("figure_rank_verbs.en")
        and f[at].startswith(("com", "cam"))
        and f[last + 1] not in (".", "in", "of", "out", ",", "")
    ):
        return None
    if f[last + 1] == "place":
        last += 1
    field = last + 2 if f[last + 1] == "of" else last + 3 if f[last + 1 : last + 3] == ["out", "of"] else 0
    end = simple_number_end(reading, field) if field else 0
    return Quantity(at, end - 1 if end > field else last, Sort.RANK)


def absence(reading: Reading, at: int) -> Quantity | None:
    """Zero downtime, no incidents, not a single complaint, without any outage, only one defect, error-free."""
    f, form = reading.forms, reading.forms[at]
    if form == "nothing":  # fell to nothing
        return Quantity(at, at, Sort.COUNT, weak=True) if f[at - 1] == "to" else None
    if form == "free":
        return _free(reading, at)
    if form in ("any", "single"):
        return _denied_at_a_distance(reading, at)
    noun = _after_denial(reading, at)
    if noun == at:
        return None
    last = _incident(reading, noun) or _unlost(reading, at, noun)
    if last:
        return Quantity(at, last, Sort.ABSENCE)
    named = f[noun].isalpha() and not _closes(f[noun])
    if form == "zero" and named and f[noun] not in words("figure_not_incidents.en"):
        return Quantity(at, noun, Sort.ABSENCE)
    return Quantity(at, at, Sort.COUNT, weak=True) if form == "zero" else None


def _after_denial(reading: Reading, at: int) -> int:
    """The token after "no", "not a single", "without any", "only one"; `at` where none of them begins there."""
    f, form, noun = reading.forms, reading.forms[at], at + 1
    if form == "not":
        if f[noun] == "one":
            return noun + 1
        return noun + 2 if f[noun] == "a" and f[noun + 1] == "single" else at
    if form in ("only", "just"):
        if f[noun] == "a":
            return noun + 2 if f[noun + 1] == "single" else at
        end = number_end(reading, noun)
        return end if end > noun else at
    if form in ("without", "no"):
        while f[noun] in ("a", "an", "any", "single", "one", "more", "further", "new"):
            noun += 1
    return noun


def _unlost(reading: Reading, at: int, noun: int) -> int:
    """The last token of "no call was lost", "lost not one cow", "not a single train was missed"; else 0."""
    f, losing = reading.forms, verbs("figure_losing.en")
    if f[noun] in words("figure_not_incidents.en"):
        return 0
    if f[at] == "no" and f[at - 1] in losing:
        return noun
    if f[at] == "not" and any(form in losing for form in f[max(0, at - 2) : at] + f[noun : noun + 4]):
        return noun
    return noun + 2 if f[at] == "no" and f[noun + 1] in ("was", "were") and f[noun + 2] in losing else 0


def _denied_at_a_distance(reading: Reading, at: int) -> Quantity | None:
    """Not had any complaints, have not seen a single fault."""
    f = reading.forms
    last = _incident(reading, at + 1)
    if f[at - 1] in verbs("figure_losing.en") or f[at - 2] in verbs("figure_losing.en"):
        last = at + 1
    for denial in range(at - 1, at - 5, -1):
        if last and (f[denial] in ("not", "never", "without") or f[denial].endswith("n't")):
            return Quantity(denial, last, Sort.ABSENCE)
    return None


def _free(reading: Reading, at: int) -> Quantity | None:
    """Error-free, defect free, free of defects."""
    f, incidents = reading.forms, forms("figure_incidents.en")
    before = at - 2 if f[at - 1] in ("-", "‑") else at - 1
    if f[before] in incidents:
        return Quantity(before, at, Sort.ABSENCE)
    return Quantity(at, at + 2, Sort.ABSENCE) if f[at + 1] == "of" and f[at + 2] in incidents else None


def _incident(reading: Reading, at: int) -> int:
    """The token of the incident noun that ends the noun phrase from `at` on, at most two words in between; else 0."""
    f, incidents = reading.forms, forms("figure_incidents.en")
    if f[at] == "no" and f[at + 1] == "-":  # no-shows
        return at + 2
    for noun in range(at, at + 4):
        form = f[noun]
        if noun == at and form in words("figure_amiss.en") and f[at + 1].isalpha() and not _closes(f[at + 1]):
            return at + 1
        if not form or form in words("figure_softeners.en") or (tagged(form).part and form != "-"):
            return 0
        following = f[noun + 1]
        if form in incidents and (_closes(following) or tagged(following).forms & PAST or following in incidents):
            return noun + 1 if following in incidents else noun
    return 0
