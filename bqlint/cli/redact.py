"""`bqlint check --redact DIR`: copies of stories to hand out, without what is confidential."""

from __future__ import annotations

import argparse
import sys

from bqlint.cli.options import write
from bqlint.configuration import Configured
from bqlint.errors import UsageError
from bqlint.handout import handout
from bqlint.handout import write as write_copies
from bqlint.render.terminal import named


def run(options: argparse.Namespace, configured: Configured) -> int:
    """Write the copies and say how much was replaced; 1 where a file is no story, which has no copy then."""
    if options.fix or options.diff or options.unsafe_fixes or options.since or options.staged or "-" in options.paths:
        raise UsageError("--redact copies stories as their files hold them", hint="leave --fix, --diff, --since, -")
    copies = handout(options.paths or ["."], options.redact, configured)
    write_copies(copies, options.redact)
    number = len(copies.files)
    write(
        f"{number} {'copy' if number == 1 else 'copies'} written to {named(options.redact)}: names and data replaced "
        f"{copies.secrets} times, amounts of money {copies.amounts} times.\n"
    )
    for name in copies.unread:
        sys.stderr.write(f"bqlint: {named(name)}: this is no story that can be read, and has no copy\n")
    return 1 if copies.unread else 0
