"""What stands at the head of an English sentence: a verb whose subject is left out, or a noun or adjective like it.

Bullets begin with a verb so often that only a noun right before a finite verb tells otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.language.en.lookahead import AUXILIARIES, another_verb
from bqlint.language.en.verbs import BASE, PARTICIPLE, PAST, THIRD, Tag
from bqlint.language.lexicon import words

_NOMINAL = frozenset(("", "number"))
_PHRASE = _NOMINAL | {"prep", "det"}
_LOOSE = frozenset(("prep", "subprep", "to", "and", "comma"))
_SCENE = frozenset(("to", "with", "by", "on"))
_MAY_FOLLOW = frozenset(("det", "number", "object", "and", "prep"))


def opens_bullet(tags: Sequence[Tag], forms: Sequence[str], at: int) -> bool:
    """Whether a word at the head that is no verb elsewhere is one there: "Partner with the clinic", "Mop the deck"."""
    following = tags[at + 1].part if at + 2 < len(tags) else "stop"
    if tags[at].forms or following not in _MAY_FOLLOW:
        return False
    if following == "det":
        return not another_verb(tags, at)
    if not (forms[at] in words("heads.en") or forms[at][:-1] in words("heads.en")):
        return False
    joined = following == "and" and (bool(tags[at + 2].forms & (BASE | THIRD)) or forms[at + 2] in words("heads.en"))
    opened = following in ("number", "object") or forms[at + 1] == "with"
    return (joined or opened) and not has_own_verb(tags, forms, at)


def opens_act(tags: Sequence[Tag], forms: Sequence[str], at: int) -> bool:
    """Whether the -s form at the head is a verb: "Checks stock daily"; not "Results driven", "Reviews of stock"."""
    following = tags[at + 1] if at + 1 < len(tags) else None
    if following is None:
        return False
    if following.part in ("det", "number", "object", "adv"):
        return True
    if following.part in ("comma", "and") and at + 2 < len(tags) and tags[at + 2].forms & THIRD:
        return True  # "Sorts, opens and scans the mail"
    if following.part:
        sole = tags[at].base not in words("also_nouns.en") or forms[at + 1] == "with"
        return sole and following.part in ("prep", "subprep", "comma", "and")
    return not following.forms & (PAST | PARTICIPLE)


def has_own_verb(tags: Sequence[Tag], forms: Sequence[str], at: int) -> bool:
    """Whether the verb form at the head begins a noun phrase with a verb behind it: "Redesigned forms cut errors"."""
    head = tags[at]
    noun_too = not head.forms & ~(BASE | THIRD) and (not head.forms or head.base in words("also_nouns.en"))
    if head.base in words("clause_verbs.en") or not (head.forms & PAST or noun_too):
        return False
    if head.forms & PAST and not head.forms & PARTICIPLE:
        return False  # "wrote" describes no noun
    behind, end = _PHRASE if noun_too else _NOMINAL, at + 1
    while end < len(tags) and tags[end].part in behind and not tags[end].forms & PAST:
        end += 1
    if end >= len(tags) or (end == at + 1 and head.forms & PAST):
        return False
    verb = tags[end]
    if verb.part in AUXILIARIES:
        return True
    plural = (forms[end - 1].endswith("s") and not forms[end - 1].endswith("'s")) or not verb.forms & PARTICIPLE
    following = tags[end + 1].part if end + 1 < len(tags) else "stop"
    return bool(verb.forms & PAST) and plural and not (verb.forms & PARTICIPLE and following in _LOOSE)


def is_fronted(forms: Sequence[str], at: int) -> bool:
    """Whether a participle at the head only sets the scene: "Compared to May, costs were halved"."""
    return forms[at] in words("fronted.en") and not _SCENE.isdisjoint(forms[at + 1 : at + 2])
