"""English word lists by lexeme: one line a word, its forms made or read here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bqlint.language.lexicon import lines, table

_VOWELS = frozenset("aeiou")


@cache
def forms(name: str) -> frozenset[str]:
    """All forms written in words/`name`.txt, where a line holds the forms of one word: "hour hours hr hrs"."""
    return frozenset(form for line in lines(name) for form in line.split())


@cache
def verbs(name: str) -> frozenset[str]:
    """All forms of the verbs of words/`name`.txt, where a line holds one verb in its base form."""
    return frozenset(form for line in lines(name) for form in conjugated(line))


def conjugated(base: str) -> Iterator[str]:
    """The forms of one verb: "cut" gives cut, cuts, cutting, cut; "reduce" reduce, reduces, reducing, reduced."""
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else _doubled(base)
    yield base
    yield _third_person(base)
    yield f"{stem}ing"
    irregular = table("verbs_irregular.en").get(base)
    if irregular:
        yield from irregular.replace("/", " ").split()
    else:
        yield f"{base[:-1]}ied" if _y_after_consonant(base) else f"{base}d" if base.endswith("e") else f"{stem}ed"


def _third_person(base: str) -> str:
    if _y_after_consonant(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


def _y_after_consonant(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in _VOWELS


def _doubled(base: str) -> str:
    """`base` with its last consonant doubled where one short syllable ends in it: "drop" gives "dropp"."""
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return base
    return base + base[-1] if sum(letter in _VOWELS for letter in base) == 1 else base
