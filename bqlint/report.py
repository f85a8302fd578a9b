"""What a run hands to the page: each file's source with the verdict on its findings, kept and muted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bqlint.finding import Finding, Severity
from bqlint.source import Source
from bqlint.typed import NamedTuple

IN_BASELINE = "the baseline"
UNCHANGED = "an unchanged line"
_FLEETING = ("BQ001", "BQ007", "BQ008")
"""What may be otherwise the next time."""


class Muted(NamedTuple):
    """A finding that does not count, and what muted it: IN_BASELINE, UNCHANGED, or a suppression with its reason."""

    finding: Finding
    by: str


class Verdict(NamedTuple):
    """All findings of a file, in the order of its text: those that count, and those that were muted. None is lost."""

    kept: tuple[Finding, ...]
    muted: tuple[Muted, ...] = ()


class Tally(NamedTuple):
    """How many findings of a report count, by severity; how many of these can be mended, safely or not; and how many
    do not count, since they are in the baseline or suppressed.
    """

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    safe: int = 0
    unsafe: int = 0
    known: int = 0
    suppressed: int = 0

    @property
    def counted(self) -> int:
        """How many findings count."""
        return self.errors + self.warnings + self.infos


class Report:
    """One file with the verdict on it, and its story's title. A finding knows neither path nor line.

    What is confidential is masked in the source, in the title and in all messages. Where that is anything, `unmasked`
    is the true source, for fixes that are written back into the file: they and this are not masked.
    """

    def __init__(self, source: Source, verdict: Verdict, title: str = "", unmasked: Source | None = None) -> None:
        self.source, self.verdict, self.title, self.unmasked = source, verdict, title, unmasked

    def __repr__(self) -> str:
        return f"Report({self.path!r}, {self.verdict!r}, {self.title!r})"

    def page(self, format: str, color: bool) -> str | None:
        """What a format shows of it, where that was made before."""
        return None

    @property
    def path(self) -> str:
        """How findings name the file."""
        return self.source.path

    @property
    def file(self) -> Source:
        """The source as the file holds it: to be written back there, and nowhere else."""
        return self.unmasked or self.source

    @property
    def tally(self) -> Tally:
        """How many findings there are of each kind."""
        levels = [finding.severity for finding in self.findings]
        safe = [finding.fix.safe for finding in self.findings if finding.fix]
        by = [muted.by for muted in self.verdict.muted]
        errors, warnings, infos = map(levels.count, Severity)
        known, unchanged = by.count(IN_BASELINE), by.count(UNCHANGED)
        suppressed = len(by) - known - unchanged
        return Tally(errors, warnings, infos, safe.count(True), safe.count(False), known, suppressed)

    @property
    def is_lasting(self) -> bool:
        """Whether it may be kept for the next run: the same bytes lead to it, and hold nothing confidential."""
        found = (*self.verdict.kept, *(muted.finding for muted in self.verdict.muted))
        fleeting = any(each.code.startswith(_FLEETING) for each in found)
        return bool(self.source.text) and not self.unmasked and not fleeting

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return self.verdict.kept


def total(reports: Iterable[Report]) -> Tally:
    """The tallies of all reports added up."""
    columns = zip(*([number * each for each in tally] for tally, number in tallies(reports).items()), strict=True)
    return Tally(*map(sum, columns))


def tallies(reports: Iterable[Report]) -> Counter[Tally]:
    """How many reports have each tally: of thousands few differ."""
    return Counter([report.tally for report in reports])


def counts(reports: Iterable[Report]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    return dict(zip(Severity, total(reports), strict=False))
