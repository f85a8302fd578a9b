"""Workflow commands, which GitHub's runner turns into annotations of the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Finding, Severity
from bqlint.render.paragraph import paragraph
from bqlint.render.terminal import closing, inert
from bqlint.report import Report
from bqlint.source import Source

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(reports: Sequence[Report], color: bool) -> str:
    """A command for each finding, errors first, for a step shows ten annotations of a kind; then the closing line."""
    found = [(report.source, finding) for report in reports for finding in report.findings]
    found.sort(key=lambda pair: pair[1].severity.rank)
    return "".join(_command(source, finding) for source, finding in found) + closing(reports, color=False)


def _command(source: Source, finding: Finding) -> str:
    line, column = source.position(finding.span.start)
    end_line, end_column = source.position(finding.span.end)
    places = {"file": source.path, "line": line, "endLine": end_line}
    if line == end_line:  # the runner drops the columns of a place on several lines
        places |= {"col": column, "endColumn": end_column}
    properties = {**places, "title": f"{finding.code} {finding.name}"}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    told = f"{source.path}:{line}:{column}: {finding.code} {paragraph(finding)}"
    return f"::{_COMMAND[finding.severity]} {listed}::{_data(told)}\n"


def _data(text: str) -> str:
    """Foreign text as the runner reads it after the second `::`; it ends neither the line nor the command."""
    return inert(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Foreign text as the value of a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
