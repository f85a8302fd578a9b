"""The Reviewdog Diagnostic Format, with fixes as suggestions: reviewdog's proto/rdf, message DiagnosticResult."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from bqlint.finding import Edit, Severity, Span
from bqlint.render.fixes import with_fixes
from bqlint.render.strict_json import strict_json
from bqlint.report import Report
from bqlint.source import Source
from bqlint.typed import Any

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_BOM_BYTES = 3


def render(reports: Sequence[Report], color: bool) -> str:
    """One DiagnosticResult as JSON."""
    found = [diagnostic for report in reports for diagnostic in _diagnostics(report)]
    return strict_json({"source": {"name": "bqlint"}, "diagnostics": found}) + "\n"


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    source, before = report.source, _bytes_before(report.source.text)
    for finding, fix in with_fixes(report.findings):
        diagnostic = {
            "message": f"{finding.message}\n{finding.help}" if finding.help else finding.message,
            "location": {"path": source.path, "range": _range(source, before, finding.span)},
            "severity": _SEVERITY[finding.severity],
            "code": {"value": finding.code},
        }
        suggestions = {"suggestions": [_suggestion(source, before, edit) for edit in fix.edits]} if fix else {}
        yield diagnostic | suggestions


def _suggestion(source: Source, before: Sequence[int], edit: Edit) -> dict[str, Any]:
    return {"range": _range(source, before, Span(edit.start, edit.end)), "text": edit.text}


def _range(source: Source, before: Sequence[int], span: Span) -> dict[str, Any]:
    return {"start": _position(source, before, span.start), "end": _position(source, before, span.end)}


def _position(source: Source, before: Sequence[int], offset: int) -> dict[str, int]:
    """Line and column from 1; the column counts the line's UTF-8 bytes, those of a BOM too."""
    line, column = source.position(offset)
    bom = _BOM_BYTES if source.bom and line == 1 else 0
    return {"line": line, "column": before[offset] - before[offset - column + 1] + bom + 1}


def _bytes_before(text: str) -> Sequence[int]:
    """For each offset into `text`, and its end, how many UTF-8 bytes stand before it."""
    if text.isascii():
        return range(len(text) + 1)
    sizes = (1 if c < "\x80" else 2 if c < "\u0800" else 3 if c < "\U00010000" else 4 for c in text)
    return list(accumulate(sizes, initial=0))
