"""A story's text without what is confidential: a marker for each name and each piece of data, ranges for money.

A marker is the same wherever the same thing is meant, in all texts of one run: ‹name A› is always the same client. It
means nothing to YAML or Markdown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bqlint.confidential.money import edits
from bqlint.edits import apply
from bqlint.finding import Edit, Fix, Span
from bqlint.typed import NamedTuple

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Redacted(NamedTuple):
    """A text without what is confidential, and how many places and amounts were replaced."""

    text: str
    secrets: int
    amounts: int


class Redaction:
    """The markers of one run."""

    def __init__(self) -> None:
        self._markers: dict[tuple[str, str], str] = {}

    def marker(self, said: str, kind: str) -> str:
        """The marker for what is said; letter case, accents, hyphens and plurals make no other of it."""
        plain = unicodedata.normalize("NFKD", said.casefold())
        letters = "".join(sign for sign in plain if sign.isalnum()).removesuffix("s")
        key = (kind, letters)
        if key not in self._markers:
            number = sum(1 for other, _ in self._markers if other == kind)
            self._markers[key] = f"{kind} {_lettered(number)}"
        return self._markers[key]

    def redacted(self, text: str, secrets: Iterable[tuple[Span, str]], body: int) -> Redacted:
        """`text` with markers for its secrets, and from `body` on with ranges for amounts of money."""
        marked: list[Edit] = []
        for span, kind in sorted(secrets, key=lambda each: (each[0].start, -each[0].end)):
            if not marked or span.start >= marked[-1].end:
                marked.append(Edit(span.start, span.end, f"‹{self.marker(span.of(text), kind)}›"))
        gaps = zip((body, *(edit.end for edit in marked)), (*(edit.start for edit in marked), len(text)), strict=True)
        amounts = [
            Edit(edit.start + start, edit.end + start, edit.text)
            for before, end in gaps
            for start in (max(before, body),)
            for edit in edits(text[start : max(end, start)])
        ]
        whole = Fix(True, tuple(sorted((*marked, *amounts))))
        return Redacted(apply(text, [whole]).text, len(marked), len(amounts))


def _lettered(number: int) -> str:
    """The letters of a number: A to Z, then AA, AB."""
    before = _lettered(number // len(_LETTERS) - 1) if number >= len(_LETTERS) else ""
    return before + _LETTERS[number % len(_LETTERS)]
