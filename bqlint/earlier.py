"""What rules across stories said in the run before, for the next one: the same where no story has changed.

Where some have, the others need not be compared with one another again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from bqlint.cache.digest import SIZE
from bqlint.cache.packing import packed, unpacked
from bqlint.repository.copies import Before, Copies
from bqlint.typed import NamedTuple

Said = Mapping[str, bytes]
"""The packed findings of rules across stories, by the name of the file."""


class Earlier(NamedTuple):
    """The digests of the stories' summaries, in their order, what was said of them, the keys of the stories of which
    rules showed the text, and what was compared.
    """

    gists: bytes
    said: Said
    shown: Mapping[str, bytes]
    compared: Before | None

    def still_holds(self, gists: bytes, keys: Mapping[str, bytes]) -> bool:
        """Whether the same would be said of stories with these digests and keys."""
        return self.gists == gists and all(keys.get(name) == key for name, key in self.shown.items())

    def before(self, gists: bytes) -> Before | None:
        """What is known of stories with these digests."""
        if self.compared is None:
            return None
        number_of = {gist: number for number, gist in enumerate(_apart(gists))}
        now = [number_of.pop(gist, None) for gist in _apart(self.gists)]
        pairs = []
        for one, other, share in self.compared.pairs:
            first, second = now[one], now[other]
            if first is not None and second is not None:
                pairs.append(Copies(min(first, second), max(first, second), share))
        return self.compared._replace(pairs=pairs, changed=list(number_of.values()))


def _apart(gists: bytes) -> list[bytes]:
    return [gists[at : at + SIZE] for at in range(0, len(gists), SIZE)]


def pack(known: Earlier) -> bytes:
    """What was said, as bytes that `unpack` reads."""
    least, usual, pairs, _ = known.compared or (0.0, b"", (), ())
    compared = json.dumps([known.compared is not None, least, usual.hex(), pairs]).encode("ascii")
    return packed(known.gists, compared, _pairs(known.said), _pairs(known.shown))


def unpack(record: bytes | None) -> Earlier | None:
    """What `pack` packed; None for anything else."""
    try:
        gists, compared, said, shown = unpacked(record or b"")
        is_known, least, usual, pairs = json.loads(compared)
        found = [Copies(*pair) for pair in pairs]
        before = Before(least, bytes.fromhex(usual), found, ()) if is_known else None
        return Earlier(gists, _by_name(said), _by_name(shown), before)
    except (ValueError, TypeError):  # no record of this kind
        return None


def _pairs(told: Mapping[str, bytes]) -> bytes:
    return packed(*(part for name, each in told.items() for part in (name.encode("utf-8", "surrogatepass"), each)))


def _by_name(record: bytes) -> dict[str, bytes]:
    parts = unpacked(record)
    return {str(name, "utf-8", "surrogatepass"): each for name, each in zip(parts[::2], parts[1::2], strict=True)}
