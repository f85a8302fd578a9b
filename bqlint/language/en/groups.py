"""The verb group of an English clause: auxiliaries, tense, voice, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, PAST, Tag
from bqlint.language.lexicon import words
from bqlint.typed import NamedTuple

_MODALS = {"would": "would", "wouldn't": "would", "will": "future", "won't": "future", "shall": "future"}
_VERY = frozenset(("very", "extremely", "incredibly", "terribly", "pretty", "quite", "rather", "fairly", "too"))
"""Degrees that only a state has: nobody is "extremely assigned"."""
_MOMENTS = frozenset(("then", "now", "end"))
_PAST_AUXILIARIES = frozenset(["was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"])


class Group(NamedTuple):
    """A finite verb group, tokens `first` to `last`; `verb` is its main verb (or "be").

    `voice` is active, passive or state; `tense` is past, present, either ("put"), perfect, would, future or modal.
    """

    first: int
    verb: int
    last: int
    voice: str
    tense: str


def after_adverbs(tags: Sequence[Tag], at: int) -> int:
    """The first token from `at` on that is no adverb."""
    while at < len(tags) and tags[at].part == "adv":
        at += 1
    return at


def group(tags: Sequence[Tag], forms: Sequence[str], at: int) -> Group:
    """The verb group that begins at `at`: an auxiliary, a contraction that holds one, or a verb."""
    kind = tags[at].auxiliary or tags[at].part
    following = after_adverbs(tags, at + 1)
    if not kind:
        return _simple(tags, forms, at, following)
    next_forms = tags[following].forms if following < len(tags) else 0
    if forms[at].endswith("'d") and (
        (next_forms & PARTICIPLE and not next_forms & BASE) or _is(tags, forms, following)
    ):
        kind = "have"
    if forms[at].endswith("'s") and _is(tags, forms, following):
        kind = "have"
    tense = _tense(forms[at], kind)
    verb, last, voice = _rest(tags, forms, at, kind)
    return Group(at, verb, last, voice, tense)


def _is(tags: Sequence[Tag], forms: Sequence[str], at: int) -> bool:
    """Whether "been" or "had" stands at `at`."""
    return at < len(tags) and forms[at] in ("been", "had")


def _simple(tags: Sequence[Tag], forms: Sequence[str], at: int, following: int) -> Group:
    """A verb without an auxiliary; "got promoted" is a passive."""
    after = tags[following] if following < len(tags) else None
    if after is not None and tags[at].base == "get" and after.forms & PARTICIPLE and after.base not in ("rid", "get"):
        voice = "state" if forms[following] in words("states_after_be.en") else "passive"
        return Group(at, following, following, voice, "past")
    return Group(at, at, at, "active", _simple_tense(tags[at].forms))


def _simple_tense(forms: int) -> str:
    """The tense of a verb alone; "put" and "cut" may be either."""
    if forms & PAST:
        return "either" if forms & BASE else "past"
    return "present"


def _tense(form: str, kind: str) -> str:
    """The tense that the first auxiliary gives."""
    if kind == "modal":
        if form.endswith("'d"):
            return "would"
        return "future" if form.endswith("'ll") else _MODALS.get(form, "modal")
    if kind == "have":
        return "past" if form in _PAST_AUXILIARIES or form.endswith("'d") else "perfect"
    return "past" if form in _PAST_AUXILIARIES else "present"


def _rest(tags: Sequence[Tag], forms: Sequence[str], at: int, kind: str) -> tuple[int, int, str]:
    """Main verb, last token and voice of the group whose auxiliary of `kind` stands at `at`."""
    start = at
    for _ in range(6):
        following = after_adverbs(tags, at + 1)
        if following >= len(tags):
            break
        form, after = forms[following], tags[following]
        if kind == "be" and form == "being":
            at = following
        elif kind == "be":
            return _after_be(tags, forms, at, following)
        elif after.part in ("bare", "be") and form in ("be", "been"):
            at, kind = following, "be"
        elif kind == "modal" and after.part in ("have", "do"):
            at, kind = following, after.part
        elif kind in ("have", "modal") and form == "to":
            at, kind = following, "modal"
        elif kind == "modal" and form in words("before_infinitive.en"):
            at = following
        elif kind == "modal" and form == "like":
            return following, following, "active"
        elif (not after.part and (after.forms or kind in ("modal", "do"))) or form in ("had", "done", "have", "do"):
            if kind == "have" and after.forms and not after.forms & (PARTICIPLE | PAST):
                break
            return following, following, "active"
        else:
            break
    return start, at, "state" if kind == "be" else "active"


def _after_be(tags: Sequence[Tag], forms: Sequence[str], at: int, following: int) -> tuple[int, int, str]:
    """What "be" at `at` makes of the word at `following`."""
    if following + 2 < len(tags) and tags[following + 1].part == "hyphen" and forms[following] in words("prefixes.en"):
        following += 2  # "was re-written"
    after, further = tags[following], following + 1
    if further < len(tags) and forms[further] == "to" and forms[following] in words("before_infinitive.en"):
        return _rest(tags, forms, further, "modal")
    if forms[following] == "done" and forms[at - 1] not in ("i", "we"):
        return following, following, "passive"  # the repairs were done at once; not "we were done"
    if after.part:
        return at, at, "state"
    if after.forms & PARTICIPLE:
        by = further < len(tags) and forms[further] == "by" and not _is_moment(forms, further + 1)
        if not by and not _VERY.isdisjoint(forms[at + 1 : following]):
            return following, following, "state"  # "very set in her ways"
        if by or forms[following] not in words("states_after_be.en"):
            return following, following, "passive"
        return following, following, "state"
    if after.forms & ING:
        return following, following, "active"
    return at, at, "state"


def _is_moment(forms: Sequence[str], at: int) -> bool:
    """Whether a time stands at `at`, which "by" does not make the doer: "tired by then", "by the end"."""
    named = forms[at + 1 : at + 2] if forms[at : at + 1] == ["the"] else forms[at : at + 1]
    return any(form in _MOMENTS or form in words("times.en") or form.isdecimal() for form in named)
