"""Whether a real quantity of an English clause is the size of an effect, asked by the quantity's sort."""

from __future__ import annotations

from collections.abc import Callable

from bqlint.language.en.amounts import measure, money, percent
from bqlint.language.en.context import Setting
from bqlint.language.en.counts import count, is_kept_from, part
from bqlint.language.en.durations import duration
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.levels import did_well, is_beaten_with
from bqlint.language.en.parts import is_part, part_did_well
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.en.relations import (
    is_change,
    is_compared,
    is_directed,
    is_lost,
    is_now,
    is_result,
    is_spent,
    is_won,
)
from bqlint.language.en.roles import ADOPTING, ANSWERING, CHANGING, EARNING, LOSING, REACHING, WINNING
from bqlint.language.en.settings import is_set
from bqlint.language.en.states import (
    is_carried,
    is_in_trouble,
    is_polled,
    is_schooling,
    is_wrong_way,
    when_i_came,
    worsened,
)
from bqlint.language.en.verbs import BASE, PARTICIPLE, PAST, THIRD
from bqlint.language.lexicon import words

_HAVING = frozenset(("has", "had", "have", "with"))
_FORMER = frozenset(("what", "last", "previous", "prior", "former", "old", "original", "earlier", "usual", "normal"))
_RECEIVERS = frozenset(("us", "me", "my", "our", "it"))  # they gave us 9 out of 10
_BARE_FACTORS = frozenset(("x", "×", "fold"))
_SIGNS_OF_APPOSITION = frozenset((",", "-", "–", "—"))
_PAST_BE = frozenset(("was", "were", "had", "has", "have", "did", "could", "been", ","))
_STANDARDS = frozenset(("before", "quote", "quotes", "estimate", "estimates", "quoted", "estimated"))
_DIMENSIONS = frozenset(("cost", "length", "price", "size", "time", "weight"))
_TENDING = frozenset(("audit", "check", "clean", "count", "inspect", "measure", "meet", "monitor", "review", "weigh"))
_COMPARING = frozenset(("as", "the", "more", "what"))


def share(setting: Setting) -> bool:
    """A fraction is an effect as the size of a change, or of a former cost."""
    f = setting.reading.forms
    if is_polled(setting) or _went_on(setting):
        return False
    if is_change(setting) or is_compared(setting) or (setting.preposition == "in" and setting.changed >= 0):
        return not worsened(setting)
    if f[setting.after] == "what" or any(form in _FORMER for form in setting.ahead(4)[1:]):
        return True
    if f[setting.after : setting.after + 2] in (["of", "what"], ["as", "many"], ["as", "much"], ["as", "long"]):
        return True
    ahead = setting.ahead(4)
    if setting.preposition in ("is", "are") and ahead[:2] == ["of", "the"] and ahead[2:3] and ahead[2] in _DIMENSIONS:
        return True  # the queue is a quarter of the length
    if ahead[:1] == ["of"] and any(form in _STANDARDS for form in ahead):
        return True  # a third of before, of the first quote
    if setting.preposition in ("at", "for", "in", "to") and f[setting.after] in ("of", "the"):
        return True
    if setting.role & ANSWERING and setting.is_object and f[setting.after] == "of":
        return not tagged(f[setting.verb]).forms & (BASE | THIRD) or is_now(
            setting
        )  # my script resolved half of the calls
    if (f[setting.after] == "of" and did_well(setting, good_only=True)) or is_kept_from(setting):
        return True
    return is_won(setting, WINNING | CHANGING)


def _went_on(setting: Setting) -> bool:
    """A fault was dragging in half of the file, the mill was eating up a third of the power: how it was before."""
    f, particle = setting.reading.forms, setting.before
    if particle < 2 or setting.verb >= 0 or f[particle] not in ("in", "up"):
        return False
    return f[particle - 1].endswith("ing") and f[particle - 2] in ("was", "were")


def frequency(setting: Setting) -> bool:
    """A frequency is an effect where it has become possible, or is the end of a change."""
    if setting.role & ADOPTING and setting.is_object:
        return True
    f = setting.reading.forms
    if setting.preposition == "down" and f[setting.quantity.last] == "times" and f[setting.verb - 1] == "had":
        return False  # the server had gone down five times
    if f[setting.quantity.last] != "times" and is_won(setting, WINNING):
        return True
    if setting.preposition == "of" and f[setting.before - 1] in forms("figure_income.en") and setting.changed >= 0:
        return True  # grew it to revenues of 325,000 a year
    if f[setting.after] == "since" and any(form in _HAVING for form in setting.behind()):
        return True  # they have ordered six times since
    if "itself" in setting.behind():  # paid for itself four times over
        return True
    if any(tagged(form).base in _TENDING for form in setting.behind()[-5:]):
        return False  # we now check the tanks four times a shift
    changed = is_change(setting) and (is_directed(setting) or not setting.is_object)
    return changed or "able" in setting.behind() or is_now(setting)


def multiple(setting: Setting) -> bool:
    """A factor is an effect unless things got worse by it; a bare "10x" only as the size of a change."""
    f, last = setting.reading.forms, setting.quantity.last
    if worsened(setting) or is_lost(setting) or (is_spent(setting) and f[setting.verb + 1] not in _RECEIVERS):
        return False
    if f[last].endswith("fold") and f[setting.before] in ("is", "was", "are", "were"):
        return False  # our aim was two-fold
    if is_result(setting, forms("figure_results.en")):
        return True
    if f[last] not in _BARE_FACTORS and not f[last].endswith("fold"):
        return True
    if setting.preposition in ("by", "up", "down") or (setting.verb >= 0 and setting.preposition == "to"):
        return True
    took = tagged(f[setting.verb]).base == "take"  # took 3x my estimate
    if is_change(setting) or is_compared(setting) or (is_won(setting, WINNING | EARNING | REACHING) and not took):
        return True
    return f[last + 1] in _COMPARING or f[setting.verb + 1] in _RECEIVERS


def score(setting: Setting) -> bool:
    """A mark is an effect unless it is a school's."""
    if setting.reading.forms[setting.quantity.last].startswith("grade"):  # up two grades, not "grades 7-8"
        return is_change(setting) or is_won(setting, WINNING | EARNING | REACHING)
    if setting.role & LOSING and setting.is_object and setting.reading.forms[setting.verb - 1] == "had":
        return False
    grudged = "only" in setting.reading.forms[max(0, setting.before) : setting.quantity.first + 1]
    ahead = setting.ahead(9)
    if "had" in ahead[:6] and setting.reading.forms[0] != "by" and "by" not in ahead:  # two of the five had left
        return False
    marked = "." in setting.reading.forms[setting.quantity.first] or any(
        form in verbs("figure_rank_verbs.en") for form in setting.behind()
    )
    received = setting.reading.forms[setting.verb + 1] in _RECEIVERS
    if is_in_trouble(setting.ahead(6)):
        return grudged  # only two of 50 complained
    if setting.changed < 0 and when_i_came(setting.around()):
        return False
    if grudged or is_schooling(setting):
        return False
    if not (marked or received) and is_part(setting):
        return part_did_well(setting)
    return marked or received or not is_spent(setting)


def shift(setting: Setting) -> bool:
    """A before and an after are an effect, unless a good measure fell or a bad one rose."""
    f, quantity = setting.reading.forms, setting.quantity
    paid = setting.verb >= 0 and tagged(f[setting.verb]).base == "cost"
    fewer = "down" in f[quantity.first : quantity.last + 1]  # we lost one driver, down from six
    return (paid or fewer or not is_lost(setting)) and not worsened(setting) and not is_wrong_way(setting)


def absence(setting: Setting) -> bool:
    """Nothing of what must not happen; not "we need zero downtime"."""
    if not words("figure_allowed.en").isdisjoint(setting.ahead(4)):
        return False  # no mistakes were allowed
    if setting.reading.forms[setting.quantity.first] == "without" and _is_general(setting):
        return False  # you can swap the disk without any downtime
    if tagged(setting.preposition).base == "ensure" and not tagged(setting.preposition).forms & PAST:
        return False  # to ensure zero complaints
    wished = setting.preposition in verbs("figure_asking.en") or setting.preposition in verbs("figure_planning.en")
    return not wished and not is_spent(setting)


def _is_general(setting: Setting) -> bool:
    """Whether nothing of the sentence up to the quantity is past: what a thing can do is no effect yet."""
    behind = setting.reading.forms[: setting.quantity.first]
    return not any(
        tagged(form).forms & (PAST | PARTICIPLE) or form in _PAST_BE or form.endswith("ing") for form in behind
    )


def _is_improved_on(setting: Setting) -> bool:
    """Up in half an hour, quite an improvement over the old days: a level that is praised against the former one."""
    f = setting.reading.forms
    near = f[setting.after : setting.after + 7]
    if "improvement" not in near or setting.quantity.weak:
        return False
    at = setting.after + near.index("improvement")
    return f[at + 1] in ("over", "on") and bool(_SIGNS_OF_APPOSITION.intersection(f[setting.after : at]))


def is_effect(setting: Setting) -> bool:
    """Whether the quantity, if real, is the size of an effect."""
    told = EFFECTS[setting.quantity.sort](setting) or is_beaten_with(setting) or _is_improved_on(setting)
    return told and not is_carried(setting) and not is_set(setting)


EFFECTS: dict[str, Callable[[Setting], bool]] = {
    Sort.PERCENT: percent,
    Sort.MONEY: money,
    Sort.TIME: duration,
    Sort.MEASURE: measure,
    Sort.MULTIPLE: multiple,
    Sort.SHARE: share,
    Sort.COUNT: count,
    Sort.FREQUENCY: frequency,
    Sort.SHIFT: shift,
    Sort.SCORE: score,
    Sort.PART: part,
    Sort.RANK: score,
    Sort.ABSENCE: absence,
    Sort.RIVAL: lambda _: True,
}
