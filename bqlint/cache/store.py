"""Records by key in 256 files that only grow, until one is full: reading costs one `open`, writing one `write`.

A record carries a checksum of itself. A torn, damaged or foreign one is not there; two programs that write at once may
lose records, and nothing else. No lock is taken and no error is raised.
"""

from __future__ import annotations

import os
import stat
from zlib import crc32

from bqlint.cache.digest import SIZE, digest
from bqlint.cache.folder import FORMAT
from bqlint.upwards import refuse_link_out

TYPE_CHECKING = False  # `typing` costs a fifth of a bare interpreter
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES = 64_000_000
"""The cache never grows beyond this."""
_FILES = 256
_MOST = MOST_BYTES // _FILES
_SIGN = b"\xb5bq1"
_CHECKED = len(_SIGN) + SIZE
_HEAD = _CHECKED + 8
"""What stands before a record: the sign, its key, its checksum and its length, each a number of four bytes."""
_DRAFT = ".new"
_PIECE = 32_000
_STALE = 60.0
"""Seconds after which a draft was left by a run that died."""
_TAG = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# bqlint keeps here what it found before. The folder can be deleted at any time: `bqlint cache clean`.\n"
)
"""What marks a cache for backups (bford.info/cachedir)."""


class Store:
    """The records below a folder. What is put can be got at once, and stands on the disk after `flush`."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.join(folder, FORMAT)
        self._files: dict[int, _File] = {}
        self._torn: set[int] = set()
        self._new: dict[int, dict[bytes, bytes]] = {}

    def get(self, key: bytes) -> bytes | None:
        """The record that was put under `key`, or None."""
        number = key[0]
        if self._new and key in self._new.get(number, ()):
            return self._new[number][key]
        file = self._files.get(number)
        if file is None:
            file = self._files[number] = self._read(number)
        return file.record(key)

    def get_all(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """The record under each of the keys, or None; each file is read once, and not held. An empty key has none."""
        found: list[bytes | None] = [None] * len(keys)
        by_file: dict[int, list[int]] = {}
        for place, key in enumerate(keys):
            if key:
                by_file.setdefault(key[0], []).append(place)
        for number, places in by_file.items():
            file, new = self._read(number), self._new.get(number, {})
            for place in places:
                found[place] = new.get(keys[place]) or file.record(keys[place])
        return found

    def _read(self, number: int) -> _File:
        file = _File(_content(self._path(number)))
        if not file.is_whole:
            self._torn.add(number)
        return file

    def put(self, key: bytes, record: bytes) -> None:
        """Keep `record` under `key`; one that is too large for the cache is left out."""
        if len(record) < _MOST // 4:
            self._new.setdefault(key[0], {})[key] = record

    def get_long(self, key: bytes) -> bytes | None:
        """What `put_long` put under `key`, or None where a piece of it is gone."""
        names = self.get(key)
        if names is None:
            return None
        pieces = self.get_all([names[at : at + SIZE] for at in range(0, len(names), SIZE)])
        return None if any(piece is None for piece in pieces) else b"".join(filter(None, pieces))

    def put_long(self, key: bytes, record: bytes) -> None:
        """Keep a record of any size under `key`, in pieces."""
        names = []
        for at in range(0, len(record), _PIECE):
            names.append(digest(key, str(at).encode()))
            self.put(names[-1], record[at : at + _PIECE])
        self.put(key, b"".join(names))

    def flush(self) -> None:
        """Write what was put. Where that cannot be, it is not kept, and nobody is told."""
        try:
            if self._new:
                _make(os.path.dirname(self.folder), self.folder)
        except OSError:
            self._new.clear()
        for number, records in self._new.items():
            try:
                self._write(number, records)
            except OSError:  # read-only, full, no folder: a cache is never needed
                pass
            self._files.pop(number, None)
            self._torn.discard(number)
        self._new.clear()

    def _write(self, number: int, records: dict[bytes, bytes]) -> None:
        path = self._path(number)
        added = b"".join(_packed(key, record) for key, record in records.items())
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _FLAGS, 0o600)
        try:
            status = os.fstat(handle)
            fits = status.st_size + len(added) <= _MOST
            if stat.S_ISREG(status.st_mode) and fits and number not in self._torn:
                os.write(handle, added)
                return
        finally:
            os.close(handle)
        self._rewrite(path, {**dict(_File(_content(path)).records()), **records})

    def _rewrite(self, path: str, records: dict[bytes, bytes]) -> None:
        """Write the file anew with the newest records that fit, and room for more."""
        kept: list[bytes] = []
        room = _MOST * 3 // 4
        for key, record in reversed(records.items()):
            kept.append(_packed(key, record))
            room -= len(kept[-1])
            if room < 0:
                break
        draft = path + _DRAFT
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
        except FileExistsError:
            _unlink_stale(draft)
            return
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(reversed(kept))
            os.replace(draft, path)
        except BaseException:
            os.unlink(draft)
            raise

    def _path(self, number: int) -> str:
        return os.path.join(self.folder, f"{number:02x}")


def files(folder: str) -> list[str]:
    """The files of a cache, those of other versions of bqlint and drafts included; nothing else that lies there."""
    found = []
    for version in filter(str.isdigit, _names(folder)):
        below = os.path.join(folder, version)
        found += [os.path.join(below, name) for name in _names(below) if _is_ours(name)]
    return found


def clean(folder: str) -> None:
    """Delete a cache: its files, and its folders where nothing else lies in them. Raises OSError."""
    for path in files(folder):
        os.unlink(path)
    tag = os.path.join(folder, "CACHEDIR.TAG")
    if os.path.isfile(tag) and _content(tag) == _TAG:
        os.unlink(tag)
    for path in (*(os.path.join(folder, version) for version in filter(str.isdigit, _names(folder))), folder):
        try:
            os.rmdir(path)
        except OSError:  # not empty, or not there
            pass


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _is_ours(name: str) -> bool:
    return len(name.removesuffix(_DRAFT)) == 2 and not set(name.removesuffix(_DRAFT)) - set("0123456789abcdef")


_FLAGS = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC", "O_NOFOLLOW"))


class _File:
    """The records in the content of one file; of two with the same key the later one counts."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._places: dict[bytes, tuple[int, int]] = {}
        places, at = self._places, 0
        while content.startswith(_SIGN, at):
            start = at + _HEAD
            end = start + int.from_bytes(content[start - 4 : start], "big")
            if end > len(content):
                break
            places[content[at + len(_SIGN) : at + _CHECKED]] = start, end
            at = end
        self.is_whole = at == len(content)
        """Whether nothing stands in the file but records."""

    def record(self, key: bytes) -> bytes | None:
        """The record under `key`, if it is as it was written."""
        place = self._places.get(key)
        if place is None:
            return None
        start, end = place
        record = self._content[start:end]
        return record if self._content.startswith(_check(key, record), start - 8) else None

    def records(self) -> Iterator[tuple[bytes, bytes]]:
        """Every sound record with its key, the oldest first."""
        for key, _ in sorted(self._places.items(), key=lambda place: place[1]):
            record = self.record(key)
            if record is not None:
                yield key, record


def _check(key: bytes, record: bytes) -> bytes:
    return crc32(record, crc32(key)).to_bytes(4, "big")


def _packed(key: bytes, record: bytes) -> bytes:
    return b"".join((_SIGN, key, _check(key, record), len(record).to_bytes(4, "big"), record))


def _content(path: str) -> bytes:
    """The bytes of a file of the cache; none where it cannot be read, is no file or is too large to be ours."""
    try:
        handle = os.open(path, os.O_RDONLY | _FLAGS)
    except OSError:
        return b""
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > 2 * _MOST:
            return b""
        return os.read(handle, status.st_size)
    except OSError:
        return b""
    finally:
        os.close(handle)


def _make(cache: str, folder: str) -> None:
    """The folder of the records, readable by its user alone, since findings quote stories.

    OSError where that cannot be, or where the user named a folder of a repository and a link there leads out of it.
    """
    refuse_link_out(folder)
    if not os.path.isdir(folder):
        os.makedirs(cache, mode=0o700, exist_ok=True)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        try:
            tag = os.open(os.path.join(cache, "CACHEDIR.TAG"), os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
        except FileExistsError:
            return
        os.write(tag, _TAG)
        os.close(tag)


def _unlink_stale(draft: str) -> None:
    """Remove a draft that was left behind, so that the next run can write one."""
    import time

    if time.time() - os.stat(draft).st_mtime > _STALE:
        os.unlink(draft)
