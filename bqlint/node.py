"""A YAML value with its place, and what a plain scalar stands for."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.typed import Any

_DIGITS = 18
"""Of the longest integer; longer ones are text."""
_CONSTANTS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Node:
    """A YAML value with its place: `value` is plain JSON data, the rest says where each part of it stands.

    `keys` and `items` are filled for a mapping, in its order, `items` alone for a sequence; `raw` is a scalar's text.
    """

    __slots__ = ("items", "keys", "kind", "raw", "span", "value")

    def __init__(self, span: Span, value: Any = None, kind: str = "scalar", raw: str = "") -> None:
        self.span, self.value, self.kind, self.raw = span, value, kind, raw
        self.keys: list[Node] = []
        self.items: list[Node] = []

    def at(self, path: list[str | int]) -> Node:
        """The node that `path`, as jsonschema gives it, leads to; the last one that exists."""
        node = self
        for step in path:
            below = node.entry(step) if isinstance(step, str) else node.items[step : step + 1]
            if not below:
                break
            node = below[-1]
        return node

    def entry(self, key: str) -> tuple[Node, ...]:
        """The key's node and the value's node, or nothing."""
        for name, item in zip(self.keys, self.items, strict=False):
            if name.value == key:
                return name, item
        return ()


def resolve(plain: str) -> Any:
    """A plain scalar's value: text but for `true`, `false`, `null` and integers."""
    if plain in _NULLS:
        return None
    if plain in _CONSTANTS:
        return _CONSTANTS[plain]
    return int(plain) if _is_integer(plain[1:] if plain[0] in "-+" else plain) else plain


def _is_integer(digits: str) -> bool:
    """Whether these are the digits of an integer, without noughts before it."""
    plain = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    return plain and (digits[0] != "0" or digits == "0")
