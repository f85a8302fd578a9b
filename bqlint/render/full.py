"""A finding as people read it: place, message, the line of the story with the place underlined, and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Finding
from bqlint.render.terminal import WORD, closing, inert, named, painted, width
from bqlint.report import Report
from bqlint.source import Source

_SHOWN = 96
"""Characters of a source line that are shown around the place."""


def render(reports: Sequence[Report], color: bool) -> str:
    """Every finding with its excerpt, and the closing line."""
    return "".join([*(page(report, color) for report in reports), closing(reports, color)])


def page(report: Report, color: bool) -> str:
    """What is shown of one report."""
    made = report.page("full", color)
    return "".join(_block(report.source, finding, color) for finding in report.findings) if made is None else made


def _block(source: Source, finding: Finding, color: bool) -> str:
    line, column = source.position(finding.span.start)
    severity = painted(WORD[finding.severity], finding.severity.value, color)
    title = painted(f"{finding.code} {finding.name}", "bold", color)
    head = f"{named(source.path)}:{line}:{column}: {severity} {title}: {inert(finding.message)}\n"
    help = f"  {painted('help:', 'dim', color)} {inert(finding.help)}\n" if finding.help else ""
    return f"{head}{_excerpt(source, finding, line, column, color)}{help}\n"


def _excerpt(source: Source, finding: Finding, line: int, column: int, color: bool) -> str:
    """The line of the place, cut to what is near it, underlined with carets."""
    text = source.line(line)
    if not text.strip():
        return ""
    start = column - 1
    last, last_column = source.position(finding.span.end)
    end = last_column - 1 if last == line else len(text)
    first = max(0, min(start - _SHOWN // 4, len(text) - _SHOWN))
    shown = text[first : first + _SHOWN]
    before, after = "…" if first else "", "…" if first + _SHOWN < len(text) else ""
    marked = shown[start - first : max(end, start + 1) - first]
    gutter = f"{line:>5} | "
    indent = " " * (width(before) + width(inert(shown[: start - first])))
    carets = painted("^" * max(width(inert(marked)), 1), finding.severity.value, color)
    more = f" … to line {last}" if last > line else ""
    return f"{gutter}{before}{inert(shown)}{after}\n{' ' * 5} | {indent}{carets}{more}\n"
