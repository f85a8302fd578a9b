"""Path patterns of excludes, includes and overrides, as gitignore writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import cache
from typing import NamedTuple


@cache
def _parts(glob: str) -> tuple[re.Pattern[str] | None, ...]:
    """A glob as patterns, one a path part; None stands for `**`. Without "/" a glob may start anywhere."""
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


class _Sorted(NamedTuple):
    """Globs by how quickly they are compared: plain names, patterns of one name, and those that speak of folders."""

    names: frozenset[str]
    one: re.Pattern[str] | None
    others: tuple[tuple[re.Pattern[str] | None, ...], ...]


@cache
def _sorted(globs: tuple[str, ...]) -> _Sorted:
    meant = [glob for glob in globs if glob.strip("/")]  # an empty one means nothing, not everything
    anywhere = [glob for glob in meant if "/" not in glob.rstrip("/") and glob.rstrip("/") != "**"]
    named = [glob.rstrip("/") for glob in anywhere]
    patterns = [translate(name) for name in named if set(name) & _WILD]
    plain = frozenset(name for name in named if not set(name) & _WILD)
    others = tuple(_parts(glob) for glob in meant if glob not in anywhere)
    return _Sorted(plain, re.compile("|".join(patterns)) if patterns else None, others)


_WILD = frozenset("*?[")


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether `path`, relative to the folder that the globs speak of, or a folder above it is meant by one of them."""
    names = [name for name in path.split("/") if name]
    known = _sorted(tuple(globs))
    if not known.names.isdisjoint(names) or (known.one and any(map(known.one.match, names))):
        return True
    return bool(known.others) and any(_meets(names, parts) for parts in known.others)
