"""Whether a duration of an English clause is an effect: time spared, the size or end of a change, a service reached."""

from __future__ import annotations

from itertools import pairwise

from bqlint.language.en.context import NOW, SIGHT, SUBJECTS, Setting
from bqlint.language.en.endurance import has_lasted, is_unbroken
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.reading import is_digit, tagged
from bqlint.language.en.relations import is_change, is_compared, is_now, is_result, is_won, sums_up
from bqlint.language.en.roles import ANSWERING, WINNING, roles
from bqlint.language.en.states import worsened
from bqlint.language.en.verbs import PAST
from bqlint.language.en.verdicts import is_given_more, is_prolonged, is_taken_up, stands_at
from bqlint.language.lexicon import words

_STILL_A_DATE = frozenset(("old", "ago", "before", "after", "later", "from", "into"))
_SPARED = frozenset(("early", "earlier", "faster", "sooner", "quicker", "shorter", "less", "ahead", "saved"))
_AHEAD = frozenset(("early", "earlier", "sooner", "ahead"))  # handed in six days early
_MEASURING = frozenset(("by", "to", "under", "below", "of", "worth", "up", "down", "for", "on", "with"))
_BACK = frozenset(("itself", "themselves", "back", "off"))
_PAYING = frozenset(("paid", "pays", "pay"))
_THE_USUAL = frozenset(("the", "a", "an", "days", "weeks", "hours", "months"))
_UP_AGAIN = frozenset(("up", "back", "online", "running", "on", "in", "track", "schedule", "service", "business"))
_TAKES = frozenset(("takes", "needs", "lasts"))
_TOOK = frozenset(("took", "used", "needed", "lasted"))
_RELATIVE = frozenset(("that", "which", "what"))
_UPSHOTS = frozenset(("result", "outcome", "upshot"))
_TAKING = frozenset(("take", "takes", "need", "needs", "last", "lasts", "run", "runs"))


def duration(setting: Setting) -> bool:
    """A duration is an effect where it was spared, or is the size or the end of a change, or the service reached."""
    f, link = setting.reading.forms, setting.preposition
    if f[setting.after] == "before" and any(form in forms("figure_plans.en") for form in f[setting.after :][1:4]):
        received = setting.verb >= 0 and f[setting.verb] in verbs("figure_receiving.en")
        return (not setting.behind() or setting.verb >= 0) and not received  # ten days before the deadline
    if is_unbroken(setting) or _came_late(setting):
        return True
    if "payback" in f[max(0, setting.before - 2) : setting.before]:
        return True  # payback period: nine months
    if f[setting.after] in _STILL_A_DATE or _is_period(setting):
        return False
    if _is_describing(setting):
        return False
    if f[setting.after : setting.after + 2] == ["instead", "of"] and f[setting.after + 2] in _THE_USUAL:
        return True  # in ninety minutes instead of the usual day
    if is_taken_up(setting) or is_prolonged(setting) or is_given_more(setting) or has_lasted(setting):
        return True
    if f[setting.after] == "back":  # the team gets 40 minutes a day back
        return True
    if setting.ahead(1) == ["ahead"] and "another" in f[setting.before : setting.quantity.first]:
        return False
    if any(form in _SPARED for form in setting.ahead(3)) and setting.ahead(1) != ["look"]:  # a two week look ahead
        person = link in ("was", "were") and f[setting.before - 1] in SUBJECTS - {"it", "this"}
        return (link != "in" or f[setting.after] in _AHEAD) and not person
    if link in ("in", "within", "under") and pays_back(setting):
        return True  # paid for itself in four months
    if _is_size_of_time(setting):
        return not worsened(setting)
    if f[setting.after] == "to":
        return False
    if link in ("in", "within", "under") and _is_done_in_the_end(setting):
        return True
    if link in ("within", "under", "below", "in") and _runs_now(setting):
        return True
    if link in ("within", "under", "below", "in"):  # what changed within two months took that long, and is no shorter
        if is_now(setting) and not f[setting.quantity.last].startswith("year"):
            return True
        return (link != "within" and is_change(setting)) or _answered(setting)
    if link == "averaging" and f[setting.before + 1] in ("less", "under") and setting.verb >= 0:
        return True
    if _takes_now(setting) or stands_at(setting) or sums_up(setting):
        return True
    return is_result(setting, forms("figure_results.en"))


def _is_describing(setting: Setting) -> bool:
    """A 30 year family business: a length that describes a noun; not "a 3 week reduction"."""
    f, last, following = setting.reading.forms, setting.quantity.last, setting.reading.forms[setting.after]
    counted = is_digit(f[last - 1]) and f[last - 1] != "1" and not f[last].endswith("s")
    if not counted or len(f[last]) < 3 or not following.isalpha() or tagged(following).part:
        return False
    gains = forms("figure_results.en") | words("figure_comparatives.en")
    return gains.isdisjoint(setting.ahead(3))


def _came_late(setting: Setting) -> bool:
    """We missed our deadline by two weeks: a measured loss of one's own counts too."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or setting.preposition != "by" or tagged(f[verb]).base != "miss" or f[verb - 1] not in ("i", "we"):
        return False
    return any(form in forms("figure_plans.en") or form == "date" for form in f[verb + 1 : setting.before])


def _is_done_in_the_end(setting: Setting) -> bool:
    """As a result, the rota was done in three days; the result was a build that finished in under five minutes."""
    f, verb = setting.reading.forms, setting.before - 1
    while f[verb] == "in":
        verb -= 1
    past = f[verb] == "done" or bool(tagged(f[verb]).forms & PAST)
    if f[:3] == ["as", "a", "result"]:
        return past and f[verb - 1] in ("was", "were")
    return past and f[0] in ("the", "our") and f[1] in _UPSHOTS and f[2] == "was" and f[verb - 1] in ("that", "which")


def pays_back(setting: Setting) -> bool:
    """Paid for itself in, paid back its cost in."""
    behind = setting.behind()
    return any(form in _PAYING for form in behind) and any(form in _BACK for form in behind)


def _is_period(setting: Setting) -> bool:
    """The last five years, every two weeks, six years' experience, over the course of a year."""
    f, first = setting.reading.forms, setting.quantity.first
    if any(form in forms("figure_careers.en") for form in setting.ahead(4)):
        return True
    if f[first - 1] in words("figure_periods.en") or f[setting.before] in words("figure_periods.en"):
        return True
    return setting.preposition == "of" and f[setting.before - 1] in words("figure_spans.en")


def _is_size_of_time(setting: Setting) -> bool:
    """Cut by an hour, saved three days, reduced effort of two days."""
    if setting.preposition in ("of", "worth") and setting.changed >= 0:
        return True
    if is_compared(setting):
        return True
    if setting.preposition in _MEASURING or setting.is_object:
        return is_change(setting) or is_won(setting, WINNING)
    return False


def _runs_now(setting: Setting) -> bool:
    """We built a pipeline that runs in five minutes, I rebuilt the suite and it runs in four: made, and now so fast."""
    f, verb = setting.reading.forms, setting.before - 1
    while f[verb] in ("in", "just", "under"):
        verb -= 1
    if not f[verb].endswith("s") or f[verb] not in verbs("figure_finishing.en"):
        return False
    return f[verb - 1] in ("that", "which", "it") and any(
        one in ("i", "we") and tagged(two).forms & PAST for one, two in pairwise(f[max(0, verb - 20) : verb])
    )


def _answered(setting: Setting) -> bool:
    """Answered within 48 hours, resolved in under a day, back up within 20 minutes."""
    f, up = setting.reading.forms, setting.before - 1
    while f[up] in _UP_AGAIN:
        up -= 1
    thing = f[up - 1] not in SUBJECTS or f[up - 1] in ("it", "we")
    if setting.preposition == "within" and up < setting.before - 1 and f[up] in ("was", "were") and thing:
        return True
    if not setting.role & ANSWERING and not any(roles().get(form, 0) & ANSWERING for form in setting.behind()):
        return False
    blurring = f[setting.before : setting.quantity.first]
    return setting.preposition == "within" or "under" in blurring or "less" in blurring


def _takes_now(setting: Setting) -> bool:
    """It now takes five minutes; what took four of us all day takes me an hour; it took days, now an hour."""
    f, near = setting.reading.forms, setting.behind()[-4:]
    if setting.preposition in NOW and f[setting.before - 1] in (",", "and", "but", ";"):
        return setting.quantity.first < SIGHT and "took" in f[: setting.before]
    takes = any(form in _TAKING for form in near[-3:]) and "can" not in near
    if takes and any(form in NOW for form in setting.around()):
        return True
    return any(form in _TAKES for form in near) and _took_once(f, setting.before)


def takes_less_now(setting: Setting) -> bool:
    """What took four hours now takes one."""
    behind = setting.behind()[-3:]
    return (
        len(behind) > 1
        and behind[-1] in _TAKES
        and behind[-2] in NOW
        and _took_once(setting.reading.forms, setting.before)
    )


def _took_once(f: list[str], at: int) -> bool:
    """Whether a relative clause left of token `at` says what the thing took before: a job that took a morning."""
    earlier = f[max(0, at - SIGHT) : at]
    return any(one in _RELATIVE and two in _TOOK for one, two in pairwise(earlier))
