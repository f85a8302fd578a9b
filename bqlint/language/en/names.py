"""Numbers that name instead of measure: dates, times of day, versions, levels, phone numbers, rooms and tickets."""

from __future__ import annotations

from bqlint.language.en.inflection import forms
from bqlint.language.en.reading import Reading, is_digit, tagged
from bqlint.language.en.verbs import PAST
from bqlint.language.lexicon import words

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_STATUS = frozenset(("error", "errors", "response", "responses", "status", "code", "codes"))
_CLOSING = frozenset(("", ".", ")", ";", "!", "?"))
_BEFORE_HYPHEN = frozenset(("sub", "top", "post", "under", "non", "a", "an", "the"))


def name_span(reading: Reading, at: int, end: int, measured: bool) -> tuple[int, int] | None:
    """The first and last token of the name that the number `[at, end)` belongs to, None where it names nothing.

    `measured` says that a unit follows the number, which makes "Python 3.5 million" no version.
    """
    if not is_digit(reading.forms[at]):
        return _clock(reading, at, end) or (None if measured else _numbered(reading, at, end))
    return (
        _joined_to_letters(reading, at, end, measured)
        or _date(reading, at, end, measured)
        or _clock(reading, at, end)
        or _phone(reading, at)
        or (None if measured and not reading.capital(at - 1) else _numbered(reading, at, end))
        or (None if measured else _code(reading, at, end))
        or (None if measured else _version(reading, at, end))
    )


def _joined_to_letters(reading: Reading, at: int, end: int, measured: bool) -> tuple[int, int] | None:
    """Q3, p99, v2.0, GPT-4, COVID-19, #48213, 4th, 64bit."""
    f, touching = reading.forms, reading.touching
    if is_digit(f[at]):
        if touching(at - 1) and (f[at - 1].isalpha() or f[at - 1] == "#"):
            return at - 1, end - 1
        if touching(at - 1) and touching(at - 2) and f[at - 1] in "-._/" and f[at - 2].isalpha():
            spelt = (
                f[at - 1] == "/"
                or (f[at - 2] in ("x", "×") and is_digit(f[at - 3]))
                or (measured and f[at - 2] in _BEFORE_HYPHEN)
            )  # sub-2-second, not post-1.0
            return None if spelt else (at - 2, end - 1)
        if touching(end - 1) and f[end] in _SUFFIXES:
            return at, end
        if f[end : end + 2] == [".", "x"] and touching(end - 1) and touching(end):  # 2.9.x
            return at, end + 1
    return None


def _date(reading: Reading, at: int, end: int, measured: bool) -> tuple[int, int] | None:
    """14 July 2014, March 1 2023, in 2012, 2015-2016, FY 2013."""
    f, months = reading.forms, forms("figure_months.en")
    if not is_digit(f[at]):
        return None
    if is_month(reading, at - 1) and not measured and (_is_year(f[at]) or _is_day(f[at])):
        return at - 1, at + 1 if _is_year(f[at + 1]) else at + 2 if f[at + 1] == "," and _is_year(f[at + 2]) else at
    if f[at + 1] in months and len(f[at]) <= 2 and (f[at + 1] != "may" or reading.capital(at + 1)):
        return at, at + 2 if _is_year(f[at + 2]) else at + 1
    if _is_year(f[at]) and not measured:
        following = f[end]
        if following in ("and", "&", "or") and _is_year(f[end + 1]):
            return at, end - 1  # won the 2005 and 2006 titles
        if f[at - 1] in words("figure_year_words.en") or not following.isalpha() or reading.capital(end):
            return at, end - 1
    if f[at + 1] in ("/", "-") and is_digit(f[at + 2]) and f[at + 3] == f[at + 1] and is_digit(f[at + 4]):
        return at, at + 4
    return None


def is_month(reading: Reading, at: int) -> bool:
    """Whether token `at` is a month's name; "may" and "march" are one with a capital only."""
    form = reading.forms[at]
    return form in forms("figure_months.en") and (form not in ("may", "march") or reading.capital(at))


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdecimal() and form[:2] in ("19", "20")


def _is_day(form: str) -> bool:
    return form.isdecimal() and 0 < int(form) < 32  # by June 48 schools had it


def _clock(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """10:30, 5 p.m., nine o'clock."""
    f = reading.forms
    if f[end] in words("figure_clock_words.en"):
        return at, end
    if f[end] in ("a", "p") and f[end + 1] == "." and f[end + 2] == "m":
        return at, end + 2
    return (at, end - 1) if ":" in f[at] else None


def _phone(reading: Reading, at: int) -> tuple[int, int] | None:
    """Groups of digits joined by spaces, hyphens or brackets, seven digits or more in all; +44 20 7946 0000."""
    f = reading.forms
    if not f[at].isdecimal():
        return None
    last, digits, groups = at, len(f[at]), 1
    while last - at < 12:
        step = 1 if f[last + 1].isdecimal() else 2 if f[last + 1] in ("-", ")", "(") and f[last + 2].isdecimal() else 0
        if not step:
            break
        last += step
        digits, groups = digits + len(f[last]), groups + 1
    plus = f[at - 1] == "+" and reading.touching(at - 1)
    if (digits >= 7 and groups > 1 and (plus or groups > 2 or f[at + 1] == "-")) or (plus and digits >= 7):
        return (at - 1 if plus else at), last
    return (at, at) if f[at].startswith("0") and digits >= 6 else None


def _numbered(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """Room 214, week 3, step two, section 4.2, item #7, levels 1, 2 & 3."""
    f, listed = reading.forms, words("figure_numbered_things.en")
    before = at - 1
    if f[before] == "#" or (f[before] == "." and f[before - 1] == "no"):
        before -= 1
    thing = f[before]
    if thing in listed or (thing.endswith("s") and thing[:-1] in listed and f[end] in (",", "and", "&", "-", "to")):
        if before and f[before - 1] in ("each", "every", "per", "a", "last", "first", "next", "this", "that"):
            return None
        if f[before - 1] == "the" and not is_digit(f[at]) and f[end].endswith("s"):
            return None  # within the year nine depots
        return before, end - 1
    return (before + 1, end - 1) if f[at - 1] == "#" else None


def _code(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """A number that follows its noun and closes the phrase, or a status: "quickstart 1105", "404 errors"."""
    f = reading.forms
    if end != at + 1 or not f[at].isdecimal() or len(f[at]) < 3:
        return None
    if len(f[at]) == 3 and "400" <= f[at] < "600" and f[end] in _STATUS:
        return at, end
    before = tagged(f[at - 1])
    if before.part or before.forms or len(f[at - 1]) < 4 or f[at - 1] in words("figure_number_nouns.en"):
        return None
    return (at - 1, at) if f[end] in _CLOSING and not (f[end] == "," and is_digit(f[end + 1])) else None


def _version(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """Python 3.12, Windows 2003, Java 1.8, 2.6.1: a number with two stops, or after a name with a capital letter."""
    f = reading.forms
    if not is_digit(f[at]):
        return None
    if f[at].count(".") > 1:
        return at, end - 1
    if not reading.capital(at - 1) or f[at - 1] == "i":
        return None
    decimal = "." in f[at]
    if tagged(f[at - 1]).forms & PAST and (at == 1 or not f[at - 2].isalpha()):
        return None  # Sold 2.5 million
    if at - 1 == 0:
        return (0, end - 1) if decimal else None
    closed = not f[end].isalpha() or tagged(f[end]).part != "" or reading.capital(end) or decimal or _is_year(f[at])
    return (at - 1, end - 1) if closed else None
