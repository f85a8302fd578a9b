"""The figures of an English sentence: each quantity, and whether it measures the effect of the work."""

from __future__ import annotations

from bqlint.language.en.context import Setting
from bqlint.language.en.effects import EFFECTS
from bqlint.language.en.quantities import quantities
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, tagged
from bqlint.language.en.reality import is_real
from bqlint.language.en.verbs import PAST
from bqlint.language.figure import OTHER, OUTCOME, Figure
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_UNSTRESSED = frozenset(("a", "an", "the", "another", "(", '"', "“", "*"))


def of(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in order, without overlap; an outcome's span takes "by" and the comparison along."""
    reading = Reading(sentence)
    return tuple(figure for found in quantities(reading) for figure in _figures(sentence, reading, found))


def _figures(sentence: Sentence, reading: Reading, quantity: Quantity) -> tuple[Figure, ...]:
    """One figure, or none where a vague quantity ("an hour") measures nothing."""
    setting = Setting(reading, quantity)
    if quantity.sort is not Sort.NAME and is_real(setting) and EFFECTS[quantity.sort](setting):
        return (Figure(sentence.tokens.span(*_extent(setting)), OUTCOME),)
    if quantity.weak:
        return ()
    return (Figure(sentence.tokens.span(quantity.first, quantity.last), OTHER),)


def _extent(setting: Setting) -> tuple[int, int]:
    """The tokens of an outcome: "by" and blurring words before it, a comparative or the counted noun after it."""
    f, quantity = setting.reading.forms, setting.quantity
    first, last = setting.before, quantity.last
    if setting.preposition not in ("by", "within"):
        first += 1
        while first < quantity.first and f[first] in _UNSTRESSED:
            first += 1
    if quantity.sort is Sort.COUNT:
        while last - quantity.last < 2 and _is_noun(f[last + 1]):
            last += 1
    if f[last + 1] in words("figure_comparatives.en"):
        last += 1
    if f[last + 1] == ")" and "(" in f[first:last]:
        last += 1
    return min(max(first, 0), quantity.first), last


def _is_noun(form: str) -> bool:
    """Whether `form` may go on the noun phrase of a count."""
    return form.isalpha() and not tagged(form).part and not tagged(form).forms & PAST
