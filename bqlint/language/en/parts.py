"""A part told with its whole, "nine of the twelve boys": an effect where the part did well or was done good."""

from __future__ import annotations

from bqlint.language.en.context import NOW, Setting
from bqlint.language.en.inflection import verbs
from bqlint.language.en.reading import tagged
from bqlint.language.en.roles import ADOPTING, ANSWERING, CHANGING, EARNING, REACHING, WINNING
from bqlint.language.en.verbs import PAST

_LINKS = frozenset(("of", "in", "out"))
_GOOD = WINNING | EARNING | REACHING | ADOPTING | ANSWERING | CHANGING
_EFFORT = frozenset(("see", "read", "visit", "view", "watch", "attend", "use"))
_WORKERS = frozenset(("i", "we", "and", ""))
_OF_ORIGIN = frozenset(("about", "from", "in", "of"))
_BACK = frozenset(("back", "into", "in", "to", "through"))
_HELPED = frozenset(("get", "bring", "help", "move", "place", "take"))


def is_part(setting: Setting) -> bool:
    """Whether the quantity is so many of so many things, no mark such as "nine out of ten"."""
    f, quantity = setting.reading.forms, setting.quantity
    inner = f[quantity.first + 1 : quantity.last]
    if _LINKS.isdisjoint(inner) or "." in f[quantity.first]:
        return False
    following = f[setting.after]
    return inner[-1] not in _LINKS or (following.isalpha() and not tagged(following).part)


def part_did_well(setting: Setting) -> bool:
    """Nine of the twelve finished, won four of the six; not "eight of the nine came from Spain", "read six of them"."""
    f, verb = setting.reading.forms, setting.verb
    if setting.is_object or setting.preposition in ("had", "have"):
        if f[verb - 1] not in _WORKERS and setting.preposition not in ("had", "have"):
            return True  # the new form answers eight out of ten questions
        if setting.role & _GOOD:
            return tagged(f[verb]).base not in _EFFORT
        helped = verb >= 0 and tagged(f[verb]).base in _HELPED
        return (helped and not _BACK.isdisjoint(setting.ahead(6))) or f[verb] in verbs("figure_keeping.en")
    return setting.preposition not in ("in", "for") and not _is_static(setting.ahead(8))


def _is_static(following: list[str]) -> bool:
    """Whether the first verb after the part tells a state, an origin or a refusal: lived, came from, refused."""
    for at, form in enumerate(following):
        tag = tagged(form)
        if form in ("were", "was") and at < 5:
            return not _OF_ORIGIN.isdisjoint(following[at + 1 : at + 2])
        if form == "never":
            return True
        if form in ("are", "is"):
            return NOW.isdisjoint(following) and following[at + 1 : at + 2] not in (["still"], ["back"])
        if tag.forms & PAST and at < 6:
            origin = tag.base in ("come", "go") and following[at + 1 : at + 2] == ["from"]
            static = verbs("state_verbs.en") | verbs("figure_static.en")
            return origin or (form in static and form not in verbs("figure_succeeding.en"))
    return False
