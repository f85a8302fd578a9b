"""One finding a line, each the object that `json` has for it: for tools that read line by line."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.render.json import describe
from bqlint.render.strict_json import strict_json
from bqlint.report import Report


def render(reports: Sequence[Report], color: bool) -> str:
    """A JSON object and a line end for each finding; nothing where there is none."""
    described = (finding for report in reports for finding in describe(report))
    return "".join(f"{strict_json(finding, indent=None)}\n" for finding in described)
