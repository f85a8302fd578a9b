"""How hard a text is to follow: syllables, the two Flesch formulas, and textstat's scores for `inspect`.

`syllables` needs no library, so that `check` stays fast: a guess from the spelling, and a table of the words for which
the guess is wrong, made from the CMU Pronouncing Dictionary by scripts/build_syllables.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from bqlint.language.lexicon import lines
from bqlint.typed import NamedTuple

# A figure, or letters with apostrophes among them: at most 60, so that gibberish costs no more than its length.
# Patterns are compiled at their first use.
_PART = r"\d[\d.,:]*|(?:[^\W\d_]'*){1,60}"
# textstat would end a sentence at the point of "9.5" and "Node.js".
_POINT_INSIDE = r"(?<=\w)\.(?=\w)"
_VOWEL_RUNS = str.maketrans(dict.fromkeys("bcdfghjklmnpqrstvwxz'^$", " "))
# Spellings that sound one syllable more, or one fewer, than they have runs of vowels; ^ and $ are the word's ends.
_TWO_VOWELS = ("ia", "eo", "iu", "iol", "ior", "iot", "iy", "aue", "dua", "nua", "tua", "riou", "ciat", "io$")
_Y_BETWEEN = ("aya", "ayo", "oya", "ye", "yin")
_SOUNDED_END = ("ea$", "ee$", "ie$", "oe$", "ier$", "iest$", "sm$", *(f"{letter}le$" for letter in "bcdfgkptz"))
_MORE = (*_TWO_VOWELS, *_Y_BETWEEN, *_SOUNDED_END, "^mc", "^bio", "^rea")
_FEWER = ("e$", "cia", "tial", "eman$", "^ye", "^fore", "^home")
_ENDINGS = ("ly", "ness", "ment", "ful", "less")  # of one syllable each
_SIBILANT = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")  # before 's
_SIBILANT_E = ("ce", "ge", "se", "ze", "xe", "che", "she")  # before the s of a plural


class Counts(NamedTuple):
    """What both Flesch formulas ask of a text: how many sentences, words and syllables it has."""

    sentences: int
    words: int
    syllables: int


def flesch_kincaid_grade(counts: Counts) -> float:
    """The US school grade that can follow a text: 0.39 words/sentence + 11.8 syllables/word - 15.59; 0.0 for no text.

    Source: Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75, Naval Air Station Memphis.
    """
    if not (counts.sentences and counts.words):
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def flesch_reading_ease(counts: Counts) -> float:
    """Ease of reading: 206.835 - 1.015 words/sentence - 84.6 syllables/word, 60 to 70 is plain; 0.0 for no text.

    Source: Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32(3), 221-233.
    """
    if not (counts.sentences and counts.words):
        return 0.0
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Spoken syllables of `word`: its parts ("well-kept") added up, a figure one, at least one for any letter."""
    folded = word.lower().replace("’", "'")
    if not folded.isascii():
        folded = _without_accents(folded)
    return sum(count(part.rstrip("'"), _known) for part in re.findall(_PART, folded))


def count(part: str, known: Callable[[str], int | None]) -> int:
    """Syllables of lower-case `part`, as `known` has it or as the spelling suggests, looked up by stem too."""
    added = 0
    while not (number := known(part)):
        stem, more = _stem(part)
        if not stem:
            return added + _guess(part)
        part, added = stem, added + more
    return added + number


def scores(text: str) -> dict[str, float]:
    """Scores of English `text` by textstat, to two decimals; the same keys for any text, all 0.0 where it has no words.

    All but flesch_reading_ease (100 is very easy, 0 very hard) are US school years. Sentences are textstat's: those of
    one or two words are not counted. Left out: SMOG, which is normed on 30 sentences (McLaughlin 1969), and Dale-Chall,
    for which textstat takes every inflected word ("minutes", "asked") for a hard one.
    """
    from textstat import textstat

    plain = re.sub(_POINT_INSIDE, ",", text)
    return {
        "flesch_kincaid_grade": round(textstat.flesch_kincaid_grade(plain), 2),
        "flesch_reading_ease": round(textstat.flesch_reading_ease(plain), 2),
        "gunning_fog": round(textstat.gunning_fog(plain), 2),
        "automated_readability_index": round(textstat.automated_readability_index(plain), 2),
        "coleman_liau_index": round(textstat.coleman_liau_index(plain), 2),
    }


BEGINNING = 2
"""Letters that the words on one line of the table share."""


def _known(part: str) -> int:
    """Syllables of a word whose spelling misleads; 0 for any other."""
    line = _table().get(part[:BEGINNING], "")
    at = line.find(f" {part}=")
    return int(line[at + len(part) + 2]) if at >= 0 else 0


@cache
def _table() -> Mapping[str, str]:
    """The words whose spelling misleads, each with its count, by what they begin with."""
    return {begin: f" {told}" for begin, _, told in (line.partition(" ") for line in lines("syllables.en"))}


def _stem(word: str) -> tuple[str, int]:
    """The word that `word` is formed from and the syllables that its ending adds; an empty stem for a simple word."""
    if word.endswith("'s"):
        return word[:-2], word.endswith(_SIBILANT, 0, -2)
    if word.endswith("s") and len(word) > 2 and not word.endswith(("ss", "us", "is")):
        return word[:-1], word.endswith(_SIBILANT_E, 0, -1)
    if word.endswith("ed") and len(word) > 3:
        return word[:-1], word[-3] in "td"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)], 1
    return "", 0


def _guess(word: str) -> int:
    """Syllables by spelling alone: runs of vowels, and what certain spellings add or take; "sql" is read by letters."""
    marked = f"^{word}$"
    runs = len(marked.translate(_VOWEL_RUNS).split())
    if not runs:
        return len(word) + 2 * word.count("w")
    return max(1, runs + sum(map(marked.count, _MORE)) - sum(map(marked.count, _FEWER)))


def _without_accents(word: str) -> str:
    """`word` with its accents taken off: "naïve" is looked up as "naive"."""
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))
