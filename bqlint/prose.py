"""Masked text to sentences, English and Chinese side by side.

Masked text has the length of the source it stands for: whatever is not the author's prose is blanked, so an offset
into it is an offset into the source. Words are looked up, not searched for: one pass makes the tokens, and every
question of `language` reads those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bqlint.finding import Span
from bqlint.lazy import lazy
from bqlint.pattern import compiled
from bqlint.tokens import Tokens, han_in, spelt, tokenise
from bqlint.typed import Any

_MAY_STOP = compiled(r"[.!?…]+|[。！？]")
_STOP = compiled(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[”’」』）)\"']*")
_FOLLOWING = compiled(r"(?<!\s)\s*(\S.?)", re.DOTALL)
_LIST_NUMBER = compiled(r"\A\s*\d+(?=\.)")
_LONGEST = 12
"""As far back as an abbreviation, an opening sign or an initial is looked for."""
_OPENERS = "\"'“‘(«[-–—•*「『（"
_PAUSES = frozenset(",;:–—，；：、")
LONGEST = 300
"""Tokens of a sentence. Nobody says more in one breath; what goes on longer is read in parts, so that no question that
compares the words of a sentence with each other takes longer than a multiple of the text."""
# Words that end in a full stop without ending a sentence.
_ABBREVIATIONS = frozenset((
    "e.g", "i.e", "etc", "vs", "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "no", "nos", "vol", "fig",
    "approx", "dept", "est", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "a.m", "p.m", "u.s", "u.k", "cf", "al", "ca",
    "resp", "hr", "hrs", "min", "mins", "sec", "yr", "yrs"
))  # fmt: skip
# Of those, the ones that often do end a sentence: they do so before a capital letter.
_OFTEN_LAST = frozenset(
    ["etc", "a.m", "p.m", "u.s", "u.k", "inc", "ltd", "co", "corp", "hr", "hrs", "min", "mins", "sec", "yr", "yrs"]
)


class Sentence:
    """One sentence of prose: its place, its masked text, its language.

    Answers of `language` are kept in `answers`, so that each question is asked once however many rules ask it.
    """

    def __init__(self, text: str, span: Span, lang: str, kind: str) -> None:
        self.text, self.span, self.lang, self.kind = text, span, lang, kind
        self.answers: dict[str, Any] = {}

    def __repr__(self) -> str:
        return f"Sentence({self.text!r}, {self.span.start}:{self.span.end}, {self.lang}, {self.kind})"

    @lazy
    def tokens(self) -> Tokens:
        """The sentence's tokens, made once."""
        return tokenise(self.text, self.span.start)

    @property
    def weight(self) -> float:
        """How many spoken words it counts for: one a word, half a Chinese character."""
        return len(self.tokens.words) - han_in(self.text) / 2


def language_of(text: str, default: str) -> str:
    """`zh` where Chinese characters outnumber Latin words (in a Chinese story: half of them), else `en`."""
    han = han_in(text)
    if not han:
        return "en" if default != "zh" or re.search(r"[A-Za-z]{2}", text) else "zh"
    words = spelt(text)
    if 2 * han > len(words):
        return "zh"
    latin = sum(word[0].isascii() and word[0].isalpha() for word in words)
    return "zh" if han * (2 if default == "zh" else 1) > latin else "en"


def sentences(text: str, offset: int, lang: str, kind: str) -> Iterator[Sentence]:
    """The sentences of one block of masked `text` that starts at `offset`; `kind` says what block it is."""
    for start, end in _parts(text):
        piece = text[start:end]
        body = piece.strip()
        if body and any(map(str.isalnum, body)):
            at = offset + start + piece.index(body)
            yield Sentence(body, Span(at, at + len(body)), language_of(body, lang), kind)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; one of too many tokens is cut behind a pause, if there is one."""
    start = 0
    for end in (*_boundaries(text), len(text)):
        if end - start > LONGEST:  # it may have that many tokens
            tokens = tokenise(text[start:end], start)
            first = 0
            while len(tokens.forms) - first > LONGEST:
                half = range(first + LONGEST, first + LONGEST // 2, -1)
                first = next((at for at in half if tokens.forms[at - 1] in _PAUSES), first + LONGEST)
                yield start, tokens.starts[first]
                start = tokens.starts[first]
        yield start, end
        start = end


def _boundaries(text: str) -> Iterator[int]:
    """Offsets where a sentence ends and another begins."""
    end = 0
    number = _LIST_NUMBER.match(text)
    for sign in _MAY_STOP.finditer(text):
        match = _STOP.match(text, sign.start()) if sign.start() >= end else None
        if match is None:
            continue
        end = match.end()
        if number and match.start() == number.end():  # "1. Situation"
            continue
        if text[match.start()] in "。！？" or _ends_here(text, match.start(), end):
            yield end


def _ends_here(text: str, stop: int, end: int) -> bool:
    """Whether the sign at `stop` ends a sentence, judged by the word before and what follows `end`."""
    following = _FOLLOWING.match(text, end)
    if following is None:
        return False
    first = following[1].lstrip(_OPENERS)[:1] or following[1][0]
    if text[stop] == ".":
        before = next(reversed(text[max(stop - _LONGEST, 0) : stop].lower().split()), "").lstrip(_OPENERS)
        if before in _ABBREVIATIONS and not (before in _OFTEN_LAST and first.isupper()):
            return False
        if len(before) == 1 and before.isalpha() and before != "i":  # an initial: "J. Smith"
            return False
    return not first.islower()


def join(spans: Sequence[Span]) -> Span:
    """The range from the first span's start to the last one's end."""
    return Span(spans[0].start, spans[-1].end)
