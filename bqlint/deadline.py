"""A limit on the time that one file may take, so that a hostile one cannot hold up the others."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

from bqlint.typed import TypeVar

Answer = TypeVar("Answer")
SECONDS = 10.0
"""A real story takes milliseconds; the Markdown parser's worst accepted input takes some seconds."""
_LARGE = 1_000_000
PATIENCE = 60.0
"""Seconds that a process loses to what it gives up before each limit becomes a tenth: of ten thousand hostile files
none is left out, and they cannot hold up the others for a day."""
_lost = 0.0
_AGAIN = 0.25
"""Seconds after which the alarm rings again: what is raised inside a finaliser or a callback from C may get lost."""


class GaveUp(Exception):
    """A part of the work on a story reached a limit of its own: BQ007 with this message, and the rest goes on."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


class _Expired(BaseException):
    """Not an Exception, so that nothing that guards against a rule's failure takes it for one."""


def allowed(size: int, most: float = SECONDS) -> float:
    """The seconds that a file of `size` signs may take: two fifths of `most`, and the rest for a megabyte.

    The first file of a run pays for what is imported, which an emulated machine takes seconds for.
    """
    return most * min(1.0, 0.4 + 0.6 * size / _LARGE)


def within(seconds: float, work: Callable[[], Answer], otherwise: Callable[[], Answer]) -> Answer:
    """What `work` returns, or `otherwise` where it took longer; without a limit off the main thread and on Windows.

    Seconds of the processor: however busy the machine is, the same file has the same verdict.
    """
    global _lost
    if not hasattr(signal, "setitimer"):
        return work()

    def expire(number: int, frame: object) -> None:
        raise _Expired

    try:
        before = signal.signal(signal.SIGPROF, expire)
    except ValueError:  # not the main thread; `threading` itself is an import that no start waits for
        return work()
    if _lost > PATIENCE:
        seconds /= 10
    told = sys.unraisablehook
    sys.unraisablehook = lambda lost: None if isinstance(lost.exc_value, _Expired) else told(lost)
    outer, _ = signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    began = time.process_time()
    try:
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _Expired:
        signal.setitimer(signal.ITIMER_PROF, 0)
        _lost += seconds
        return otherwise()
    finally:
        signal.signal(signal.SIGPROF, before)
        sys.unraisablehook = told
        if outer:  # this limit stood inside another, whose clock goes on
            signal.setitimer(signal.ITIMER_PROF, max(outer - (time.process_time() - began), 0.001), _AGAIN)
