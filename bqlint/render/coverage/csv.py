"""Coverage for a spreadsheet: a row a question and a competency, a column a story. No cell is taken for a formula."""

from __future__ import annotations

import csv
import io

from bqlint.render.terminal import inert
from bqlint.repository.coverage import Coverage

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a cell begins that spreadsheets calculate (OWASP, CSV Injection)."""


def render(coverage: Coverage) -> str:
    """Lines of RFC 4180; the first names the columns."""
    lines = io.StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL)
    writer.writerow([_text(each) for each in ("kind", "name", "text", "stories", *(s.path for s in coverage.stories))])
    for kind, rows in (("question", coverage.questions), ("competency", coverage.competencies)):
        for row in rows:
            writer.writerow([kind, _text(row.name), _text(row.text), len(row.tellers), *row.cells])
    return lines.getvalue()


def _text(text: str) -> str:
    """Foreign text as a cell that is shown as it stands: behind an apostrophe where it would be calculated."""
    told = inert(text)
    return f"'{told}" if told.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else told
