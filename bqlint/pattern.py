"""Regular expressions that are compiled where they are first used: a single story needs few of all that are written."""

from __future__ import annotations

import re

from bqlint.typed import Any, cast


class _Waiting:
    """An expression that takes the methods of its compiled form once one of them is asked for."""

    def __init__(self, expression: str, flags: re.RegexFlag | int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._expression, self._flags)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(expression: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """As `re.compile`, but at the first use."""
    return cast(re.Pattern[str], _Waiting(expression, flags))
