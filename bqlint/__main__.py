"""`bqlint` and `python -P -m bqlint`."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # as type checkers know it; `typing` costs a fifth of a bare interpreter
if TYPE_CHECKING:
    from bqlint.typed import NoReturn


def main() -> NoReturn:
    """Run the command line of this process, and end it with the exit code: 130 for Ctrl-C while Python still loads."""
    gc.disable()  # a start makes no garbage, and looking for some costs a twentieth of it; many stories turn it on
    try:
        from bqlint.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    _end(code)


def _end(code: int) -> NoReturn:
    """End the process here and now: Python would take all modules apart first, a seventh of a check of one story."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):  # closed, or nobody reads it: `run` has said what can be said
            pass
    os._exit(code)


if __name__ == "__main__":
    main()
