"""Bytes to text: one decoded source per file, with its digest and its line index.

Offsets count code points of the decoded text; a leading BOM is not part of it and CRLF counts as two.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_right

from bqlint.finding import Problem, Span
from bqlint.lazy import lazy
from bqlint.typed import NamedTuple

MAX_BYTES = 1_000_000
"""A larger file is refused unread; a real story is 3 kB, and the Markdown parser's worst megabyte takes 10 s."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class _File(NamedTuple):
    path: str
    text: str
    bom: bool = False


class Source(_File):
    """A decoded file. `path` is how findings name it; `bom` says whether the bytes began with one."""

    @lazy
    def digest(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal."""
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def encoded(self, text: str | None = None) -> bytes:
        """The bytes of the file, or those that it would have with another `text`."""
        return (_BOM if self.bom else b"") + (self.text if text is None else text).encode("utf-8")

    @property
    def line_end(self) -> str:
        """How the file ends its lines, by the first of them: a line that is added ends in the same way."""
        end = self.text.find("\n")
        if end < 0:
            return "\r" if "\r" in self.text else "\n"
        return "\r\n" if self.text[end - 1 : end] == "\r" else "\n"

    @lazy
    def line_starts(self) -> list[int]:
        """Offset of the first code point of each line; only LF, CRLF and CR end one."""
        starts = [0]
        text, end = self.text, len(self.text)
        if "\r" not in text:
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            return starts
        at = 0
        while at < end:
            if text[at] == "\r":
                at += 2 if text.startswith("\n", at + 1) else 1
                starts.append(at)
            elif text[at] == "\n":
                at += 1
                starts.append(at)
            else:
                at += 1
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both counted from 1, columns in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; empty past the last line."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[self.line_starts[number - 1] : end].rstrip("\r\n")


def read(path: str, name: str, max_bytes: int = MAX_BYTES) -> Source | Problem:
    """The source at `path`, called `name` in findings, or the BQ001, BQ002 or BQ003 that says why there is none."""
    raw = read_bytes(path, max_bytes)
    return decode(raw, name) if isinstance(raw, bytes) else raw


def read_bytes(path: str, max_bytes: int = MAX_BYTES, follow: bool = True) -> bytes | Problem:
    """The bytes of the file at `path`, or the BQ001 or BQ003 that says why there are none; a link only to `follow`."""
    try:
        if not (follow or _NO_LINK) and os.path.islink(path):
            return _unreadable("it is a link")
        descriptor = os.open(path, _READING if follow else _READING | _NO_LINK)
    except (OSError, ValueError) as error:
        return _unreadable(getattr(error, "strerror", None) or str(error))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return _unreadable("it is not a regular file")
        if status.st_size > max_bytes:
            return too_large(status.st_size, max_bytes)
        raw = more = os.read(descriptor, status.st_size + 1)
        while more and len(raw) != status.st_size and len(raw) <= max_bytes:  # it grows meanwhile, or comes in pieces
            more = os.read(descriptor, max_bytes + 1)
            raw += more
    except OSError as error:
        return _unreadable(error.strerror or str(error))
    finally:
        os.close(descriptor)
    return too_large(len(raw), max_bytes) if len(raw) > max_bytes else raw


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def decode(raw: bytes, name: str) -> Source | Problem:
    """UTF-8 bytes, with or without BOM, as a source called `name`; BQ002 where they are something else."""
    if raw.startswith(_UTF16):
        return _bad_encoding("it is UTF-16")
    bom = raw.startswith(_BOM)
    body = raw[len(_BOM) :] if bom else raw
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(name, body[: error.start].decode("utf-8"))
        line = before.position(len(before.text))[0]
        return _bad_encoding(f"byte 0x{body[error.start]:02x} on line {line} is not UTF-8")
    source = Source(name, text, bom)
    if "\0" in text:
        line = source.position(text.index("\0"))[0]
        return _bad_encoding(f"line {line} holds a NUL character, as binary files do")
    return source


def _unreadable(why: str) -> Problem:
    return Problem("BQ001", Span(0, 0), f"the file cannot be read: {why}", "Check its name, kind and permissions.")


def too_large(size: int | None, limit: int) -> Problem:
    """BQ003 for a file of so many bytes, or of nobody knows how many."""
    told = f"{size:,}" if size else "more"
    message = f"the file has {told} bytes; at most {limit:,} are read"
    return Problem("BQ003", Span(0, 0), message, "A story is a few kilobytes: split it, or `exclude` the file.")


def _bad_encoding(what: str) -> Problem:
    return Problem("BQ002", Span(0, 0), f"the file is not UTF-8 text: {what}", "Save it as UTF-8.")
