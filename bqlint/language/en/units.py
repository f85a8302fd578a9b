"""What the words after a number make of it: a percentage, an amount of money, a duration, a multiple, a mark."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.numbers import simple_number_end
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import Reading, is_digit, tagged
from bqlint.language.lexicon import words

_DASHES = frozenset("-–‑")
_EACH = frozenset(("a", "an", "per", "each", "every", "/"))
_ALSO_SAID = frozenset(("dollars", "pounds", "euros"))  # $3 million dollars
_FREQUENT = frozenset(("hourly", "daily", "weekly", "monthly", "quarterly", "yearly", "annually", "nightly"))
_ALWAYS_TOUCHING = frozenset(("s", "h", "m"))
_CHAINED = frozenset(("/", "-", '"', "'"))
_RATING = frozenset(("rate", "rates", "rated", "rating", "score", "scores", "scored"))
_STARRED = frozenset(("review", "reviews", "feedback", "status", "average"))  # not "five-star hotels"
_OF_THE_WHOLE = frozenset(("every", "the", "our", "my", "all", "last", "first", "these", "those"))
_OF_IT = frozenset(("them", "whom", "which", "these", "those"))
_AFTER_TIMES = frozenset(("as", "the", "its", "their", "our", "what"))


def unit(reading: Reading, at: int, end: int, money: bool) -> tuple[str, int]:
    """The sort of the number `[at, end)` and the last token of the whole expression."""
    f = reading.forms
    if money or f[end] in words("figure_currencies.en") or f[end] in forms("figure_currency_names.en"):
        named = f[end] in words("figure_currencies.en") or f[end] in _ALSO_SAID
        return Sort.MONEY, end - 1 if money and not named else end
    if f[end - 1] == "grand":
        return Sort.MONEY, end - 1
    at_unit = end + 1 if f[end] in _DASHES and reading.touching(end - 1) else end
    if f[at_unit] in _first_words():
        for read in (_percent, _multiple, _time, _measure):
            found = read(reading, at, end, at_unit)
            if found:
                return found
    found = _score(reading, at, end, at_unit)
    if found:
        return found
    rate = _rate(reading, end - 1)
    if rate:
        return rate
    if _is_foreign_suffix(reading, at, end):
        return Sort.NAME, end
    joined = f[end] in _DASHES and f[end + 1].isalpha() and reading.touching(end - 1) and reading.touching(end)
    if joined and f[end + 1] not in forms("figure_fractions.en"):
        return Sort.NAME, end + 1  # one-click, a 12-person crew
    return Sort.COUNT, end - 1


@cache
def _first_words() -> frozenset[str]:
    """The words and signs with which a unit, a duration or a multiple may begin."""
    units = forms("figure_time_units.en") | forms("figure_measure_units.en") | words("figure_percent_words.en")
    return (
        units
        | words("figure_labour.en")
        | {"°", "per", "x", "×", "fold", "times", "/", "more", "extra", "fewer", "less"}
    )


def _is_foreign_suffix(reading: Reading, at: int, end: int) -> bool:
    """Letters that touch the digits and are no unit: 64bit is a measure, 10g and 2FA are names."""
    form = reading.forms[end]
    return is_digit(reading.forms[at]) and reading.touching(end - 1) and form.isalpha()


def _percent(reading: Reading, at: int, end: int, at_unit: int) -> tuple[str, int] | None:
    f = reading.forms
    last = at_unit if f[at_unit] in words("figure_percent_words.en") else 0
    if f[at_unit] == "per" and f[at_unit + 1] == "cent":
        last = at_unit + 1
    if not last:
        return None
    return Sort.PERCENT, last + 1 if f[last + 1] in ("point", "points") else last


def _multiple(reading: Reading, at: int, end: int, at_unit: int) -> tuple[str, int] | None:
    """4x, 10×, 3 times faster, ten-fold; "3 times a week" is a frequency, "2 x 4" a dimension."""
    f = reading.forms
    form = f[at_unit]
    if form in ("x", "×"):
        if is_digit(f[at_unit + 1]):
            return Sort.NAME, at_unit + 1
        if not reading.touching(at_unit - 1) and tagged(f[at_unit + 1]).part == "" and f[at_unit + 1].isalpha():
            return Sort.NAME, at_unit  # 2 x ladders
        return _rate(reading, at_unit) or (Sort.MULTIPLE, at_unit)
    if form == "fold":
        return Sort.MULTIPLE, at_unit
    if form == "times":
        following = f[at_unit + 1]
        if following in _AFTER_TIMES or following in words("figure_comparatives.en"):
            return Sort.MULTIPLE, at_unit + 1
        return _rate(reading, at_unit) or (Sort.FREQUENCY, at_unit)
    return None


def _rate(reading: Reading, at: int) -> tuple[str, int] | None:
    """A frequency where "a week", "per day", "/month" or "daily" follows token `at`."""
    f = reading.forms
    if f[at + 1] in _FREQUENT:
        return Sort.FREQUENCY, at + 1
    if f[at + 1] in _EACH and f[at + 2] in forms("figure_time_units.en"):
        return Sort.FREQUENCY, at + 2
    return None


def how_often(reading: Reading, at: int) -> int:
    """The last token of "daily", "once a sprint", "every two weeks" at token `at`, -1 where none stands there."""
    f = reading.forms
    if f[at] in _FREQUENT:
        return at
    if f[at] in ("once", "twice") and f[at + 1] in _EACH and f[at + 2].isalpha():
        return at + 2
    if f[at] == "every":
        last = next((n for n in range(at + 1, at + 4) if f[n] in forms("figure_time_units.en")), -1)
        return last if last > 0 else at + 1 if f[at + 1] in words("figure_weekdays.en") else -1
    return -1


def _time(reading: Reading, at: int, end: int, at_unit: int) -> tuple[str, int] | None:
    """45 minutes, 2-day, 60,000 man hours, two hours a day, 3/week."""
    f, units = reading.forms, forms("figure_time_units.en")
    if f[end] == "/" and f[end + 1] in units:
        return Sort.FREQUENCY, end + 1
    if f[at_unit] in words("figure_labour.en"):
        at_unit += 2 if f[at_unit + 1] in _DASHES else 1
    elif f[at_unit] in ("more", "extra", "fewer", "less") and f[at_unit + 1] in units:
        at_unit += 1
    form = f[at_unit]
    if form not in units or (form in _ALWAYS_TOUCHING and not reading.touching(at_unit - 1)):
        return None
    last = at_unit
    if f[last + 1] in ("'", "’") and reading.touching(last):
        last += 1
    further = simple_number_end(reading, last + 1)
    if further > last + 1 and f[further] in units:  # 12 years 6 months
        last = further
    if f[last + 1] in _EACH and f[last + 2] in units:
        last += 2
    return Sort.TIME, last


def _measure(reading: Reading, at: int, end: int, at_unit: int) -> tuple[str, int] | None:
    f = reading.forms
    if f[at_unit] == "°":
        return Sort.MEASURE, at_unit + (1 if f[at_unit + 1] in ("c", "f", "k") else 0)
    return (Sort.MEASURE, at_unit) if f[at_unit] in forms("figure_measure_units.en") else None


def _score(reading: Reading, at: int, end: int, at_unit: int) -> tuple[str, int] | None:
    """4.9 out of 5, 17 of 20, 17 of the 20, 4.8/5, nine in ten, 92 marks, an NPS of 62."""
    f = reading.forms
    if f[at - 1] in ("week", "day", "sprint", "page", "part", "phase", "step", "round") and f[end] == "of":
        return Sort.NAME, end - 1  # in week 3 of 6
    if f[end] in ("of", "out", "/", "in") and not (f[end] == "/" and reading.capital(at - 1) and at > 1):
        second = end + (2 if f[end] == "out" and f[end + 1] == "of" else 1)
        while f[second] in _OF_THE_WHOLE and f[end] != "in":
            second += 1
        last = simple_number_end(reading, second) - 1
        if f[end] == "in" and f[last + 1] in forms("figure_time_units.en"):
            last = end  # down to 0 in two days
        if last >= second and _is_scale(reading, end, second):
            return Sort.SCORE, last
    if f[end] == "of" and f[end + 1] in _OF_IT and f[at] != "one":
        return Sort.PART, end + 1
    if f[at - 1] in _OF_IT and f[at - 2] == "of":
        return Sort.PART, end - 1
    marks = forms("figure_scores.en")
    if f[at_unit] in marks:
        starred = f[at_unit].startswith("star") and tagged(f[at_unit + 1]).part == "" and f[at_unit + 1].isalpha()
        if not starred or f[at_unit + 1] in marks or f[at_unit + 1] in _STARRED:
            return Sort.SCORE, at_unit
    if f[at - 1] in words("figure_metrics.en"):
        return Sort.SCORE, end - 1
    if "." in f[at] and any(form in _RATING for form in f[max(0, at - 5) : at]):
        return Sort.SCORE, end - 1  # rated the session 4.8
    if f[at - 1] == ":" and any(form in words("figure_metrics.en") for form in f[max(0, at - 9) : at]):
        return Sort.SCORE, end - 1  # best NPS of the year: 77
    before = at - 1
    while f[before] in ("over", "about", "around", "above", "nearly", "almost", "just", "an", "average"):
        before -= 1
    if f[before] in ("of", "to", "at", "was", "is", ":") and f[before - 1] in marks:
        return Sort.SCORE, end - 1
    return None


def _is_scale(reading: Reading, link: int, second: int) -> bool:
    """Whether the number at `second` closes a scale: after "in" or "/" it must be small or a hundred."""
    f, form = reading.forms, reading.forms[second]
    if f[link] in ("of", "out") or not is_digit(form):
        return True
    if f[link] == "/" and (f[link - 2] in _CHAINED or f[second + 1] in _CHAINED or not reading.touching(link)):
        return False  # 2025/09/10, 24 / 7
    if form in ("10", "100") or f[link] == "in" or "." in f[link - 1]:
        return form in ("3", "4", "5", "7", "10", "20", "100")
    return form in ("3", "4", "5", "7", "20") and any(
        near in forms("figure_scores.en") or near in verbs("figure_rank_verbs.en")
        for near in f[max(0, link - 7) : second + 5]
    )
