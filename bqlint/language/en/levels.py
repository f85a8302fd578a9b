"""Whether a percentage or a part of an English clause is a level the work has reached, not a share of the world."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.context import NOW, Setting, is_open
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.reading import tagged
from bqlint.language.en.relations import is_now
from bqlint.language.en.roles import ADOPTING, ANSWERING, CHANGING, EARNING, LOSING, REACHING, SPENDING, WINNING, roles
from bqlint.language.en.states import is_in_time, is_in_trouble
from bqlint.language.en.verbs import BASE, FINITE, PARTICIPLE, PAST
from bqlint.language.lexicon import words

_GOOD = WINNING | EARNING | REACHING | ADOPTING | ANSWERING | CHANGING
_BEFORE_SUBJECT = frozenset((",", ";", ":", "–", "—", "-", "and", "of", "so", "that", "which", "whom", "them"))
_OF_THE_GROUP = frozenset(("all", "every", "each", "one", "of", "the", "our", "my", "those", "these"))
_PLAIN = frozenset(("of", "to"))
_MINUS = frozenset("-−")
_THANKS = frozenset(("feedback", "praise", "reviews", "thanks", "approval"))
_AT_LEVEL = frozenset(("of", "at", "to", "under", "below"))
_AMONG = frozenset(("in", "on", "across"))
_INNER = frozenset(("i", "we", "they", "who"))
_SO_THAT = frozenset(("so", "meant", "means", "meaning", "ensured", "such"))
_FORMER = frozenset(("old", "previous", "prior", "former", "original", "initial", "baseline", "average", "national"))
_STANDING = frozenset(("is", "are", "at", "now", "today"))


def is_service(setting: Setting) -> bool:
    """98% attendance, a 96% resolution rate."""
    ahead = setting.ahead(5)
    return not _services().isdisjoint(ahead[: ahead.index(",")] if "," in ahead else ahead)


@cache
def _services() -> frozenset[str]:
    return forms("figure_levels.en") | words("figure_metrics.en")


def is_of_income(setting: Setting) -> bool:
    """25% of the company's revenue."""
    return any(form in forms("figure_income.en") for form in setting.ahead(5))


@cache
def _measures() -> frozenset[str]:
    return _services() | forms("figure_good_measures.en")


def is_level(setting: Setting) -> bool:
    """98% attendance, uptime was 99.98%, 132% of plan, runs at 98% now."""
    if is_service(setting) or _is_reached(setting) or _is_of_a_plan(setting) or _is_labelled(setting):
        return True
    if not _measures().isdisjoint(setting.behind()[-7:]):
        return True
    return setting.preposition in _STANDING and is_now(setting)


def _is_labelled(setting: Setting) -> bool:
    """Guest satisfaction: 96%, as a list of results has it; not "previous retention", "target uptime"."""
    f, end = setting.reading.forms, setting.before
    if f[end] != ":" or not 0 < end < 4 or f[end - 1] not in _measures():
        return False
    other = words("figure_former_left.en") | forms("figure_plans.en") | _FORMER
    return other.isdisjoint(f[: end - 1])


def _is_reached(setting: Setting) -> bool:
    """Ended the year at 6%, went 30% to 12%, kept it at 98%, +18%."""
    f, verb, quantity = setting.reading.forms, setting.verb, setting.quantity
    if f[quantity.first] == "+" or (f[quantity.first] in _MINUS and is_open(f[quantity.first - 1])):
        return True  # build time -35%
    if verb < 0:
        return False
    if setting.preposition in ("above", "below", "at") and f[verb] in _coming_to():
        return True
    if f[verb] in verbs("figure_moving.en") and "to" in f[quantity.first : quantity.last]:
        return True
    return f[verb] in verbs("figure_keeping.en")


def _is_of_a_plan(setting: Setting) -> bool:
    """132% of plan, met the target of 20%, beat my quota (134%); whether the plan was met is asked elsewhere."""
    f, first, plans = setting.reading.forms, setting.quantity.first, forms("figure_plans.en")
    if f[first - 1] == "(" and f[setting.after] == ")":
        before = f[max(0, first - 24) : first]
        return any(roles().get(form, 0) & REACHING or form in forms("figure_levels.en") for form in before)
    ahead = setting.ahead(7)
    if ahead and ahead[0] in _PLAIN and any(form in plans for form in ahead[1:]):
        return True
    return any(form in plans for form in setting.behind()[-3:])


def is_beaten_with(setting: Setting) -> bool:
    """Beat my monthly goals with an average of 5,000 in sales: what a plan was beaten with."""
    behind = setting.behind()
    if "with" not in behind:
        return False
    link = len(behind) - 1 - behind[::-1].index("with")
    plans, beating = forms("figure_plans.en"), verbs("figure_beating.en")
    return len(behind) - link < 6 and any(
        form in plans and not beating.isdisjoint(behind[max(0, at - 6) : at]) for at, form in enumerate(behind[:link])
    )


@cache
def _coming_to() -> frozenset[str]:
    """The verbs of arriving at a level: ended the year at 6%, came in at 97%."""
    return verbs("figure_ending.en") | verbs("figure_moving.en")


def is_part_done(setting: Setting) -> bool:
    """Removed 90% of the noise, resolves 97% of calls: the object of an act, as a part of the whole."""
    f, verb = setting.reading.forms, setting.verb
    received = (verb >= 0 and f[verb] in verbs("figure_receiving.en")) or f[setting.before] in verbs(
        "figure_receiving.en"
    )
    if received and f[setting.after] in ("in", "on", "for", "positive"):
        return True  # got 92% in the audit, receiving 100% in the review, 97% positive replies
    if setting.preposition == "from":  # received praise from 90% of the guests, with praise from 90%
        thanked = not _THANKS.isdisjoint(setting.behind()[-3:]) and "with" in setting.behind()
        return thanked or (verb >= 0 and f[verb] in verbs("figure_receiving.en"))
    if verb < 0 or setting.role & (SPENDING | LOSING) or f[verb] in verbs("figure_consuming.en"):
        return False
    if setting.preposition in _AMONG:
        return bool(setting.role & _GOOD)
    return setting.is_object and (f[setting.after] == "of" or bool(setting.role & (_GOOD & ~EARNING)))


def is_left_doing(setting: Setting) -> bool:
    """Coached 14 analysts, with 80% earning promotion: a part named after the whole, and what became of it."""
    if setting.preposition != "with" or is_in_trouble(setting.ahead(6)):
        return False
    known, good = roles(), verbs("figure_succeeding.en") | verbs("figure_receiving.en") | verbs("figure_moving.en")
    return any(form.endswith("ing") and (known.get(form, 0) & _GOOD or form in good) for form in setting.ahead(4))


def is_cost_kept(setting: Setting) -> bool:
    """Ran a kitchen with food costs of 24%, kept waste under 2%: a bad measure held at a level, not "waste was 9%"."""
    f, at = setting.reading.forms, setting.before
    if f[at] not in _AT_LEVEL or f[at - 1] not in forms("figure_bad_measures.en"):
        return False
    kept = verbs("figure_keeping.en") | verbs("figure_moving.en") | verbs("figure_running_at.en")
    return any(form in kept or roles().get(form, 0) & (REACHING | CHANGING) for form in setting.behind()[-9:-2])


def is_kept_below(setting: Setting) -> bool:
    """Maintained a shrink rate below 1%, kept turnover under 8%."""
    if setting.preposition not in ("below", "under", "within"):
        return False
    return any(form in verbs("figure_keeping.en") and tagged(form).forms & PAST for form in setting.behind())


def _is_done(form: str) -> bool:
    """Whether `form` is a participle of an act that is no effort: "were answered", not "is spent"."""
    return bool(tagged(form).forms & PARTICIPLE) and not roles().get(form, 0) & (LOSING | SPENDING)


def _is_located(following: list[str]) -> bool:
    """80% of the delay was in one query, came from one door: where a trouble lies."""
    bad, noun = forms("figure_bad_measures.en"), 2 if following[1:2] == ["the"] else 1
    if following[:1] != ["of"] or following[noun : noun + 1] == [] or following[noun] not in bad:
        return False
    return following[noun + 1 : noun + 2] in (["was"], ["were"], ["came"], ["sat"], ["lay"]) and (
        following[noun + 2 : noun + 3] in (["in"], ["from"], ["at"], ["on"])
    )


def did_well(setting: Setting, good_only: bool = False) -> bool:
    """97% of the orders went out, all 38 children were at school: the part is the subject, and nothing went wrong.

    The act must be past: what people do is no effect. With `good_only` it must be one that is good by itself.
    """
    f, before = setting.reading.forms, setting.before
    while before >= 0 and f[before] in _OF_THE_GROUP:
        before -= 1
    if before >= 0 and before >= setting.clause and f[before] not in _BEFORE_SUBJECT:
        return False
    found = tagged(f[before - 1]).forms & PAST or f[before - 1] in ("me", "us")
    if f[before] == "that" and found and f[before - 1] not in _SO_THAT:
        return False  # found that 60% of the faults came from one valve
    following = setting.ahead(8)
    if (is_in_trouble(following) and not is_in_time(following)) or _is_located(following):
        return False
    inner = False  # past a subject of its own: two of the apprentices I coached
    for at, form in enumerate(following):
        if form == "," and not inner:
            return False
        tag = tagged(form)
        if inner and (tag.forms & FINITE or tag.part in ("be", "have")):
            inner = False
            continue
        inner = inner or (at > 0 and form in _INNER)
        if tag.part in ("be", "have", "do", "modal"):
            return _is_state_reached(form, following[at + 1 : at + 4], good_only)
        if tag.forms & PAST:
            if form == "passed" and following[at + 1 : at + 2] in (["in"], ["through"], ["to"], ["on"]):
                return False
            role = roles().get(form, 0)
            if at and following[at - 1] in _OF_THE_GROUP:
                continue  # of the lapsed members
            if form == "needed":
                return False
            good = bool(role & _GOOD) or form in verbs("figure_succeeding.en")
            good = good or (following[at + 1 : at + 2] == ["back"] and "with" not in following)
            faults = following[following.index("with") :] if "with" in following else ()
            if not good and any(word in forms("figure_incidents.en") for word in faults):
                return False  # 30% of them came back with faults
            return good or (not good_only and (not role & (LOSING | SPENDING) or is_in_time(following)))
        if form in NOW and following[at + 1 :] and tagged(following[at + 1]).forms & BASE:
            return True  # a third of our guests now choose it
    return False


def _is_state_reached(auxiliary: str, following: list[str], good_only: bool) -> bool:
    """Were answered, have qualified, were at school, are still here, 21 did; not "had left", "is spent", "are new"."""
    if auxiliary == "did":
        return not following or bool(tagged(following[0]).part)
    if auxiliary in ("had", "am") or tagged(auxiliary).part in ("modal", "do"):
        return False
    if following[:1] == ["still"]:
        return True
    if auxiliary in ("is", "are"):
        return any(word in NOW for word in following)
    placed = bool(following) and tagged(following[0]).part == "prep" and not good_only
    return placed or any(_is_done(word) for word in following)
