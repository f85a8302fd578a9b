"""Regular expressions that are compiled where they are first used: a single story needs few of all that are written.

An installed package holds many as this interpreter compiles them (scripts/record_patterns.py): compiling those of a
Chinese story takes as long as all else that is done for it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from functools import cache

from bqlint.typed import Any, cast

_BUILT = os.path.join(os.path.dirname(__file__), "built", "patterns")


class _Waiting:
    """An expression that takes the methods of its compiled form once one of them is asked for."""

    def __init__(self, expression: str, flags: re.RegexFlag | int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        found = compiled(self._expression, self._flags)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags"):
            setattr(self, method, getattr(found, method))
        return getattr(found, name)


def pattern(expression: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """As `re.compile`, but at the first use."""
    return cast(re.Pattern[str], _Waiting(expression, flags))


def compiled(expression: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """As `re.compile`, from its compiled form where that is known."""
    form = _forms().get((expression, int(flags)))
    if form is None:
        return re.compile(expression, flags)
    import _sre  # type: ignore[import-not-found]  # the engine itself

    all_flags, code, groups, names, order = form
    found: re.Pattern[str] = _sre.compile(expression, all_flags, list(memoryview(code).cast("I")), groups, names, order)
    return found


@cache
def _forms() -> Mapping[tuple[str, int], tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]]:
    """What the engine makes of each expression; nothing in a checkout, or where another interpreter made it."""
    import marshal

    try:
        with open(_BUILT, "rb", buffering=0) as stream:
            maker, forms = marshal.loads(stream.read())  # noqa: S302  (bqlint's own, as the code beside it is)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return forms if maker == made_by() else {}


def made_by() -> str:
    """The interpreter, and the version of its engine."""
    import _sre

    return f"{sys.version} {sys.byteorder} {_sre.MAGIC} {_sre.CODESIZE}"
