"""Quantities told without a plain number: an hour, by half, doubled, twice as fast."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from bqlint.language.en.absences import unit_unlost
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.numbers import number_end, simple_number_end
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_closed, is_digit, tagged
from bqlint.language.en.units import unit
from bqlint.language.lexicon import words

Reader = Callable[[Reading, int], Quantity | None]
_COMPARING = frozenset(("as", "the", "its", "our", "their", "what", "that"))
_NOT_MULTIPLYING = frozenset(("down", "up", "as", "back", "-", "check", "checked", "checking"))
_EACH = frozenset(("a", "per", "each", "every"))
_BEFORE_BASE = frozenset(
    ("to", "helped", "us", "them", "me", "it", "i", "we", "could", "can", "will", "would", "should", "might", "may")
)


def indefinite(reading: Reading, at: int) -> Quantity | None:
    """An hour, a day and a half; a dozen; bare "minutes" as in "from days to minutes"."""
    f, units = reading.forms, forms("figure_time_units.en")
    if f[at] in ("a", "an"):
        if f[at + 1] not in after_article():
            return None
        unlost = unit_unlost(reading, at)
        if unlost:
            return unlost
    part = f[at + 1] in forms("figure_fractions.en")
    if part and number_end(reading, at + 1) > at + 1:  # a quarter of a million
        end = number_end(reading, at + 1)
        sort, last = unit(reading, at + 1, end, False)
        return Quantity(at, last, sort)
    if part and (f[at + 2] == "of" or f[at + 2] in words("figure_comparatives.en")):
        return share(reading, at + 1)
    end = number_end(reading, at)
    if end > at:
        sort, last = unit(reading, at, end, False)
        return Quantity(at, last, sort)
    if f[at] in units:
        return Quantity(at, at, Sort.TIME, weak=True)
    if f[at + 1] == "ton" and (f[at + 2] == "of" or not words("figure_comparatives.en").isdisjoint(f[at + 2 : at + 6])):
        return None  # a ton of fixes, a ton faster
    if f[at + 1] in forms("figure_measure_units.en"):
        return Quantity(at, _rate_end(reading, _half_end(reading, at + 1)), Sort.MEASURE, weak=True)
    if f[at + 1] not in units and f[at + 1] not in words("figure_labour.en"):
        return share(reading, at + 1) if part else None
    last = at + 1 if f[at + 1] in units else at + 2
    if last == at + 2 and f[last] in forms("figure_scores.en"):  # rose a full grade
        return Quantity(at, last, Sort.MEASURE, weak=True)
    if f[last] not in units or len(f[last]) < 3:
        return None
    end = _half_end(reading, last)
    return Quantity(at, _rate_end(reading, end), Sort.TIME, weak=end == last)


def _half_end(reading: Reading, last: int) -> int:
    """The last token of "and a half" after the unit at `last`, else `last`."""
    halved = reading.forms[last + 1 : last + 4] in (["and", "a", "half"], ["and", "a", "quarter"])
    return last + 3 if halved else last


def _rate_end(reading: Reading, last: int) -> int:
    """The last token of "a week", "per day" after token `last`, else `last`."""
    f = reading.forms
    return last + 2 if f[last + 1] in _EACH and f[last + 2] in forms("figure_time_units.en") else last


def crowd(reading: Reading, at: int) -> Quantity | None:
    """Dozens of staff hours, tens of thousands of pounds, dozens a month: an order of size, of time or money."""
    f = reading.forms
    if f[at + 1] in _EACH:
        last = _rate_end(reading, at)
        return Quantity(at, last, Sort.FREQUENCY, weak=True) if last > at else None
    noun = at
    while f[noun] in words("figure_crowds.en") or f[noun] == "of" or f[noun] in words("figure_labour.en"):
        noun += 1
    if noun == at + 1:
        return None
    if f[noun] in forms("figure_time_units.en"):
        return Quantity(at, _rate_end(reading, noun), Sort.TIME, weak=True)
    return Quantity(at, noun, Sort.MONEY, weak=True) if f[noun] in forms("figure_currency_names.en") else None


def teens(reading: Reading, at: int) -> Quantity | None:
    """Down in the teens, into the nineties."""
    f = reading.forms
    return Quantity(at, at, Sort.COUNT, weak=True) if f[at - 1] == "the" and f[at - 2] in ("in", "into", "to") else None


def decade(reading: Reading, at: int) -> Quantity | None:
    """In the low sixties, the high nineties."""
    if reading.forms[at + 1] not in words("figure_decades.en"):
        return None
    return Quantity(at, at + 1, Sort.COUNT)


@cache
def after_article() -> frozenset[str]:
    """The words that make "a" a number before them."""
    counted = forms("figure_magnitudes.en") | forms("figure_time_units.en") | forms("figure_fractions.en")
    counted |= forms("figure_currency_names.en")  # not lost a penny
    return counted | words("figure_labour.en") | forms("figure_measure_units.en")


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
    if after in ("hour", "time", "hearted", "way") or (after == "-" and reading.touching(at)):
        return None
    if not (after == "of" or after in words("figure_comparatives.en") or is_closed(after)):
        return None
    return Quantity(first, at, Sort.SHARE)


def multiple(reading: Reading, at: int) -> Quantity | None:
    """Doubled, twice as fast, tenfold, by a factor of three, two orders of magnitude."""
    f, form = reading.forms, reading.forms[at]
    if form == "factor" and f[at - 1].isalpha() and not tagged(f[at - 1]).part:
        return None  # with a scale factor of 100
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
        if f[at + 2] in forms("figure_time_units.en"):
            return None  # twice that week
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
        or (f[at + 1] == "of" and f[at - 1] in ("is", "was"))
        or f[at + 1] in ("the", "our", "its", "last", "what")
    ):
        return Quantity(at, at, Sort.MULTIPLE)
    return None
