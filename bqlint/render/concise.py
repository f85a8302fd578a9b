"""One line a finding: path, line, column, severity, code, message."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Finding
from bqlint.render.terminal import WORD, closing, inert, named, painted
from bqlint.report import Report
from bqlint.source import Source


def render(reports: Sequence[Report], color: bool) -> str:
    """`path:line:column: severity CODE message` for each finding, and the closing line."""
    return "".join([*(page(report, color) for report in reports), closing(reports, color)])


def page(report: Report, color: bool) -> str:
    """What is shown of one report."""
    made = report.page("concise", color)
    return "".join(_line(report.source, finding, color) for finding in report.findings) if made is None else made


def suppressed(reports: Sequence[Report]) -> str:
    """What was muted, a line each, with what muted it."""
    return "".join(
        f"{_line(report.source, muted.finding, color=False).rstrip()}\n  suppressed by {inert(muted.by)}\n"
        for report in reports
        for muted in report.verdict.muted
    )


def _line(source: Source, finding: Finding, color: bool) -> str:
    line, column = source.position(finding.span.start)
    place = painted(f"{named(source.path)}:{line}:{column}:", "bold", color)
    severity = painted(WORD[finding.severity], finding.severity.value, color)
    return f"{place} {severity} {finding.code} {inert(finding.message)}\n"
