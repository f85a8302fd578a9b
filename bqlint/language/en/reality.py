"""Whether a quantity of an English clause happened by the author's work: not planned, denied, earlier or another's."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from bqlint.language.en.context import CHANGING, EARNING, NOW, SIGHT, SUBJECTS, WINNING, Setting, roles
from bqlint.language.en.endurance import is_unbroken
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.lookahead import AUXILIARIES
from bqlint.language.en.plans import is_asked, is_plan, is_planned, is_time_to, planned_after
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import Reading, tagged
from bqlint.language.en.reports import is_reported
from bqlint.language.en.verbs import FINITE, PAST, THIRD, tag
from bqlint.language.en.verdicts import is_ceiling
from bqlint.language.lexicon import words

_NEW_CLAUSE = frozenset((";", "but", "yet", "however", "instead", "—", "whereas", "."))
_AS_A_RESULT = frozenset(("resulting", "leading"))
_MAY_LINK = frozenset((",", "and", "so", "which", "that", "–"))
_GUESSING = frozenset(("reckon", "guess", "estimate", "imagine", "believe"))  # "I guess it saved us 12 hours"
_TOPICS = frozenset(("research", "study", "studies", "literature", "statistics"))
_OWN = frozenset(("i", "we", "my", "our"))
_RUNNING = frozenset(("manage", "run", "oversee", "lead", "own", "supervise", "operate"))
_SHOWN = frozenset(("show", "shows", "showed", "shown", "measured", "found"))
_TURNING_OVER = frozenset(("made", "earned", "posted"))


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
        or _of_somebody_before(setting)
        or "you" in setting.behind()[-3:]
        or _of_a_name(setting)
        or _of_what_was_run(setting)
        or is_reported(setting)
    )


def _of_a_name(setting: Setting) -> bool:
    """What a firm called by its name does by and large: "Acme sells 200 a month"."""
    reading, verb = setting.reading, setting.verb
    if setting.quantity.sort is not Sort.COUNT and setting.quantity.sort is not Sort.MONEY:
        return False
    if verb < 1 or tag(reading.forms[verb]).forms != THIRD or not setting.role & (WINNING | EARNING):
        return False
    subject = reading.forms[verb - 1]
    return reading.capital(verb - 1) and not tag(subject).part


def _of_what_was_run(setting: Setting) -> bool:
    """Managed a diner that generates $5 million a year: the size of what was run, told in the present."""
    f, verb = setting.reading.forms, setting.verb
    if verb < 1 or f[verb - 1] not in ("that", "which") or setting.role & CHANGING:
        return False
    if tag(f[verb]).forms & PAST and tagged(f[verb]).base not in ("exceed", "total"):
        return False
    return any(tagged(form).base in _RUNNING for form in f[max(0, verb - 8) : verb - 1]) and NOW.isdisjoint(f)


def _of_somebody_before(setting: Setting) -> bool:
    """What he, she or they had done before: he had scored 40%."""
    f, verb = setting.reading.forms, setting.verb
    return verb > 1 and f[verb - 1] == "had" and f[verb - 2] in ("he", "she", "they")


def _denied_before(setting: Setting) -> bool:
    """Walk left until a clause of fact begins; a plan, a denial or another's name on the way settles it."""
    reading, marks, known = setting.reading, _marks(), roles()
    f = reading.forms
    factual = False
    for at in range(setting.before, max(-1, setting.before - SIGHT), -1):
        form = f[at]
        if form in _NEW_CLAUSE or form in _AS_A_RESULT or (form == "while" and f[at + 1].endswith("ing")):
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


def _is_modal(setting: Setting, at: int) -> bool:
    f = setting.reading.forms
    if f[at] == "may":
        return not setting.reading.capital(at)
    if f[at] == "could":
        if setting.quantity.sort is Sort.SHIFT or f[setting.quantity.first] == "without":
            return False  # by then I could close the till without a single error
        return not any(form in ("so", "now", "meant", "means", "then", "that") for form in f[max(0, at - 4) : at + 2])
    if f[at].endswith("'d") and tagged(f[at + 1]).forms & PAST:
        return False
    return f[at - 1] not in ("free", "good", "the", "my", "a")


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


def _is_other(setting: Setting, at: int) -> bool:
    """Another party as the subject or the field spoken of; not "than the industry", "industry-leading"."""
    f = setting.reading.forms
    compared = any(
        form in ("than", "above", "below", "against", "beat", "over", "vs") for form in f[max(0, at - 3) : at]
    )
    if f[at] in _TOPICS and not (tagged(f[at + 1]).forms & FINITE or tagged(f[at + 1]).part in AUXILIARIES):
        return False  # research funding, a market study and its result
    if f[at] == "national" and f[at + 1] not in ("average", "mean", "rate", "figure"):
        return False
    return not compared and f[at + 1] not in ("-", "standard", "leading", "award")


def _is_company(setting: Setting, at: int) -> bool:
    """A company told of for itself: "the operator has grown 30%", unless the sentence says whose effect it was."""
    f = setting.reading.forms
    following = f[at + 1]
    pluperfect = following in ("has", "had") and (bool(tagged(f[at + 2]).forms & PAST) or f[at + 2] == "grown")
    earned = following in _TURNING_OVER and setting.quantity.sort is Sort.MONEY
    own = bool(tagged(following).forms & PAST) and (f[at + 2] in ("its", "their", "his", "her") or earned)
    if own:
        return "thanks" not in f
    return pluperfect and not any(form in words("figure_because.en") for form in setting.around())


def _is_actor(setting: Setting, at: int) -> bool:
    """Another person or team whose act the figure is: "my predecessor had cut", "the supplier saved 20% by it"."""
    f = setting.reading.forms
    if (
        setting.quantity.sort is Sort.SCORE
        or f[at + 1] == "'"
        or f[at - 1] in ("by", "for", "to", "with", "of", "from", "at")
    ):
        return False
    if setting.quantity.sort is Sort.SHIFT and f[setting.verb] in ("went", "moved"):
        return False  # suppliers went from two-day tickets to 30-second look-ups
    governing = {setting.verb, setting.changed, setting.quantity.first} - {-1}  # "doubled" is a figure and a verb
    acts = [verb for verb in range(at + 1, at + 8) if verb in governing and tagged(f[verb]).forms & PAST]
    return bool(acts) and _OWN.isdisjoint(f[at + 1 : acts[0]])  # not "thanks to my colleague we doubled it"


def _is_typical(setting: Setting, at: int) -> bool:
    """Teams typically see a tenfold gain: what holds by and large, told in the present of others than oneself."""
    f, verb = setting.reading.forms, max(setting.verb, at + 1)
    told = tagged(f[verb]).forms
    own = not _OWN.isdisjoint(f[max(0, at - 3) : at])
    return not own and not told & PAST and NOW.isdisjoint(setting.around())


def _is_duty(setting: Setting, at: int) -> bool:
    """Responsible for generating $4 million: what one was there for; not "responsible for two lines and cut scrap"."""
    f = setting.reading.forms
    own = at == 0 or f[at - 1] in ("am", "was", "i'm")
    between = f[at + 1 : setting.before + 1]
    resulting = any(one == "," and two.endswith("ing") for one, two in pairwise(between))
    return own and not resulting and not any(tagged(form).forms & PAST for form in between)


def _is_meant(setting: Setting, at: int) -> bool:
    """The route was meant to save ten minutes."""
    f = setting.reading.forms
    return f[at + 1] == "to" and f[at - 1] in ("was", "were", "is", "are", "been")


def _can_change(setting: Setting, at: int) -> bool:
    """A nap can save a fifth of the day: a change that may come about, unless it now can."""
    changed = setting.role & (CHANGING | WINNING | EARNING) and at < setting.verb <= at + 2
    shown = not _SHOWN.isdisjoint(setting.reading.forms[:at])  # our tests show that it can halve the time
    return bool(changed) and not shown and NOW.isdisjoint(setting.around())


def _is_when(setting: Setting, at: int) -> bool:
    """When the queue exceeds 80%, if the rate tops 2%: what would set something off, told in the present."""
    verb = setting.reading.forms[setting.verb]
    return setting.verb > at and verb.endswith("s") and bool(setting.role) and not tagged(verb).forms & PAST


def _is_condition(setting: Setting, at: int) -> bool:
    return setting.reading.forms[at - 1] not in ("as", "asked", "see", "know", "wondered", "checked")


_TESTS = {
    "modal": _is_modal,
    "planned": is_planned,
    "ask": is_asked,
    "plan": is_plan,
    "negation": _is_denied,
    "earlier": _is_earlier,
    "other": _is_other,
    "company": _is_company,
    "actor": _is_actor,
    "if": _is_condition,
    "to": is_time_to,
    "when": _is_when,
    "can": _can_change,
    "duty": _is_duty,
    "typical": _is_typical,
    "meant": _is_meant,
}
