"""A finding in words, where a format has one field for all of them."""

from __future__ import annotations

from bqlint.finding import Finding


def paragraph(finding: Finding) -> str:
    """What was found, and the way out."""
    return f"{finding.message}. {finding.help}" if finding.help else f"{finding.message}."
