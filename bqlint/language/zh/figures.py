"""The figures of a Chinese sentence: each quantity, and whether it measures the effect of the work."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.figure import OTHER, OUTCOME, Figure
from bqlint.language.zh.context import Setting, is_real
from bqlint.language.zh.effects import EFFECTS
from bqlint.language.zh.quantities import quantities
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import clauses, simplified
from bqlint.prose import Sentence


def of(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in order, without overlap; each is the shortest phrase that carries it."""
    return tuple(_figure(sentence, quantity) for quantity in quantities(sentence))


def _figure(sentence: Sentence, quantity: Quantity) -> Figure:
    """The figure that `quantity` is."""
    span = Span(quantity.start, quantity.end).shifted(sentence.span.start)
    found = clauses(sentence)
    at = next((n for n, clause in enumerate(found) if quantity.start < clause.end), len(found) - 1)
    setting = Setting(quantity, found[at], found[:at], found[at + 1 :], simplified(sentence))
    is_outcome = quantity.sort is not Sort.NAME and is_real(setting) and EFFECTS[quantity.sort](setting)
    return Figure(span, OUTCOME if is_outcome else OTHER)
