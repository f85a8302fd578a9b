"""A judged story as bytes: what the cache keeps of it, and what one process tells another.

Only what a run needs is read back: counts and pages at once, findings when somebody asks, a summary when stories are
compared. It is JSON, so that no bytes, whoever wrote them, are ever more than data.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bqlint.cache.packing import packed, unpacked
from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.report import Muted, Report, Tally, Verdict
from bqlint.source import Source, decode

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary


class Shown(NamedTuple):
    """A format that shows one report after the other, and whether in colour."""

    format: str
    color: bool


class Record:
    """A judged story that was packed: `page` is what `Shown` shows of it. ValueError for bytes that are none."""

    __slots__ = ("_gist", "_runs", "_verdict", "page", "tally")

    def __init__(self, data: bytes) -> None:
        tally, page, self._verdict, self._gist, self._runs = unpacked(data)
        self.tally = Tally(*map(int, tally.split()))
        self.page = page.decode("utf-8", "surrogatepass")

    def verdict(self) -> tuple[Verdict, str]:
        """The verdict and the story's title."""
        kept, muted, title = json.loads(self._verdict)
        hidden = tuple(Muted(_finding(found), by) for found, by in muted)
        return Verdict(tuple(map(_finding, kept)), hidden), title

    def summary(self) -> Summary | None:
        """The story's summary, where stories are compared and it could be parsed."""
        return _summary(json.loads(self._gist), self._runs) if self._gist else None

    @property
    def gist(self) -> tuple[bytes, bytes]:
        """Bytes that are equal where summaries are equal."""
        return self._gist, self._runs


class KeptReport(Report):
    """A report of a record: source and verdict are made when somebody asks for them. `raw` are the story's bytes,
    masked where something in them is confidential.
    """

    def __init__(self, record: Record, name: str, raw: bytes, shown: Shown | None) -> None:
        self._record, self._name, self._raw = record, name, raw
        self.unmasked = None
        if shown:
            self.pages = {(shown.format, shown.color): record.page}

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
    return packed(
        " ".join(map(str, report.tally)).encode(),
        page.encode("utf-8", "surrogatepass"),
        _json(verdict),
        _json([*summary[:_RUNS], *summary[_RUNS + 1 : -1], _metrics(summary)]) if summary else b"",
        bytes(array("I", summary.shingles)) if summary else b"",
    )


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


def findings(packed_findings: bytes) -> list[Finding]:
    """The findings that `pack_findings` packed."""
    return list(map(_finding, json.loads(packed_findings)))


def pack_findings(found: Sequence[Finding]) -> bytes:
    """Findings as bytes, equal where these are equal."""
    return _json(list(map(_listed, found)))


def _metrics(summary: Summary) -> list[Any]:
    return [(sorted(metric.about), *metric[1:]) for metric in summary.metrics]


def _summary(gist: Sequence[Any], runs: bytes) -> Summary:
    from bqlint.repository.metrics import Metric
    from bqlint.repository.summary import Said, Summary

    *told, place, digest, opening, closing, metrics = gist
    path, title, author, status, level, event, lang, tags, questions, words = told
    said = [Said(each[0], Span(*each[1])) if each else None for each in (opening, closing)]
    return Summary(
        path, title, author, status, level, event, lang, tuple(tags), tuple(questions), words, Span(*place), digest,
        array("I", runs), said[0], said[1],
        tuple(Metric(frozenset(about), unit, tuple(amounts), Span(*span), tuple(when))
              for about, unit, amounts, span, when in metrics),
    )  # fmt: skip
