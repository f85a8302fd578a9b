"""Path patterns of excludes, includes and overrides, as gitignore writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fnmatch import translate
from functools import cache


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


@cache
def _sorted(globs: tuple[str, ...]) -> tuple[Callable[[str], bool], list[tuple[re.Pattern[str] | None, ...]]]:
    """Globs that mean one name anywhere, as one question that remembers its answers, and all others."""
    parts = [_parts(glob) for glob in globs if glob.strip("/")]  # an empty one means nothing, not everything
    anywhere = [each[1] for each in parts if len(each) == 2 and each[0] is None and each[1] is not None]
    others = [each for each in parts if len(each) != 2 or each[0] is not None or each[1] is None]
    return cache(lambda name: any(pattern.match(name) for pattern in anywhere)), others


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether `path`, relative to the folder that the globs speak of, or a folder above it is meant by one of them."""
    names = [name for name in path.split("/") if name]
    is_anywhere, others = _sorted(tuple(globs))
    return any(map(is_anywhere, names)) or any(_meets(names, parts) for parts in others)
