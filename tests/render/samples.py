"""Reports made by hand, so that no test of a format depends on what a rule finds."""

from __future__ import annotations

from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.report import Muted, Report, Verdict
from bqlint.source import Source

TEXT = "---\nstauts: draft\n---\n# 🙂 éअ The flood\n## Result\nWe saved 80 % of it.\r\nIt was [TBD].\r\n"


def finding(code: str, words: str, message: str, text: str = TEXT, severity: Severity = Severity.ERROR) -> Finding:
    """A finding on the first place of `words` in `text`."""
    start = text.index(words)
    return Finding(code, "sample-rule", severity, Span(start, start + len(words)), message, "Mend it.", "result")


KEY = finding("BQ101", "stauts", "`stauts` is not a known key")
KEY = KEY._replace(fix=Fix(True, (Edit(KEY.span.start, KEY.span.end, "status"),)))
TITLE = finding("BQ201", "The flood", "there is no Task section", severity=Severity.WARNING)
LEFT = finding("BQ207", "[TBD]", "a placeholder is left: `[TBD]`")
LONG = finding("BQ604", "We saved 80 % of it.\r\nIt was", "a sentence of 53 words", severity=Severity.INFO)
SOURCE = Source("stories/the flood #1.md", TEXT)


def report(*kept: Finding, muted: tuple[Muted, ...] = (), source: Source = SOURCE) -> Report:
    """A report on `source`."""
    return Report(source, Verdict(kept, muted))


FULL = report(
    KEY, TITLE, LONG, muted=(Muted(LEFT, "comment: the date is not settled"), Muted(TITLE, "an unchanged line"))
)
