"""The figures of an English sentence: each quantity, and whether it measures the effect of the work."""

from __future__ import annotations

from bqlint.language.en.context import Setting
from bqlint.language.en.effects import is_effect
from bqlint.language.en.inflection import forms
from bqlint.language.en.quantities import quantities
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import Reading, tagged
from bqlint.language.en.reality import is_real
from bqlint.language.en.verbs import PAST
from bqlint.language.figure import MOST, OTHER, OUTCOME, Figure
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_EACH = frozenset(("a", "per", "each", "every"))
_UNSTRESSED = frozenset(
    ("like", "maybe", "perhaps", "probably", "something", "a", "an", "the", "another", "(", '"', "“", "*")
)
_UNSTRESSED |= {"record", "solid", "healthy", "impressive", "perfect", "remarkable", "steady", "stunning"}


def of(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in order, without overlap; an outcome's span takes "by" and the comparison along."""
    reading = Reading(sentence)
    found: list[Figure] = []
    free = 0  # the first token that no figure holds yet
    quantities_ = quantities(reading)
    for at, quantity in enumerate(quantities_):
        if quantity.last < free:  # the "a month" of an amount
            continue
        setting = Setting(reading, quantity) if quantity.sort is not Sort.NAME and at < MOST else None
        if setting and is_effect(setting) and is_real(setting):
            limit = quantities_[at + 1].first if at + 1 < len(quantities_) else reading.count
            first, last = _extent(setting, limit)
            found.append(Figure(sentence.tokens.span(max(first, free), last), OUTCOME))
            free = last + 1
        elif not quantity.weak:  # a vague quantity ("an hour") that measures nothing is no figure
            found.append(Figure(sentence.tokens.span(quantity.first, quantity.last), OTHER))
            free = quantity.last + 1
    return tuple(found)


def _extent(setting: Setting, limit: int) -> tuple[int, int]:
    """The tokens of an outcome: "by" and blurring words before it, a comparative or the counted noun after it.

    `limit` is the first token of the next quantity.
    """
    f, quantity = setting.reading.forms, setting.quantity
    first, last = setting.before, quantity.last
    if setting.preposition not in ("by", "within"):
        first += 1
        while first < quantity.first and f[first] in _UNSTRESSED:
            first += 1
    if quantity.sort is Sort.COUNT:
        while last - quantity.last < 2 and last + 1 < limit and _is_noun(f[last + 1]):
            last += 1
    if quantity.sort is Sort.MONEY:  # £900 a month
        last += 2 if f[last + 1] in (*_EACH, "/") and f[last + 2] in forms("figure_time_units.en") else 0
    if last + 1 < limit and f[last + 1] in words("figure_comparatives.en"):
        last += 1
    if f[last + 1] == ")" and "(" in f[first:last]:
        last += 1
    return min(max(first, 0), quantity.first), last


def _is_noun(form: str) -> bool:
    """Whether `form` may go on the noun phrase of a count."""
    return form.isalpha() and not tagged(form).part and not tagged(form).forms & PAST
