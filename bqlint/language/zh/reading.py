"""A Chinese sentence as the questions about it read it: simplified, cut into clauses, its listed words found.

Chinese writes no spaces. One pass from left to right takes the longest listed word at each place, so that 会 is not
found in 会议 nor 一 in 一方面; what no list holds is left alone.
"""

from __future__ import annotations

import re
import string
from functools import cache

from bqlint.language.lexicon import lines, once, table
from bqlint.pattern import compiled
from bqlint.prose import Sentence
from bqlint.typed import NamedTuple

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
    "facing",
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
    "lots",
    "modals",
    "negations",
    "norms",
    "noticings",
    "nowadays",
    "numeral_idioms",
    "objecting",
    "opening_prepositions",
    "others",
    "persons",
    "planning",
    "posts",
    "prepositions",
    "reaching",
    "received",
    "regrets",
    "reports",
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
    "talking",
    "teachings",
    "undergone",
    "uptake",
    "worth",
]
"""The lists whose words a reading finds, by their file names without `.zh`; each is a kind of word."""

_BREAK = r"(?<!\d)[,:]|[,:](?!\d)|[，；。！？：;!?\n（）()—…]+"
_HEADS = frozenset(("rising", "falling", "bettering", "effects"))  # a compound of such a verb is one: 缩短, 降低


class Word(NamedTuple):
    """A listed word at `start` to `end` of the sentence's text, with the lists that hold it."""

    start: int
    end: int
    text: str
    kinds: frozenset[str]

    def is_a(self, *kinds: str) -> bool:
        """Whether one of the lists `kinds` holds it."""
        return not self.kinds.isdisjoint(kinds)


class Clause(NamedTuple):
    """A stretch between signs; `sign` is the one before it ("" for the first), `after` the one behind it.

    `kinds` are those of all its words.
    """

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    kinds: frozenset[str]
    sign: str = ""
    after: str = ""

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of the lists `kinds` stands in the clause."""
        return not self.kinds.isdisjoint(kinds)

    def before(self, at: int) -> tuple[Word, ...]:
        """Its words that end at or before `at`, the nearest first."""
        return tuple([word for word in reversed(self.words) if word.end <= at])

    def behind(self, at: int) -> tuple[Word, ...]:
        """Its words that start at or after `at`."""
        return tuple([word for word in self.words if word.start >= at])

    def lead(self, at: int) -> str:
        """Its text before `at`."""
        return self.text[: at - self.start]

    def tail(self, at: int) -> str:
        """Its text from `at` on."""
        return self.text[at - self.start :]


class Reading(NamedTuple):
    """A sentence read: its simplified text, its clauses, and the kinds of all their words."""

    text: str
    clauses: tuple[Clause, ...]
    kinds: frozenset[str]
    is_question: bool

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of the lists `kinds` stands in the sentence."""
        return not self.kinds.isdisjoint(kinds)


@cache
def pattern(regex: str) -> re.Pattern[str]:
    """`regex` compiled when first asked for: a file without Chinese pays for none."""
    return compiled(regex)


@cache
def either(name: str) -> str:
    """A pattern for any entry of list `name`, longest first; of a table, for any key."""
    entries = {line.partition("=")[0].strip() for line in lines(f"{name}.zh")}
    return "|".join(map(re.escape, sorted(entries, key=lambda entry: (-len(entry), entry))))


@cache
def _simple() -> dict[int, str]:
    """Traditional characters, capitals and full-width signs to those that the lists are written in, one for one."""
    small = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
    wide = {0xFF01 + n: chr(0x21 + n) for n in range(94) if chr(0xFF01 + n) not in "（），：；！？"}
    wide |= {0xFF21 + n: chr(0x61 + n) for n in range(26)}
    return small | wide | {ord(old): new for old, new in table("traditional.zh").items()}


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Every listed word with the lists that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        for word in lines(f"{name}.zh"):
            found[word] = (*found.get(word, ()), name)
    return found


class _Kinds(dict[str, frozenset[str]]):
    """The kinds of each listed word, worked out when the word is first met."""

    def __missing__(self, word: str) -> frozenset[str]:
        """The lists that hold `word`, and those of the heads it is a compound of, unless a word in it hides them."""
        listed = _lists()
        parts = [word[a:b] for a in range(len(word)) for b in range(a + 1, len(word) + 1)]
        held = [listed.get(part, ()) for part in parts]
        heads = {name for lists in held for name in lists if name in _HEADS}
        hidden = any("hiding" in lists for lists in held)
        kinds = self[word] = frozenset(listed[word]) | (frozenset() if hidden else frozenset(heads))
        return kinds


@cache
def _index() -> tuple[dict[str, tuple[str, ...]], frozenset[str], _Kinds]:
    """Every listed word by its first two characters, longest first; those of one character; and what each is.

    The words of a pair end with its first character alone, if that is a word.
    """
    listed = _lists()
    single = frozenset(word for word in listed if len(word) == 1)
    found: dict[str, list[str]] = {}
    for word in sorted(listed.keys() - single, key=len, reverse=True):
        found.setdefault(word[:2], []).append(word)
    pairs = {first: (*words, first[0]) if first[0] in single else tuple(words) for first, words in found.items()}
    return pairs, single, _Kinds()


@once
def read(sentence: Sentence) -> Reading:
    """`sentence` read; offsets are those of its own text, which the simplified one keeps."""
    text = sentence.text.translate(_simple())
    found: list[Clause] = []
    start, sign = 0, ""
    for match in pattern(_BREAK).finditer(text):
        _add(found, text, start, match.start(), sign, match[0])
        start, sign = match.end(), match[0]
    _add(found, text, start, len(text), sign, "")
    kinds = frozenset().union(*[clause.kinds for clause in found])
    asked = text.rstrip('”」"’』 ')
    return Reading(text, tuple(found), kinds, asked[-1:] in ("？", "?") or asked.endswith("吗"))


def _add(found: list[Clause], text: str, start: int, end: int, sign: str, after: str) -> None:
    """Append the clause `text[start:end]` if it holds anything."""
    told = text[start:end]
    if told and not told.isspace():
        words = _listed(text, start, end)
        kinds = frozenset().union(*[word.kinds for word in words])
        found.append(Clause(start, end, told, words, kinds, sign, after))


def _listed(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The listed words of `text[start:end]`, the longest at each place."""
    pairs, single, kinds = _index()
    found = []
    at = start
    while at < end:
        first = text[at]
        for word in pairs.get(text[at : at + 2]) or (first if first in single else ()):
            stop = at + len(word)
            if stop <= end and text.startswith(word, at):
                found.append(Word(at, stop, word, kinds[word]))
                at = stop
                break
        else:
            at += 1
    return tuple(found)
