"""What the stories cover as text, one module a format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from bqlint.repository.coverage import Coverage

FORMATS = ("table", "markdown", "csv", "json", "svg")
"""The names of the formats; each is a module of this package, imported when it is asked for."""


def render(name: str, coverage: Coverage) -> str:
    """`coverage` in the format `name`, one of FORMATS."""
    rendering: Callable[[Coverage], str] = import_module(f"{__name__}.{name}").render
    return rendering(coverage)
