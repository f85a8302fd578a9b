"""Which fixes an output may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.finding import Finding, Fix
from bqlint.report import Report

_CONFIDENTIAL = "BQ8"


def with_fixes(report: Report, findings: Sequence[Finding]) -> Iterator[tuple[Finding, Fix | None]]:
    """Each of the report's `findings` with its fix, if that may be told.

    A fix that moves a section carries the whole of it, and an output travels further than the story does: a fix whose
    text holds what a confidentiality rule found in the same story is left out.
    """
    found = (*report.verdict.kept, *(muted.finding for muted in report.verdict.muted))
    secrets = {each.span.of(report.source.text) for each in found if each.code.startswith(_CONFIDENTIAL)} - {""}
    for finding in findings:
        fix = finding.fix
        told = fix is not None and any(secret in edit.text for edit in fix.edits for secret in secrets)
        yield finding, None if told else fix
