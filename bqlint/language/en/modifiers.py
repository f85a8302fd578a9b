"""Words that blur or bound a quantity, "roughly", "an average of", "up to", skipped on the way to what governs it."""

from __future__ import annotations

from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading
from bqlint.language.en.roles import CHANGING, roles
from bqlint.language.lexicon import words

_IS = frozenset(("is", "are", "back", "now"))
_BEYOND = frozenset(("upwards", "north"))
_BEFORE_LESS = frozenset(("in", "within", "to", "of", "averaging"))


def skip_modifiers(reading: Reading, quantity: Quantity) -> int:
    """The token left of the quantity that is no blurring word; "up to" is one unless something went or is up."""
    f, modifiers, at = reading.forms, words("figure_modifiers.en"), quantity.first - 1
    while at >= 0:
        form = f[at]
        if (
            form in modifiers
            or (form == "at" and f[at + 1] in ("least", "most"))
            or (
                form in ("less", "fewer")
                and f[at + 1] == "than"
                and f[at - 1] in ("in", "within", "to", "of", "averaging")
            )
        ):
            at -= 1
        elif form == "of" and (f[at - 2 : at] == ["in", "excess"] or f[at - 1] in _BEYOND or _is_total(f, at - 1)):
            at -= 2 if f[at - 1] in _BEYOND else 3
        elif form == "on" and f[at + 1] == "average":
            at -= 1
        elif form == "to" and f[at - 1] == "up" and not _is_up(f, at - 2, quantity):
            at -= 2
        else:
            break
    return at


def _is_up(f: list[str], at: int, quantity: Quantity) -> bool:
    """Whether "up to" after token `at` says how far something has come: it went, or is now, up to thirteen."""
    if roles().get(f[at], 0) & CHANGING or f[at] == "went":
        return True
    if quantity.sort is Sort.MEASURE or f[quantity.last + 1] in words("figure_comparatives.en"):
        return False  # up to 30% faster
    return f[at] in _IS or f[at].endswith(("'re", "'s"))


def _is_total(f: list[str], at: int) -> bool:
    """Whether "an average", "a total" ends at token `at`."""
    return f[at] in ("average", "total", "record") and f[at - 1] in ("a", "an", "the")
