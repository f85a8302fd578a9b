"""The findings as JSON for other programs; schema/diagnostics.schema.json describes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.finding import Finding, Fix, Severity
from bqlint.render.fixes import with_fixes
from bqlint.render.places import range_of
from bqlint.render.strict_json import strict_json
from bqlint.report import Report, counts
from bqlint.source import Source
from bqlint.typed import Any


def render(reports: Sequence[Report], color: bool) -> str:
    """One JSON object, ASCII only, so that nothing in it can act on a terminal."""
    found = counts(reports)
    summary = {
        "files": len(reports),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "infos": found[Severity.INFO],
    }
    findings = [described for report in reports for described in describe(report)]
    return strict_json({"version": 1, "findings": findings, "summary": summary}) + "\n"


def describe(report: Report) -> Iterator[dict[str, Any]]:
    """The findings of `report` as the schema has them."""
    for finding, fix in with_fixes(report.findings):
        yield _finding(report.source, finding, fix)


def _finding(source: Source, finding: Finding, fix: Fix | None) -> dict[str, Any]:
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
