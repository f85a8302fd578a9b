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


def _states(here: str) -> list[object]:
    """What tells that a file has changed, of each that findings depend on.

    An installed package knows their names; in a checkout they are looked for.
    """
    try:
        from bqlint.built.files import FILES
    except ImportError:
        return [*_below(here), *_below(os.path.join(os.path.dirname(here), "schema"))]
    return [*_told(here, FILES)]


def _below(top: str) -> Iterator[object]:
    """Each folder below `top` with the names and states of its files; folders have names without a dot."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(os.listdir(folder))
        except OSError:  # no folder
            continue
        files = [name for name in names if "." in name]
        yield folder, files, [*_told(folder, files)]
        waiting += [os.path.join(folder, name) for name in names if "." not in name and name != "__pycache__"]


def _told(folder: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Size and time of each of the files in a folder: told sooner from the folder on, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY) if os.stat in os.supports_dir_fd else None
    except OSError:  # it may be searched, but not read
        handle = None
    try:
        for name in names:
            try:
                status = os.stat(os.path.join(folder, name)) if handle is None else os.stat(name, dir_fd=handle)
                yield status.st_size, status.st_mtime_ns
            except OSError:  # it was taken away
                yield 0, -1
    finally:
        if handle is not None:
            os.close(handle)


def _changed(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
