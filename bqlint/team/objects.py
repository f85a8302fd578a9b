"""The objects of a repository as they were pushed: commits, trees and files, read by their names alone.

Parents are taken from the commit itself, so that neither a graft nor a shallow border passes for the whole history:
what the clone does not hold is missing, and said to be.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from bqlint import git
from bqlint.errors import BqlintError
from bqlint.typed import NamedTuple

_PERSON = re.compile(rb"(?P<name>[^<>\n]*?) ?<(?P<email>[^<>\n]*)> (?P<time>\d{1,12}) [+-]\d{4}")
_TRAILER = "co-authored-by:"
_PEOPLE = (b"author", b"committer")
_FOLDER = "40000"
_FILES = ("100644", "100755", "100664")
MAX_BYTES = 50_000_000
"""A larger object is read past: no story and no configuration is as large."""


class Missing(BqlintError):
    """The clone does not hold an object, or holds one that cannot be what it should be."""


class Person(NamedTuple):
    """Who made a commit, as it says itself."""

    name: str
    email: str

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"


class Commit(NamedTuple):
    """A commit. `signature` is the first line of its signature, "" for none."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: Person
    committer: Person
    co_authors: tuple[Person, ...]
    signature: str


class Entry(NamedTuple):
    """What a tree holds under a name."""

    mode: str
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a tree."""
        return self.mode == _FOLDER

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file, no link and no module."""
        return self.mode in _FILES


class Objects:
    """The objects of the repository whose top is `top`; each commit and tree is read once. To be closed."""

    def __init__(self, top: str) -> None:
        self.top = top
        self._commits: dict[str, Commit] = {}
        self._trees: dict[str, Mapping[str, Entry]] = {}
        self._process = git.reader(top)

    def __enter__(self) -> Objects:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process that reads."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        self._process.wait()

    def commit(self, name: str) -> Commit:
        """The commit of that name. Raises Missing."""
        if name not in self._commits:
            self._commits[name] = _commit(name, self._read(name, b"commit"))
        return self._commits[name]

    def tree(self, name: str) -> Mapping[str, Entry]:
        """What the tree of that name holds, by name. Raises Missing."""
        if name not in self._trees:
            self._trees[name] = dict(_entries(self._read(name, b"tree"), len(name) // 2))
        return self._trees[name]

    def content(self, name: str) -> bytes:
        """The bytes of the file of that name. Raises Missing, also where it is larger than any story."""
        return self._read(name, b"blob")

    def at(self, tree: str, path: str) -> Entry | None:
        """What stands at `path` below a tree; None where nothing does."""
        entry: Entry | None = Entry(_FOLDER, tree)
        for name in path.split("/"):
            if entry is None or not entry.is_folder:
                return None
            entry = self.tree(entry.id).get(name)
        return entry

    def files(self, tree: str) -> Iterator[tuple[str, Entry]]:
        """Every path below a tree, folders aside, with what stands there."""
        return ((path, now) for path, _, now in self.differences(None, tree) if now)

    def differences(self, before: str | None, after: str | None) -> Iterator[tuple[str, Entry | None, Entry | None]]:
        """Each path, folders aside, that two trees hold differently, with what stands there in either; in no order."""
        waiting = [("", before, after)]
        while waiting:
            above, *trees = waiting.pop()
            old, new = (self.tree(tree) if tree else {} for tree in trees)
            for name in {**old, **new}:
                was, now = old.get(name), new.get(name)
                if was == now:
                    continue
                folders = [entry.id if entry and entry.is_folder else None for entry in (was, now)]
                files = [None if entry and entry.is_folder else entry for entry in (was, now)]
                if any(folders):
                    waiting.append((f"{above}{name}/", folders[0], folders[1]))
                if any(files):
                    yield f"{above}{name}", files[0], files[1]

    def _read(self, name: str, kind: bytes) -> bytes:
        """The bytes of an object of that kind."""
        asked, told = self._process.stdin, self._process.stdout
        if not asked or not told:
            raise Missing("git reads no objects")
        try:
            asked.write(f"{name}\n".encode("ascii"))
            asked.flush()
        except OSError as error:
            raise Missing(f"git reads no objects: {error.strerror}") from None
        _, _, what = told.readline().rstrip(b"\n").partition(b" ")
        found, _, size = what.partition(b" ")
        if not size.isdigit():
            raise Missing(f"this clone does not hold {name[:12]}", hint=git.way_out(self.top))
        content = told.read(min(int(size), MAX_BYTES))
        left = int(size) + 1 - len(content)
        while left > 0:
            left -= len(told.read(min(left, MAX_BYTES))) or left
        if found != kind or int(size) > MAX_BYTES:
            raise Missing(f"{name[:12]} is no {kind.decode()}, or too large")
        return content


def _commit(name: str, raw: bytes) -> Commit:
    """A commit from its bytes. Raises Missing for one that git itself would not have made."""
    head, _, message = raw.partition(b"\n\n")
    lines = [line.partition(b" ") for line in head.split(b"\n")]
    tree = next((value for key, _, value in lines if key == b"tree"), b"").decode("ascii", "replace")
    people = [next((_PERSON.fullmatch(value) for key, _, value in lines if key == who), None) for who in _PEOPLE]
    author, committer = (Person(_text(each["name"]), _text(each["email"])) if each else None for each in people)
    if not git.is_name(tree) or author is None or committer is None:
        raise Missing(f"the commit {name[:12]} cannot be read")
    return Commit(
        name,
        tree,
        tuple(value.decode("ascii", "replace") for key, _, value in lines if key == b"parent"),
        author,
        committer,
        tuple(_co_authors(_text(message))),
        next((_text(value) for key, _, value in lines if key.startswith(b"gpgsig")), ""),
    )


def _co_authors(message: str) -> Iterator[Person]:
    """The people whom the trailers of a message name, line by line: a pattern could be made to take its time."""
    for line in message.splitlines():
        if line.lower().startswith(_TRAILER):
            name, _, rest = line[len(_TRAILER) :].partition("<")
            yield Person(name.strip(), rest.partition(">")[0].strip())


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").strip()


def _entries(raw: bytes, width: int) -> Iterator[tuple[str, Entry]]:
    """The names of a tree, each with its entry; an object's name takes `width` bytes. Raises Missing for odd names."""
    at = 0
    while at < len(raw):
        blank, end = raw.index(b" ", at), raw.index(b"\0", at)
        name, mode = os.fsdecode(raw[blank + 1 : end]), raw[at:blank].decode("ascii", "replace")
        if name in ("", ".", "..", ".git") or "/" in name:
            raise Missing("a tree holds a name that no folder can have")
        at = end + 1 + width
        yield name, Entry(mode, raw[end + 1 : at].hex())
