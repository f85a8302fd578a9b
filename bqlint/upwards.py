"""The folders that a file's settings may stand in: its own and those above it, up to the repository's top."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # as type checkers know it: an answer from the cache waits for no import it can do without
if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIGURATIONS = ("bqlint.toml", "pyproject.toml")
"""Files that may hold settings; of two in one folder the first counts."""
BASELINE = ".bqlint-baseline.jsonl"
"""The file of findings that are known, as `bqlint baseline` writes it."""


def folders(start: str) -> Iterator[str]:
    """`start` and each folder above it; the last is the one that holds `.git`, or the root of the file system."""
    current = os.path.abspath(start)
    while True:
        yield current
        above = os.path.dirname(current)
        if above == current or os.path.exists(os.path.join(current, ".git")):
            return
        current = above


def nearest(start: str, name: str) -> str | None:
    """The nearest file called `name` in those folders, or None."""
    paths = (os.path.join(folder, name) for folder in folders(start))
    return next(filter(os.path.isfile, paths), None)


def top_of(start: str) -> str:
    """The top of the repository that `start` lies in, or `start` where it lies in none."""
    *_, last = folders(start)
    return last if os.path.exists(os.path.join(last, ".git")) else start


def _leads_out(path: str) -> bool:
    """Whether a link on the way to `path` leads out of the repository that the path lies in by its name."""
    current = os.path.dirname(os.path.abspath(path))
    while os.path.islink(current) or not os.path.exists(os.path.join(current, ".git")):
        above = os.path.dirname(current)
        if above == current:
            return False
        current = above
    real, top = os.path.realpath(path), os.path.realpath(current)
    return not f"{real}{os.sep}".startswith(top.rstrip(os.sep) + os.sep)


def refuse_link_out(path: str) -> None:
    """OSError where somebody's link would have something outside the repository written."""
    if _leads_out(path):
        from errno import EPERM

        raise OSError(EPERM, "a link leads out of the repository; nothing was written", path)
