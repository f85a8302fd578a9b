"""Write to standard output the compiled form of every pattern that linting the stories named compiles.

scripts/wheel_modules.py runs it when a wheel is built; bqlint/pattern.py reads what it writes, in the same interpreter
alone. The stories are those of this repository: they ask for nearly all patterns that any story asks for.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]  # what re.compile is made of
from typing import Any

from bqlint import lint_text
from bqlint.pattern import made_by


def main() -> None:
    """Lint each story named, and note what is compiled."""
    met: dict[tuple[str, int], None] = {}
    genuine = _compiler.compile

    def noting(expression: Any, flags: int = 0) -> Any:
        if isinstance(expression, str):
            met[expression, int(flags)] = None
        return genuine(expression, flags)

    _compiler.compile = noting
    for story in map(Path, sys.argv[1:]):
        lint_text(story.read_text(encoding="utf-8"), story.name)
    forms = {each: form(*each) for each in met}
    sys.stdout.buffer.write(marshal.dumps((made_by(), forms)))


def form(expression: str, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    """What re.compile hands over to the engine: flags, code, groups, their names, and the names in order."""
    parsed = _parser.parse(expression, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(re.RegexFlag(flags | state.flags)), code, state.groups - 1, dict(state.groupdict), tuple(names)


if __name__ == "__main__":
    main()
