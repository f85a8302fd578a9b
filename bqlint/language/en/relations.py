"""How a quantity of an English clause stands to its verb: the size of a change, something won, spent or lost."""

from __future__ import annotations

from bqlint.language.en.context import NOW, SUBJECTS, Setting
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import is_digit, tagged
from bqlint.language.en.roles import CHANGING, EARNING, LOSING, REACHING, SPENDING, WINNING, roles
from bqlint.language.en.states import worsened
from bqlint.language.en.verbs import FINITE
from bqlint.language.lexicon import words

_AMOUNTING = frozenset(("came", "come", "comes", "amounted", "amounts", "added", "adds", "ran"))
_HOME = frozenset(("home", "away", "up", "out"))
_AMOUNTS = frozenset(("amount", "come"))  # the bill came to $1,400
_BILLED = frozenset(("order", "orders", "contract", "contracts", "deal", "deals", "account", "accounts"))
"""What comes to an amount that somebody pays: "the order came to $1,240"."""
_REACHED = frozenset(("high", "much", "large", "low"))
_SUMMING = frozenset(("-", "–", "—", ":", ",", "("))
_MUCH = frozenset(("lot", "lots", "fortune", "deal", "plenty", "heap", "heaps", "ton", "tons"))
_OVER_TO = frozenset(("into", "to", "from", "onto"))
_WAYS = frozenset(("up", "down"))
_PLACES = frozenset(("up", "down", "above", "below", "under"))


def is_lost(setting: Setting) -> bool:
    """Whether the quantity is the object of a verb of loss."""
    return bool(setting.role & LOSING) and setting.is_object


def is_spent(setting: Setting) -> bool:
    """Whether the quantity is the object of a verb of effort or holding."""
    f, verb = setting.reading.forms, setting.verb
    return bool(setting.role & SPENDING) and setting.is_object and not _is_given_back(f, verb)


def _is_given_back(f: list[str], verb: int) -> bool:
    """That gave us 17 hires, gave the nurses back an hour, pays us back $90: what a thing gives is gained."""
    if f[verb + 1] in ("us", "me") and f[verb + 2] == "back":
        return True
    if f[verb] not in ("gave", "gives", "giving"):
        return False
    return f[verb - 1] in ("that", "this", "which", "it") or "back" in f[verb + 1 : verb + 5]


def is_change(setting: Setting) -> bool:
    """Whether the clause tells of a change, and the quantity is its size or its end: by 20, to 12, 30 points."""
    if worsened(setting):
        return False
    link = setting.preposition
    if is_directed(setting):
        return True
    if (
        link in ("under", "below")
        and setting.verb >= 0
        and setting.reading.forms[setting.verb] in verbs("figure_moving.en")
    ):
        return True
    if link == "by" and setting.role & REACHING:
        return True
    told = setting.verb >= 0 and not setting.role & LOSING and not _is_misjudged(setting)
    if link == "by" and told and (setting.role or setting.quantity.sort not in (Sort.COUNT, Sort.TIME, Sort.MEASURE)):
        return setting.quantity.sort is not Sort.COUNT
    if (
        link == "to" and "from" in setting.behind() and _is_moved(setting)
    ):  # from releasing twice a year to 20 times a day
        return True
    if link in ("for", "on", "with") and _is_said_as_by(setting):
        return True
    if setting.changed < 0:
        return False
    if link in ("by", "to", "under", "below", "within", "between"):
        return True
    return bool(setting.role & CHANGING) and setting.is_object and not _is_own_motion(setting)


def _is_misjudged(setting: Setting) -> bool:
    """Miscalculated, underestimated or overstated by so much."""
    return not setting.role and setting.reading.forms[setting.verb].startswith(("mis", "under", "over"))


def _is_moved(setting: Setting) -> bool:
    """Whether a verb of moving or change stands left in the clause: went from ... to, brought from ... to."""
    moving = verbs("figure_moving.en")
    return setting.changed >= 0 or any(form in moving for form in setting.behind())


def _is_said_as_by(setting: Setting) -> bool:
    """Fell on 2 percent, decreased for 60 percent, became shorter with 12 minutes: "by" as many say it."""
    f, quantity = setting.reading.forms, setting.quantity
    if quantity.sort not in (Sort.PERCENT, Sort.TIME, Sort.MEASURE, Sort.SHIFT):
        return False
    word = f[setting.before - 1]
    if quantity.sort is Sort.TIME:
        return word in words("figure_comparatives.en") - _PLACES
    return word in _WAYS or word in words("figure_comparatives.en") or bool(roles().get(word, 0) & CHANGING)


def _is_own_motion(setting: Setting) -> bool:
    """I climbed 90 metres."""
    f, verb = setting.reading.forms, setting.verb
    moved = setting.quantity.sort is Sort.MEASURE and f[verb] in verbs("figure_rising.en")
    return moved and f[verb - 1] in SUBJECTS


def is_directed(setting: Setting) -> bool:
    """Up 20%, down by two months, down to 9; not "broke down 40 miles from the depot"."""
    f, at = setting.reading.forms, setting.before
    if setting.preposition in ("by", "to"):
        at -= 1
    if at < 0 or f[at] not in ("up", "down"):
        return False
    if setting.preposition in ("by", "to") or setting.changed >= 0:
        return True
    verb = f[at - 1]
    if tagged(verb).base == "take":  # takes up half of it
        return False
    return not tagged(verb).forms & FINITE or verb in verbs("figure_moving.en")


def is_led_to(setting: Setting) -> bool:
    """Resulted in $1.2 million of new deposits, leading to $40,000 in gifts; not "led to losses", "in a fine"."""
    f, at = setting.reading.forms, setting.before
    if at < 1 or f[at] not in ("in", "to") or f[at - 1] not in verbs("figure_leading.en"):
        return False
    bad = forms("figure_incidents.en") | forms("figure_bad_measures.en")
    return tagged(f[at - 1]).base not in _AMOUNTS and bad.isdisjoint(setting.ahead(5))


def is_brought_home(setting: Setting) -> bool:
    """Came home with three tonnes, walked away with 12 orders, ended up with £2,300."""
    f, at = setting.reading.forms, setting.before
    return at > 1 and f[at] == "with" and f[at - 1] in _HOME and f[at - 2] in verbs("figure_moving.en")


def is_compared(setting: Setting) -> bool:
    """Whether a comparative follows: three days early, a dozen fewer, 30% smaller."""
    f, after, before = setting.reading.forms, setting.after, setting.before
    if setting.preposition in ("by", "for") and f[before - 1] in words("figure_comparatives.en") - _PLACES:
        return True
    if f[after] not in words("figure_comparatives.en"):
        return False
    if f[after] in ("under", "below") and f[after + 2] in forms("figure_plans.en"):
        return True  # £600 under the quote
    return f[after] not in _PLACES or not (is_digit(f[after + 1]) or tagged(f[after + 1]).part == "det")


def is_result(setting: Setting, names: frozenset[str]) -> bool:
    """Whether a noun of change stands beside the quantity: savings of $2M, a 630 ms reduction."""
    f = setting.reading.forms
    if is_lost(setting) or is_spent(setting):
        return False
    links = ("of", "was", "is", "were", "in", ":", "worth") + (("for",) if setting.role else ())
    led = f[max(0, setting.before - 2) : setting.before]
    if setting.preposition in _REACHED and led[-1:] == ["as"]:  # improvements as high as 40%
        return any(form in names for form in f[max(0, setting.before - 4) : setting.before])
    amounts = setting.preposition == "to" and any(form in _AMOUNTING for form in led)  # came to, added up to
    first = 0 if setting.preposition == ":" else setting.clause  # savings: $4,500 a month
    if amounts:
        names -= _BILLED
    linked = (setting.preposition in links or amounts) and any(
        form in names for form in f[max(first, setting.before - 4) : setting.before]
    )
    near = f[max(setting.clause, setting.before - 2) : setting.before + 1] if not setting.role else ()
    far = 7 if setting.ahead(1) == ["in"] else 4  # $3M in yearly fuel and freight cost savings
    return linked or any(form in names for form in (*near, *setting.ahead(far)))  # a decrease in cost $3M


def sums_up(setting: Setting) -> bool:
    """Saved us a lot of money: over £9,000 a year; what a great deal that was gained comes to."""
    f, sign = setting.reading.forms, setting.before
    if f[sign] not in _SUMMING:
        return False
    for at in range(sign - 1, max(0, sign - 5), -1):
        if f[at] in _MUCH:
            return any(roles().get(form, 0) & (WINNING | EARNING) for form in f[max(0, at - 7) : at])
    return False


def is_won(setting: Setting, role: int) -> bool:
    """Whether the quantity is the object of a verb with `role`, or the subject of its passive."""
    if setting.role & role and setting.is_object:
        return setting.quantity.sort is Sort.PERCENT or not _is_made_over(setting)
    if setting.verb >= 0 and setting.is_object and _is_given_back(setting.reading.forms, setting.verb):
        return True
    ahead, known = setting.ahead(6), roles()
    return (
        any(
            known.get(form, 0) & role
            and not form.endswith("ing")  # they were approaching a limit
            and ahead[at - 1 : at] in (["was"], ["were"], ["been"], ["got"], ["be"])
            for at, form in enumerate(ahead)
        )
        or bool(ahead and known.get(ahead[0], 0) & role and ahead[0].endswith("ed"))
    )


def _is_made_over(setting: Setting) -> bool:
    """Converted 7,500 square feet into rooms, 40 forms to the new layout; not "12 trial users to paying customers"."""
    ahead = setting.ahead(8)
    if setting.reading.forms[setting.verb] not in verbs("figure_turning.en") or _OVER_TO.isdisjoint(ahead):
        return False
    return "into" in ahead or (forms("figure_adopters.en") | forms("figure_customers.en")).isdisjoint(ahead)


def is_now(setting: Setting) -> bool:
    """Whether the clause speaks of the state since the work: now, today."""
    ahead = setting.ahead(2)
    return ahead == ["these", "days"] or any(form in NOW for form in (*setting.behind(), *ahead))
