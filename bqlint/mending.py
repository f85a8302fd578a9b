"""Findings mended: fixes applied pass by pass, checked after each, and written whole or not at all.

What a fix leads to is parsed and linted again before it is kept. One after which the story cannot be read, or holds an
error that it did not hold, is dropped, so that no fix can make a story worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bqlint import atomic
from bqlint.configuration import Configured
from bqlint.discover import discover
from bqlint.edits import apply
from bqlint.errors import BqlintError
from bqlint.finding import Finding, Fix, Severity
from bqlint.pattern import pattern
from bqlint.policy.judge import Policy
from bqlint.render.terminal import inert
from bqlint.report import Report
from bqlint.run import lint_bytes, report_on
from bqlint.source import Source
from bqlint.typed import NamedTuple

PASSES = 10
"""Fixes may open the way for others; a story that is not done after so many passes is left as it then is."""


class Mended(NamedTuple):
    """A story before and after: the report on it as it was, the one on what it became, how many findings went.

    `refused` are findings whose fixes would lead to an error; `is_settled` is False where fixes are left to apply.
    """

    path: str
    first: Report
    report: Report
    fixed: int
    refused: tuple[Finding, ...] = ()
    is_settled: bool = True

    @property
    def before(self) -> Source:
        """The source as it was read."""
        return self.first.file

    @property
    def is_changed(self) -> bool:
        """Whether any fix was applied."""
        return self.report.file.text != self.before.text


def mend(paths: Sequence[str], configured: Configured, policy: Policy, *, unsafe: bool) -> Iterator[Mended]:
    """What the fixes make of each story that `paths` mean; nothing is written."""
    for found in discover(paths, configured.of):
        first = report_on(found, policy)
        if first is not None:
            yield mended(first, partial(report_on, found, policy), found.path, unsafe=unsafe)


def mend_bytes(raw: bytes, name: str, configured: Configured, policy: Policy, *, unsafe: bool) -> Mended | None:
    """What the fixes make of a story handed over under the name `name`; None where that is excluded."""
    first = lint_bytes(raw, name, configured, policy)
    if first is None:
        return None

    def lint(source: Source) -> Report | None:
        return lint_bytes(source.encoded(), name, configured, policy)

    return mended(first, lint, name, unsafe=unsafe)


def mended(first: Report, lint: Callable[[Source], Report | None], path: str, *, unsafe: bool) -> Mended:
    """What the fixes make of the story that `first` reports on: `lint` gives the report on what it becomes."""
    report = first
    fixed, refused = 0, dict[Fix, Finding]()
    for _ in range(PASSES):
        wanted = {
            finding.fix: finding
            for finding in report.findings
            if finding.fix and (unsafe or finding.fix.safe) and finding.fix not in refused
        }
        text, applied = apply(report.file.text, wanted)
        if not applied:
            return Mended(path, first, report, fixed, tuple(refused.values()))
        after = lint(report.file._replace(text=text))
        if after is None or _is_worse(report, after):
            refused.update(_guilty(report, wanted, lint))
        else:
            fixed, report = fixed + len(applied), after
    return Mended(path, first, report, fixed, tuple(refused.values()), is_settled=False)


def _guilty(report: Report, wanted: dict[Fix, Finding], lint: Callable[[Source], Report | None]) -> dict[Fix, Finding]:
    """The fixes that make the story worse each by itself; all of them where they do so only together."""
    alone = {}
    for fix, finding in wanted.items():
        after = lint(report.file._replace(text=apply(report.file.text, [fix]).text))
        if after is None or _is_worse(report, after):
            alone[fix] = finding
    return alone or wanted


def _is_worse(before: Report, after: Report) -> bool:
    """Whether an error is there, or there more often, that was not there before."""
    return not _errors(after) <= _errors(before)


def _errors(report: Report) -> Counter[str]:
    return Counter(finding.code for finding in report.findings if finding.severity is Severity.ERROR)


def replace(story: Mended) -> None:
    """Put a mended story in its file; BqlintError where the file is no longer what was read. Raises OSError."""
    with open(story.path, "rb") as stream:
        now = stream.read()
    if now != story.before.encoded():
        raise BqlintError("the file has changed meanwhile; it was left as it is", place=story.path, hint="run it again")
    atomic.write(story.path, story.report.file.encoded())


_LINE = pattern(r"([^\r\n]*)(\r\n|\r|\n|$)")


def difference(story: Mended) -> str:
    """What the fixes change, as a unified diff in masked text, in which nothing acts on a terminal; CRLF is kept."""
    from difflib import unified_diff

    name = inert(story.before.path)
    old, new = (_lines(text) for text in (story.first.source.text, story.report.source.text))
    lines = unified_diff(old, new, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of `text` with their ends, as a terminal may show them."""
    found = []
    for line in _LINE.finditer(text):
        body, end = line.groups()
        if body or end:
            shown = "\t".join(map(inert, body.split("\t")))
            found.append(shown + ("\n" if end == "\r" else end))
    return found
