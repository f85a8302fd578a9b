"""A Chinese sentence as the questions about it read it: simplified, cut into clauses, its listed words found.

Chinese writes no spaces. One pass from left to right takes the longest listed word at each place, so that 会 is not
found in 会议 nor 一 in 一方面; what no list holds is left alone.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bqlint.language.lexicon import lines, once, table
from bqlint.prose import Sentence

LISTS = [
    "achievement_ranks",
    "amounts",
    "bad_measures",
    "bettering",
    "causatives",
    "cognition",
    "commonplaces",
    "conditions",
    "conspicuous",
    "deeds",
    "degrees",
    "early",
    "earlier",
    "earning",
    "effect_nouns",
    "effects",
    "effort",
    "employers",
    "exceeding",
    "falling",
    "finishing",
    "fitting",
    "from_now_on",
    "good_measures",
    "gradables",
    "habits",
    "hiding",
    "incidents",
    "insights",
    "lead_ins",
    "leaps",
    "lesson_nouns",
    "little",
    "modals",
    "negations",
    "norms",
    "noticings",
    "nowadays",
    "numeral_idioms",
    "others",
    "persons",
    "planning",
    "posts",
    "prepositions",
    "reaching",
    "received",
    "regrets",
    "resolves",
    "rising",
    "saving",
    "sayings",
    "serving",
    "setbacks",
    "setting",
    "since",
    "since_then",
    "skills",
    "spending",
    "states",
    "steady",
    "subordinate_ends",
    "subordinators",
    "teachings",
    "undergone",
    "uptake",
    "worth",
]
"""The lists whose words a reading finds, by their file names without `.zh`; each is a kind of word."""

_BREAK = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[，；。！？：;!?\n（）()—…]+")
_HEADS = frozenset(("rising", "falling", "bettering", "effects"))  # a compound of such a verb is one: 缩短, 降低


@dataclass(frozen=True, slots=True)
class Word:
    """A listed word at `start` to `end` of the sentence's text, with the lists that hold it."""

    start: int
    end: int
    text: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between signs; `sign` is the one before it ("" for the first), `after` the one behind it."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    sign: str = ""
    after: str = ""

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of the lists `kinds` stands in the clause."""
        return any(not word.kinds.isdisjoint(kinds) for word in self.words)

    def before(self, at: int) -> tuple[Word, ...]:
        """Its words that end at or before `at`, the nearest first."""
        return tuple(word for word in reversed(self.words) if word.end <= at)

    def behind(self, at: int) -> tuple[Word, ...]:
        """Its words that start at or after `at`."""
        return tuple(word for word in self.words if word.start >= at)

    @property
    def body(self) -> str:
        """Its text in lower case without signs and blanks at its ends."""
        return self.text.strip(" \t-*•·0123456789.、\"“”‘’'「」")


@cache
def _simple() -> dict[int, str]:
    """Traditional characters, capitals and full-width signs to those that the lists are written in, one for one."""
    small = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
    signs = {0xFF10 + n: str(n) for n in range(10)} | {ord("％"): "%", ord("．"): ".", ord("～"): "~", ord("＋"): "+"}
    return small | signs | {ord(old): new for old, new in table("traditional.zh").items()}


@cache
def _index() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Every listed word by its first character, longest first, with the lists that hold it or its head."""
    kinds: dict[str, set[str]] = {}
    for name in LISTS:
        for word in lines(f"{name}.zh"):
            kinds.setdefault(word, set()).add(name)
    for word, held in kinds.items():
        if "hiding" not in held:
            parts = {word[a:b] for a in range(len(word)) for b in range(a + 1, len(word) + 1)} & kinds.keys()
            held |= {kind for part in parts for kind in kinds[part] & _HEADS}
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for word in sorted(kinds, key=len, reverse=True):
        found.setdefault(word[0], []).append((word, frozenset(kinds[word])))
    return {first: tuple(listed) for first, listed in found.items()}


@once
def simplified(sentence: Sentence) -> str:
    """The sentence's text in simplified characters, small letters and plain digits, of the same length."""
    return sentence.text.translate(_simple())


@once
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of `sentence` in order; offsets are those of its own text."""
    text = simplified(sentence)
    found, start, sign = [], 0, ""
    for match in _BREAK.finditer(text):
        _add(found, text, start, match.start(), sign, match[0])
        start, sign = match.end(), match[0]
    _add(found, text, start, len(text), sign, "")
    return tuple(found)


def _add(found: list[Clause], text: str, start: int, end: int, sign: str, after: str) -> None:
    """Append the clause `text[start:end]` if it holds anything."""
    if text[start:end].strip():
        found.append(Clause(start, end, text[start:end], tuple(_listed(text, start, end)), sign, after))


def _listed(text: str, start: int, end: int) -> Iterator[Word]:
    """The listed words of `text[start:end]`, the longest at each place."""
    index = _index()
    at = start
    while at < end:
        for word, kinds in index.get(text[at], ()):
            if text.startswith(word, at) and at + len(word) <= end:
                yield Word(at, at + len(word), word, kinds)
                at += len(word)
                break
        else:
            at += 1
