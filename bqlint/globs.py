"""Path patterns of excludes, includes and overrides, as gitignore writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

_WILD = frozenset("*?[")


class Globs:
    """Globs sorted by how quickly a name is compared with them: most are plain names, or say how a name begins and
    ends; of the others each may speak of folders.
    """

    def __init__(self, globs: Iterable[str]) -> None:
        meant = [glob for glob in globs if glob.strip("/")]  # an empty one means nothing, not everything
        anywhere = [glob for glob in meant if "/" not in glob.rstrip("/") and glob.rstrip("/") != "**"]
        named = [glob.rstrip("/") for glob in anywhere]
        around = [name for name in named if name.count("*") == 1 and set(name) & _WILD == {"*"}]
        self._names = frozenset(name for name in named if not set(name) & _WILD)
        self._around = [(*_sides(name), len(name) - 1) for name in around]
        self._others = [_parts(glob) for glob in meant if glob not in anywhere]
        self._others += [_parts(name) for name in named if set(name) & _WILD and name not in around]

    def meet(self, path: str) -> bool:
        """Whether they mean `path`, relative to the folder that they speak of, or a folder above it."""
        names = path.split("/")
        if not self._names.isdisjoint(names):
            return True
        for begin, end, least in self._around:
            for name in names:
                if name.endswith(end) and name.startswith(begin) and len(name) >= least and name:
                    return True
        if not self._others:
            return False
        names = [name for name in names if name]
        return any(_meets(names, parts) for parts in self._others)


@cache
def sorted_globs(globs: tuple[str, ...]) -> Globs:
    """The globs sorted; made once, for many paths are compared with them."""
    return Globs(globs)


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether one of `globs` means `path`, relative to the folder that they speak of, or a folder above it."""
    return sorted_globs(tuple(globs)).meet(path)


def _sides(name: str) -> tuple[str, str]:
    """What stands before the star of a glob, and behind it."""
    begin, _, end = name.partition("*")
    return begin, end


def _parts(glob: str) -> tuple[re.Pattern[str] | None, ...]:
    """A glob as patterns, one a path part; None stands for `**`. Without "/" a glob may start anywhere."""
    from fnmatch import translate

    names = [name for name in glob.strip("/").removeprefix("./").split("/") if name]
    anywhere = ["**"] if "/" not in glob.rstrip("/") else []
    return tuple(None if name == "**" else re.compile(translate(name)) for name in (*anywhere, *names))


def _meets(names: Sequence[str], parts: Sequence[re.Pattern[str] | None]) -> bool:
    """Whether the patterns match the path's names, or those of a folder above it; a last `**` is what is inside."""
    reached = {0}
    for number, part in enumerate(parts, 1):
        if part is None:
            first = min(reached, default=len(names)) + (number == len(parts))
            reached = set(range(first, len(names) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(names) and part.match(names[at])}
    return any(reached)
