"""A finding in words, where a format has one field for all of them."""

from __future__ import annotations

from bqlint.finding import Finding


def paragraph(finding: Finding) -> str:
    """What was found, and the way out."""
    stop = "" if finding.message.endswith((".", "?", "!", "…")) else "."
    return f"{finding.message}{stop} {finding.help}" if finding.help else f"{finding.message}{stop}"
