"""Whether a count of an English clause, "12 teams", is an effect: won, adopted, reached, or the size of a change."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.adoption import OF_A_WHOLE, before_whole, is_adopted, reached_audience
from bqlint.language.en.context import NOW, SUBJECTS, Setting, is_open
from bqlint.language.en.durations import pays_back, takes_less_now
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.levels import did_well, is_left_doing
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.en.relations import is_brought_home, is_compared, is_directed, is_lost, is_now, is_spent, is_won
from bqlint.language.en.roles import ADOPTING, CHANGING, EARNING, HELPING, REACHING, WINNING, roles
from bqlint.language.en.states import worsened
from bqlint.language.en.verbs import BASE, FINITE, THIRD
from bqlint.language.en.verdicts import is_told_count
from bqlint.language.en.yields import is_yield
from bqlint.language.lexicon import words

_COUNTED = frozenset(("more", "less", "fewer", "up", "down", "ahead"))  # not "16 early drafts"
_KEEPING = frozenset(("keep", "prevent", "save", "spare", "stop"))
_TAKINGS = frozenset(("sales", "revenue", "revenues", "earnings", "income"))
_RATED = frozenset(("than", "a", "per", "each", "every"))
_LIMITS = frozenset(("limit", "limits", "ceiling", "cap"))
_MENDING = frozenset(("correct", "fix", "repair", "resolve"))


def count(setting: Setting) -> bool:
    """A count is an effect where it was won, adopted, reached, or is the size of a change."""
    f, ahead, first = setting.reading.forms, setting.ahead(4), setting.quantity.first
    reached = setting.preposition == "to" or setting.role & REACHING
    if "." in f[first] and reached and _may_be_version(setting, ahead):
        return False
    if not forms("figure_honours.en").isdisjoint(ahead[:3]) or _runs_into(setting):
        return False
    compared = is_compared(setting) and (f[setting.after] in _COUNTED or setting.preposition == "by")
    if (compared or ahead[1:2] in (["more"], ["fewer"])) and (
        f[setting.after] in _COUNTED - {"more"}
        or setting.role & (CHANGING | WINNING | ADOPTING | EARNING)
        or is_now(setting)
        or not _RATED.isdisjoint(ahead)
    ):
        return True
    if setting.preposition in ("up", "down") and setting.reading.forms[setting.verb] in verbs("figure_moving.en"):
        return not worsened(setting)
    if setting.preposition in ("to", "by") and is_directed(setting):
        return not worsened(setting)
    ending = setting.preposition in ("under", "below") or (setting.preposition == "to" and f[first] == "zero")
    if ending and f[setting.verb] in verbs("figure_moving.en"):
        return True  # stayed under 12, went to zero
    if setting.role & CHANGING and setting.preposition in ("by", "to", "under", "below"):
        idle = f[first] in ("zero", "0") and not tagged(f[setting.verb]).forms & ~BASE  # scale to zero
        return not worsened(setting) and not idle
    if f[first - 1] == "(" and "to" in f[first : setting.quantity.last] and _changed_before(f, first):
        return True  # the fall rate decreased a little (6.8 to 6.4)
    if is_told_count(setting) or is_yield(setting) or is_left_doing(setting) or _is_cut_in_two(setting):
        return True
    if setting.preposition == "but" and f[setting.before - 1] == "all":  # all but two of the files
        return not is_spent(setting)
    if setting.preposition == "of" and f[setting.before - 1] in _TAKINGS and "in" in setting.behind():
        return not verbs("figure_leading.en").isdisjoint(setting.behind())  # resulted in sales of 26 million
    if setting.quantity.weak and f[first] == "one" and takes_less_now(setting):
        return True
    if setting.quantity.weak:  # "one" measures nothing by itself
        return False
    if is_won(setting, WINNING | REACHING | HELPING):
        return not (tagged(f[setting.verb]).forms == THIRD and not forms("figure_loads.en").isdisjoint(ahead))
    if f[setting.verb] in verbs("figure_keeping.en") and before_whole(setting) > -2:
        return any(form in forms("figure_adopters.en") for form in ahead)  # kept all four clients
    if setting.preposition == "in" and pays_back(setting):
        return True
    if is_lost(setting) or is_spent(setting):
        return False
    if _stands_now(setting):
        return not any(form in forms("figure_adopters.en") for form in ahead)
    alone = bool(ahead) and tagged(ahead[0]).part in ("be", "have", "do")  # 57 are still with us
    if (alone or before_whole(setting) > -2) and did_well(setting):
        return True
    if ahead[:1] == ["of"] and any(form in OF_A_WHOLE for form in ahead[1:2]) and did_well(setting, good_only=True):
        return True  # two of the juniors I trained are now foremen
    if is_brought_home(setting) or _is_gain_in_number(setting, ahead):
        return True
    if _is_won_over(setting) or is_kept_from(setting) or _is_mended(setting):
        return True
    return is_adopted(setting, ahead) or (reached_audience(setting, ahead))


def _runs_into(setting: Setting) -> bool:
    """We had been hitting peaks of 20,000 calls: what one runs into, not a goal that is hit."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 0 or f[verb] != "hitting":
        return False
    around = setting.around()
    return not _LIMITS.isdisjoint(around) or forms("figure_plans.en").isdisjoint(around)


def _may_be_version(setting: Setting, ahead: list[str]) -> bool:
    """A bare number with a decimal point where nothing is told that has marks or a mean: "before we reach 1.0"."""
    if ahead and is_open(ahead[0]) and not tagged(ahead[0]).forms & FINITE:
        return False  # 1.5 million users is no bare number
    measured = forms("figure_scores.en") | forms("figure_levels.en") | words("figure_metrics.en")
    measured |= forms("figure_good_measures.en") | forms("figure_bad_measures.en") | words("figure_number_nouns.en")
    return measured.isdisjoint(setting.around())


def _changed_before(f: list[str], at: int) -> bool:
    """Whether a verb of change stands shortly before."""
    return any(roles().get(form, 0) & CHANGING for form in f[max(0, at - 10) : at])


def part(setting: Setting) -> bool:
    """Eight of them stayed, three of whom were promoted, won back 57 of them; not "three of them new"."""
    return is_won(setting, WINNING) or did_well(setting)


def _stands_now(setting: Setting) -> bool:
    """Throughput is now 1,200 requests; not "we are now twelve"."""
    f, at = setting.reading.forms, setting.before
    if at > 0 and f[at] == "at":
        at -= 1
    return at > 1 and f[at] in NOW and f[at - 1] in ("is", "are", "stands", "stand") and f[at - 2] not in SUBJECTS


def _is_gain_in_number(setting: Setting, ahead: list[str]) -> bool:
    """Signed 12 new clients, signed up 30 people."""
    f, verb = setting.reading.forms, setting.verb
    if (
        setting.role & (EARNING | ADOPTING)
        and setting.is_object
        and any(form in forms("figure_income.en") for form in ahead[:3])
    ):
        return True
    if verb < 0 or not any(form in forms("figure_adopters.en") for form in ahead):
        return False
    taken = bool(setting.role & (EARNING | ADOPTING))
    if taken and setting.is_object and any(form in forms("figure_customers.en") for form in ahead[:2]):
        return True
    if ahead[0] == "new":
        return taken or f[verb] in verbs("figure_receiving.en")
    return bool(setting.role & ADOPTING) and setting.preposition == "up"


def _is_mended(setting: Setting) -> bool:
    """The nightly check corrected 312 records: what a thing has mended, not what somebody did by hand."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or tagged(f[verb]).base not in _MENDING or not setting.is_object:
        return False
    return (
        is_open(f[verb - 1])
        and f[verb - 1] not in forms("figure_adopters.en")
        and not setting.reading.capital(verb - 1)
    )


def _is_won_over(setting: Setting) -> bool:
    """Brought in 300 donors, brought four teams onto our template, ended up signing 1,140."""
    f, following = setting.reading.forms, setting.ahead(7)
    behind = setting.behind()[-5:]
    if any(one == "ended" and two == "up" for one, two in pairwise(behind)):
        return True
    if setting.verb < 0 or setting.quantity.sort is Sort.TIME:
        return False  # bring twenty years of practice into it
    if tagged(f[setting.verb]).base == "take" and "onto" in following:
        return True
    if f[setting.verb] not in verbs("figure_bringing.en"):
        return False
    if "into" in following and any(form in forms("figure_adopters.en") for form in following[:3]):
        return True  # brought 11 new members into the choir
    return setting.preposition in ("in", "back", "home") or any(
        form in ("in", "onto", "aboard", "over") for form in following
    )


def is_kept_from(setting: Setting) -> bool:
    """Keeps 300 orders a day from failing."""
    following = setting.ahead(9)
    if "from" not in following or not any(tagged(form).base in _KEEPING for form in setting.behind()[-3:]):
        return False
    return any(one == "from" and two.endswith("ing") for one, two in pairwise(following))


def _is_cut_in_two(setting: Setting) -> bool:
    """Waiting times have been cut in two; not "I cut the rope in two"."""
    f, verb = setting.reading.forms, setting.verb
    if f[setting.quantity.first] != "two" or setting.preposition != "in" or tagged(f[verb]).base != "cut":
        return False
    measures = forms("figure_bad_measures.en") | words("figure_settings.en")
    return not measures.isdisjoint(f[max(0, verb - 8) : setting.before])
