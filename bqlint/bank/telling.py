"""The words of a question that tell it from others: stems, Chinese characters in pairs, common words left out."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

_LISTS = Path(__file__).parent / "words"
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|[\u4e00-\u9fff]+")
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ies", "ied", "ers", "er", "ors", "or", "ions",
    "ion", "ances", "ance", "ences", "ence", "ively", "ive", "ably", "able", "ily", "ly", "es", "s", "e", "y",
)  # fmt: skip
"""What is cut off, longest first, so that "disagreement" and "disagreed" meet."""


def words(text: str) -> tuple[str, ...]:
    """The telling words of `text` in order, each as the head of its class of synonyms."""
    found: list[str] = []
    for token in _TOKEN.findall(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")):
        if token[0] >= "\u4e00":
            bare = _without(token)
            found += [bare[at : at + 2] for at in range(max(len(bare) - 1, 1)) if bare[at : at + 2]]
        elif token not in _common():
            stem = _stem(token)
            found.append(_classes().get(stem, stem))
    return tuple(found)


def _without(han: str) -> str:
    """Chinese text less the phrases that every question has."""
    for phrase in sorted(_lines("common.zh"), key=len, reverse=True):
        han = han.replace(phrase, "")
    return han


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = word.partition("'")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _common() -> frozenset[str]:
    return frozenset(_lines("common.en"))


@cache
def _classes() -> dict[str, str]:
    """Stem to the first stem of its line in synonyms.en.txt."""
    lines = [[_stem(word) for word in line.split()] for line in _lines("synonyms.en")]
    return {stem: line[0] for line in lines for stem in line}


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = (_LISTS / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
