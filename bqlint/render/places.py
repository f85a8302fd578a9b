"""Places as the JSON outputs write them: line, column and offset of both ends."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.source import Source
from bqlint.typed import Any


def range_of(source: Source, span: Span) -> dict[str, Any]:
    """`{"start": {"line", "column", "offset"}, "end": {…}}`; lines and columns count from 1, in code points."""
    return {"start": _point(source, span.start), "end": _point(source, span.end)}


def _point(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line, "column": column, "offset": offset}
