"""Whether a percentage, an amount of money or a measure of an English clause is the size of an effect."""

from __future__ import annotations

from bqlint.language.en.context import Setting
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.levels import (
    did_well,
    is_cost_kept,
    is_kept_below,
    is_left_doing,
    is_level,
    is_of_income,
    is_part_done,
    is_service,
)
from bqlint.language.en.reading import tagged
from bqlint.language.en.relations import (
    is_brought_home,
    is_change,
    is_compared,
    is_led_to,
    is_lost,
    is_result,
    is_spent,
    is_won,
    sums_up,
)
from bqlint.language.en.roles import ADOPTING, CHANGING, EARNING, LOSING, REACHING, WINNING, roles
from bqlint.language.en.states import (
    is_conviction,
    is_in_time,
    is_low_now,
    is_polled,
    is_price_or_mark,
    is_schooling,
    is_state_before,
    worsened,
)
from bqlint.language.en.verdicts import is_ceiling, is_granted_whole, is_of_a_record
from bqlint.language.lexicon import words

_MAKING = frozenset(("build", "create", "develop", "obtain"))
_HAVING = frozenset(("has", "had", "have", "with"))


def percent(setting: Setting) -> bool:
    """A percentage is an effect as the size of a change, a level reached, a part done; no price, loss or poll."""
    if is_polled(setting) or any(tagged(form).base == "ensure" for form in setting.behind()[-4:]):
        return False
    if is_price_or_mark(setting) or is_schooling(setting) or is_conviction(setting):
        return False
    if setting.ahead(1) in (["less"], ["lower"]) and tagged(setting.preposition).base == "cost":
        return True  # the new line costs 99% less
    if is_ceiling(setting):
        return True
    missed = setting.role & LOSING and setting.preposition == "by" and setting.changed < 0
    if worsened(setting) or is_lost(setting) or missed or _was_going_on(setting):
        return False
    if setting.verb >= 0 and is_in_time(setting.ahead(9)):
        return True  # we turned round 94% of the films the same day
    if is_spent(setting):  # held a 96% success rate, represents 25% of the revenue
        return is_service(setting) or (setting.ahead(1) == ["of"] and is_of_income(setting))
    if is_compared(setting) or _follows_by(setting):
        return True
    if is_low_now(setting) or is_of_a_record(setting):
        return True
    if is_cost_kept(setting) or is_left_doing(setting) or is_led_to(setting) or is_kept_below(setting):
        return True
    if is_state_before(setting):
        return False
    if is_change(setting) or is_won(setting, WINNING | REACHING):
        return True
    if is_result(setting, forms("figure_results.en")) or did_well(setting):
        return True
    ahead = setting.ahead(5)
    if ahead[:1] == ["of"] and any(form in words("figure_wholes.en") for form in ahead[1:4]):
        return False  # 60% of my time
    if ahead[:2] == ["of", "what"]:
        return setting.verb < 0 or setting.reading.forms[setting.verb] not in verbs("figure_consuming.en")
    if setting.preposition == "for" and tagged(setting.behind()[-2:][0]).base == "account":
        return is_of_income(setting)  # accounts for a fifth of the revenue
    return is_level(setting) or is_part_done(setting)


def _was_going_on(setting: Setting) -> bool:
    """The yard was growing 15% a month: what went on of itself, before the work."""
    f, verb = setting.reading.forms, setting.verb
    return verb > 1 and f[verb].endswith("ing") and f[verb - 1] in ("was", "were") and f[verb - 2] not in ("i", "we")


def _follows_by(setting: Setting) -> bool:
    """By another 16%, by a record-breaking 16%; not "by showing the 80%"."""
    behind = setting.behind()[-5:]
    return "by" in behind and not any(form.endswith("ing") for form in behind[behind.index("by") + 1 :][:1])


def money(setting: Setting) -> bool:
    """An amount is an effect where it was saved, won or brought in, or is the size of a change."""
    if setting.reading.forms[setting.after] in ("less", "lower", "cheaper") or is_granted_whole(setting):
        return True
    f = setting.reading.forms
    if setting.preposition == "worth" and f[setting.after] == "to":  # worth $2M to the business
        return not any(form.startswith(("client", "customer")) for form in setting.ahead(4))
    if _is_no_longer_paid(setting):
        return True
    if "saved" in setting.ahead(3):
        return True  # that is $594K a year saved
    gained = setting.role & (CHANGING | WINNING | EARNING)
    if is_lost(setting) or is_spent(setting) or (f[setting.after] == "to" and not gained):
        return False
    if is_led_to(setting):
        return True
    if _is_describing(setting):
        return False
    if is_brought_home(setting) or sums_up(setting) or f[max(0, setting.verb) : setting.verb + 2] == ["turned", "over"]:
        return True
    behind = setting.behind()[-5:]
    possessed = setting.preposition == "with" or (setting.verb < 0 and any(form in _HAVING for form in behind))
    if is_change(setting) or is_won(setting, WINNING | EARNING | REACHING | CHANGING) or is_compared(setting):
        return True
    if setting.is_object and f[setting.verb] in verbs("figure_keeping.en"):
        return any(form in forms("figure_adopters.en") | forms("figure_income.en") for form in setting.ahead(2))
    if f[setting.after : setting.after + 2] == ["off", "the"] or possessed:
        return not possessed
    won = WINNING | EARNING | ADOPTING
    if setting.preposition in ("worth", ",", "–", "—") and any(roles().get(form, 0) & won for form in setting.around()):
        return True
    if is_result(setting, forms("figure_results.en")):
        return True
    if setting.verb >= 0 and tagged(f[setting.verb]).base in _MAKING and setting.is_object and f[setting.after] == "in":
        return True  # created over $2 million in new policies
    led = setting.verb >= 0 and bool(setting.role & (won | REACHING | CHANGING))
    led = led or any(form in verbs("figure_leading.en") for form in setting.behind()[-4:])
    return led and is_result(setting, forms("figure_income.en"))


def _is_no_longer_paid(setting: Setting) -> bool:
    """Dropped a contract that cost us £9,000 a year."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 3 or tagged(f[verb]).base != "cost" or not {"that", "which"} & set(f[verb - 2 : verb]):
        return False
    return any(form in verbs("figure_scrapping.en") for form in f[max(0, verb - 9) : verb - 1])


def _is_describing(setting: Setting) -> bool:
    """At a $4.4 billion savings house: an amount that describes a noun of no gain, behind an article."""
    f, quantity = setting.reading.forms, setting.quantity
    following = f[setting.after]
    if f[quantity.first - 1] not in ("a", "an") or not following.isalpha() or tagged(following).part:
        return False
    won = setting.role & (WINNING | EARNING | ADOPTING | CHANGING | REACHING) and setting.is_object
    return not won and (forms("figure_results.en") | forms("figure_income.en")).isdisjoint(setting.ahead(2))


def measure(setting: Setting) -> bool:
    """A measure is an effect as the size or end of a change."""
    f, last = setting.reading.forms, setting.quantity.last
    if "into" in setting.ahead(6):  # converted 7,500 square feet of barn into rooms
        return False
    if f[last - 1] == "-" and forms("figure_results.en").isdisjoint(setting.ahead(3)):
        return setting.preposition in ("to", "by")  # generates 64-byte blocks
    return (
        is_change(setting)
        or is_compared(setting)
        or is_brought_home(setting)
        or is_result(setting, forms("figure_results.en"))
        or is_won(setting, WINNING)
        or (is_won(setting, REACHING) and not forms("figure_scores.en").isdisjoint(setting.ahead(4)))
    )
