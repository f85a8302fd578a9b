"""Effects that have held: a fault that has not come back in two years, a wall that stood four storms, the only one."""

from __future__ import annotations

from bqlint.language.en.context import SUBJECTS, Setting
from bqlint.language.en.inflection import verbs
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.en.roles import ADOPTING, CHANGING, EARNING, REACHING, WINNING, roles

_HAVE = frozenset(("have", "has", "haven't", "hasn't", "'ve", "'s"))
_NOT = frozenset(("not", "never"))
_NOBODY = frozenset(("nobody", "nothing", "none", "no"))
_LONG = frozenset(("in", "for", "over"))
_PERSONS = SUBJECTS - {"it", "this", "these", "that", "there"} | {"who"}
_OWNED = frozenset(("my", "our", "the", "it", "this", "that"))
_PARTICLES = frozenset(("through", "up", "out"))
_OBLIGED = frozenset(("had", "needed"))
_RELATIVE = frozenset(("to", "that", "which"))
_ACHIEVING = CHANGING | WINNING | EARNING | REACHING | ADOPTING


def is_unbroken(setting: Setting) -> bool:
    """The leak has not come back in two years, nobody has complained for months: trouble that stays away so long."""
    f = setting.reading.forms
    if setting.quantity.sort is not Sort.TIME or setting.preposition not in _LONG:
        return False
    have = _perfect(setting)
    if have < 0:
        return False
    denied = f[have].endswith("n't") or f[have + 1] in _NOT or not _NOBODY.isdisjoint(f[max(0, have - 3) : have])
    if not denied:
        return False
    following = f[have + 1 : setting.before]
    if not _OBLIGED.isdisjoint(following[:3]) and "to" in following[1:4]:
        return True  # have not had to call anybody
    own = not _PERSONS.isdisjoint(f[max(0, have - 2) : have])  # I haven't stopped learning
    troubled = verbs("figure_losing.en") if own else verbs("figure_recurring.en") | verbs("figure_losing.en")
    return any(form in troubled for form in following[:4])


def _perfect(setting: Setting) -> int:
    """The token of the present perfect's auxiliary left of the quantity in its clause, -1 for none."""
    f = setting.reading.forms
    for at in range(setting.before - 1, max(setting.clause - 1, setting.before - 12), -1):
        if f[at] in _HAVE or f[at].endswith("'ve"):
            return at
    return -1


def has_lasted(setting: Setting) -> bool:
    """The drain has survived three winters, my script outlived two managers: what was made still stands."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or f[setting.before] not in (f[verb], *_PARTICLES) or setting.before - verb > 1:
        return False
    if not _PERSONS.isdisjoint(f[verb - 2 : verb]):
        return False
    if f[verb] in verbs("figure_outlasting.en") or (tagged(f[verb]).base == "come" and f[verb + 1] == "through"):
        return not _OWNED.isdisjoint(f[max(0, setting.clause, verb - 4) : verb])
    perfect = not _HAVE.isdisjoint(f[verb - 2 : verb])
    return perfect and f[verb] in verbs("figure_lasting.en")


def is_only_one(setting: Setting) -> bool:
    """Ours was the only branch of seven to hit its budget; not "the only one of nine who spoke Polish"."""
    f = setting.reading.forms
    if setting.preposition not in ("of", "in", "among") or "only" not in f[max(0, setting.before - 5) : setting.before]:
        return False
    ahead = setting.ahead(6)
    link = next((at for at, form in enumerate(ahead[:4]) if form in _RELATIVE), -1)
    if link < 0:
        return False
    achieving = verbs("figure_succeeding.en") | verbs("figure_beating.en")
    return any(roles().get(form, 0) & _ACHIEVING or form in achieving for form in ahead[link + 1 : link + 3])
