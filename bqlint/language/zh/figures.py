"""The figures of a Chinese sentence: each quantity, and whether it measures the effect of the work."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.figure import MOST, OTHER, OUTCOME, Figure
from bqlint.language.zh.context import Setting
from bqlint.language.zh.effects import EFFECTS
from bqlint.language.zh.quantities import quantities
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import Reading, read
from bqlint.language.zh.reality import is_real
from bqlint.prose import Sentence


def of(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in order, without overlap; each is the shortest phrase that carries it."""
    reading, offset = read(sentence), sentence.span.start
    return tuple(
        Figure(
            Span(quantity.start + offset, quantity.end + offset),
            OUTCOME if at < MOST and _is_outcome(reading, quantity) else OTHER,
        )
        for at, quantity in enumerate(quantities(reading))
    )


def _is_outcome(reading: Reading, quantity: Quantity) -> bool:
    """Whether `quantity` measures the effect of the work."""
    if quantity.sort is Sort.NAME or reading.is_question:
        return False
    setting = Setting(reading, quantity)
    return is_real(setting) and EFFECTS[quantity.sort](setting)
