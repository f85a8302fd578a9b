"""`bqlint` and `python -P -m bqlint`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line of this process; returns its exit code, 130 for Ctrl-C while Python still loads."""
    gc.disable()  # a start makes no garbage, and looking for some costs a twentieth of it; many stories turn it on
    try:
        from bqlint.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
