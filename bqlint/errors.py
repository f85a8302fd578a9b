"""What can go wrong outside a story, one tree.

    BqlintError            message, place, hint
    ├── UsageError         the command line asks for something that is not there
    └── ConfigError        bqlint.toml, pyproject.toml or a repository's own schema is wrong

Trouble *inside* a story is never an exception: it is a `Problem` (finding.py), so that one bad file stops nothing.
"""

from __future__ import annotations


class BqlintError(Exception):
    """Stops the run with exit code 2 and one line: where, what was found, and the way out."""

    def __init__(self, message: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.place, self.hint = (" ".join(text.split()) for text in (message, place, hint))

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message}{f' ({self.hint})' if self.hint else ''}"


class UsageError(BqlintError):
    """The command line names something that does not exist or cannot be combined."""


class ConfigError(BqlintError):
    """A configuration file, or a file it names, cannot be used."""
