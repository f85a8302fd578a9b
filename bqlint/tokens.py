"""Masked text to tokens and words, English and Chinese side by side.

Tokens are what the questions of `language` read, words what one counts: one pass over a text tells both.
"""

from __future__ import annotations

import re
from functools import cache

from bqlint.finding import Span
from bqlint.pattern import compiled, pattern

_FIRST_HAN = "\u3400"
_ASCII_TOKEN = pattern(r"[a-z]+(?:'[a-z]+)*|\d+(?:[.,:]\d+)*|(?<!\S)\.\d+|\S")
_LATIN_TOKEN = pattern(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|\S")
_LATIN_WORD = pattern(r"[^\W_]+(?:[-'’.,:/&@%][^\W_]+)*")
_ENDS = frozenset(".,;:!?)\"'")
"""What a chunk of text between blanks often ends in; a chunk of letters needs no pattern, and most are."""


class Tokens:
    """The tokens of a sentence as parallel lists, for speed: a number, a word, one Chinese character or one sign each.

    `words` are what one would count, in lower case: "24/7" and "well-kept" are one, a Chinese character is one.
    `forms` are lower case ("İ" is "i") with straight apostrophes; `starts` and `ends` are offsets into the
    source, looked up where something asks for a place. Touching tokens ("10" and "k", "q" and "3") have
    `ends[i] == starts[i + 1]`.
    """

    __slots__ = ("_ends", "_starts", "forms", "lower", "offset", "words")

    def __init__(self, forms: list[str], words: list[str], lower: str, offset: int) -> None:
        self.forms, self.words, self.lower, self.offset = forms, words, lower, offset
        self._starts: list[int] = []
        self._ends: list[int] = []

    @property
    def starts(self) -> list[int]:
        """Where each token begins."""
        if len(self._starts) < len(self.forms):
            self._place()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each token ends."""
        if len(self._ends) < len(self.forms):
            self._place()
        return self._ends

    def span(self, first: int, last: int) -> Span:
        """The source range from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def _place(self) -> None:
        """Find each token in turn: nothing but white space stands between two of them."""
        at, find = 0, self.lower.index
        starts, ends = [], []
        for form in self.forms:
            at = find(form, at)
            starts.append(at)
            at += len(form)
            ends.append(at)
        if offset := self.offset:
            starts, ends = [at + offset for at in starts], [at + offset for at in ends]
        self._starts, self._ends = starts, ends


@cache
def _han() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """One Chinese character; tokens; words: compiled where needed only, for large classes take milliseconds."""
    han = "\u3400-\u9fff\uf900-\ufaff"
    return (
        compiled(f"[{han}]"),
        compiled(rf"[^\W\d_{han}]+(?:'[^\W\d_{han}]+)*|\d+(?:[.,:]\d+)*|\S"),
        compiled(rf"[{han}]|[^\W_{han}]+(?:[-'’.,:/&@%][^\W_{han}]+)*"),
    )


def _may_hold_han(text: str) -> bool:
    return not text.isascii() and max(text) >= _FIRST_HAN


def tokenise(text: str, offset: int = 0) -> Tokens:
    """Tokens of masked `text`, which starts at `offset` of the source."""
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # the lower case of "İ" has two characters
        lower = text.replace("’", "'").replace("İ", "i").lower()
    if _may_hold_han(text):
        return Tokens(_han()[1].findall(lower), _han()[2].findall(lower), lower, offset)
    forms: list[str] = []
    words: list[str] = []
    odd = _ASCII_TOKEN if lower.isascii() else _LATIN_TOKEN
    for chunk in lower.split():
        if chunk.isalpha():
            forms.append(chunk)
            words.append(chunk)
        elif chunk[-1] in _ENDS and chunk[:-1].isalpha():
            forms += (chunk[:-1], chunk[-1])
            words.append(chunk[:-1])
        else:
            forms += odd.findall(chunk)
            words += _LATIN_WORD.findall(chunk)
    return Tokens(forms, words, lower, offset)


def words(text: str, offset: int = 0) -> tuple[Span, ...]:
    """The words of masked `text` as source ranges."""
    pattern = _han()[2] if _may_hold_han(text) else _LATIN_WORD
    return tuple(Span(match.start() + offset, match.end() + offset) for match in pattern.finditer(text))


def spelt(text: str) -> list[str]:
    """The words of masked `text` as they are spelt; `words` without the places, and much quicker."""
    if _may_hold_han(text):
        return _han()[2].findall(text)
    found: list[str] = []
    for chunk in text.split():
        if chunk.isalnum():
            found.append(chunk)
        elif chunk[-1] in _ENDS and chunk[:-1].isalnum():
            found.append(chunk[:-1])
        else:
            found += _LATIN_WORD.findall(chunk)
    return found


def han_in(text: str) -> int:
    """How many Chinese characters `text` holds."""
    return len(_han()[0].findall(text)) if _may_hold_han(text) else 0
