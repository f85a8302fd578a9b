"""Digests that keys are made of: of any bytes, and of bqlint itself with what it stands on."""

from __future__ import annotations

import os
import sys

try:
    from _blake2 import blake2b  # hashlib brings it with OpenSSL, which costs a third of a bare interpreter
except ImportError:  # an interpreter that was built without it
    from hashlib import blake2b

TYPE_CHECKING = False  # as type checkers know it: an answer from the cache waits for no import it can do without
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZE = 16
"""Bytes of a digest: 2⁶⁴ stories would be needed for two with the same."""


def opened(*parts: bytes) -> blake2b:
    """A digest that begins with `parts`, each told apart from the next, and can be copied and continued."""
    state = blake2b(digest_size=SIZE)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state


def digest(*parts: bytes) -> bytes:
    """The digest of `parts`, each told apart from the next."""
    return opened(*parts).digest()


def program() -> bytes:
    """The digest of the names, sizes and times of bqlint's files, and of the interpreter and packages below it.

    Another version, an edited word list or a newer parser makes another digest, and what was kept is found no more.
    """
    if not _PROGRAM:
        _PROGRAM.append(_looked_at())
    return _PROGRAM[0]


_PROGRAM: list[bytes] = []
"""The digest once it is known: a process goes on with the files that it began with."""


def _looked_at() -> bytes:
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packages = [(path, _changed(path)) for path in sys.path if path.endswith("-packages")]
    return digest(repr((sys.version, sys.platform, here, packages, _states(here))).encode("utf-8", "surrogatepass"))


def _states(here: str) -> list[tuple[object, ...]]:
    """What tells that a file has changed, of each that findings depend on.

    An installed package knows their names, which halves the time; in a checkout they are looked for.
    """
    try:
        from bqlint.built.files import FILES
    except ImportError:
        return sorted((*_files(here), *_files(os.path.join(os.path.dirname(here), "schema"))))
    try:
        return [(status.st_size, status.st_mtime_ns) for status in _stats(here, FILES)]
    except OSError:  # one was taken away
        return sorted(_files(here))


def _stats(here: str, names: Sequence[str]) -> Iterator[os.stat_result]:
    """The state of each of the files below a folder; from the folder on, where the system can, it is told sooner."""
    if os.stat not in os.supports_dir_fd:
        yield from map(os.stat, [os.path.join(here, name) for name in names])
        return
    folder = os.open(here, os.O_RDONLY)
    try:
        for name in names:
            yield os.stat(name, dir_fd=folder)
    finally:
        os.close(folder)


def _files(top: str) -> list[tuple[str, int, int]]:
    """Path, size and time of every file below `top`, compiled ones left out; none where there is no such folder."""
    found = []
    waiting = [top]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name != "__pycache__":
                            waiting.append(entry.path)
                    else:
                        status = entry.stat()
                        found.append((entry.path, status.st_size, status.st_mtime_ns))
        except OSError:
            pass
    return found


def _changed(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
