"""Many stories: each recalled from the cache, or linted by as many processes as are worth it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence

from bqlint.cache.packing import packed, unpacked
from bqlint.discover import Found
from bqlint.finding import Problem
from bqlint.keys import Keys
from bqlint.one import bytes_of, failed, linted, read_from
from bqlint.policy.judge import Policy
from bqlint.record import Buffer, KeptReport, Record, Shown, pack
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
    report: Report


def each(tasks: Sequence[Task], policy: Policy, across: bool, means: Means, tick: Tick | None = None) -> list[Done]:
    """What becomes of each task, in their order."""
    gc.freeze()  # what is there already is no garbage, and is not copied by a worker's search for some
    gc.enable()
    keys = Keys(policy, across, means.shown)
    done = [_recalled(task, keys, means) for task in tasks]
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
        done[number] = _done(key, record, raw, tasks[number].found, means)
        if tick:
            tick(count + 1, len(done))
    if means.store:
        means.store.flush()
    return [known for known in done if known is not None]


def _shared(numbers: Sequence[int], work: Work, lost: Work, jobs: int) -> Iterator[tuple[int, bytes]]:
    """Each number with what becomes of it; by several processes where that was asked for, or is worth it."""
    alone = len(numbers) if jobs == 1 or (not jobs and len(numbers) < _WORTH) else _FIRST
    yield from ((number, work(number)) for number in numbers[:alone])
    if numbers[alone:]:
        yield from shared(numbers[alone:], work, lost, jobs or min(usable(), _MOST))


def _packed(source: Source | Problem, task: Task, keys: Keys, means: Means) -> bytes:
    """What becomes of a file: the key and the record to keep, the story's bytes where they are needed."""
    report, summary = linted(task.found, source, keys.policy, keys.across, task.more)
    key = keys.of(task, report.file.encoded()) if means.store and report.is_lasting else b""
    told = paged(means.shown.format, report, means.shown.color) if means.shown else ""
    return packed(key, pack(report, told, summary), b"" if means.pages else report.source.encoded())


def _recalled(task: Task, keys: Keys, means: Means) -> Done | None:
    """What the cache holds of a file as it stands on the disk."""
    if means.store is None:
        return None
    if task.key and means.pages:
        raw, key = b"", keys.upon(task.key, task.more)
    else:
        read = bytes_of(task.found)
        if not isinstance(read, bytes):
            return None
        raw, key = read, keys.of(task, read)
    record = means.store.get(key)
    try:
        return None if record is None else _done(key, record, raw, task.found, means)
    except ValueError:  # no record of a story
        return None


def _done(key: bytes, data: Buffer, raw: bytes, found: Found, means: Means) -> Done:
    record = Record(data)
    return Done(key, record, KeptReport(record, found.name, b"" if means.pages else raw, means.shown))
