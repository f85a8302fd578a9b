"""How grave a finding is by the status of its story: a draft may be unfinished, as long as it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bqlint.finding import Finding, Severity
from bqlint.typed import Any

STATUS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {"draft": MappingProxyType({"at_most": "warning", "exempt": ("BQ0", "BQ1")})}
)
"""What holds where a team sets nothing else: only what hides a draft from bqlint and from search stops its commit."""


def graded(findings: Iterable[Finding], status: str, statuses: Mapping[str, Mapping[str, Any]]) -> tuple[Finding, ...]:
    """The findings in a story, each as grave as its status lets it be; one without a known status changes nothing."""
    terms = statuses.get(status)
    return tuple(_within(finding, terms) for finding in findings) if terms else tuple(findings)


def _within(finding: Finding, terms: Mapping[str, Any]) -> Finding:
    """A finding between the least and the gravest severity that `terms` allow, unless its rule is exempt."""
    if finding.code.startswith(terms.get("exempt", ())):
        return finding
    gravest = Severity(terms.get("at_most", "error"))
    mildest = Severity(terms.get("at_least", "info"))
    rank = max(min(finding.severity.rank, mildest.rank), gravest.rank)
    return finding if rank == finding.severity.rank else finding._replace(severity=list(Severity)[rank])
