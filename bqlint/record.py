"""A judged story as bytes: what the cache keeps of it, and what one process tells another.

Only what a run needs is read back: counts and pages at once, findings when somebody asks, a summary when stories are
compared. It is JSON, so that no bytes, whoever wrote them, are ever more than data.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from functools import cache
from struct import Struct
from sys import intern
from zlib import compress, crc32, decompressobj

from bqlint.cache.digest import SIZE, digest
from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.report import Muted, Report, Tally, Verdict
from bqlint.repository.prints import Marks, Runs
from bqlint.source import Source, decode
from bqlint.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary


class Shown(NamedTuple):
    """A format that shows one report after the other, and whether in colour."""

    format: str
    color: bool


NO_GIST = bytes(SIZE)
"""What stands for the digest of a summary where there is none."""


class Judged(NamedTuple):
    """The verdict on a story, its title, and its status where that alone decides how grave another finding is."""

    verdict: Verdict
    title: str
    status: str | None


_TALLY = Struct(f"{len(Tally._fields)}I")
_GIST = slice(_TALLY.size, _TALLY.size + SIZE)
_MARKS = slice(_GIST.stop, _GIST.stop + 4 * len(Marks._fields))
_LENGTHS = Struct("5I")
"""Of the parts that follow: the page, the verdict, the summary, the print; and before these a checksum of the file."""
_HEAD = _MARKS.stop + _LENGTHS.size


class Record:
    """A judged story that was packed, read part by part as it is asked for. ValueError for bytes that are none.

    `gist` is the digest of what is compared with other stories: the same where summaries are, NO_GIST where there is
    none, since stories are not compared or this one could not be parsed.
    """

    __slots__ = ("_data", "gist", "tally")

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEAD:
            raise ValueError(len(data))
        _, page, verdict, gist, runs = _LENGTHS.unpack_from(data, _MARKS.stop)
        if len(data) != _HEAD + page + verdict + gist + runs:
            raise ValueError(len(data))
        self._data = data
        self.gist = data[_GIST]
        self.tally = _tally(data[: _TALLY.size])

    @property
    def page(self) -> str:
        """What `Shown` shows of it."""
        return self._data[_HEAD : _HEAD + self._lengths()[1]].decode("utf-8", "surrogatepass")

    def judged(self) -> Judged:
        """What was judged."""
        kept, muted, title, status = json.loads(_unfolded(self._part(1)))
        hidden = tuple(Muted(_finding(found), by) for found, by in muted)
        return Judged(Verdict(tuple(map(_finding, kept)), hidden), title, status)

    def is_of(self, source: Source) -> bool:
        """Whether this is what was judged."""
        return self._lengths()[0] == crc32(source.encoded())

    def summary(self) -> Summary:
        """The story's summary, where it has one."""
        return _summary(json.loads(self._part(2).decode("ascii")), self.runs)

    @property
    def marks(self) -> bytes:
        """The marks of the summary, as numbers of 32 bits."""
        return self._data[_MARKS]

    @property
    def runs(self) -> Runs:
        """The print of the summary."""
        size = self._lengths()[-1]
        return memoryview(self._data)[len(self._data) - size :].cast("I")

    def _lengths(self) -> tuple[int, ...]:
        return _LENGTHS.unpack_from(self._data, _MARKS.stop)

    def _part(self, number: int) -> bytes:
        lengths = self._lengths()[1:]
        start = _HEAD + sum(lengths[:number])
        return self._data[start : start + lengths[number]]


@cache
def _tally(packed_tally: bytes) -> Tally:
    """One for all stories of which as much was found: few differ."""
    return Tally(*_TALLY.unpack(packed_tally))


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
            self.verdict, self.title, _ = self._record.judged()
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def holding(self, record: Record) -> KeptReport:
        """The report of another record of the same bytes."""
        return KeptReport(record, self._name, self._raw, self._shown)

    def page(self, format: str, color: bool) -> str | None:
        """What a format shows of it, where that was made before."""
        return self._record.page if self._shown == (format, color) else None

    @property
    def path(self) -> str:
        """How findings name the file."""
        return self._name

    @property
    def tally(self) -> Tally:
        """How many findings there are of each kind."""
        return self._record.tally


def pack(report: Report, page: str, summary: Summary | None = None, status: str | None = None) -> bytes:
    """A judged story as bytes that `Record` reads."""
    kept, muted = report.verdict
    verdict = [list(map(_listed, kept)), [(_listed(each.finding), each.by) for each in muted], report.title, status]
    gist, seen, runs = _compared(summary) if summary else (b"", bytes(_MARKS.stop - _MARKS.start), b"")
    parts = (page.encode("utf-8", "surrogatepass"), _folded(_json(verdict)), gist, runs)
    lengths = _LENGTHS.pack(crc32(report.file.encoded()), *map(len, parts))
    named = digest(gist, seen, runs) if summary else NO_GIST
    return b"".join((_TALLY.pack(*report.tally), named, seen, lengths, *parts))


def _compared(summary: Summary) -> tuple[bytes, bytes, bytes]:
    """A summary as bytes: all but its print, its marks, and its print."""
    from bqlint.repository.summary import marks

    gist = _json([*summary[:_RUNS], *summary[_RUNS + 1 : -1], _metrics(summary)])
    return gist, bytes(array("I", marks(summary))), bytes(array("I", summary.runs))


_LONG = 600
"""Bytes from which on a verdict is compressed: a flawed story's says much the same many times, and is seldom read."""
_MOST = 100_000_000


def _folded(verdict: bytes) -> bytes:
    return compress(verdict, 1) if len(verdict) > _LONG else verdict


def _unfolded(verdict: bytes) -> bytes:
    return verdict if verdict.startswith(b"[") else decompressobj().decompress(verdict, _MOST)


_RUNS = 12
"""Where the print stands in a summary."""


def _json(data: Any) -> bytes:
    return _ENCODER.encode(data).encode("ascii")


_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
"""Made once: `json.dumps` makes one for each text that is not as usual."""


def _listed(finding: Finding) -> list[Any]:
    return [finding[0], finding[1], finding.severity.value, *finding[3:]]


def _finding(listed: Sequence[Any]) -> Finding:
    code, name, severity, span, message, help, section, fix, *rest = listed
    mended = Fix(fix[0], tuple(Edit(*edit) for edit in fix[1]), *fix[2:]) if fix else None
    return Finding(code, name, Severity(severity), Span(*span), message, help, section, mended, *rest)


def findings(packed_findings: bytes) -> list[Finding]:
    """The findings that `pack_findings` packed."""
    return list(map(_finding, json.loads(packed_findings.decode("ascii"))))


def pack_findings(found: Sequence[Finding]) -> bytes:
    """Findings as bytes, equal where these are equal."""
    return _json(list(map(_listed, found)))


def _metrics(summary: Summary) -> list[Any]:
    return [(sorted(metric.about), *metric[1:]) for metric in summary.metrics]


def _summary(gist: Sequence[Any], runs: Runs) -> Summary:
    from bqlint.repository.metrics import Metric
    from bqlint.repository.summary import Said, Summary

    *told, place, digest, opening, closing, metrics = gist
    path, title, author, status, level, event, lang, tags, questions, words = told
    said = [Said(each[0], Span(*each[1])) if each else None for each in (opening, closing)]
    return Summary(
        path, title, author, status, level, event, lang, tuple(tags), tuple(questions), words, Span(*place), digest,
        runs, said[0], said[1],
        tuple(Metric(frozenset(map(intern, about)), unit, tuple(amounts), Span(*span), tuple(when))
              for about, unit, amounts, span, when in metrics),
    )  # fmt: skip
