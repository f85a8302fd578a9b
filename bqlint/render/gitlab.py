"""A Code Quality report, which GitLab shows in a merge request: docs.gitlab.com/ci/testing/code_quality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from bqlint.finding import Severity
from bqlint.fingerprint import fingerprints
from bqlint.render.paragraph import paragraph
from bqlint.render.strict_json import strict_json
from bqlint.report import Report
from bqlint.typed import Any

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(reports: Sequence[Report], color: bool) -> str:
    """A JSON array with an issue for each finding."""
    return strict_json([issue for report in reports for issue in _issues(report)]) + "\n"


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    source = report.source
    for finding, digest in zip(report.findings, fingerprints(report.findings, source.text), strict=True):
        yield {
            "description": f"{finding.code} {finding.name}: {paragraph(finding)}",
            "check_name": finding.code,
            "fingerprint": _in_file(source.path, digest),
            "severity": _SEVERITY[finding.severity],
            "location": {
                "path": source.path,
                "lines": {"begin": source.position(finding.span.start)[0], "end": source.position(finding.span.end)[0]},
            },
        }


def _in_file(path: str, digest: str) -> str:
    """A fingerprint that no other file's finding has: of two issues with the same one, GitLab drops one."""
    return sha256(f"{path}\n{digest}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
