"""Whether what was made was taken up: adopted by seven teams, used across 12 sites, seen by thousands."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.context import NOW, SUBJECTS, Setting
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.levels import did_well
from bqlint.language.en.reading import tagged
from bqlint.language.en.roles import ADOPTING, SPENDING, roles
from bqlint.language.en.verbs import PAST
from bqlint.language.lexicon import words

_AMONG = ("by", "in", "across", "at", "to", "on")
OF_A_WHOLE = frozenset(("all", "every", "each", "one", "of", "the", "our", "my", "their", "its", "those", "these"))
_OURS = frozenset(("it", "them", "this", "our", "my", "the"))
_MOVED = frozenset(("moved", "came", "went", "gone", "come"))
_ON_IT = frozenset(("on", "behind"))
_NEEDING = frozenset(("need", "want", "require"))
_THE_SAME = frozenset(("it", "them", "one", "ours", "mine", "same", "copies"))
_ONTO = frozenset(("onto", "over"))  # twenty teams had moved onto it


def is_adopted(setting: Setting, ahead: list[str]) -> bool:
    """Adopted by 7 teams, used across 12 sites; 7 teams adopted it."""
    f, before = setting.reading.forms, before_whole(setting)
    link = f[before] if before >= 0 else setting.preposition
    if link in ("for", *_AMONG) and _is_model(setting):
        return True
    if link in _AMONG and _is_used_by_some(setting):
        return True
    if not any(form in forms("figure_adopters.en") or form in ("them", "whom") for form in setting.ahead(6)):
        return False
    if setting.role & ADOPTING and (link in _AMONG or (link == "for" and before < setting.before)):
        return True
    if setting.verb >= 0:
        return False
    if f[setting.before] == ":" and f[setting.before - 1] == "adoption":
        return True
    following = setting.ahead(8)
    if any(form in _MOVED and to in _ONTO for form, to in pairwise(following)):
        return True
    if _want_it(following):
        return True
    return did_well(setting, good_only=True) or _use_it(following, setting.preposition in ("had", "have"))


def before_whole(setting: Setting) -> int:
    """The token before "all 22", "every one of the 30", "each of my 12"; -2 where the count is no whole."""
    f, at, whole = setting.reading.forms, setting.before, False
    if setting.quantity.first - 1 > at and "all" in f[at + 1 : setting.quantity.first]:
        whole = True
    while at >= 0 and f[at] in OF_A_WHOLE:
        whole = whole or f[at] in ("all", "every", "each")
        at -= 1
    return at if whole else -2


def _is_used_by_some(setting: Setting) -> bool:
    """Used by schools in four districts: the adopters stand between their verb and the count of their places."""
    f, verb = setting.reading.forms, setting.verb
    if not setting.role & ADOPTING or f[verb + 1] != "by" or setting.before - verb > 6:
        return False
    return any(form in forms("figure_adopters.en") for form in f[verb + 2 : setting.before])


def _is_model(setting: Setting) -> bool:
    """It became the template for eleven offices."""
    behind = setting.behind()
    for at, form in enumerate(behind):
        if form in words("figure_models.en") and any(
            word in _OURS or word == "a" for word in behind[max(0, at - 2) : at]
        ):
            return True
    return False


def _want_it(following: list[str]) -> bool:
    """Thirteen villages asked for the same pump, two wards have asked for one."""
    for at, form in enumerate(following[:-2]):
        if tagged(form).base in _NEEDING | {"ask", "order", "request"} and tagged(form).forms & PAST:
            wanted = following[at + 1 : at + 4]
            return not _THE_SAME.isdisjoint(wanted) and "to" not in wanted
    return False


def _use_it(following: list[str], had: bool) -> bool:
    """Seven teams now run it, 25,000 clerks use our form: not what people use by and large."""
    for at, form in enumerate(following):
        if tagged(form).part in ("modal", "to"):
            return False
        if form in NOW and at < 4:
            return True
        if form in _ON_IT and following[at + 1 : at + 2] in (["it"], ["them"], ["ours"], ["mine"]):
            return True  # thirty teams are on it
        doing = form.endswith("ing")
        if doing and had and roles().get(form, 0) & ADOPTING and following[at + 1 : at + 2] in (["it"], ["them"]):
            return True  # we had 20 of our customers using it
        if following[at - 1 : at] and following[at - 1] in SUBJECTS:
            return False  # two libraries we use
        if roles().get(form, 0) & ADOPTING or (doing and form in verbs("figure_following.en")):
            ours = _OURS - {"the"} if doing else _OURS  # they were using the corridor
            return (not doing or following[at - 1 : at] in (["was"], ["were"], ["are"], ["now"])) and any(
                word in ours for word in following[at + 1 : at + 4]
            )
    return False


def reached_audience(setting: Setting, ahead: list[str]) -> bool:
    """More than 2.7 million views."""
    if setting.preposition in ("for", "of") or setting.reading.forms[setting.quantity.first - 1] == "(":
        return False  # a dinner for 300 visitors
    return any(form in forms("figure_audience.en") for form in ahead[:2]) and (
        (setting.verb < 0 and tagged(setting.preposition).base not in _NEEDING)
        or setting.preposition == "with"
        or bool(setting.role & ~SPENDING)
        or any(form in verbs("figure_receiving.en") for form in setting.behind())
    )
