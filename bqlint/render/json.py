"""The findings as JSON for other programs; schema/diagnostics.schema.json describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bqlint.finding import Finding, Severity
from bqlint.render.places import range_of
from bqlint.report import Report, counts
from bqlint.source import Source


def render(reports: Sequence[Report], color: bool) -> str:
    """One JSON object, ASCII only, so that nothing in it can act on a terminal."""
    found = counts(reports)
    summary = {
        "files": len(reports),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "infos": found[Severity.INFO],
    }
    findings = [_finding(report.source, finding) for report in reports for finding in report.findings]
    return json.dumps({"version": 1, "findings": findings, "summary": summary}, indent=2) + "\n"


def _finding(source: Source, finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "path": source.path,
        "section": finding.section,
        "range": range_of(source, finding.span),
        "fix": fix
        and {
            "applicability": "safe" if fix.safe else "unsafe",
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
        },
    }
