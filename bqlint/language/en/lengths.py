"""Whether a time of an English clause has grown by its unit: from 200 ms to 8 seconds."""

from __future__ import annotations

from bqlint.language.en.context import Setting
from bqlint.typed import Final

_GONE = frozenset(("went", "gone", "grew", "grown", "rose", "climbed", "jumped"))
_LASTING = frozenset(("life", "notice", "warranty", "runway", "interval", "gap", "between", "session", "sessions"))
_UNITS: Final = (
    ("ms", "milliseconds"),
    ("s", "second", "seconds"),
    ("minute", "minutes"),
    ("hour", "hours"),
    ("day", "days"),
    ("week", "weeks"),
    ("month", "months"),
    ("year", "years"),
)
_LENGTHS = {unit: at for at, units in enumerate(_UNITS) for unit in units}


def is_longer(setting: Setting) -> bool:
    """Our searches went from 200 ms to 8 seconds; not a life or a notice, which ought to grow."""
    f, quantity, verb = setting.reading.forms, setting.quantity, setting.verb
    if verb < 0 or f[verb] not in _GONE or f[quantity.first] != "from":
        return False
    units = [_LENGTHS[form] for form in f[quantity.first : quantity.last + 1] if form in _LENGTHS]
    return len(units) == 2 and units[0] < units[1] and _LASTING.isdisjoint(f[setting.clause : verb])
