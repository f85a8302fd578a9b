"""The terms that no story may tell, in plain words or as keyed hashes, and where a text tells them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from bqlint.confidential.wording import runs, spelling, words
from bqlint.finding import Span
from bqlint.lazy import lazy
from bqlint.typed import NamedTuple

_KEPT = 100_000
"""Digests of single words that are kept, for stories share most of their words."""


class Listed(NamedTuple):
    """Terms as keyed hashes: the digest of each one's letters to how many words it may have; `key` made them."""

    key: bytes = b""
    digests: Mapping[str, frozenset[int]] = {}


def digest(key: bytes, letters: str) -> str:
    """The keyed hash of a term's letters: HMAC-SHA-256 in hexadecimal."""
    import hmac

    return hmac.digest(key, letters.encode("utf-8", "surrogatepass"), "sha256").hex()


class _Terms(NamedTuple):
    plain: Mapping[str, frozenset[int]]
    listed: Listed
    allowed: frozenset[tuple[str, ...]]


class Terms(_Terms):
    """All terms of a run: plain ones, hashed ones, and phrases in which they are allowed."""

    @classmethod
    def of(cls, plain: Iterable[str], allowed: Iterable[str], listed: Listed) -> Terms:
        """The terms that these phrases mean; phrases without a letter mean none."""
        spelt: dict[str, set[int]] = {}
        for letters, number in map(spelling, plain):
            if letters:
                spelt.setdefault(letters, set()).add(number)
        phrases = (tuple(word.form for word in words(phrase)) for phrase in allowed)
        return cls(
            {letters: frozenset(numbers) for letters, numbers in spelt.items()},
            listed,
            frozenset(phrase for phrase in phrases if phrase),
        )

    @lazy
    def _longest(self) -> int:
        numbers = (*self.plain.values(), *self.listed.digests.values())
        return max((max(each) for each in numbers), default=0)

    @lazy
    def _known(self) -> dict[str, str]:
        return {}

    def matches(self, text: str) -> list[Span]:
        """Where `text` tells a term, in order; of two places that overlap the longer one."""
        if not self._longest:
            return []
        found = [
            run.span
            for run in runs(text, self._longest)
            if any(
                run.may_have(number)
                for letters in run.spellings()
                for number in self._numbers(letters, is_word=len(run.words) == 1)
            )
        ]
        return _apart(found, list(self._allowed_in(text)) if found and self.allowed else [])

    def _numbers(self, letters: str, is_word: bool) -> frozenset[int]:
        """How many words a term of these letters has; none where they are no term."""
        plain = self.plain.get(letters, frozenset())
        if not self.listed.digests:
            return plain
        told = self._known.get(letters)
        if told is None:
            told = digest(self.listed.key, letters)
            if is_word and len(self._known) < _KEPT:
                self._known[letters] = told
        return plain | self.listed.digests.get(told, frozenset())

    def _allowed_in(self, text: str) -> Iterator[Span]:
        """Where `text` tells an allowed phrase, in order."""
        found = words(text)
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.allowed:
            by_first.setdefault(phrase[0], []).append(phrase)
        for at, word in enumerate(found):
            for phrase in by_first.get(word.form, ()):
                told = found[at : at + len(phrase)]
                if tuple(each.form for each in told) == phrase:
                    yield Span(told[0].span.start, told[-1].span.end)


def _apart(found: list[Span], allowed: list[Span]) -> list[Span]:
    """Places that do not overlap, the longer of two, less those inside an allowed one."""
    kept: list[Span] = []
    starts = [span.start for span in allowed]
    ends = list(accumulate((span.end for span in allowed), max))  # the furthest end so far
    for span in sorted(found):
        before = bisect_right(starts, span.start)
        if before and span.end <= ends[before - 1]:
            continue
        if kept and span.start < kept[-1].end:
            kept[-1] = max(kept[-1], span, key=lambda each: each.end - each.start)
        else:
            kept.append(span)
    return kept
