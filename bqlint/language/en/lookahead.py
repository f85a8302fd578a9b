"""What stands around a token of an English sentence: looks left and right over tags, changing nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.language.en.groups import after_adverbs
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, PAST, THIRD, Tag

SUBJECTS = frozenset(("I", "we", "they", "it", "there"))
AUXILIARIES = frozenset(("be", "have", "do", "modal"))
BREAKS = frozenset(("comma", "stop", "and"))
ARTICLES = frozenset(["the", "a", "an", "my", "our", "your", "his", "her", "its", "their"])
_FLOATING = frozenset(("all", "both", "each"))  # "we all agreed"
_AFTER_PARTICIPLE = frozenset(("by", "for", "at", "on", "with", "from", "across", "within", "as", "via"))
_NEW_CLAUSE = BREAKS | {"sub", "rel", "that", "I", "we", "they"}


def before(tags: Sequence[Tag], forms: Sequence[str], at: int) -> int:
    """The token before `at`, adverbs and "no longer" left out; -1 at the head."""
    at -= 1
    while at >= 0:
        if tags[at].part == "adv" or (forms[at] in _FLOATING and at and tags[at - 1].part in SUBJECTS):
            at -= 1
        elif (tags[at].part == "hyphen" and tags[at + 1].part == "adv") or (
            forms[at] == "longer" and at and forms[at - 1] == "no"
        ):
            at -= 2
        else:
            break
    return at


def verb_follows(tags: Sequence[Tag], at: int) -> bool:
    """Whether the next token that is no adverb, from `at` on, may be a finite verb."""
    at = after_adverbs(tags, at)
    return at < len(tags) and (tags[at].part in AUXILIARIES or bool(tags[at].forms & ~ING))


def is_object(tags: Sequence[Tag], at: int) -> bool:
    """Whether "it", "you", "this" at `at` is no subject: no verb follows, or a preposition or verb governs it."""
    following = after_adverbs(tags, at + 1)
    if following >= len(tags):
        return True
    after = tags[following]
    if after.part in AUXILIARIES:
        return False
    if not after.forms & (PAST | THIRD | BASE):
        return True
    if not at or (tags[at - 1].part not in ("prep", "to") and not tags[at - 1].forms):
        return False
    return not after.forms & PAST


def another_verb(tags: Sequence[Tag], at: int) -> bool:
    """Whether a finite verb follows `at` before the next clause may begin, so that the word at `at` is none."""
    for after in range(at + 1, len(tags)):
        found = tags[after]
        if found.part in _NEW_CLAUSE:
            return False
        if found.part in AUXILIARIES and tags[after - 1].part != "to":
            return True
        if found.forms & PAST and not tags[after - 1].part and after > at + 1 and not _hangs_on(tags, after):
            return True
    return False


def _hangs_on(tags: Sequence[Tag], at: int) -> bool:
    """Whether the past form at `at` is part of a noun phrase: "lost-time", "forms completed by patients"."""
    following = tags[at + 1] if at + 1 < len(tags) else None
    if following is None:
        return False
    if following.part == "hyphen":
        return True
    return (
        bool(tags[at].forms & PARTICIPLE)
        and following.part in ("prep", "subprep")
        and following.base in _AFTER_PARTICIPLE
    )


def subject_after_comma(tags: Sequence[Tag], at: int, subjects: tuple[str, ...] = ("I", "we")) -> bool:
    """Whether the next comma after `at` is followed by one of `subjects`: "With the plan I drew, we".

    Inside a sentence a list may come first: "Thanks to Ana, a calm, experienced, patient nurse, we".
    """
    for after in range(at + 1, len(tags) - 1):
        if tags[after].part == "comma":
            if tags[after + 1].part in subjects:
                return True
            if not at or tags[after + 1].part:
                return False
    return False
