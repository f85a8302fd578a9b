r"""Text as the words that names are made of, whatever their case, accents, markup, hyphens or line ends.

A name is compared by its letters and digits alone, so "Project Falcon", "project-falcon" and "PROJECT\nFalcon's" are
one; a Chinese character is a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from bqlint.finding import Span
from bqlint.typed import NamedTuple

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_JOINS = r"[ \t\xa0\u3000*_`~/·・•&\-\u2010-\u2015\u2212\u00ad" + _INVISIBLE + "]"
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"))
_SHORTEST = 2
"""Letters that a plural keeps at least without its ending."""


class Word(NamedTuple):
    """A word of a text: its letters and digits in lower case, its place, and whether it has an apostrophe."""

    form: str
    span: Span
    is_inflected: bool = False

    def forms(self, is_last: bool) -> tuple[str, ...]:
        """The word itself, then without a plural's or a genitive's ending, where it may have one.

        Only the last word of a name has plurals; a genitive with its apostrophe may stand on each.
        """
        if not (is_last or self.is_inflected):
            return (self.form,)
        bare = [
            self.form[: -len(ending)] + instead
            for ending, instead in _ENDINGS
            if self.form.endswith(ending) and len(self.form) - len(ending) >= _SHORTEST
        ]
        return (self.form, *bare)


class Run(NamedTuple):
    """Words that stand together as one name may: how many, how many of the gaps are hyphens, and their place."""

    words: Sequence[Word]
    hyphens: int

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    def spellings(self) -> Iterator[str]:
        """The letters of all words together, once for each form that they may be inflected from."""
        before: tuple[str, ...] = ("",)
        for number, word in enumerate(self.words, 1):
            forms = word.forms(number == len(self.words))
            before = tuple(start + form for start in before for form in forms)
        yield from before

    def may_have(self, words: int) -> bool:
        """Whether a name of so many words may be written as this run: a hyphen may divide a word, or join two."""
        return len(self.words) == 1 or len(self.words) - self.hyphens <= words <= len(self.words)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word, and what may stand between two words of one name; compiled where there is a list to compare with."""
    letters = rf"(?:[^\W_{_HAN}]|[\u0300-\u036f{_INVISIBLE}])+"
    word = rf"[{_HAN}]|{letters}(?:['’＇&]{letters})*"
    gap = rf"{_JOINS}*(?:(?:\r\n?|\n){_JOINS[:-1]}>]*)?"
    return re.compile(word), re.compile(gap)


def words(text: str) -> list[Word]:
    """The words of `text` in order."""
    found = []
    for match in _patterns()[0].finditer(text):
        form = _letters(match[0])
        if form:
            found.append(Word(form, Span(*match.span()), bool(re.search("['’＇]", match[0]))))
    return found


def runs(text: str, longest: int) -> Iterator[Run]:
    """Every run of at most `longest` words, and one more for each hyphen in it, that one name could be written as."""
    found = words(text)
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(found)]
    joins = [_patterns()[1].fullmatch(gap) is not None for gap in gaps]
    hyphens = [any(sign in gap for sign in "-\u2010\u2011\u00ad") for gap in gaps]
    for first in range(len(found)):
        tied, last = 0, first
        yield Run(found[first : first + 1], 0)
        while last < len(gaps) and joins[last]:
            tied += hyphens[last]
            last += 1
            if last - first + 1 - tied > longest or last - first > longest:
                break
            yield Run(found[first : last + 1], tied)


def spelling(term: str) -> tuple[str, int]:
    """A term as lists hold it: the letters of all its words together, and how many words it has."""
    found = words(term)
    return "".join(word.form for word in found), len(found)


def _letters(word: str) -> str:
    """A word in lower case without accents, apostrophes and invisible characters."""
    if word.isascii():
        return word.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign == "&").casefold()
