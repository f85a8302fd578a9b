"""The deny-list in its file: a sorted line for each term, as a keyed hash, so that two branches merge line by line.

    hmac-sha256 KEY WORDS DIGEST

KEY tells which key made it, without telling the key; WORDS is how many words the term has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bqlint.confidential.key import key
from bqlint.confidential.place import FILE_VARIABLE, VARIABLE, default_file
from bqlint.confidential.terms import Listed, digest
from bqlint.confidential.wording import spelling
from bqlint.errors import ConfigError
from bqlint.kept_lines import kept_lines
from bqlint.shown import shown
from bqlint.typed import NamedTuple

_MAX_BYTES = 10_000_000
_LINE = re.compile(r"hmac-sha256 ([0-9a-f]{8}) ([1-9][0-9]?) ([0-9a-f]{64})")
_HEAD = (
    "# Names that no story may tell, as keyed hashes; `bqlint confidential add` writes them.\n"
    "# Lines are sorted; where two branches meet, keep the lines of both.\n"
)
_MARK = "bqlint deny-list"
"""What the name of a key is made of."""


class Entry(NamedTuple):
    """A term as the file has it."""

    key: str
    words: int
    digest: str

    def line(self) -> str:
        """The entry as a line of the file."""
        return f"hmac-sha256 {self.key} {self.words} {self.digest}\n"


def entry(term: str, secret: bytes) -> Entry | None:
    """A term as an entry; None where it holds fewer than two letters."""
    letters, words = spelling(term)
    return Entry(name_of(secret), words, digest(secret, letters)) if len(letters) > 1 and words < 100 else None


def name_of(secret: bytes) -> str:
    """By what the file names a key."""
    return digest(secret, _MARK)[:8]


def read(path: str) -> frozenset[Entry]:
    """The entries of a file. Raises ConfigError with the line that is none, and never tells what it holds."""
    place = shown(path)
    found = set()
    for number, line in enumerate(kept_lines(path, "deny-list", _MAX_BYTES), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            hint = "`bqlint confidential add` writes its lines; plain words go into `words` of [rules.BQ801]"
            raise ConfigError("this is no line of a deny-list", place=f"{place}:{number}", hint=hint)
        found.add(Entry(match[1], int(match[2]), match[3]))
    return frozenset(found)


def text(entries: Iterable[Entry]) -> str:
    """The entries as the file holds them."""
    return _HEAD + "".join(sorted(each.line() for each in entries))


def load(path: str, must: bool = True) -> Listed:
    """The list in a file with the key that made it.

    Raises ConfigError where the key is missing, or is another one; where nobody `must` compare, the list is empty then.
    """
    try:
        return _with_key(read(path), shown(path))
    except ConfigError:
        if must:
            raise
        return Listed()


def _with_key(entries: frozenset[Entry], place: str) -> Listed:
    if not entries:
        return Listed()
    way_out = "`--ignore BQ801` lints without the list"
    secret = key()
    terms = f"{len(entries)} term{'' if len(entries) == 1 else 's'}"
    if secret is None:
        hint = f"set ${VARIABLE}, or ${FILE_VARIABLE}, or put it into {default_file()}; {way_out}"
        raise ConfigError(f"the key is missing by which {terms} could be compared", place=place, hint=hint)
    others = sorted({each.key for each in entries} - {name_of(secret)})
    if others:
        made = sum(each.key in others for each in entries)
        message = f"{made} of {terms} need another key ({', '.join(others)}) than yours ({name_of(secret)})"
        raise ConfigError(message, place=place, hint=f"use the team's key; {way_out}")
    numbers: dict[str, set[int]] = {}
    for each in entries:
        numbers.setdefault(each.digest, set()).add(each.words)
    return Listed(secret, {found: frozenset(counts) for found, counts in numbers.items()})
