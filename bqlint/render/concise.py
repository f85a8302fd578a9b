"""One line a finding: path, line, column, severity, code, message."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.render.terminal import WORD, closing, inert, painted
from bqlint.report import Report


def render(reports: Sequence[Report], color: bool) -> str:
    """`path:line:column: severity CODE message` for each finding, and the closing line."""
    lines = []
    for report in reports:
        for finding in report.findings:
            line, column = report.source.position(finding.span.start)
            place = painted(f"{inert(report.source.path)}:{line}:{column}:", "bold", color)
            severity = painted(WORD[finding.severity], finding.severity.value, color)
            lines.append(f"{place} {severity} {finding.code} {inert(finding.message)}\n")
    return "".join(lines) + closing(reports, color)
