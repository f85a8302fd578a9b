"""What was set instead of measured: a timeout raised from 30 seconds to 60, crews of 5 to 20, more memory."""

from __future__ import annotations

from bqlint.language.en.context import Setting
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.quantity import Sort
from bqlint.language.en.reading import tagged
from bqlint.language.lexicon import words

_LINKS = frozenset(("from", "to", "by", "of", "at", "down", "up", "in", "between"))
_SETTABLE = frozenset((Sort.SHIFT, Sort.COUNT, Sort.TIME, Sort.MEASURE, Sort.SHARE, Sort.FREQUENCY, Sort.MULTIPLE))
_SET = frozenset(("default", "value", "`"))
_RANGING = frozenset(("manage", "supervise", "oversee", "handle", "lead", "train", "serve", "teach"))


def is_set(setting: Setting) -> bool:
    """Whether what was changed is a setting of a machine, or more of what a machine is given."""
    if setting.quantity.sort not in _SETTABLE:
        return False
    f, verb = setting.reading.forms, setting.changed
    if setting.quantity.sort is Sort.SHIFT and verb < 0 and f[setting.quantity.first] == "from":
        return setting.verb >= 0 and tagged(f[setting.verb]).base in _RANGING  # managed crews from 5 to 20
    if verb < 0:
        return False
    near = _measured(setting)
    if not near:
        return False
    if near[-1] in forms("figure_settings.en") or not _SET.isdisjoint(near) or _is_of_a_buffer(near):
        return True
    grown = verbs("figure_rising.en") | verbs("figure_scaling.en")
    return f[verb] in grown and near[-1] in forms("figure_resources.en") and ("of" in near or len(near) == 1)


def _measured(setting: Setting) -> list[str]:
    """The noun phrase of what was changed: the object of the verb of change, or its subject where it has none."""
    f, verb, noun = setting.reading.forms, setting.changed, setting.before
    while noun > verb and (f[noun] in _LINKS or f[noun] in words("figure_modifiers.en")):
        noun -= 1
    if noun > verb:
        return f[verb + 1 : noun + 1]
    noun = verb - 1
    while noun > setting.clause and tagged(f[noun]).part in ("be", "have", "bare", "adv"):
        noun -= 1
    return f[max(0, setting.clause) : noun + 1]


def _is_of_a_buffer(near: list[str]) -> bool:
    """The batch size, the poll rate: a measure of a setting."""
    return near[-1] in ("size", "sizes", "rate", "count", "length") and any(
        form in words("figure_setting_kinds.en") for form in near[-3:-1]
    )
