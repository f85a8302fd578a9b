"""The records that travel from parser and rules to the page: places, problems, findings, fixes.

Every place is a half-open range of code points of the decoded text; lines and columns exist only in `render`.
"""

from __future__ import annotations

from enum import Enum

from bqlint.typed import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text this span stands for."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)


class Severity(Enum):
    """How much a finding weighs; absence is an error, amounts are hints."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting puts errors first."""
        return _RANKS[self.value]


_RANKS = {"error": 0, "warning": 1, "info": 2}


class Edit(NamedTuple):
    """Replace `text[start:end]` by `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding; `safe` ones keep the meaning of the story.

    One whose text is confidential is not to be told, and still mends the file.
    """

    safe: bool
    edits: tuple[Edit, ...]
    is_told: bool = True


class Problem(NamedTuple):
    """What a reader or parser could not accept; the rule with that code turns it into a finding."""

    code: str
    span: Span
    message: str
    help: str = ""
    fix: Fix | None = None


class Finding(NamedTuple):
    """One place, one reason, one way out. It knows neither path nor line: a `Report` pairs it with its `Source`.

    `about` names what it speaks of where the words at its place change with each edit, as the end of a long story does.
    """

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    help: str = ""
    section: str | None = None
    fix: Fix | None = None
    about: str = ""
