"""A report for a comment on a merge request, or the summary of a CI step: a table a story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.finding import Finding
from bqlint.render.terminal import WORD, closing, inert
from bqlint.report import Report
from bqlint.source import Source

_ROOM = 60_000
"""Characters of the tables; GitHub refuses a comment of more than 65,536."""
_HEAD = "| Line | Severity | Rule | What was found | The way out |\n| ---: | --- | --- | --- | --- |\n"
_WORD = re.compile(
    r"""[(“‘]*(?:[^\W\d_]+(?:[-'’][^\W\d_]+)*|[A-Z]{2,10}\d{3}|\d{1,6}(?:[.,:]\d{1,6})*%?|[–—-])?[)”’.,;:?!…]*"""
)
"""A word that no Markdown reader makes anything of: no markup, link, mention, reference, emoji or formula."""
_BACKTICKS = re.compile("`+")


def render(reports: Sequence[Report], color: bool) -> str:
    """How many findings there are, and as many of them as a comment holds; it says where some are left out."""
    text, left_out = "", 0
    for report in reports:
        rows = [_row(report.source, finding) for finding in report.findings]
        head = f"\n### {as_code(flat(report.source.path))}\n\n{_HEAD}"
        room = _ROOM - len(text) - len(head)
        shown = _fitting(rows, room)
        text += head + "".join(shown) if shown else ""
        left_out += len(rows) - len(shown)
    more = f"\n{left_out} more found; there is no room for them here.\n" if left_out else ""
    return f"## bqlint\n\n{closing(reports, color=False)}{text}{more}"


def _fitting(rows: Sequence[str], room: int) -> Sequence[str]:
    """The first of `rows`, as many as have at most `room` characters together."""
    for number, row in enumerate(rows):
        room -= len(row)
        if room < 0:
            return rows[:number]
    return rows


def _row(source: Source, finding: Finding) -> str:
    line = source.position(finding.span.start)[0]
    rule = f"{_told(finding.code)} {_told(finding.name)}"
    return f"| {line} | {WORD[finding.severity]} | {rule} | {_told(finding.message)} | {_told(finding.help)} |\n"


def _told(text: str) -> str:
    """A message as prose with what it quotes as code; all of it as code where its prose is more than plain words."""
    line = flat(text)
    parts = line.split("`")
    if len(parts) % 2 and all(_WORD.fullmatch(word) for part in parts[::2] for word in part.split()):
        return "".join(as_code(part) if quoted % 2 else part for quoted, part in enumerate(parts)).strip()
    return as_code(line)


def as_code(text: str) -> str:
    """`text` as a code span, in which readers look for neither markup nor mentions nor addresses."""
    if not text:
        return ""
    fence = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def flat(text: str) -> str:
    """Foreign text in one line; a pipe is drawn as a line, for readers disagree how a table escapes it."""
    return inert(text).replace("|", "│")
