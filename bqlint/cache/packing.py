"""Several pieces of bytes as one, and apart again."""

from __future__ import annotations

_SIZE = 4


def packed(*parts: bytes) -> bytes:
    """`parts` behind one another, each behind its length."""
    return b"".join([piece for part in parts for piece in (len(part).to_bytes(_SIZE, "big"), part)])


def unpacked(record: bytes) -> list[bytes]:
    """The parts of what `packed` made; of anything else whatever it seems to hold."""
    parts = []
    at = 0
    while at < len(record):
        start = at + _SIZE
        at = start + int.from_bytes(record[at:start], "big")
        parts.append(record[start:at])
    return parts
