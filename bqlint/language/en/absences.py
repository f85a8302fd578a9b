"""Nothing of what must not happen: zero downtime, not a single complaint, error-free."""

from __future__ import annotations

from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.numbers import number_end
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_closed, is_digit, tagged
from bqlint.language.en.verbs import PARTICIPLE, PAST, THIRD
from bqlint.language.lexicon import words

_WITH = frozenset(("with", "had", "have", "has", "achieved", "achieving", "saw", "were", "was", "been", ",", '"'))
_OPENING = frozenset(("", ":", ".", "–", "—", "-", '"'))  # Result: zero escapes since
_DENYING = frozenset(("not", "never", "without"))
_HAVING = frozenset(("had", "have", "has", "been", "seen"))
_NO_ADVERB = frozenset(("longer", "sooner", "doubt", "matter"))
_ON_END = frozenset(("lasted", "ran", "run", "went", "gone"))
_NOT_LOST = frozenset(("lose", "lost", "losing", "cost"))


def absence(reading: Reading, at: int) -> Quantity | None:
    """Zero downtime, no incidents, not a single complaint, without any outage, only one defect, error-free."""
    f, form = reading.forms, reading.forms[at]
    if form == "nothing":  # fell to nothing
        return Quantity(at, at, Sort.COUNT, weak=True) if f[at - 1] == "to" else None
    if form == "no" and (f[at - 1] == "through" or f[at + 1] in _NO_ADVERB):  # through no fault of ours, no longer
        return None
    if reading.touching(at) and f[at + 1] == "-" and form == "no":  # the no-return rule
        return None
    if form == "0" and reading.touching(at - 1):  # day-0 events
        return None
    if form == "no" and f[at - 1] == "are" and f[at - 2] == "there":  # there are no issues with these certificates
        return None
    if form == "none":
        return _none_lost(reading, at)
    if form == "free":
        return _free(reading, at)
    if form == "single" and f[at + 1] in ("figures", "digits"):
        return Quantity(at, at + 1, Sort.COUNT)
    if form in ("any", "single", "one"):
        return _denied_at_a_distance(reading, at)
    if form == "not" and f[at + 1 : at + 3] == ["one", "of"]:
        return _none_lost(reading, at)
    if form == "zero" and f[at + 1] == "-" and f[at + 2] in forms("figure_incidents.en"):
        return Quantity(at, at + 2, Sort.ABSENCE)  # a zero-incident record
    noun = _after_denial(reading, at)
    if noun == at:
        return None
    if (
        (form == "without" or f[at - 1] == "with")
        and (
            f[noun] in words("figure_smoothly.en") or (form == "without" and f[noun + 1] in words("figure_smoothly.en"))
        )
        and f[noun - 1] not in ("any", "single", "one")
    ):
        return None  # without a hitch says that it went well
    last = _incident(reading, noun) or _unlost(reading, at, noun)
    if (
        not last
        and form == "without"
        and noun > at + 1
        and (_is_span_of_time(f, at - 1) or _is_counted(f, at - 1))
        and (f[noun] not in words("figure_not_incidents.en"))
    ):
        last = noun  # ran for 400 days without a restart
    if last:
        return Quantity(at, last, Sort.ABSENCE)
    named = f[noun].isalpha() and not is_closed(f[noun])
    if form == "not" and named and noun == at + 2 and _has_not_once(reading, noun):
        return Quantity(at, noun, Sort.ABSENCE)
    if form == "not" and named and f[at - 1] in _HAVING and f[noun] not in words("figure_not_incidents.en"):
        return Quantity(at, noun + 2 if f[noun + 1] == "-" else noun, Sort.ABSENCE)  # had not a single mix-up
    if form in ("zero", "0") and named and f[noun] not in words("figure_not_incidents.en"):
        if f[at - 1] in _WITH:
            return Quantity(at, noun, Sort.ABSENCE)
        head = _head(f, noun) if f[at - 1] in _OPENING else 0
        if head:
            return Quantity(at, head, Sort.ABSENCE)
    return Quantity(at, at, Sort.COUNT, weak=True) if form == "zero" else None


def _has_not_once(reading: Reading, noun: int) -> bool:
    """Since the refit not one guest has slipped, not one left without help: none of all, or since a moment."""
    f = reading.forms
    if "without" in f[noun + 2 : noun + 6] and tagged(f[noun + 1]).forms & PAST:
        return True  # not one child went home without a book
    verb = next((at for at in range(noun + 1, noun + 4) if f[at] in ("has", "had")), 0)
    return bool(verb) and "since" in f and bool(tagged(f[verb + 1]).forms & PARTICIPLE)


def _is_span_of_time(f: list[str], at: int) -> bool:
    """Whether a time that something lasted ends at token `at`: the whole winter without a single burst pipe."""
    if f[at] in forms("figure_time_units.en"):
        return True
    return f[at] in words("times.en") and f[at - 1] in ("whole", "entire", "full", "that", "this", "all")


def _is_counted(f: list[str], at: int) -> bool:
    """Whether a plural that a number counts ends at token `at`: two full seasons without a repair."""
    counted = any(is_digit(form) or form in words("figure_numbers.en") for form in f[at - 2 : at])
    if not (counted and f[at].endswith("s")):
        return False
    return any(form in _ON_END for form in f[max(0, at - 4) : at])


def _none_lost(reading: Reading, at: int) -> Quantity | None:
    """None of the 30 machines failed, none was lost."""
    f = reading.forms
    if f[at - 1] in verbs("figure_losing.en"):
        return Quantity(at - 1, at, Sort.ABSENCE)
    if f[at - 1] in _HAVING and (f[at + 1] == "since" or (f[at + 1] in ("in", "for") and _lasts(reading, at + 2))):
        return Quantity(at, at, Sort.ABSENCE)  # we have had none in fourteen months
    if f[at - 1] == "to":  # from three a month to none
        return Quantity(at, at, Sort.COUNT, weak=True)
    for verb in range(at + 1, at + 8):
        if f[verb] in verbs("figure_losing.en") and tagged(f[verb]).forms & PAST:
            return Quantity(at, verb - 1 if verb - at > 2 else at, Sort.ABSENCE)
    return None


def unit_unlost(reading: Reading, at: int) -> Quantity | None:
    """Did not lose a day, never cost us a penny: the smallest unit, at its article `at`, was not lost."""
    f = reading.forms
    if f[at + 1] not in forms("figure_time_units.en") and f[at + 1] not in forms("figure_currency_names.en"):
        return None
    lost = next((n for n in range(at - 1, at - 4, -1) if f[n] in _NOT_LOST), 0)
    for denial in range(lost - 1, lost - 4, -1) if lost else ():
        if f[denial] in _DENYING or f[denial].endswith("n't") or f[denial] == "yet":
            return Quantity(denial, at + 1, Sort.ABSENCE)
    return None


def _lasts(reading: Reading, at: int) -> bool:
    """Whether a length of time begins at token `at`, as far as "the last two" before it."""
    f, units = reading.forms, forms("figure_time_units.en")
    return any(form in units for form in f[at : at + 4]) and f[at].isalnum()


def _head(f: list[str], noun: int) -> int:
    """The plural that ends the noun phrase from `noun` on, where no verb follows it; else 0."""
    for at in range(noun, noun + 3):
        if f[at].endswith("s") and is_closed(f[at + 1]):
            return at
        if is_closed(f[at]):
            return 0
    return 0


def _after_denial(reading: Reading, at: int) -> int:
    """The token after "no", "not a single", "without any", "only one"; `at` where none of them begins there."""
    f, form, noun = reading.forms, reading.forms[at], at + 1
    if form == "not":
        if f[noun] == "one":
            return noun + 1
        return noun + 2 if f[noun] == "a" and f[noun + 1] == "single" else at
    if form in ("only", "just"):
        if f[noun] == "a":
            return noun + 2 if f[noun + 1] == "single" else at
        end = number_end(reading, noun)
        return end if end > noun else at
    if form in ("without", "no"):
        while f[noun] in ("a", "an", "any", "single", "one", "more", "further", "new"):
            noun += 1
    return noun


def _unlost(reading: Reading, at: int, noun: int) -> int:
    """The last token of "no call was lost", "lost not one cow", "not a single train was missed"; else 0."""
    f, losing = reading.forms, verbs("figure_losing.en")
    if f[noun] in words("figure_not_incidents.en"):
        return 0
    if f[at] == "no" and f[at - 1] in losing:
        return noun
    if f[at] == "not" and any(form in losing for form in f[max(0, at - 2) : at] + f[noun : noun + 4]):
        return noun
    return noun + 2 if f[at] == "no" and f[noun + 1] in ("was", "were") and f[noun + 2] in losing else 0


def _denied_at_a_distance(reading: Reading, at: int) -> Quantity | None:
    """Not had any complaints, have not seen a single fault, there has not been one complaint."""
    f = reading.forms
    if not any(form in _DENYING or form.endswith("n't") for form in f[max(0, at - 4) : at]):
        return None
    last = _incident(reading, at + 1)
    if f[at - 1] in verbs("figure_losing.en") or f[at - 2] in verbs("figure_losing.en"):
        last = at + 1
    for denial in range(at - 1, at - 5, -1):
        if last and (f[denial] in _DENYING or f[denial].endswith("n't")):
            return Quantity(denial, last, Sort.ABSENCE)
    return None


def _free(reading: Reading, at: int) -> Quantity | None:
    """Error-free, defect free, free of defects."""
    f, incidents = reading.forms, forms("figure_incidents.en")
    before = at - 2 if f[at - 1] in ("-", "‑") else at - 1
    if f[before] in incidents:
        return Quantity(before, at, Sort.ABSENCE)
    return Quantity(at, at + 2, Sort.ABSENCE) if f[at + 1] == "of" and f[at + 2] in incidents else None


def _incident(reading: Reading, at: int) -> int:
    """The token of the incident noun that ends the noun phrase from `at` on, at most two words in between; else 0."""
    f, incidents = reading.forms, forms("figure_incidents.en")
    if f[at] == "no" and f[at + 1] == "-" and f[at + 2]:  # no-shows
        return at + 2
    for noun in range(at, at + 4):
        form = f[noun]
        if noun == at and form in words("figure_amiss.en") and f[at + 1].isalpha() and not is_closed(f[at + 1]):
            return at + 1
        if not form or form in words("figure_softeners.en") or (tagged(form).part and form != "-"):
            return 0
        if tagged(form).forms == THIRD and form not in incidents:
            return 0  # no label emits a warning
        following = f[noun + 1]
        if form in incidents and following in ("rate", "rates"):  # a zero error rate
            return noun + 1
        if form in incidents and (is_closed(following) or tagged(following).forms & PAST or following in incidents):
            return noun + 1 if following in incidents else noun
    return 0
