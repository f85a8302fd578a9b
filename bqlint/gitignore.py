"""Which paths the .gitignore files of a repository leave out. The only importer of pathspec."""

from __future__ import annotations

import os
import re

from bqlint.deadline import within
from bqlint.pattern import pattern
from bqlint.source import read_bytes
from bqlint.typed import Any, NamedTuple

MAX_BYTES = 1_000_000
SECONDS = 0.2
"""For one path; patterns of many stars may take centuries over a long name, and then say nothing of it."""
_STEEP = pattern(r"\*[^*/\n]+\*")


class Ignore(NamedTuple):
    """The patterns of one .gitignore file, which speak of paths below its folder; `steep` ones need a time limit."""

    folder: str
    spec: Any
    steep: bool

    def verdict(self, path: str) -> bool | None:
        """Whether it ignores `path`, relative to its folder; None where it says nothing of it."""
        if not self.steep:
            return self._asked(path)
        return within(SECONDS, lambda: self._asked(path), lambda: None)

    def _asked(self, path: str) -> bool | None:
        found: bool | None = self.spec.check_file(path).include
        return found


def ignore_file(folder: str) -> tuple[Ignore, ...]:
    """The .gitignore of a folder, where there is one that can be read; lines that are no patterns mean nothing."""
    held = read_bytes(os.path.join(folder, ".gitignore"), MAX_BYTES)
    if not isinstance(held, bytes):
        return ()
    import pathspec

    text = held.decode("utf-8", "replace")
    lines = text.splitlines()
    try:
        spec = pathspec.GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        spec = pathspec.GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))
    return (Ignore(folder, spec, _STEEP.search(text) is not None),)


def _is_pattern(line: str) -> bool:
    import pathspec

    try:
        pathspec.GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def ignored(path: str, is_folder: bool, ignores: tuple[Ignore, ...]) -> bool:
    """Whether the nearest .gitignore that says anything about `path` ignores it."""
    for ignore in reversed(ignores):
        below = os.path.relpath(path, ignore.folder).replace(os.sep, "/") + ("/" if is_folder else "")
        verdict: bool | None = ignore.verdict(below)
        if verdict is not None:
            return verdict
    return False
