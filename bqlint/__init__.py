"""bqlint: a linter for behavioural-interview (STAR) stories kept as Markdown in git.

From Python: `lint_text` lints a story in memory, `lint_paths` files and folders. What they return is described by
`Report`, `Finding`, `Span` and `Severity`; nothing else in the package is an interface.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; `typing` costs a fifth of a bare interpreter
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bqlint.finding import Finding, Severity, Span
    from bqlint.report import Report

__all__ = ["Finding", "Report", "Severity", "Span", "__version__", "lint_paths", "lint_text"]
__version__ = "0.1.0"

_HOMES = {
    "Finding": "bqlint.finding",
    "Report": "bqlint.report",
    "Severity": "bqlint.finding",
    "Span": "bqlint.finding",
}
"""Where the names of the interface are defined; imported at first use, for a commit waits for this module."""


def lint_text(text: str, name: str = "story.md") -> Report | None:
    """The findings of a story in memory, by the settings that hold for a file `name`; None where that is excluded.

    Raises BqlintError where the configuration cannot be used; a story never raises.
    """
    from datetime import date

    from bqlint.configuration import Configured
    from bqlint.policy.judge import Policy
    from bqlint.run import lint_bytes

    return lint_bytes(text.encode("utf-8", "surrogatepass"), name, Configured(), Policy(date.today()))


def lint_paths(*paths: str) -> Iterator[Report]:
    """A report for each story among `paths`, folders searched, as `bqlint check` lints them: lazily, in its order."""
    from datetime import date

    from bqlint.configuration import Configured
    from bqlint.policy.judge import Policy
    from bqlint.run import lint

    return lint(paths, Configured(), Policy(date.today()))


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
