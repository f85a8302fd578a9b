"""Which fixes an output may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.finding import Finding, Fix


def with_fixes(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Fix | None]]:
    """Each finding with its fix, if that may be told.

    A fix that moves a section carries the whole of it, and an output travels further than the story does.
    """
    for finding in findings:
        yield finding, finding.fix if finding.fix and finding.fix.is_told else None
