"""Reports to text, one module a format. Nothing above this package knows a format."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from bqlint.report import Report
from bqlint.typed import Protocol


class Format(Protocol):
    """What a format's module offers."""

    def render(self, reports: Sequence[Report], color: bool) -> str:
        """All reports as text; `color` asks for terminal colours where the format has any."""
        ...


FORMATS = ("full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
"""The names of `--output-format`; each is a module of this package, imported when it is asked for."""

PAGED = ("full", "concise")
"""The formats that show one report after the other, so that what they show of one can be kept."""


def render(name: str, reports: Sequence[Report], color: bool = False) -> str:
    """`reports` in the format `name`, one of FORMATS."""
    module: Format = import_module(f"{__name__}.{name.replace('-', '_')}")
    return module.render(reports, color)


def paged(name: str, report: Report, color: bool = False) -> str:
    """What one of the formats of PAGED shows of a single report."""
    module = import_module(f"{__name__}.{name}")
    shown: str = module.page(report, color)
    return shown
