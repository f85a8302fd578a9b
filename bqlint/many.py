"""Many stories: each recalled from the cache, or linted by as many processes as are worth it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence

from bqlint.additions import added
from bqlint.cache.packing import packed, unpacked
from bqlint.discover import Found
from bqlint.finding import Problem
from bqlint.keys import Keys
from bqlint.one import bytes_of, failed, linted, read_from
from bqlint.policy.judge import Policy
from bqlint.record import KeptReport, Record, Shown, findings, pack
from bqlint.render import paged
from bqlint.report import Report
from bqlint.source import Source
from bqlint.task import Task
from bqlint.typed import TYPE_CHECKING, NamedTuple
from bqlint.workers import Work, shared, usable

if TYPE_CHECKING:
    from bqlint.cache.store import Store

Tick = Callable[[int, int], None]
"""Told after each file how many are done, of how many."""

_WORTH = 24
"""Stories to lint from which on processes are forked: two start in the time that three stories take."""
_MOST = 8
_GARBAGE = 50_000
"""Objects after which garbage is looked for; stories make hardly any."""
_FIRST = 4
"""Stories that this process lints before it forks, so that what they import is imported once."""


class Means(NamedTuple):
    """What a run may use: a cache, processes (0: as many as are worth it), and what it will show of each story.

    Where it needs `pages` alone, the stories' bytes are not held in memory.
    """

    store: Store | None = None
    jobs: int = 0
    shown: Shown | None = None
    pages: bool = False


class Done(NamedTuple):
    """A file that was linted: what its record is kept by ("" where there is no cache), the record and the report."""

    key: bytes
    record: Record
    report: KeptReport


def each(tasks: Sequence[Task], policy: Policy, across: bool, means: Means, tick: Tick | None = None) -> list[Done]:
    """What becomes of each task, in their order."""
    gc.freeze()  # what is there already is no garbage, and is not copied by a worker's search for some
    gc.set_threshold(_GARBAGE)
    gc.enable()
    keys = Keys(policy, across, means.shown)
    done = _recalled(tasks, keys, means)
    missing = [number for number, known in enumerate(done) if known is None]

    def work(number: int) -> bytes:
        source = read_from(tasks[number].found)
        return _packed(source, tasks[number], keys, means)

    def lost(number: int) -> bytes:
        return _packed(failed("its process was ended"), tasks[number], keys, means)

    for count, (number, said) in enumerate(_shared(missing, work, lost, means.jobs), len(done) - len(missing)):
        key, record, raw = unpacked(said)
        if means.store and key:
            means.store.put(key, record)
        done[number] = _done(key, Record(record), raw, tasks[number].found, means)
        if tick:
            tick(count + 1, len(done))
    if means.store:
        means.store.flush()
    return [known for known in done if known is not None]


def again(wanted: Sequence[tuple[Task, Done]], policy: Policy, means: Means) -> list[Report]:
    """The reports on stories that were done already, each with what rules across stories said of it since.

    Those that may mute it, and those that have changed since, are linted again.
    """
    upon = Keys(policy, True, means.shown).upon
    keys = [upon(before.key, task.more) for task, before in wanted]
    reports: list[Report | None] = []
    for key, known, (task, before) in zip(keys, _kept(keys, means), wanted, strict=True):
        data = None if known else _added(task, before, means)
        if data and means.store and key:
            means.store.put(key, data)
        record = known or (data and Record(data))
        reports.append(before.report.holding(record) if record else None)
    rest = [number for number, report in enumerate(reports) if report is None]
    for number, done in zip(rest, each([wanted[number][0] for number in rest], policy, True, means), strict=True):
        reports[number] = done.report
    return [report for report in reports if report is not None]


def _added(task: Task, before: Done, means: Means) -> bytes | None:
    """The record of a story with what was said since laid beside what was found in it."""
    source = read_from(task.found) if means.pages else before.report.source
    if isinstance(source, Problem):
        return None
    return added(before.record, findings(task.more), task.found, source, means.shown)


def _shared(numbers: Sequence[int], work: Work, lost: Work, jobs: int) -> Iterator[tuple[int, bytes]]:
    """Each number with what becomes of it; by several processes where that was asked for, or is worth it."""
    alone = len(numbers) if jobs == 1 or (not jobs and len(numbers) < _WORTH) else _FIRST
    yield from ((number, work(number)) for number in numbers[:alone])
    if numbers[alone:]:
        yield from shared(numbers[alone:], work, lost, jobs or min(usable(), _MOST))


def _packed(source: Source | Problem, task: Task, keys: Keys, means: Means) -> bytes:
    """What becomes of a file: the key and the record to keep, the story's bytes where they are needed."""
    more = findings(task.more) if task.more else ()
    report, summary, status = linted(task.found, source, keys.policy, keys.across, more)
    key = keys.of(task, report.file.encoded()) if means.store and report.is_lasting else b""
    told = paged(means.shown.format, report, means.shown.color) if means.shown else ""
    return packed(key, pack(report, told, summary, status), b"" if means.pages else report.source.encoded())


def _recalled(tasks: Sequence[Task], keys: Keys, means: Means) -> list[Done | None]:
    """What the cache holds of each file as it stands on the disk."""
    if means.store is None:
        return [None] * len(tasks)
    names, held = [], []
    for task in tasks:
        read = bytes_of(task.found)
        raw = read if isinstance(read, bytes) else None
        names.append(b"" if raw is None else keys.of(task, raw))
        held.append(b"" if raw is None or means.pages else raw)
    known = zip(names, _kept(names, means), held, tasks, strict=True)
    return [_done(key, record, raw, task.found, means) if record else None for key, record, raw, task in known]


def _kept(keys: Sequence[bytes], means: Means) -> list[Record | None]:
    """The records in the cache."""
    if means.store is None:
        return [None] * len(keys)
    return [_record(data) for data in means.store.get_all(keys)]


def _record(data: bytes | None) -> Record | None:
    try:
        return None if data is None else Record(data)
    except ValueError:  # no record of a story
        return None


def _done(key: bytes, record: Record, raw: bytes, found: Found, means: Means) -> Done:
    return Done(key, record, KeptReport(record, found.name, b"" if means.pages else raw, means.shown))
