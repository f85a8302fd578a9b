"""Quantities of an English clause that describe a state, a price or a manner of speaking instead of an effect."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from bqlint.language.en.context import NOW, Setting
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.lengths import is_longer
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import is_closed, is_digit, tagged
from bqlint.language.en.roles import CHANGING, EARNING, REACHING, WINNING
from bqlint.language.en.verbs import BASE, PAST, THIRD
from bqlint.language.lexicon import words

_MEANS = frozenset(("budget", "funding", "staff"))
_EDGING = frozenset(("creep", "edge", "inch"))  # the particle says which way
_CARRYING = frozenset(("lift", "carry", "push", "pull", "haul"))
_OF_A_PART = frozenset(("to", "of", "in", "about", "for", "with", "on", "from", "at", "despite"))


def is_polled(setting: Setting) -> bool:
    """58% of the respondents: what those asked in a survey do or think."""
    return any(form in forms("figure_surveyed.en") for form in setting.around())


def is_price_or_mark(setting: Setting) -> bool:
    """A 10% discount, 5% interest, 20% off."""
    f = setting.reading.forms
    ahead = setting.ahead(3)
    held = words("figure_shares_held.en")
    if any(form in held for form in ahead):
        return not setting.role & (WINNING | EARNING) or f[setting.verb].startswith("t")  # took a 20% pay cut
    if setting.preposition == "worth":
        return not setting.role & (CHANGING | WINNING | EARNING)
    if setting.changed < 0 and any(form in held for form in setting.behind()[:4]):
        return True
    return ahead[:1] == ["off"] and not setting.role & (CHANGING | WINNING)


def is_schooling(setting: Setting) -> bool:
    """A mark of school or degree."""
    if "percentage" in setting.behind()[-2:] or setting.ahead(1) == ["marks"]:
        return True  # obtained a percentage of 64%, secured 90% marks
    return any(form in forms("figure_schooling.en") for form in setting.around()) and not setting.role & CHANGING


def is_carried(setting: Setting) -> bool:
    """Can lift 40 lbs, carried 20 kilos up four floors: what a body bears."""
    f, quantity, verb = setting.reading.forms, setting.quantity, setting.verb
    if f[quantity.last] not in words("figure_weights.en"):
        return False
    near = f[max(0, quantity.first - 4) : quantity.first + 1]
    return verb >= quantity.first - 4 and any(tagged(form).base in _CARRYING for form in near)


def is_conviction(setting: Setting) -> bool:
    """We were 100 percent sure of it, 110% committed."""
    return setting.reading.forms[setting.after] in words("figure_convictions.en")


def is_state_before(setting: Setting) -> bool:
    """The problem's own size: only 40% of the forms came back; the error rate was 12%; when I joined, it was 60%."""
    f = setting.reading.forms
    if setting.role & (CHANGING | WINNING | EARNING | REACHING) or setting.changed >= 0:
        return False
    if is_in_time(setting.ahead(9)) or (setting.preposition == "at" and f[setting.verb] in verbs("figure_ending.en")):
        return False
    if setting.preposition == "of" and setting.before and f[setting.before - 1] in forms("figure_results.en"):
        return False  # a reduction of 15% in cost
    if _measures_trouble(setting) or is_in_trouble(setting.ahead(6)):
        return True
    if f[setting.before + 1] == "only" and not _polarity(setting, setting.before):
        return True
    if (
        setting.preposition in ("was", "were", "at", "ran", "runs", "averaged")
        and _polarity(setting, setting.before) < 0
    ):
        return True
    if "had" in setting.ahead(7):
        return True
    return when_i_came(setting.around()) or _was_doing(setting)


def is_low_now(setting: Setting) -> bool:
    """Waste is now under two percent."""
    f = setting.reading.forms
    return setting.preposition in ("under", "below") and any(
        form in NOW for form in f[max(0, setting.before - 3) : setting.before]
    )


def is_in_time(ahead: list[str]) -> bool:
    """97% of the orders went out on time: a share of what was done in time is a service reached."""
    return any(
        (one in ("on", "in", "first") and two in ("time", "schedule")) or (one, two) == ("same", "day")
        for one, two in pairwise(ahead)
    )


def _measures_trouble(setting: Setting) -> bool:
    """A 3% error rate; not "a 3% error reduction"."""
    ahead = setting.ahead(4)
    if ahead[:1] == ["of"]:  # 97% of complaints: what was done with them decides
        return False
    near = ahead[: ahead.index(",")] if "," in ahead else ahead
    troubled = any(form in forms("figure_bad_measures.en") for form in near[:2]) or _is_rate_of_trouble(near)
    return troubled and not any(
        form in forms("figure_results.en") or form in words("figure_comparatives.en") for form in near
    )


def _is_rate_of_trouble(near: list[str]) -> bool:
    """A 9% cart-abandonment rate, a 12% drop-out rate."""
    if "rate" not in near and "rates" not in near:
        return False
    incidents = forms("figure_incidents.en")
    return any(form in incidents or f"{form}{following}" in incidents for form, following in pairwise(near)) or (
        any(f"{one}{two}" in incidents for one, two in zip(near, near[2:], strict=False))
    )


def when_i_came(f: list[str]) -> bool:
    """Whether "when I took over" or the like stands among the tokens `f`."""
    return any(f[at] in ("when", "before") and is_my_coming(f, at + 1) for at in range(len(f) - 2))


def is_my_coming(f: list[str], at: int) -> bool:
    """Whether "I took over", "we began" or "I was asked" stands at token `at`."""
    if f[at] not in ("i", "we"):
        return False
    return f[at + 1] in verbs("figure_arriving.en") or (
        f[at + 1] in ("was", "were") and at + 2 < len(f) and f[at + 2] in words("figure_appointed.en")
    )


def _was_doing(setting: Setting) -> bool:
    """A past progressive of no gain: the shop was turning away 20% of its callers."""
    behind = setting.behind()
    return any(
        form in ("was", "were") and behind[at + 1 : at + 2] and behind[at + 1].endswith("ing")
        for at, form in enumerate(behind)
    )


def worsened(setting: Setting) -> bool:
    """Whether a good measure fell of itself or a bad one rose: sales dropped 12%, costs doubled."""
    f = setting.reading.forms
    verb = setting.quantity.first if setting.quantity.sort is Sort.MULTIPLE else setting.changed
    way = setting.before - 1 if setting.preposition in ("by", "to") else setting.before
    if f[way] in ("up", "down") and setting.changed < 0:
        return _polarity(setting, way) == (-1 if f[way] == "up" else 1)
    if verb < 0:
        return False
    if verb == setting.quantity.first and _has_object(f, verb):
        return False  # cut the cost and doubled the deliveries
    if f[verb - 1] in ("was", "were") and f[verb - 2] in _MEANS:
        return True  # our budget was cut by half
    polarity = _polarity(setting, verb)
    if tagged(f[verb]).base in ("balloon", "spike") and setting.preposition == "to":
        return polarity <= 0  # the bundle had ballooned to 150 MB
    if tagged(f[verb]).base in _EDGING and f[verb + 1] in ("up", "down"):
        return polarity == (-1 if f[verb + 1] == "up" else 1)
    return (polarity > 0 and f[verb] in verbs("figure_falling.en")) or (
        polarity < 0 and f[verb] in verbs("figure_rising.en")
    )


def _has_object(f: list[str], verb: int) -> bool:
    """Whether a noun phrase that is no time follows the verb."""
    following = f[verb + 1]
    if following in words("figure_periods.en") or following in ("this", "that", "each"):
        return False
    return following.isalpha() and tagged(following).part in ("", "det")


def _polarity(setting: Setting, at: int) -> int:
    """1 where the measure before token `at` of the clause ought to rise, -1 where it ought to fall, 0 where unknown."""
    f = setting.reading.forms
    good, bad = forms("figure_good_measures.en"), forms("figure_bad_measures.en")
    for noun in range(at - 1, setting.clause - 1, -1):
        form = f[noun]
        if form == "," and not (f[at].endswith("ing") and tagged(f[at + 1]).part):
            break  # output hovered there, dropping under 700 at times, is of the output still
        if form == "p" and is_digit(f[noun + 1]) and setting.quantity.sort is Sort.TIME:
            return -1  # the p99 of a wait
        if form == "time" and not _is_measured_time(f, noun):
            continue
        inner = noun + 1 == at and f[at].endswith("ing")  # with response times climbing
        if (form in good or form in bad) and (inner or not (f[noun - 1] in _OF_A_PART or f[noun - 2] in _OF_A_PART)):
            return 1 if form in good else -1
    return 0


@cache
def _troubles() -> frozenset[str]:
    return words("figure_amiss.en") | words("figure_troubles.en")


def is_in_trouble(following: list[str]) -> bool:
    """Whether the words after a quantity say that what it counts went wrong: were missing, failing, off sick."""
    troubles = _troubles()
    for at, form in enumerate(following):
        after = following[at + 1] if at + 1 < len(following) else ""
        if form in troubles and is_closed(after) and not (form == "out" and after == "of"):
            return True
        if form in verbs("figure_losing.en") and tagged(form).forms & PAST and not tagged(form).forms & BASE:
            return True
    return False


def is_wrong_way(setting: Setting) -> bool:
    """Whether a before and after in digits shows a bad measure grown or a good one shrunk: her pulse from 74 to 98."""
    f, quantity = setting.reading.forms, setting.quantity
    if is_longer(setting) and _polarity(setting, setting.verb) <= 0:
        return True
    places = [at for at in range(quantity.first, quantity.last + 1) if is_digit(f[at])]
    digits = [f[at].replace(",", "") for at in places]
    if len(digits) != 2 or not all(digit.replace(".", "", 1).isdecimal() for digit in digits):
        return False
    one, two = (f[at + 1] for at in places)
    if one != two and (_is_magnitude(one) or _is_magnitude(two) or {one, two} <= forms("figure_time_units.en")):
        return False  # from $400,000 to $25 million, from 1 hour to 30 minutes
    grown = float(digits[1]) - float(digits[0])
    subject_end = setting.changed if setting.changed >= 0 else quantity.first  # what somebody raised was to rise
    return f[quantity.first] == "from" and grown * _polarity(setting, subject_end) < 0


def _is_magnitude(form: str) -> bool:
    """Whether `form` multiplies the number before it: million, k."""
    return form in forms("figure_magnitudes.en") or form in words("figure_magnitude_signs.en")


def _is_measured_time(f: list[str], at: int) -> bool:
    """Response time, waiting time; not "up time", "on time", "the first-time fix rate"."""
    before, after = tagged(f[at - 1]), tagged(f[at + 1])
    return not before.part and bool(after.part or after.forms & (PAST | THIRD))
