"""A limit on the time that one file may take, so that a hostile one cannot hold up the others."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
SECONDS = 10.0
"""A real story takes milliseconds; the Markdown parser's worst accepted input takes some seconds."""


class GaveUp(Exception):
    """A part of the work on a story reached a limit of its own: BQ007 with this message, and the rest goes on."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


class _Expired(BaseException):
    """Not an Exception, so that nothing that guards against a rule's failure takes it for one."""


def within(seconds: float, work: Callable[[], Answer], otherwise: Callable[[], Answer]) -> Answer:
    """What `work` returns, or `otherwise` where it took longer; without a limit off the main thread and on Windows.

    Seconds of the processor: however busy the machine is, the same file has the same verdict.
    """
    if not hasattr(signal, "setitimer"):
        return work()

    def expire(number: int, frame: object) -> None:
        raise _Expired

    try:
        before = signal.signal(signal.SIGPROF, expire)
    except ValueError:  # not the main thread; `threading` itself is an import that no start waits for
        return work()
    outer, _ = signal.setitimer(signal.ITIMER_PROF, seconds)
    began = time.process_time()
    try:
        return work()
    except _Expired:
        return otherwise()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        if outer:  # this limit stood inside another, whose clock goes on
            signal.setitimer(signal.ITIMER_PROF, max(outer - (time.process_time() - began), 0.001))
