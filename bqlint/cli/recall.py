"""Answers given before: the same words about the same bytes on the same day are answered the same way.

It stands before the option parser and imports next to nothing, so that a check of named stories that nobody has
changed takes hardly longer than Python itself. What an answer rests on is in its key (the words, the stories, every
file in which settings or a baseline could stand, the environment, the day, bqlint itself), or listed with it (files
that the settings name).
"""

from __future__ import annotations

import os
import stat
import sys
from time import strftime

from bqlint.cache.digest import digest, program
from bqlint.cache.folder import folder
from bqlint.cache.packing import packed, unpacked
from bqlint.cache.store import Store
from bqlint.confidential.place import DENY_LIST, of_the_key
from bqlint.upwards import BASELINE, CONFIGURATIONS, folders

TYPE_CHECKING = False  # as type checkers know it; `typing` costs a fifth of a bare interpreter
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NEVER = frozenset(("-", "--no-cache", "--untrusted"))
"""Words that ask for an answer of its own."""
_ENVIRONMENT = ("NO_COLOR", "FORCE_COLOR", "TERM", "GITHUB_STEP_SUMMARY")
_CACHE_DIR = "--cache-dir"
_LARGEST = 1_000_000


def answer(words: Sequence[str]) -> int | None:
    """Tell what `bqlint check` with these words told before, and return its exit code; None where that is unknown."""
    store = store_for(words)
    key = _key(words, {}) if store else None
    record = store.get(key) if store and key else None
    parts = unpacked(record) if record else []
    if len(parts) < _FIXED or list(_on_disk(parts[_FIXED::2])) != parts[_FIXED + 1 :: 2]:
        return None
    code, out, err = parts[:_FIXED]
    sys.stderr.write(err.decode("utf-8"))
    sys.stdout.flush()
    sys.stdout.buffer.write(out)
    sys.stdout.buffer.flush()
    return int(code)


_FIXED = 3
"""Parts of a record before its files: exit code and both streams."""


def keep(words: Sequence[str], linted: Mapping[str, bytes], files: Sequence[str], told: tuple[int, str, str]) -> None:
    """Keep what was told: the exit code, standard output, standard error.

    `linted` are the bytes that were looked at, by absolute path, which the files may no longer hold; `files` are what
    the settings were read from.
    """
    store = store_for(words)
    key = _key(words, linted) if store else None
    named = [os.fsencode(os.path.abspath(file)) for file in files]
    states = list(_on_disk(named))
    if store and key and all(states):
        parts = (str(told[0]).encode(), told[1].encode("utf-8", "replace"), told[2].encode("utf-8", "replace"))
        store.put(key, packed(*parts, *(part for pair in zip(named, states, strict=True) for part in pair)))
        store.flush()


def store_for(words: Sequence[str]) -> Store | None:
    """The cache that these words mean; None where they want none."""
    if not _NEVER.isdisjoint(words):
        return None
    given = None
    for number, word in enumerate(words):
        if word == _CACHE_DIR:
            given = "".join(words[number + 1 : number + 2])
        elif word.startswith(f"{_CACHE_DIR}="):
            given = word.partition("=")[2]
    place = folder(given)
    return Store(place) if place else None


def _key(words: Sequence[str], linted: Mapping[str, bytes]) -> bytes | None:
    """What the answer to these words rests on; None where they name a folder, no story, or what is no plain file."""
    parts = [program(), repr((list(words), os.getcwd(), _circumstances())).encode("utf-8", "surrogatepass")]
    near: dict[str, None] = {}
    try:
        for before, word in zip(("", *words), words, strict=False):
            if before != _CACHE_DIR and os.path.lexists(word):  # else it is an option
                path = os.path.abspath(word)
                parts.append(linted.get(path) or _content(path))
                near.setdefault(os.path.dirname(path))
        above = list({folder: None for start in near for folder in folders(start)})
        parts.append(repr(above).encode("utf-8", "surrogatepass"))
        names = (*CONFIGURATIONS, BASELINE, DENY_LIST)
        parts += [_if_there(os.path.join(folder, name)) for folder in above for name in names]
    except OSError:
        return None
    return digest(*parts) if near else None


def _circumstances() -> object:
    """What besides files and words an answer depends on."""
    own = sorted((name, value) for name, value in os.environ.items() if name.startswith("BQLINT_"))
    shown = [os.environ.get(name) for name in _ENVIRONMENT]
    return strftime("%Y-%m-%d"), sys.stdout.isatty(), own, shown, of_the_key()


def _on_disk(files: Sequence[bytes]) -> Iterator[bytes]:
    """The digests of what `files` hold now; nothing for one that is gone."""
    for file in files:
        try:
            yield digest(_content(os.fsdecode(file)))
        except OSError:
            yield b""


def _if_there(path: str) -> bytes:
    """The bytes of a file behind a sign that there is one; none where there is not."""
    try:
        return b"=" + _content(path)
    except (FileNotFoundError, NotADirectoryError):
        return b""


def _content(path: str) -> bytes:
    """The bytes of a plain file of usual size; OSError for a link, a folder and whatever else there is."""
    handle = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            raise OSError(path)
        return os.read(handle, status.st_size)
    finally:
        os.close(handle)


_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
