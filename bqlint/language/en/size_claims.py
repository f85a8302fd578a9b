"""Whatever reads as a claim of size in an English sentence: a degree word with a word of effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bqlint.language.en.claim import BREAKS, Claim
from bqlint.language.en.inflection import conjugated
from bqlint.language.en.phrasing import phrases_in
from bqlint.language.en.sizes import adjective, amount, bare_amount
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, THIRD, Tag, tags
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_MOVING = frozenset(("come", "go", "get", "bring", "take", "drive", "pay"))
_DIRECTIONS = frozenset(("up", "down", "off"))
_MAGNITUDES = frozenset(("hundreds", "thousands", "millions"))
_REACH = 10  # tokens between a verb and the degree adverb that follows it


def candidates(sentence: Sentence) -> list[Claim]:
    """Whatever reads as a claim of size, told or not, in order."""
    return sorted((*_by_word(sentence), *_by_phrase(sentence)))


def _by_phrase(sentence: Sentence) -> Iterator[Claim]:
    """Claims that begin with a phrase: "in record time", "a lot of"."""
    for first, last in phrases_in(sentence, "magnitudes.en"):
        yield Claim(first, last)
    for first, last in phrases_in(sentence, "intensifying.en"):
        if claim := _intensifier(sentence.tokens.forms, tags(sentence), first, last):
            yield claim
    for first, last in phrases_in(sentence, "amounts.en"):
        if claim := amount(sentence, tags(sentence), first, last):
            yield claim


def _by_word(sentence: Sentence) -> Iterator[Claim]:
    """Claims that hang on one word."""
    forms, kinds = sentence.tokens.forms, _kinds()
    if kinds.keys().isdisjoint(forms):
        return
    tagged = tags(sentence)
    for at, form in enumerate(forms):
        if form not in kinds:
            continue
        kind, claim = kinds[form], None
        if kind == "degree":
            claim = _adverb(forms, tagged, at)
        elif kind == "size":
            claim = adjective(forms, tagged, at)
        elif kind == "strong":
            claim = _intensifier(forms, tagged, at, at)
        elif kind == "well":
            claim = _direction(forms, tagged, at)
        elif kind == "bare":
            counted = form in _MAGNITUDES and forms[at + 1 : at + 2] == ["of"]  # "thousands of pounds" is a number
            claim = None if counted else bare_amount(tagged, at)
        elif kind == "count":
            claim = amount(sentence, tagged, at, at)
        elif not _is_measured(tagged, at) and not _is_named(tagged, at):
            claim = Claim(at, at)
        if claim is not None:
            yield claim


@cache
def _kinds() -> dict[str, str]:
    """The words that a claim may hang on, and what each is."""
    found = {form: "drastic" for base in words("drastic_verbs.en") for form in conjugated(base)}
    found |= dict.fromkeys(words("plural_units.en"), "bare")
    found |= dict.fromkeys(words("before_direction.en"), "well")
    lists = {"degree_adverbs": "degree", "size_adjectives": "size", "intensifiers": "strong", "counts": "count"}
    for name, kind in lists.items():
        found |= dict.fromkeys(words(f"{name}.en"), kind)
    return found


def _adverb(forms: Sequence[str], tagged: Sequence[Tag], at: int) -> Claim | None:
    """A degree adverb with a verb of effect on either side, or before a comparative or "successful"."""
    after = at + 1
    while after < len(forms) and tagged[after].part == "adv":
        after += 1
    if after < len(forms):
        if tagged[after].base in words("effect_verbs.en") and not tagged[after].part:
            return Claim(at, after)
        if forms[after] in words("comparatives.en"):
            return _comparative(forms, tagged, at, after)
        if forms[after] in ("successful", "beneficial"):
            return Claim(at, after, True)
        if forms[after] in _DIRECTIONS and (verb := _moving_before(tagged, at)) >= 0:
            return Claim(verb, after) if tagged[verb].base in ("come", "go") else Claim(at, after)
    verb = _verb_before(tagged, at)
    return Claim(verb, at) if verb >= 0 and _closes(tagged, after) else None


def _is_named(tagged: Sequence[Tag], at: int) -> bool:
    """Whether the word at `at` is a noun: "the surge in orders", "with Rocket"."""
    return at > 0 and (tagged[at - 1].part in ("det", "prep") or tagged[at - 1].forms == ING)


def _is_measured(tagged: Sequence[Tag], at: int) -> bool:
    """Whether a number follows in the clause of the verb at `at`: "plummeted to 4%"."""
    for after in range(at + 1, len(tagged)):
        if tagged[after].part == "number":
            return True
        if tagged[after].part in BREAKS:
            return False
    return False


def _moving_before(tagged: Sequence[Tag], at: int) -> int:
    """The form of "be", "come" or "go" right before `at`, adverbs skipped; else -1."""
    before = at - 1
    while before > 0 and tagged[before].part == "adv":
        before -= 1
    moving = before > 0 and (tagged[before].part in ("be", "bare") or tagged[before].base in ("come", "go"))
    return before if moving else -1


def _direction(forms: Sequence[str], tagged: Sequence[Tag], at: int) -> Claim | None:
    """Gone right down, are well up, is way down."""
    if forms[at + 1 : at + 2] not in (["down"], ["up"]) or not _closes(tagged, at + 2):
        return None
    if at + 2 < len(tagged) and tagged[at + 2].part == "det":
        return None  # "far down the road"
    verb = _moving_before(tagged, at)
    if verb < 0:
        return None
    return Claim(verb if tagged[verb].base in ("come", "go") else at, at + 1)


def _verb_before(tagged: Sequence[Tag], at: int) -> int:
    """The nearest verb before `at` in its clause, if it is one of effect; else -1."""
    for before in range(at - 1, max(-1, at - _REACH), -1):
        part = tagged[before].part
        joined = part == "and" and (before == at - 1 or _joins_nouns(tagged, before))
        if part == "that" or (part in BREAKS and not joined):
            return -1
        if tagged[before].base in words("effect_verbs.en") and not tagged[before].part:
            return before
        if tagged[before].base in _MOVING and not _DIRECTIONS.isdisjoint(
            (tagged[at - 1].base, tagged[before + 1].base)
        ):
            return before
        if tagged[before].forms & ~ING and not tagged[before].part and not _is_in_phrase(tagged, before):
            return -1
    return -1


def _joins_nouns(tagged: Sequence[Tag], at: int) -> bool:
    """Whether "and" at `at` stands between nouns: "changed the list and the rota"."""
    behind = at + 2 if tagged[at + 1].part == "det" else at + 1
    return behind < len(tagged) and not tagged[behind].part and not tagged[behind].forms & ~ING


def _is_in_phrase(tagged: Sequence[Tag], at: int) -> bool:
    """Whether the verb form at `at` is part of a noun phrase: "the drop", "build times", "the time spent on it"."""
    before = tagged[at - 1] if at else tagged[at]
    if before.part == "det" or (not tagged[at].forms & ~(BASE | THIRD) and (before.forms or before.part == "prep")):
        return True
    if not tagged[at].forms & ~(BASE | THIRD) and not before.part and at > 1 and tagged[at - 2].forms:
        return True  # "improving team scores"
    if not tagged[at].forms & ~(BASE | THIRD) and not before.part and not before.forms:
        return True  # "the error rate", "stream publish times"
    behind = tagged[at + 1].part if at + 1 < len(tagged) else ""
    return bool(tagged[at].forms & PARTICIPLE) and not before.part and not before.forms and behind == "prep"


def _closes(tagged: Sequence[Tag], at: int) -> bool:
    """Whether the phrase of a trailing adverb is over at `at`, so that it goes with the verb before."""
    return at >= len(tagged) or tagged[at].part != "" or bool(tagged[at].forms)


def _intensifier(forms: Sequence[str], tagged: Sequence[Tag], first: int, last: int) -> Claim | None:
    """Words that make a comparative large, "far fewer complaints", or close a claim, "fell a lot"."""
    if first and forms[first - 1] in (forms[last], ",") and forms[last] in forms[max(0, first - 2) : first]:
        return None  # told by the first "much" of "much, much better"
    after = last + 1
    while forms[after : after + 1] == [forms[last]] or forms[after : after + 2] == [",", forms[last]]:
        after += 1 if forms[after] == forms[last] else 2
    if first == last and forms[after : after + 1] in (["down"], ["up"]):
        return _direction(forms, tagged, last)
    if after < len(forms) and forms[after] in words("comparatives.en"):
        return _comparative(forms, tagged, first, after)
    if first < last and forms[after : after + 1] != ["of"]:
        verb = _verb_before(tagged, first)
        return Claim(verb, last) if verb >= 0 else None
    return None


def _comparative(forms: Sequence[str], tagged: Sequence[Tag], first: int, at: int) -> Claim | None:
    """An intensified comparative, where it says how something went, was made or became."""
    following = tagged[at + 1] if at + 1 < len(forms) else None
    if forms[at] in ("more", "less") and (following is None or following.part not in ("", "adv")):
        return None
    if following is not None and (
        forms[at + 1] in words("states_after_be.en") or forms[at + 1] in words("worsening.en")
    ):
        return None  # how one feels, "much more interested", or a trouble, "much more complex"
    last = at + 1 if forms[at] in ("more", "less", "fewer") and following is not None and not following.part else at
    if forms[at] == "fewer" and (following is None or following.part in ("", "prep")):
        return Claim(first, last)  # far fewer complaints came in, far fewer of them left
    before = first - 1
    while before >= 0 and tagged[before].part == "adv":
        before -= 1
    if before < 0:
        came = last + 1 < len(forms) and tagged[last + 1].base in words("uptake.en")
        return Claim(first, last) if came else None  # "far more people came"
    if tagged[before].part == "det":
        nouns = range(at + 1, min(len(forms), at + 3))
        noun = next((n for n in nouns if forms[n] in words("effect_nouns.en")), -1)
        if noun < 0 and any(tagged[n].base in words("yielding.en") for n in range(max(0, before - 2), before)):
            noun = last  # it led to a much simpler form
        return Claim(first, noun) if noun >= 0 else None
    if tagged[before].base == "feel" and before and tagged[before - 1].part in ("I", "we", "they"):
        return None  # the degree of a feeling
    if tagged[before].part in ("be", "bare", "prep", "to", "have", "there") or tagged[before].forms:
        return Claim(first, last)
    if tagged[before].part == "and":  # led to a calmer ward and far shorter rounds
        return Claim(first, last) if following is not None and not following.part else None
    made = any(tagged[n].base in ("make", "get", "keep") or tagged[n].forms for n in range(max(0, before - 5), before))
    return Claim(first, last) if made and tagged[before].part in ("", "object", "it") else None
