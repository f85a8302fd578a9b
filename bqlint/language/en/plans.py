"""Whether a quantity of an English clause is planned, asked for or promised instead of done."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.context import SUBJECTS, Setting, is_open
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.en.states import is_my_coming
from bqlint.language.en.verbs import PAST, THIRD
from bqlint.language.lexicon import words

_AUXILIARIES = frozenset(
    ("was", "were", "is", "are", "been", "be", "being", "had", "have", "has", "got", "i", "we", "it")
)
_AUXILIARIES |= frozenset(("he", "she", "they", "us"))
_NOT_PLANS = frozenset(("than", "as"))
_WITHIN = frozenset(("within", "on", "above", "over", "below", "under"))  # resolved within target
_DEFINES = frozenset(["set", "fixed", "agreed", "to", "that", "a", "an", "the", "not", "only"])
_CUT_PLANS = frozenset(("budget", "job", "brief"))
_TIME_LINKS = frozenset(("before", "when", "until"))
_HAVING = frozenset(["have", "has", "had", "get", "got", "gave", "given", "left"])
_DETERMINERS = frozenset(["the", "a", "an", "our", "my", "their", "its", "his", "her", "this", "that", "your"])
_FORESEEING = frozenset(("predict", "forecast"))
_SHOWING = frozenset(("show", "indicate", "point", "imply"))
_CHANCES = frozenset(("chance", "opportunity", "option"))
_CAN = frozenset(("can", "could"))
_FUTURE = frozenset(("will", "might", "shall"))
_SINGULAR = frozenset(("this", "that", "it", "he", "she"))
_OF_A_PLAN = frozenset(["of", "was", "is", "were", "to", "for", "set", "had", ":", "that", "at"])


def is_planned(setting: Setting, at: int) -> bool:
    """A verb of planning: not "than expected", "the planned move", nor the noun "project"."""
    f = setting.reading.forms
    if f[at - 1] in _NOT_PLANS:
        return False
    if f[at + 1 : at + 3] == ["to", "say"]:  # I want to say
        return False
    if tagged(f[at]).base in _FORESEEING and not words("figure_metrics.en").isdisjoint(f[at : setting.before]):
        return False  # predicts the yield with an accuracy of 95%
    if f[at].startswith("look"):
        return f[at + 1] == "to"
    compound = f[at].endswith("ing") and is_open(f[at - 1]) and not tagged(f[at - 1]).forms
    if compound and (is_open(f[at + 1]) or f[at + 1] in ("and", ",", ".")):
        return False  # the lean scheduling method, financial planning and advice
    if f[at].endswith("ing") and is_open(f[at + 1]) and at < setting.verb and tagged(f[at - 1]).part != "be":
        return False  # planning cycles dropped
    if f[at].endswith(("ed", "ing")):
        return f[at - 1] not in _DETERMINERS or at >= setting.before or f[at + 1] == "to"  # a drive that aimed to raise
    if tagged(f[at]).forms & THIRD and f[at] not in forms("figure_plans.en"):
        return True  # the board expects
    plural = f[at - 1] in SUBJECTS and f[at - 1] not in _SINGULAR  # they project, not "this project"
    return plural or f[at - 1] in ("to", "not", "and") or tagged(f[at]).forms & PAST > 0


def is_asked(setting: Setting, at: int) -> bool:
    """A request with an infinitive: "was asked to", "told me to", "in order to"; not "the time needed to"."""
    f = setting.reading.forms
    if f[at] in forms("figure_plans.en") and is_plan(setting, at):
        return True
    if f[at + 1] == "that" and not tagged(f[at]).forms & PAST:
        return False  # the orders that day
    if f[at + 1] in ("for", "that"):
        return f[at - 1] not in _DETERMINERS and setting.before - at < 4
    if f[at + 1] == "to":
        return f[at - 1] in _AUXILIARIES or (f[at] == "order" and f[at - 1] == "in")
    return "to" in f[at + 2 : at + 5] and f[at - 1] not in _DETERMINERS and at < setting.before


def is_plan(setting: Setting, at: int) -> bool:
    """A target that was neither met nor beaten: "a target of 20%", "the goal was to cut 20%"."""
    f = setting.reading.forms
    if tagged(f[at]).base in _FORESEEING and f[at - 1] in SUBJECTS - _SINGULAR:
        return is_planned(setting, at)  # we forecast growth of 9%
    if any(one in ("was", "is") and two == "to" for one, two in pairwise(f[at + 1 : min(at + 8, setting.before + 1)])):
        return not _is_beaten(f, at)  # the goal we were given was to double it
    if tagged(f[at + 1]).base in _SHOWING:
        return True  # projections showed a 10x rise
    if (
        f[at + 1] in ("by", "to")
        and setting.before == at + 1
        and "of" not in f[at - 4 : at]
        and f[at] not in _CUT_PLANS
    ):
        return not _is_beaten(f, at) and "missed" not in f[max(0, at - 4) : at]  # extended the deadline by two days
    if f[at + 1] == "for" and setting.before - at > 4:
        return False  # wrote a plan for the festival, raising sales by 16%
    if setting.quantity.sort is Sort.SHIFT and at == setting.before and setting.changed >= 0:
        return False  # improved the freshness SLA from 90% to 99%
    if f[at - 1] in _NOT_PLANS or f[at - 1] in _WITHIN or not (f[at + 1] in _OF_A_PLAN or at == setting.before):
        return False
    if f[at + 1] in ("was", "is", "were") and f[at + 2] not in _DEFINES and at + 2 <= setting.before:
        return False
    return not _is_beaten(f, at)


def is_time_to(setting: Setting, at: int) -> bool:
    """Had to cut costs; six weeks to cut costs: "to" after "had" or after the time that was had for it."""
    f = setting.reading.forms
    if f[at - 1] in ("had", "have", "has", "having") or f[at - 1] in _CHANCES:
        return True
    return f[at - 1] in forms("figure_time_units.en") and any(form in _HAVING for form in f[max(0, at - 5) : at])


def _is_beaten(f: list[str], at: int) -> bool:
    """Whether a verb of meeting or beating stands up to six tokens left of the target at `at`."""
    return any(form in verbs("figure_beating.en") for form in f[max(0, at - 6) : at])


def planned_after(setting: Setting) -> bool:
    """A 20% target; 20% was the goal; 20% was promised; 20% expected; 20% before I came."""
    reading, after = setting.reading, setting.after
    f, planning = reading.forms, verbs("figure_planning.en")
    if _is_measure_of_plan(setting) or _is_offered(setting):
        return True
    if setting.verb < 0 and any(form in _FUTURE for form in setting.ahead(6)):
        return True  # 15% of the callers will give up
    if f[after] in planning and f[after].endswith("ed"):
        return True
    for at in range(after, min(after + 8, reading.count)):
        if f[at] in _TIME_LINKS and is_my_coming(f, at + 1):
            return f[at] == "before" or "had" in setting.behind()
        if f[at] in ("was", "were") and f[at + 1] in planning and at < after + 5:
            return True
    return False


def _is_offered(setting: Setting) -> bool:
    """We can cut it by 30 MB if we drop the maps."""
    f = setting.reading.forms
    return "if" in f[setting.after : setting.after + 6] and not _CAN.isdisjoint(setting.behind())


def _is_measure_of_plan(setting: Setting) -> bool:
    """A 20% target; 20% was the goal; not "95% of the target", "$40k under budget"."""
    f, plans, after = setting.reading.forms, forms("figure_plans.en"), setting.after
    if f[after] in ("of", "to") or f[after] in words("figure_comparatives.en"):
        return False
    if f[after] in ("was", "is", "were") and f[after + 1] in _DETERMINERS and f[after + 2] in plans:
        return True
    for at in (after, after + 1):
        following = f[at + 1]
        if f[at] in plans and following != "by" and (not following.isalpha() or tagged(following).part):
            return not _is_beaten(f, setting.quantity.first)
    return False
