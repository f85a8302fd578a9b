"""Which lines of a story are new: against the commit where a branch began, or in what is staged."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from bqlint import git
from bqlint.finding import Problem
from bqlint.source import MAX_BYTES, Source, decode, read, too_large
from bqlint.typed import NamedTuple

MAX_LINES = 5_000
"""Longer texts count as changed whole: comparing lines may take quadratic time."""


class Changes(NamedTuple):
    """The old blobs of a working tree, by path below its top; `staged` are the new ones where the index counts."""

    top: str
    old: Mapping[str, str]
    staged: Mapping[str, str] | None = None

    def source(self, path: str, name: str, max_bytes: int) -> Source | Problem | None:
        """The file at `path` as it is to be linted, from the index or from disk; None where it did not change."""
        before = self.old.get(self._name(path))
        if self.staged is None:
            found = read(path, name, max_bytes)
            same = before is not None and isinstance(found, Source) and git.is_blob(found.encoded(), before)
            return None if same else found
        blob = self.staged.get(self._name(path))
        if blob is None or blob == before:
            return None
        raw = git.content(blob, self.top, max_bytes)
        return decode(raw, name) if len(raw) <= max_bytes else too_large(None, max_bytes)

    def gone(self, folders: Sequence[str]) -> Iterator[str]:
        """The files below `folders` that the next commit changes and that are no longer on the disk."""
        tops = [_prefix(os.path.realpath(folder)) for folder in folders]
        for name, blob in sorted((self.staged or {}).items()):
            path = os.path.join(self.top, name)
            if blob != self.old.get(name) and path.startswith(tuple(tops)) and not os.path.lexists(path):
                yield os.path.relpath(path)

    def lines(self, source: Source) -> frozenset[int]:
        """The lines of `source`, counted from 1, that are not in its old content; where lines went, the next one."""
        blob = self.old.get(self._name(source.path))
        text = git.content(blob, self.top, MAX_BYTES).decode("utf-8-sig", "replace") if blob else ""
        return new_lines(text.splitlines(), source.text.splitlines())

    def _name(self, path: str) -> str:
        return os.path.relpath(os.path.realpath(path), self.top).replace(os.sep, "/")


def _prefix(folder: str) -> str:
    return folder.rstrip(os.sep) + os.sep


def since(ref: str, folder: str = ".") -> Changes:
    """What changed since HEAD left `ref`, uncommitted and untracked work included. Raises UsageError."""
    top = git.top_of(folder)
    return Changes(top, git.files_of(git.branched_from(ref, top), top))


def staged(folder: str = ".") -> Changes:
    """What the next commit changes. Raises UsageError."""
    top = git.top_of(folder)
    return Changes(top, git.files_of("HEAD", top), git.staged_files(top))


def new_lines(old: list[str], new: list[str]) -> frozenset[int]:
    """The numbers, from 1, of the lines of `new` that are not in `old`; where lines went, of the line behind them."""
    if max(len(old), len(new)) > MAX_LINES:
        return frozenset(range(1, len(new) + 1))
    found: set[int] = set()
    for what, _, _, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "delete":
            found.add(min(first + 1, len(new)))
        elif what != "equal":
            found.update(range(first + 1, last + 1))
    return frozenset(found)
