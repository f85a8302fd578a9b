"""What a run hands to the page: each file's source with its findings, and how many files there were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bqlint.finding import Finding, Severity
from bqlint.source import Source


class Report(NamedTuple):
    """The findings of one file, in the order of its text."""

    source: Source
    findings: tuple[Finding, ...]


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
