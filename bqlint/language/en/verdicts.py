"""Effects told without a verb of change: a mark awarded, a stock sold out, a term extended, a level that now holds."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.context import NOW, Setting
from bqlint.language.en.endurance import has_lasted, is_only_one
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.reading import tagged
from bqlint.language.en.roles import CHANGING
from bqlint.language.en.states import is_in_trouble
from bqlint.language.lexicon import words

_US = frozenset(("us", "me"))
_WHOLE = frozenset(("full", "whole", "entire", "all"))
_FURTHER = frozenset(("more", "further", "another", "extra", "additional"))
_PERSONS = frozenset(("i", "we", "he", "she", "they", "you"))
_AWAY = frozenset((("out", "of"), ("off", "the"), ("from", "the")))
_SO_FAR = frozenset((("so", "far"), ("to", "date")))
_BOUNDS = frozenset(("over", "above", "below", "beyond", "under"))
_ONLY = frozenset(("only", "just"))
_SINCE = frozenset(("since", "have", "has"))
_BEFORE_PLACE = frozenset(("in", "for", "on", "at"))


def is_awarded(setting: Setting) -> bool:
    """They marked us 97 in the audit, it was awarded 82, I got a 74 for it: a bare number that another gave."""
    f, verb = setting.reading.forms, setting.verb
    following, first = f[setting.after], setting.quantity.first
    if setting.preposition == "with" and f[first - 1] == "a" and "." in f[first] and following in _BEFORE_PLACE:
        return True  # finished the year with a 4.8 on the review site
    if verb < 1 or (following.isalpha() and following not in _BEFORE_PLACE) or not setting.is_object:
        return False
    if f[setting.quantity.first - 1] == "a" and f[verb] in verbs("figure_receiving.en"):
        return True
    if f[verb] not in verbs("figure_awarding.en"):
        return False
    if f[verb - 1] in ("was", "were") and tagged(f[verb]).base not in ("give", "get"):
        return True
    rated = f[verb + 1] in _US or "." in f[setting.quantity.first]  # guests gave the breakfast 9.2
    return rated and f[verb - 1] not in ("i", "we")


def is_granted_whole(setting: Setting) -> bool:
    """The board gave us the full twenty thousand."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 0 or f[verb] not in verbs("figure_awarding.en"):
        return False
    return any(form in _WHOLE for form in f[verb + 1 : setting.quantity.first])


def is_chosen_from(setting: Setting) -> bool:
    """My design was chosen from over 200, I was picked out of 60 applicants."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or setting.preposition not in ("from", "of") or f[verb] not in verbs("figure_choosing.en"):
        return False
    return f[verb - 1] in ("was", "were", "been", "got") and setting.before - verb < 5


def is_taken_up(setting: Setting) -> bool:
    """Gone in three hours, sold out within two days, fully booked in under a week."""
    f, at = setting.reading.forms, setting.before - 1
    if setting.preposition not in ("in", "within", "inside") and (setting.preposition, f[at - 1]) != ("for", "fully"):
        return False
    return f[at] in words("figure_taken_up.en") or (f[at] == "out" and f[at - 1] in words("figure_taken_up.en"))


def is_prolonged(setting: Setting) -> bool:
    """They extended our contract for two more years, renewed for another two years."""
    f, quantity = setting.reading.forms, setting.quantity
    at = setting.before - 1 if setting.preposition in _FURTHER else setting.before
    if at < 1 or f[at] not in ("for", "by") or setting.verb < 0:
        return False
    further = any(form in _FURTHER for form in f[at + 1 : quantity.last + 1])
    return further and f[setting.verb] in verbs("figure_prolonging.en")


def is_given_more(setting: Setting) -> bool:
    """The new rota gave each nurse two more evenings off: a thing gives, and gives more than before."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or tagged(f[verb]).base != "give" or f[verb - 1] in _PERSONS:
        return False
    return any(form in ("more", "extra") for form in f[setting.quantity.first : setting.after + 1])


def only_so_many_lost(setting: Setting) -> bool:
    """Only two people have left since: the smallness of the loss is the effect."""
    f, first = setting.reading.forms, setting.quantity.first
    if setting.before == first - 1 or _ONLY.isdisjoint(f[max(0, setting.before) : first]):
        return False
    ahead = setting.ahead(8)
    return is_in_trouble(ahead) and "had" not in ahead and any(form in _SINCE for form in ahead)


def is_of_a_record(setting: Setting) -> bool:
    """The lowest absence in the building, 1.8 percent: the level that a superlative spoke of."""
    if setting.preposition not in (",", "(", "–", ":") or setting.reading.forms[setting.after] == "of":
        return False
    return any(form in words("figure_superlatives.en") for form in setting.behind()[-9:])


def is_top_mark(setting: Setting) -> bool:
    """The highest mark of the year, 86."""
    return is_of_a_record(setting) and any(form in forms("figure_scores.en") for form in setting.behind()[-9:])


def is_cut_out(setting: Setting) -> bool:
    """Cut eight steps out of the process, trimmed two pages off the form."""
    if not (setting.role & CHANGING and setting.is_object):
        return False
    return any(pair in _AWAY for pair in pairwise(setting.ahead(6)))


def is_done_since(setting: Setting) -> bool:
    """We have served 2,000 people since, I've placed 19 apprentices so far."""
    f = setting.reading.forms
    ahead = f[setting.after : setting.after + 7]
    if "since" not in ahead and not any(pair in _SO_FAR for pair in pairwise(ahead)):
        return False
    behind = setting.behind()[-5:]
    perfect = any(form in ("have", "has") or form.endswith("'ve") for form in behind)
    return perfect and any(form in forms("figure_adopters.en") for form in ahead[:4])


def is_running_on(setting: Setting) -> bool:
    """My code is now running on 50,000 devices, the form is live in nine countries."""
    f, at = setting.reading.forms, setting.before
    if f[at] not in ("on", "in", "at", "across") or f[at - 1] not in words("figure_running.en"):
        return False
    return any(form in ("is", "are") or form in NOW for form in f[max(0, at - 4) : at])


def is_told_count(setting: Setting) -> bool:
    """Whether a count is told as what followed the work: chosen from so many, kept, cut out, running on so many."""
    if only_so_many_lost(setting) or is_running_on(setting) or is_top_mark(setting) or is_only_one(setting):
        return True
    if setting.verb < 0:
        return setting.reading.forms[setting.quantity.first] == "zero" and stands_at(setting)
    told = has_lasted(setting) or is_chosen_from(setting) or is_awarded(setting) or is_given_more(setting)
    return told or is_cut_out(setting) or is_done_since(setting)


def is_ceiling(setting: Setting) -> bool:
    """We never went over four percent waste."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or f[verb - 1] != "never" or not (f[verb] in verbs("figure_moving.en") or setting.role & CHANGING):
        return False
    return bool(_BOUNDS.intersection(f[verb + 1 : setting.quantity.first]))


def stands_at(setting: Setting) -> bool:
    """Response time is four hours these days: a measure that now is so long, not "I am now forty years"."""
    f, at = setting.reading.forms, setting.before
    if f[at] in NOW:
        at -= 1
    if at < 1 or f[at] not in ("is", "are") or f[at - 1] in _PERSONS or f[setting.after] in ("since", "late", "behind"):
        return False
    near = [*f[at + 1 : setting.quantity.first], *setting.ahead(3)]
    return any(form in NOW for form in near) or near[-2:] == ["these", "days"] or setting.ahead(2) == ["these", "days"]
