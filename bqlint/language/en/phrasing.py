"""Which listed English phrases a sentence holds, found in one pass however many lists are asked."""

from __future__ import annotations

from functools import cache

from bqlint.finding import Span
from bqlint.language.lexicon import once, phrases
from bqlint.prose import Sentence

_LISTS = tuple(
    f"{name}.en"
    for name in [
        "again_and_again",
        "amounts",
        "another_time",
        "changed_now",
        "changes",
        "from_now_on",
        "intensifying",
        "lessons",
        "magnitudes",
        "nothing_learnt",
        "occasions",
        "pitches",
        "sayings",
        "since_then",
        "taken_along",
    ]
)


def phrase(sentence: Sentence, name: str) -> Span | None:
    """The place of the first phrase of list `name` in `sentence`."""
    found = _found(sentence).get(name)
    return sentence.tokens.span(*found[0]) if found else None


def phrases_in(sentence: Sentence, name: str) -> list[tuple[int, int]]:
    """First and last token of each phrase of list `name` in `sentence`, in order."""
    return _found(sentence).get(name, [])


@once
def _found(sentence: Sentence) -> dict[str, list[tuple[int, int]]]:
    """First and last token of every listed phrase, by list; at one token the longest of a list alone."""
    forms, index = sentence.tokens.forms, _index()
    found: dict[str, list[tuple[int, int]]] = {}
    for at, form in enumerate(forms):
        seconds = index.get(form)
        if seconds is None:
            continue
        for second in (forms[at + 1] if at + 1 < len(forms) else "", ""):
            for rest, name in seconds.get(second, ()):
                last = at + len(rest)
                if forms[at + 1 : last + 1] == rest:
                    places = found.setdefault(name, [])
                    if not places or places[-1][0] != at:
                        places.append((at, last))
            if not second:
                break
    return found


@cache
def _index() -> dict[str, dict[str, list[tuple[list[str], str]]]]:
    """Every phrase by its first and its second token ("" where it has but one), the longest first."""
    index: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
    for name in _LISTS:
        for first, rests in phrases(name).items():
            for rest in rests:
                index.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append((list(rest), name))
    for seconds in index.values():
        for entries in seconds.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return index
