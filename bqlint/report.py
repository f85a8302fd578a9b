"""What a run hands to the page: each file's source with the verdict on its findings, kept and muted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bqlint.finding import Finding, Severity
from bqlint.source import Source

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


class Report(NamedTuple):
    """One file with the verdict on it, and its story's title. A finding knows neither path nor line.

    What is confidential is masked in the source, in the title and in all messages. Where that is anything, `unmasked`
    is the true source, for fixes that are written back into the file: they and this are not masked.
    """

    source: Source
    verdict: Verdict
    title: str = ""
    unmasked: Source | None = None

    @property
    def file(self) -> Source:
        """The source as the file holds it: to be written back there, and nowhere else."""
        return self.unmasked or self.source

    @property
    def is_lasting(self) -> bool:
        """Whether it may be kept for the next run: the same bytes lead to it, and hold nothing confidential."""
        found = (*self.verdict.kept, *(muted.finding for muted in self.verdict.muted))
        return (
            bool(self.source.text) and not self.unmasked and not any(each.code.startswith(_FLEETING) for each in found)
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return self.verdict.kept


def counts(reports: Iterable[Report]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    found = dict.fromkeys(Severity, 0)
    for report in reports:
        for finding in report.findings:
            found[finding.severity] += 1
    return found


def fails(reports: Sequence[Report], fail_on: Severity) -> bool:
    """Whether any finding is at least as grave as `fail_on`."""
    return any(finding.severity.rank <= fail_on.rank for report in reports for finding in report.findings)
