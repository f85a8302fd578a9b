"""A limit on the time that one file may take, so that a hostile one cannot hold up the others."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
SECONDS = 10.0
"""A real story takes milliseconds; the Markdown parser's worst accepted input takes some seconds."""


class _Expired(BaseException):
    """Not an Exception, so that nothing that guards against a rule's failure takes it for one."""


def within(seconds: float, work: Callable[[], Answer], otherwise: Callable[[], Answer]) -> Answer:
    """What `work` returns, or `otherwise` where it took longer; without a limit off the main thread and on Windows."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return work()

    def expire(number: int, frame: object) -> None:
        raise _Expired

    before = signal.signal(signal.SIGALRM, expire)
    outer, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    began = time.monotonic()
    try:
        return work()
    except _Expired:
        return otherwise()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if outer:  # this limit stood inside another, whose clock goes on
            signal.setitimer(signal.ITIMER_REAL, max(outer - (time.monotonic() - began), 0.001))
