"""A judged story as bytes: what the cache keeps of it, and what one process tells another.

Only what a run needs is read back: counts and pages at once, findings when somebody asks, a summary when stories are
compared. It is JSON, so that no bytes, whoever wrote them, are ever more than data.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from struct import Struct
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from bqlint.cache.digest import SIZE, digest
from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.report import Muted, Report, Tally, Verdict
from bqlint.source import Source, decode

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary


Buffer = bytes | memoryview
"""Bytes, or a view of some that were read for many records at once."""


class Shown(NamedTuple):
    """A format that shows one report after the other, and whether in colour."""

    format: str
    color: bool


_HEAD = Struct(f">{len(Tally._fields)}I{SIZE}s4I")
"""What a record begins with: the tally, the digest of gist and runs, and the lengths of the parts that follow: page,
verdict, gist, runs.
"""


class Record:
    """A judged story that was packed, read part by part as it is asked for. ValueError for bytes that are none.

    `gist` is the same where summaries are.
    """

    __slots__ = ("_data", "_lengths", "gist", "tally")

    def __init__(self, data: Buffer) -> None:
        if len(data) < _HEAD.size:
            raise ValueError(len(data))
        head = _HEAD.unpack_from(data)
        self._data, self._lengths = memoryview(data), head[-4:]
        self.gist: bytes = head[-5]
        self.tally = Tally(*head[:-5])
        if len(data) != _HEAD.size + sum(self._lengths):
            raise ValueError(len(data))

    @property
    def page(self) -> str:
        """What `Shown` shows of it."""
        return str(self._part(0), "utf-8", "surrogatepass")

    def verdict(self) -> tuple[Verdict, str]:
        """The verdict and the story's title."""
        kept, muted, title = json.loads(bytes(self._part(1)))
        hidden = tuple(Muted(_finding(found), by) for found, by in muted)
        return Verdict(tuple(map(_finding, kept)), hidden), title

    def summary(self) -> Summary | None:
        """The story's summary, where stories are compared and it could be parsed."""
        gist = bytes(self._part(2))
        return _summary(json.loads(gist), self._part(3)) if gist else None

    def _part(self, number: int) -> memoryview:
        start = _HEAD.size + sum(self._lengths[:number])
        return self._data[start : start + self._lengths[number]]


class KeptReport(Report):
    """A report of a record: source and verdict are made when somebody asks for them. `raw` are the story's bytes,
    masked where something in them is confidential.
    """

    def __init__(self, record: Record, name: str, raw: bytes, shown: Shown | None) -> None:
        self._record, self._name, self._raw = record, name, raw
        self.unmasked = None
        self._shown = shown

    def __getattr__(self, name: str) -> Any:
        if name == "source":
            source = decode(self._raw, self._name)
            self.source = source if isinstance(source, Source) else Source(self._name, "")
        elif name in ("verdict", "title"):
            self.verdict, self.title = self._record.verdict()
        else:
            raise AttributeError(name)
        return getattr(self, name)

    @property
    def pages(self) -> Mapping[tuple[str, bool], str]:
        """What a format shows of it, where that was made before."""
        return {self._shown: self._record.page} if self._shown else {}

    @property
    def path(self) -> str:
        """How findings name the file."""
        return self._name

    @property
    def tally(self) -> Tally:
        """How many findings there are of each kind."""
        return self._record.tally


def pack(report: Report, page: str, summary: Summary | None) -> bytes:
    """A judged story as bytes that `Record` reads."""
    kept, muted = report.verdict
    verdict = [list(map(_listed, kept)), [(_listed(each.finding), each.by) for each in muted], report.title]
    parts = (
        page.encode("utf-8", "surrogatepass"),
        _json(verdict),
        _json([*summary[:_RUNS], *summary[_RUNS + 1 : -1], _metrics(summary)]) if summary else b"",
        bytes(array("I", summary.shingles)) if summary else b"",
    )
    return b"".join((_HEAD.pack(*report.tally, digest(*parts[2:]), *map(len, parts)), *parts))


_RUNS = 12
"""Where the hashes of runs of words stand in a summary; they are packed as they are."""


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _listed(finding: Finding) -> list[Any]:
    return [finding[0], finding[1], finding.severity.value, *finding[3:]]


def _finding(listed: Sequence[Any]) -> Finding:
    code, name, severity, span, message, help, section, fix, *rest = listed
    mended = Fix(fix[0], tuple(Edit(*edit) for edit in fix[1]), *fix[2:]) if fix else None
    return Finding(code, name, Severity(severity), Span(*span), message, help, section, mended, *rest)


def findings(packed_findings: Buffer) -> list[Finding]:
    """The findings that `pack_findings` packed."""
    return list(map(_finding, json.loads(bytes(packed_findings))))


def pack_findings(found: Sequence[Finding]) -> bytes:
    """Findings as bytes, equal where these are equal."""
    return _json(list(map(_listed, found)))


def _metrics(summary: Summary) -> list[Any]:
    return [(sorted(metric.about), *metric[1:]) for metric in summary.metrics]


def _summary(gist: Sequence[Any], runs: memoryview) -> Summary:
    from bqlint.repository.metrics import Metric
    from bqlint.repository.summary import Said, Summary

    *told, place, digest, opening, closing, metrics = gist
    path, title, author, status, level, event, lang, tags, questions, words = told
    said = [Said(each[0], Span(*each[1])) if each else None for each in (opening, closing)]
    return Summary(
        path, title, author, status, level, event, lang, tuple(tags), tuple(questions), words, Span(*place), digest,
        runs.cast("I"), said[0], said[1],
        tuple(Metric(frozenset(map(intern, about)), unit, tuple(amounts), Span(*span), tuple(when))
              for about, unit, amounts, span, when in metrics),
    )  # fmt: skip
