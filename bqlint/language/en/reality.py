"""Whether a quantity of an English clause happened by the author's work: not planned, denied, earlier or another's."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.context import NOW, SIGHT, SUBJECTS, Setting
from bqlint.language.en.endurance import is_unbroken
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.owners import (
    is_actor,
    is_company,
    is_duty,
    is_other,
    of_a_name,
    of_somebody_before,
    of_what_was_run,
)
from bqlint.language.en.plans import is_asked, is_plan, is_planned, is_time_to, planned_after
from bqlint.language.en.possibilities import (
    can_change,
    is_condition,
    is_meant,
    is_modal,
    is_typical,
    is_when,
    would_follow,
)
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import Reading, tagged
from bqlint.language.en.reports import is_reported
from bqlint.language.en.roles import CHANGING, WINNING, roles
from bqlint.language.en.verbs import PAST, tag
from bqlint.language.en.verdicts import is_ceiling
from bqlint.language.lexicon import words

_NEW_CLAUSE = frozenset((";", "but", "yet", "however", "instead", "—", "whereas", "."))
_AS_A_RESULT = frozenset(("resulting", "leading"))
_MAY_LINK = frozenset((",", "and", "so", "which", "that", "–"))
_GUESSING = frozenset(("reckon", "guess", "estimate", "imagine", "believe"))  # "I guess it saved us 12 hours"


_NOUNS = {
    "figure_others.en": "other",
    "figure_other_actors.en": "actor",
    "figure_plans.en": "plan",
    "figure_companies.en": "company",
}


@cache
def _marks() -> dict[str, str]:
    """What a token on the left says against the reality of a quantity, by form."""
    found: dict[str, str] = {}
    for name, mark in _NOUNS.items():
        found.update(dict.fromkeys(forms(name), mark))
    found.update(dict.fromkeys(verbs("figure_asking.en"), "ask"))
    found.update(dict.fromkeys(verbs("figure_planning.en") - forms("figure_plans.en"), "planned"))
    found.update(dict.fromkeys(words("figure_modals.en"), "modal"))
    found.update(dict.fromkeys(words("figure_negations.en"), "negation"))
    found.update(dict.fromkeys(words("figure_earlier.en"), "earlier"))
    found.update(dict.fromkeys(words("figure_typically.en"), "typical"))
    found["responsible"] = "duty"
    found["if"], found["unless"], found["to"], found["meant"] = "if", "if", "to", "meant"
    found["when"] = "when"
    found["can"] = "can"
    found["according"] = "other"
    return found


def is_real(setting: Setting) -> bool:
    """Whether nothing on the quantity's left or right says that it has not happened, or not by this work."""
    f = setting.reading.forms
    asked = f[setting.reading.count - 1] == "?" or f[:2] == ["what", "if"]
    return is_unbroken(setting) or not (
        asked
        or _denied_before(setting)
        or planned_after(setting)
        or would_follow(setting)
        or of_somebody_before(setting)
        or "you" in setting.behind()[-3:]
        or of_a_name(setting)
        or of_what_was_run(setting)
        or is_reported(setting)
    )


def _denied_before(setting: Setting) -> bool:
    """Walk left until a clause of fact begins; a plan, a denial or another's name on the way settles it."""
    reading, marks, known = setting.reading, _marks(), roles()
    f = reading.forms
    factual = False
    for at in range(setting.before, max(-1, setting.before - SIGHT), -1):
        form = f[at]
        if form in _NEW_CLAUSE or form in _AS_A_RESULT or (form == "while" and _is_gaining(f[at + 1])):
            return False
        factual = factual or form in NOW or (bool(tag(form).forms & PAST) and _is_fact(reading, at))
        if form in _MAY_LINK and _begins_fact(f, at, factual):
            return False
        mark = marks.get(form) if f[at + 1] != "-" else None  # set-up
        if mark and not (factual and form in _GUESSING) and _TESTS[mark](setting, at):
            return True
        if (form.endswith("ed") or form in known) and reading.opens_line(at):
            return False
    return f[0] == "to" and setting.quantity.first > 1


def _is_gaining(form: str) -> bool:
    """While saving, while cutting: what came about beside a plan."""
    return form.endswith("ing") and bool(roles().get(form, 0) & (CHANGING | WINNING))


def _begins_fact(f: list[str], at: int, factual: bool) -> bool:
    """Whether the link at `at` opens a clause of its own that tells a fact, whatever was planned before it."""
    following = f[at + 2] if f[at + 1].endswith("ly") else f[at + 1]
    if f[0] == "if" or (f[0] in words("figure_earlier.en") and following not in ("i", "we")):
        return False
    return factual or following in SUBJECTS or (bool(tagged(following).forms & PAST) and following not in _marks())


def _is_fact(reading: Reading, at: int) -> bool:
    """Whether the past form at token `at` is a finite verb of an effect, in no infinitive or pluperfect."""
    f = reading.forms
    if f[at] in _marks():
        return False
    return f[at - 1] not in ("to", "had", "have", "has", "be", "been") and f[at - 2] not in ("to", "had")


def _is_denied(setting: Setting, at: int) -> bool:
    f = setting.reading.forms
    if at < setting.clause or f[at + 1] in ("only", "just", "a", "one", "know"):
        return False
    if f[at] == "never" and is_ceiling(setting):
        return False
    if f[at].startswith("fail") and (f[at + 1] != "to" or at + 1 == setting.before):
        return False
    return setting.verb - at <= 3


def _is_earlier(setting: Setting, at: int) -> bool:
    """Before I joined, previously; "before" speaks of the clause only where it opens it."""
    f = setting.reading.forms
    if setting.quantity.sort is Sort.SHIFT:
        return False
    if f[at] == "before":
        return at == 0 or f[at - 1] == ","
    return True


_TESTS = {
    "modal": is_modal,
    "planned": is_planned,
    "ask": is_asked,
    "plan": is_plan,
    "negation": _is_denied,
    "earlier": _is_earlier,
    "other": is_other,
    "company": is_company,
    "actor": is_actor,
    "if": is_condition,
    "to": is_time_to,
    "when": is_when,
    "can": can_change,
    "duty": is_duty,
    "typical": is_typical,
    "meant": is_meant,
}
