"""How far a long run is, on a terminal only: nothing in the first second, one line that goes away at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from bqlint.many import Tick

_PATIENCE = 1.0
"""Seconds before anything is shown."""
_PAUSE = 0.1
"""Seconds between two changes of the line."""
_WIDTH = 30


@contextmanager
def progress(what: str = "stories") -> Iterator[Tick]:
    """A tick that draws a bar on standard error, which has to be a terminal; `what` is counted."""
    started = last = monotonic()
    shown = False

    def tick(done: int, total: int) -> None:
        nonlocal last, shown
        now = monotonic()
        if now - started > _PATIENCE and now - last > _PAUSE:
            last, shown = now, True
            sys.stderr.write(f"\r{bar(done, total, what)}\x1b[K")
            sys.stderr.flush()

    try:
        yield tick
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def bar(done: int, total: int, what: str) -> str:
    """`done` of `total` things as a line without colours."""
    filled = _WIDTH * done // max(total, 1)
    return f"{'█' * filled}{'░' * (_WIDTH - filled)} {done:,} of {total:,} {what}"
