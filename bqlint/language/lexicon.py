"""Word lists as data: one file a purpose in words/, one entry a line, `#` starts a comment.

A list is read at its first use and kept for the life of the process. An installed package holds all of them in one
module (scripts/wheel_modules.py), since a cold story asks for a hundred.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, wraps

from bqlint.prose import Sentence
from bqlint.tokens import Tokens, tokenise
from bqlint.typed import TypeVar

_WORDS = os.path.join(os.path.dirname(__file__), "words")
Answer = TypeVar("Answer")


def lines(name: str) -> Iterable[str]:
    """The entries of words/`name`.txt, comments and blank lines left out."""
    known = _built()
    return known[name].splitlines() if known else _read(name)


@cache
def _built() -> Mapping[str, str]:
    """The entries of every list by its name in an installed package; none in a checkout."""
    try:
        from bqlint.built.words import LISTS
    except ImportError:
        return {}
    found: Mapping[str, str] = LISTS
    return found


def _read(name: str) -> Iterator[str]:
    """The entries of a list, from its file."""
    with open(os.path.join(_WORDS, f"{name}.txt"), "rb", buffering=0) as stream:
        read = stream.read()
    for line in read.decode("utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


@cache
def words(name: str) -> frozenset[str]:
    """Single words of words/`name`.txt, for look-up by a token's form."""
    return frozenset(lines(name))


@cache
def phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of words/`name`.txt by their first token, longest first, each as the tokens that follow it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in lines(name):
        first, *rest = tokenise(line).forms
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


@cache
def table(name: str) -> dict[str, str]:
    """`key = value` entries of words/`name`.txt."""
    return {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines(name))}


def match(tokens: Tokens, at: int, name: str) -> int:
    """How many tokens from `at` on are a phrase of list `name`; 0 where none is."""
    forms = tokens.forms
    for rest in phrases(name).get(forms[at], ()):
        if tuple(forms[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1
    return 0


def once(question: Callable[[Sentence], Answer]) -> Callable[[Sentence], Answer]:
    """Ask `question` of a sentence once and keep the answer on the sentence."""
    key = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def asked(sentence: Sentence) -> Answer:
        answers = sentence.answers
        if key in answers:
            known: Answer = answers[key]
            return known
        answers[key] = answer = question(sentence)
        return answer

    return asked
