"""JUnit's XML, as Jenkins, GitLab and other CI read it: a test suite a story, a failed test a finding."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Finding
from bqlint.render.paragraph import paragraph
from bqlint.render.terminal import WORD, inert
from bqlint.report import Report
from bqlint.source import Source

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)


def render(reports: Sequence[Report], color: bool) -> str:
    """A document that keeps to Jenkins' junit-10.xsd; a story without a finding is one test that passed."""
    suites = "".join(_suite(report) for report in reports)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="bqlint">\n{suites}</testsuites>\n'


def _suite(report: Report) -> str:
    path, found = _xml(report.source.path), report.findings
    passed = f'    <testcase name="bqlint" classname="{path}" time="0"/>\n'
    cases = "".join(_case(report.source, finding) for finding in found) or passed
    numbers = f'tests="{len(found) or 1}" failures="{len(found)}" errors="0" time="0"'
    return f'  <testsuite name="{path}" file="{path}" {numbers}>\n{cases}  </testsuite>\n'


def _case(source: Source, finding: Finding) -> str:
    line, column = source.position(finding.span.start)
    path, severity = _xml(source.path), WORD[finding.severity]
    rule, told = _xml(f"{finding.code} {finding.name}"), _xml(paragraph(finding))
    return (
        f'    <testcase name="{rule} at {line}:{column}" classname="{path}" time="0">\n'
        f'      <failure type="{severity}" message="{_xml(finding.message)}">'
        f"{path}:{line}:{column}: {severity} {rule}: {told}</failure>\n"
        "    </testcase>\n"
    )


def _xml(text: str) -> str:
    """Foreign text for content and attributes, less the characters that XML 1.0 cannot hold."""
    return inert(text).translate(_ESCAPES)
