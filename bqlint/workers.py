"""Work shared among processes that this one forks; where it cannot, it does the work itself.

A worker that dies costs the one item it was at. None outlives its parent: a pipe that only the parent holds open ends
with it, and that end is a signal. What comes back is bytes.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence

from bqlint import errors
from bqlint.cache.packing import packed, unpacked
from bqlint.errors import BqlintError

Work = Callable[[int], bytes]
SILENT = 30.0
"""Seconds after which a worker that tells nothing is ended: three times what a story may take."""
_MANY, _PAUSE = 40, 0.01
"""As long as workers have so many items left, they are listened to at intervals of so many seconds: to wake up for each
item would cost a fortieth of the work. What they tell meanwhile waits in their pipes, unless it is much.
"""
_PIPE = 1 << 16
"""Bytes that a pipe holds."""
_HEAD = 9
_DONE, _STOPPED = b"+", b"-"


def usable() -> int:
    """How many processes can run at once, as far as this one may use them."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(numbers: Sequence[int], work: Work, lost: Work, jobs: int) -> Iterator[tuple[int, bytes]]:
    """Each number with what `work` makes of it, in any order; `lost` says it for one whose worker died.

    BqlintError where `work` raises one: of several the one of the first number, as if they were done in order.
    """
    if jobs < 2 or not hasattr(os, "fork"):
        yield from ((number, work(number)) for number in numbers)
        return
    crew = [_Worker(part, work) for first in range(jobs) if (part := numbers[first::jobs])]
    stopped: dict[int, BqlintError] = {}
    try:
        while crew:
            heard = _heard(crew)
            for worker in heard:
                for number, kind, said in worker.told():
                    if kind == _DONE:
                        yield number, said
                    else:
                        stopped[number] = _error(said)
                if worker.is_gone:
                    crew.remove(worker)
                    if worker.left:
                        yield worker.left[0], lost(worker.left[0])
                    if worker.left[1:]:
                        crew.append(_Worker(worker.left[1:], work))
            if all(len(worker.left) > _MANY and not worker.is_loud for worker in heard):
                time.sleep(_PAUSE)
    finally:
        for worker in crew:
            worker.end()
    if stopped:
        raise stopped[min(stopped)]


def _heard(crew: Sequence[_Worker]) -> list[_Worker]:
    """The next workers that told something or are gone; one that is silent for too long is ended."""
    from select import select

    ready, _, _ = select([worker.pipe for worker in crew], [], [], SILENT)
    if not ready:
        for worker in crew:
            os.kill(worker.process, signal.SIGKILL)
        return _heard(crew)
    return [worker for worker in crew if worker.pipe in ready]


class _Worker:
    """A forked process that works through `left`, in order, and writes what it made to `pipe`."""

    def __init__(self, numbers: Sequence[int], work: Work) -> None:
        self.left = list(numbers)
        self.is_gone = self.is_loud = False
        self._rest = b""
        self.pipe, out = os.pipe()
        lifeline, self._lifeline = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.close(self._lifeline)
            _serve(numbers, work, out, lifeline)
        os.close(out)
        os.close(lifeline)

    def told(self) -> Iterator[tuple[int, bytes, bytes]]:
        """What it told since: number, kind and bytes of each piece that is whole."""
        more = os.read(self.pipe, _PIPE)
        self.is_loud = len(more) > _PIPE // 2
        if not more:
            self.end()
        rest, at = self._rest + more, 0
        while len(rest) - at >= _HEAD:
            number, length = int.from_bytes(rest[at : at + 4], "big"), int.from_bytes(rest[at + 4 : at + 8], "big")
            start, end = at + _HEAD, at + _HEAD + length
            if end > len(rest):
                break
            self.left.remove(number)
            yield number, rest[at + 8 : start], rest[start:end]
            at = end
        self._rest = rest[at:]

    def end(self) -> None:
        """End the process, if it has not ended, and wait for it."""
        self.is_gone = True
        os.close(self.pipe)
        os.close(self._lifeline)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _serve(numbers: Sequence[int], work: Work, out: int, lifeline: int) -> None:
    """All that a worker does; it never returns, and no code of the parent's runs behind it."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        _end_with_parent(lifeline)
        for number in numbers:
            try:
                kind, said = _DONE, work(number)
            except BqlintError as error:
                kind, said = _STOPPED, packed(*(text.encode("utf-8", "surrogatepass") for text in _described(error)))
            piece = number.to_bytes(4, "big") + len(said).to_bytes(4, "big") + kind + said
            while piece:
                piece = piece[os.write(out, piece) :]
    finally:
        os._exit(0)


def _end_with_parent(lifeline: int) -> None:
    """Have this process ended by SIGIO once no parent holds the pipe's other end, wherever it is at work then.

    Workers forked later hold that end, too; they are ended before.
    """
    import fcntl
    from select import select

    if hasattr(os, "O_ASYNC"):
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select([lifeline], [], [], 0)[0]:  # the end came before the signal was asked for
        os._exit(0)


def _described(error: BqlintError) -> tuple[str, str, str, str]:
    return type(error).__name__, error.message, error.place, error.hint


def _error(said: bytes) -> BqlintError:
    name, message, place, hint = (part.decode("utf-8", "surrogatepass") for part in unpacked(said))
    kind: type[BqlintError] = getattr(errors, name)
    return kind(message, place=place, hint=hint)
