"""SARIF 2.1.0, which code scanning and editors read: OASIS, Static Analysis Results Interchange Format."""

from __future__ import annotations

import os
from collections.abc import Sequence
from urllib.parse import quote

from bqlint import __version__
from bqlint.engine import place
from bqlint.finding import Finding, Fix, Severity, Span
from bqlint.fingerprint import fingerprints
from bqlint.render.fixes import with_fixes
from bqlint.render.page import page
from bqlint.render.paragraph import paragraph
from bqlint.render.strict_json import strict_json
from bqlint.report import Report
from bqlint.rules import load
from bqlint.source import Source
from bqlint.typed import Any, NamedTuple

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_IN_SOURCE = ("comment: ", "front matter: ")
"""How the record of a finding that its own story suppresses begins; the reason follows."""


def render(reports: Sequence[Report], color: bool) -> str:
    """A log of one run: the rules that found something, and a result for each finding, muted ones as suppressed."""
    judged = [(report.source, _judged(report)) for report in reports]
    names = {each.finding.code: each.finding.name for _, found in judged for each in found}
    index = {code: number for number, code in enumerate(sorted(names))}
    rules = [_rule(code, names[code]) for code in index]
    run = {
        "tool": {"driver": {"name": "bqlint", "semanticVersion": __version__, "rules": rules}},
        "defaultEncoding": "utf-8",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [
            {"ruleIndex": index[each.finding.code], **_result(source, each)}
            for source, found in judged
            for each in found
        ],
    }
    return strict_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


class _Judged(NamedTuple):
    """A finding with all that a result tells of it; `muted_by` is "" where it counts."""

    finding: Finding
    fix: Fix | None
    muted_by: str
    digest: str


def _judged(report: Report) -> list[_Judged]:
    """Kept and muted findings together, in the order of the text."""
    pairs = [(finding, "") for finding in report.verdict.kept]
    pairs += [(muted.finding, muted.by) for muted in report.verdict.muted]
    pairs.sort(key=lambda pair: place(pair[0]))
    findings = [finding for finding, _ in pairs]
    digests = fingerprints(findings, report.source.text)
    told = zip(with_fixes(findings), pairs, digests, strict=True)
    return [_Judged(finding, fix, by, digest) for (finding, fix), (_, by), digest in told]


def _rule(code: str, name: str) -> dict[str, Any]:
    """A rule with its page; a rule of the repository's own has none."""
    rule = load().get(code)
    if rule is None:
        return {"id": code, "name": name}
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": rule.summary()},
        "fullDescription": {"text": rule.reason()},
        "help": {"text": f"{rule.summary()} {rule.reason()}", "markdown": page(rule)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(source: Source, judged: _Judged) -> dict[str, Any]:
    finding, fix, muted_by, digest = judged
    file = {"uri": _uri(source.path)}
    result = {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": _plain(paragraph(finding))},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": _region(source, finding.span)}}],
        "partialFingerprints": {"findingText/v1": digest},
        "suppressions": _suppressions(muted_by),
    }
    return result | {"fixes": [_fix(source, file, fix, finding.help)]} if fix else result


def _suppressions(by: str) -> list[dict[str, str]]:
    """What muted a finding; an empty list says that nothing did."""
    if by.startswith(_IN_SOURCE):
        return [{"kind": "inSource", "justification": by.partition(": ")[2]}]
    return [{"kind": "external", "justification": by}] if by else []


def _fix(source: Source, file: dict[str, str], fix: Fix, help: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, Span(edit.start, edit.end)), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    kind = "safe" if fix.safe else "unsafe: it changes words"
    return {
        "description": {"text": _plain(f"{help} ({kind})")},
        "artifactChanges": [{"artifactLocation": file, "replacements": replacements}],
    }


def _region(source: Source, span: Span) -> dict[str, int]:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    lines = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {**lines, "charOffset": span.start, "charLength": span.end - span.start}


def _plain(text: str) -> str:
    """A message in which nothing is a placeholder `{0}` or a link `[text](address)` (SARIF 2.1.0, section 3.11)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _uri(path: str) -> str:
    """A path as a URI, relative where the path is; whatever is no plain character of a path is percent-encoded."""
    encoded = quote(os.fsencode(path))
    return f"file://{encoded}" if encoded.startswith("/") else encoded
