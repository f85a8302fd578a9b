"""Claims of size by an adjective or an amount: a huge difference, saved significant costs, a lot of teams, hours."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.language.en.claim import BREAKS, Claim
from bqlint.language.en.clauses import clauses
from bqlint.language.en.verbs import Tag
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_AT_A_TIME = frozenset(("later", "ago", "before", "after", "earlier", "early"))


def adjective(forms: Sequence[str], tagged: Sequence[Tag], at: int) -> Claim | None:
    """An adjective of size before a noun of effect, or said of one: "the saving was huge"."""
    if forms[at] in words("degree_adverbs.en") or forms[at - 1] in words("terms_of_art_before.en"):
        return None
    nouns = words("effect_nouns.en")
    for after in range(at + 1, min(len(forms), at + 4)):
        if forms[after] in nouns and not _acts_here(forms, tagged, after):
            if forms[after + 1 : after + 2] == ["between"]:
                return None  # "a major difference between two plans"
            if after + 1 < len(forms) and forms[after + 1] in nouns:
                after += 1
            return Claim(at, after, forms[after] in words("effect_summaries.en"))
        if tagged[after].part not in ("", "adv", "sign") and forms[after] != "and":
            break
    if forms[at] in words("plain_sizes.en"):
        return None
    if at + 1 < len(forms) and not tagged[at + 1].part:
        if (gained := _verb_before(tagged, at, "gains.en", "relieving.en")) >= 0 and not _is_learnt(forms, at + 1):
            return Claim(gained, at + 1)  # saved significant infrastructure costs
        if (yielded := _verb_before(tagged, at, "yielding.en")) >= 0 and (measure := _measure(forms, at + 1)):
            return Claim(yielded, measure)  # generated significant revenue
        if forms[at - 2 : at] in (["at", "a"], ["at", "an"]) and (measure := _measure(forms, at + 1)):
            return Claim(at, measure)  # sold at a substantial profit
    verb = at - 1
    while verb > 0 and tagged[verb].part == "adv":
        verb -= 1
    if verb < 1 or tagged[verb].part not in ("be", "bare"):
        return None
    for before in range(verb - 1, max(-1, verb - 8), -1):
        if forms[before] in nouns:
            return Claim(before, at, forms[before] in words("effect_summaries.en"))
        if tagged[before].part in BREAKS:
            break
    return None


def _acts_here(forms: Sequence[str], tagged: Sequence[Tag], at: int) -> bool:
    """Whether the noun of effect at `at` is a verb here, with an object: "good lighting benefits the readers"."""
    return (
        forms[at + 1 : at + 2] != ["such"]
        and (forms[at].endswith("s") or forms[at - 1].endswith("s"))
        and at + 1 < len(tagged)
        and tagged[at + 1].part in ("det", "object")
    )


def amount(sentence: Sentence, tagged: Sequence[Tag], first: int, last: int) -> Claim | None:
    """A vague amount that was gained or spared, or a vague number of people who took something up."""
    forms, noun = sentence.tokens.forms, last + 1
    if noun < len(forms) and tagged[noun].part == "det":
        noun += 1  # a great deal of the porters' time
    if noun >= len(forms) or tagged[noun].part or (first and forms[first - 1] == "a" and forms[first] == "much"):
        return None  # "much" is an adverb in "a much deeper wound"
    if (gained := _verb_before(tagged, first, "gains.en")) >= 0 and not _is_learnt(forms, noun):
        return Claim(gained, noun)
    if (yielded := _verb_before(tagged, first, "yielding.en")) >= 0 and (measure := _measure(forms, noun)):
        return Claim(yielded, measure)
    if forms[first] in words("counts.en"):
        nouns = range(noun, min(len(forms), noun + 2))
        if (effect := next((n for n in nouns if forms[n] in words("effect_nouns.en")), -1)) >= 0:
            return Claim(first, effect)  # countless small improvements
    if first == last and forms[first] not in words("counts.en"):
        return None
    for clause in clauses(sentence):
        if first <= clause.at <= noun + 2 and noun < clause.group.first:
            base = tagged[clause.group.verb].base
            undergone = base in words("gains.en") or base in words("effect_verbs.en")
            if base in words("uptake.en") or (clause.group.voice == "passive" and undergone):
                return Claim(first, noun)
    return None


def bare_amount(tagged: Sequence[Tag], at: int) -> Claim | None:
    """Saved us hours, spared the office weeks of typing: a plural unit without a number, as what was gained."""
    if (at + 1 < len(tagged) and tagged[at + 1].base in _AT_A_TIME) or tagged[at - 1].part in ("number", "det", "prep"):
        return None
    for verb in range(at - 1, max(-1, at - 5), -1):
        if tagged[verb].part in ("number", "prep", "to", *BREAKS):
            return None
        if tagged[verb].forms and not tagged[verb].part:
            return Claim(verb, at) if tagged[verb].base in words("gains.en") else None
    return None


def _is_learnt(forms: Sequence[str], at: int) -> bool:
    """Whether what was gained is knowledge, which is no effect: "gained significant experience"."""
    return not words("knowledge.en").isdisjoint(forms[at : at + 3])


def _measure(forms: Sequence[str], at: int) -> int:
    """The token from `at` on, within a phrase, that is a measure: revenue, customer acquisition; 0 where none is."""
    return next((n for n in range(at, min(len(forms), at + 3)) if forms[n] in words("measures.en")), 0)


def _verb_before(tagged: Sequence[Tag], at: int, *lists: str) -> int:
    """The verb of one of `lists` whose object begins right before `at`, "free up" included; -1 where none is."""
    for verb in range(at - 1, max(-1, at - 4), -1):
        if tagged[verb].forms and not tagged[verb].part:
            return verb if any(tagged[verb].base in words(name) for name in lists) else -1
        if tagged[verb].part in BREAKS:
            return -1
    return -1
