"""Whether a count of an English clause, "12 teams", is an effect: won, adopted, reached, or the size of a change."""

from __future__ import annotations

from bqlint.language.en.context import ADOPTING, CHANGING, EARNING, LOSING, REACHING, SPENDING, WINNING, Setting, roles
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.reading import tagged
from bqlint.language.en.relations import is_brought_home, is_compared, is_directed, is_lost, is_now, is_spent, is_won
from bqlint.language.en.states import worsened
from bqlint.language.en.verbs import PAST
from bqlint.language.lexicon import words


def count(setting: Setting) -> bool:
    """A count is an effect where it was won, adopted, reached, or is the size of a change."""
    ahead = setting.ahead(4)
    if any(form in forms("figure_honours.en") for form in ahead[:3]):
        return False
    if is_compared(setting) or any(form in ("more", "fewer") for form in ahead[1:2]):
        return (
            setting.reading.forms[setting.after] in words("figure_comparatives.en") - {"more"}
            or bool(setting.role & (CHANGING | WINNING))
            or is_now(setting)
            or any(form in ("than", "a", "per", "each", "every") for form in ahead)
        )
    if setting.preposition in ("up", "down") and setting.reading.forms[setting.verb] in verbs("figure_moving.en"):
        return not worsened(setting)
    if setting.preposition == "to" and is_directed(setting):
        return not worsened(setting)
    if setting.role & CHANGING and setting.preposition in ("by", "to", "under", "below"):
        return not worsened(setting)
    if is_won(setting, WINNING | REACHING):
        return True
    if is_lost(setting) or is_spent(setting):
        return False
    if _is_whole(setting) and setting.verb < 0 and _succeeded(ahead):
        return True
    if is_brought_home(setting) or _is_gain_in_number(setting, ahead):
        return True
    return _adopted(setting, ahead) or (_reached_audience(setting, ahead))


def _is_whole(setting: Setting) -> bool:
    """All 22 pupils, every one of the 30 boxes, each of my 12 apprentices."""
    behind = setting.behind()[-5:]
    return setting.preposition == "all" or ("of" in behind[-2:] and ("every" in behind or "each" in behind))


def _is_gain_in_number(setting: Setting, ahead: list[str]) -> bool:
    """Signed 12 new clients, signed up 30 people."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 0 or not any(form in forms("figure_adopters.en") for form in ahead):
        return False
    taken = bool(setting.role & (EARNING | ADOPTING))
    if ahead[0] == "new":
        return taken or f[verb] in verbs("figure_receiving.en")
    return bool(setting.role & ADOPTING) and setting.preposition == "up"


def _succeeded(ahead: list[str]) -> bool:
    """All 22 pupils passed; not "all three trials failed"."""
    past = [form for form in ahead if tagged(form).forms & PAST]
    return bool(past) and not roles().get(past[0], 0) & (LOSING | SPENDING)


def _adopted(setting: Setting, ahead: list[str]) -> bool:
    """Adopted by 7 teams, used across 12 sites; 7 teams adopted it."""
    if not any(form in forms("figure_adopters.en") or form in ("them", "whom") for form in ahead):
        return False
    if setting.role & ADOPTING and setting.preposition in ("by", "in", "across", "at", "to", "on"):
        return True
    following = setting.ahead(8)
    if setting.verb < 0 and "now" in following[:4]:
        return True
    return setting.verb < 0 and any(
        roles().get(form, 0) & ADOPTING
        and (tagged(form).forms & PAST or following[at - 1] != "to")
        and not form.endswith("ing")
        for at, form in enumerate(following)
    )


def _reached_audience(setting: Setting, ahead: list[str]) -> bool:
    """More than 2.7 million views."""
    return any(form in forms("figure_audience.en") for form in ahead[:2]) and (
        setting.verb < 0
        or setting.preposition == "with"
        or bool(setting.role & ~SPENDING)
        or setting.reading.forms[setting.verb] in verbs("figure_receiving.en")
    )
