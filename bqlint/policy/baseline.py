"""Findings that were there when a team began: kept in .bqlint-baseline.jsonl, one sorted line each, and muted.

A line names a rule, a story and the fingerprint of the words; so it survives moved lines and a renamed file, two
branches merge line by line, and a finding that is mended makes no room for a new one.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bqlint.errors import ConfigError
from bqlint.finding import Finding
from bqlint.fingerprint import fingerprints
from bqlint.kept_lines import kept_lines
from bqlint.report import IN_BASELINE, Muted, Verdict
from bqlint.shown import shown
from bqlint.source import Source
from bqlint.typed import NamedTuple

MAX_BYTES = 50_000_000
_NEVER = ("BQ0", "BQ904", "BQ91", "BQ92")
"""A story that cannot be read must not look clean, nor one approved without approvals; suppressions are mended, and a
quota, which speaks of no story, is changed where it is set."""


class Entry(NamedTuple):
    """A finding that is known: its rule, the story by path and title, and the fingerprint of its words."""

    code: str
    fingerprint: str
    path: str
    title: str

    def line(self) -> str:
        """The entry as a line of the file."""
        return json.dumps(self._asdict(), ensure_ascii=False, sort_keys=True) + "\n"

    def is_of(self, other: Entry) -> bool:
        """Whether both speak of the same story: by its path, or by its title where the file was renamed."""
        return self.path == other.path or (self.title == other.title != "")


class Baseline:
    """The entries of one file, found by rule and fingerprint. `folder` is what its paths are below."""

    def __init__(self, folder: str, entries: Iterable[Entry]) -> None:
        self.folder = folder
        self.entries = tuple(entries)
        self._by_print: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            self._by_print.setdefault((entry.code, entry.fingerprint), []).append(entry)

    def judged(self, verdict: Verdict, source: Source, title: str) -> Verdict:
        """The verdict less the findings that are known."""
        found = list(entries(verdict.kept, source, self.path_of(source), title))
        known = iter(self.known([entry for entry in found if entry]))
        matches = [next(known) if entry else None for entry in found]
        pairs = list(zip(verdict.kept, matches, strict=True))
        muted = tuple(Muted(finding, IN_BASELINE) for finding, match in pairs if match)
        return Verdict(tuple(finding for finding, match in pairs if not match), (*verdict.muted, *muted))

    def path_of(self, source: Source) -> str:
        """How entries name the file of `source`."""
        return os.path.relpath(os.path.abspath(source.path), self.folder).replace(os.sep, "/")

    def known(self, found: Sequence[Entry]) -> list[Entry | None]:
        """For each entry of `found`, in order, the one of this baseline that it is; each is taken once."""
        left = Counter(self.entries)
        answers: list[Entry | None] = []
        for entry in found:
            same = [each for each in self._by_print.get((entry.code, entry.fingerprint), ()) if left[each]]
            match = next((each for each in same if each.path == entry.path), None)
            match = match or next((each for each in same if each.is_of(entry)), None)
            if match:
                left[match] -= 1
            answers.append(match)
        return answers


def entries(findings: Sequence[Finding], source: Source, path: str, title: str) -> Iterator[Entry | None]:
    """Each finding of the story that stands at `path` as an entry; None for one that no baseline hides."""
    for finding, name in zip(findings, fingerprints(findings, source.text), strict=True):
        yield None if finding.code.startswith(_NEVER) else Entry(finding.code, name, path, title)


def load(path: str) -> Baseline:
    """The baseline in a file; ConfigError with the line that cannot be read, OSError where there is no file."""
    return _loaded(path, os.stat(path).st_mtime_ns)


@cache
def _loaded(path: str, changed: int) -> Baseline:
    """Read once, however many stories ask, until the file is `changed`."""
    return Baseline(os.path.dirname(os.path.abspath(path)), _entries_in(path))


def text(found: Iterable[Entry]) -> str:
    """The entries as a file holds them: sorted by story, so that two branches seldom touch the same line."""
    return "".join(entry.line() for entry in sorted(found, key=lambda e: (e.path, e.code, e.fingerprint, e.title)))


def _entries_in(path: str) -> Iterator[Entry]:
    for number, line in enumerate(kept_lines(path, "baseline", MAX_BYTES), 1):
        if line.strip():
            yield _entry(line, f"{shown(path)}:{number}")


def _entry(line: str, place: str) -> Entry:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict) and set(data) == set(Entry._fields) and all(isinstance(v, str) for v in data.values()):
        return Entry(**data)
    raise ConfigError("this is no entry of a baseline", place=place, hint="`bqlint baseline` writes it anew")
