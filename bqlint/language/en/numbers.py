"""Cardinal numbers of English text, in digits or words: where one begins and ends."""

from __future__ import annotations

from bqlint.language.en.inflection import forms
from bqlint.language.en.reading import Reading, is_digit
from bqlint.language.lexicon import words

_DASHES = frozenset("-–—‑−~")
_HALVES = (("and", "a", "half"), ("and", "a", "quarter"))


def number_end(reading: Reading, at: int) -> int:
    """The index after the number that begins at token `at`, magnitude and range included; `at` where none begins."""
    end = simple_number_end(reading, at)
    if end == at:
        return at
    between = reading.forms[at - 1] == "between"
    link = reading.forms[end]
    if link == "to" and "from" in reading.forms[max(0, at - 6) : at]:
        return end
    if link in _DASHES or link in ("to", "or") or (link == "and" and between):
        second = end + 1
        while reading.forms[second] in ("~", "$", "£", "€"):
            second += 1
        further = simple_number_end(reading, second)
        if further > second and not (link in ("or", "to") and reading.forms[second] == "one"):
            return further
    return end


def simple_number_end(reading: Reading, at: int) -> int:
    """As `number_end`, without ranges."""
    form, listed, large = reading.forms[at], words("figure_numbers.en"), forms("figure_magnitudes.en")
    if is_digit(form):
        end = _digits_end(reading, at)
    elif form in listed or (form in ("a", "half", "several") and reading.forms[at + 1] in large):
        end = at + 1
    elif form in ("half", "quarter"):
        end = at + 1
        while reading.forms[end] in ("of", "a"):
            end += 1
        if reading.forms[end] not in large:
            return at
    else:
        return at
    return _magnitudes_end(reading, end)


def _digits_end(reading: Reading, at: int) -> int:
    """The end of "300", "300+", "10k", "10k+", "1 200"."""
    end = at + 1
    if reading.touching(at) and reading.forms[end] in words("figure_magnitude_signs.en"):
        end += 1
    while reading.forms[end] == "," and reading.forms[end + 1] == "000":  # 115, 000
        end += 2
    while reading.touching(end - 1) and reading.forms[end] == "+":
        end += 1
    return end + 1 if reading.forms[at - 1] == "[" and reading.forms[end] == "]" else end  # [25]%


def _magnitudes_end(reading: Reading, end: int) -> int:
    """Reading on over "hundred", "million", "five", "-five", "and fifty", "and a half", from `end`."""
    forms_, listed, large = reading.forms, words("figure_numbers.en"), forms("figure_magnitudes.en")
    while True:
        form = forms_[end]
        if form in large or (form in listed and not is_digit(forms_[end - 1])):
            end += 1
        elif (
            (form == "-" and forms_[end + 1] in listed and forms_[end - 1] in listed)
            or (form == "-" and forms_[end + 1] in large)
            or (form == "and" and forms_[end - 1] in large and forms_[end + 1] in listed)
        ):
            end += 2
        elif form == "and" and tuple(forms_[end : end + 3]) in _HALVES:
            end += 3
        elif form == "+" and reading.touching(end - 1):
            end += 1
        elif form == "-" and forms_[end + 1] == "odd":
            end += 2
        elif form == "(" and is_digit(forms_[end + 1]) and forms_[end + 2] == ")" and not is_digit(forms_[end - 1]):
            end += 3  # eight (8) states
        else:
            return end
