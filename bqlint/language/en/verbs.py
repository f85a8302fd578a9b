"""What a word of English can be: its part in the clause, its base form as a verb, its tense and voice."""

from __future__ import annotations

from functools import cache

from bqlint.language.lexicon import lines, once, table, words
from bqlint.prose import Sentence
from bqlint.typed import NamedTuple

PAST, PARTICIPLE, BASE, THIRD, ING = 1, 2, 4, 8, 16
FINITE = PAST | BASE | THIRD
# The lists that name verbs by their base form.
_VERB_LISTS = (
    "verbs_regular.en",
    "change_verbs.en",
    "state_verbs.en",
    "clause_verbs.en",
    "headline_passives.en",
    "effect_verbs.en",
    "drastic_verbs.en",
    "gains.en",
    "uptake.en",
    "insights.en",
    "findings.en",
    "teachers.en",
    "shaping.en",
    "gaining.en",
    "misjudging.en",
    "wisdom.en",
    "praise.en",
    "yielding.en",
    "relieving.en",
)
_MOST_TAGS = 1 << 15
_PREFIXES = ("re", "mis", "over")


class Tag(NamedTuple):
    """One word: its closed class ("" for open-class words), a contracted auxiliary, its verb forms, its base form."""

    part: str
    auxiliary: str = ""
    forms: int = 0
    base: str = ""


_HYPHEN, _DASH, _LETTER = Tag("hyphen"), Tag("stop"), Tag("", base="i")


@cache
def _known_tags() -> dict[str, Tag]:
    """Tags made so far: stories share most of their words."""
    return {}


def tag(form: str) -> Tag:
    """The tag of a lower-case token."""
    known = _known_tags()
    found = known.get(form)
    if found is None:
        if len(known) >= _MOST_TAGS:
            known.clear()
        found = known[form] = _tag(form)
    return found


def _tag(form: str) -> Tag:
    part, _, auxiliary = table("grammar.en").get(form, "").partition(" ")
    if part:
        return Tag(part, auxiliary, base=form)
    if not form[0].isalpha():
        return Tag("number" if form[0].isdigit() else "stop" if form in ".!?…" else "comma" if form == "," else "sign")
    if len(form) > 4 and form.endswith("ly") and form not in words("not_adverbs.en"):
        return Tag("adv", base=form)
    forms, base = _verb(form)
    return Tag("", "", forms, base or form)


def _verb(form: str) -> tuple[int, str]:
    """The verb forms `form` may be, and the base it belongs to."""
    if form in words("times.en"):
        return 0, ""
    if form in irregular():
        return irregular()[form]
    for prefix in _PREFIXES:
        if form.startswith(prefix) and form[len(prefix) :] in irregular():
            forms, base = irregular()[form[len(prefix) :]]
            return forms, prefix + base
    if form in words("verbs_regular.en"):
        return BASE, form
    for base in _without(form, "s"):
        if (
            base.removeprefix("re") in words("verbs_regular.en")
            or base in words("verbs_regular.en")
            or irregular().get(base, (0, ""))[0] & BASE
            or any(irregular().get(base.removeprefix(prefix), (0, ""))[0] & BASE for prefix in _PREFIXES)
        ):
            return THIRD, base
    if len(form) > 4 and form.endswith("ing"):
        return ING, _known(form, "ing")
    if len(form) > 3 and form.endswith("ed") and form not in words("not_past.en"):
        return PAST | PARTICIPLE, _known(form, "ed")
    return 0, ""


def _known(form: str, ending: str) -> str:
    """The base of `form`: the first candidate that is a listed verb, else its plain stem."""
    stems = _without(form, ending)
    for stem in stems:
        if stem in listed() or stem in irregular():
            return stem
    return stems[0]


def _without(form: str, ending: str) -> list[str]:
    """What `form` may be without its ending: saved -> sav, save; tried -> try; stopped -> stop."""
    if not form.endswith(ending) or len(form) < len(ending) + 2:
        return []
    stem = form[: -len(ending)]
    stems = [stem]
    if ending == "s":
        if stem.endswith("e"):
            stems.append(stem[:-1])
        if stem.endswith("ie"):
            stems.append(stem[:-2] + "y")
        return stems
    stems.append(stem + "e")
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stems.append(stem[:-1])
    return stems


@cache
def listed() -> frozenset[str]:
    """Verbs, in the base form, that some list names: they help to undo spelling, tripled -> triple."""
    return frozenset[str]().union(*map(words, _VERB_LISTS))


@cache
def irregular() -> dict[str, tuple[int, str]]:
    """Every form of the irregular verbs with what it may be and its base."""
    found: dict[str, tuple[int, str]] = {}

    def add(form: str, flag: int, base: str) -> None:
        flags, known = found.get(form, (0, base))
        found[form] = (flags | flag, known)

    for line in lines("verbs_irregular.en"):
        base, _, rest = (part.strip() for part in line.partition("="))
        past, _, participle = rest.partition("/")
        for form in past.split():
            add(form, PAST, base)
        for form in participle.split():
            add(form, PARTICIPLE, base)
    for line in lines("verbs_irregular.en"):
        base = line.partition("=")[0].strip()
        if base not in found or found[base][1] == base:
            add(base, BASE, base)
    return found


@once
def tags(sentence: Sentence) -> list[Tag]:
    """The tag of each token of `sentence`; a hyphen inside a word is told from a dash, "I" from the letter in "I/O"."""
    tokens, known = sentence.tokens, _known_tags()
    found = [known.get(form) or tag(form) for form in tokens.forms]
    if "/" in tokens.forms:
        for at in range(len(found) - 1):
            if tokens.forms[at] == "i" and tokens.forms[at + 1] == "/":
                found[at] = _LETTER
    if "-" not in tokens.forms:
        return found
    for at, form in enumerate(tokens.forms):
        if form == "-":
            inside = 0 < at < len(found) - 1 and tokens.ends[at - 1] == tokens.starts[at]
            found[at] = _HYPHEN if inside and tokens.ends[at] == tokens.starts[at + 1] else _DASH
    return found
