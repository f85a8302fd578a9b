"""`bqlint check --fix` and `--diff`: mend stories in their files, on standard output, or only show how."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bqlint.cli.options import write
from bqlint.configuration import Configured
from bqlint.errors import UsageError
from bqlint.mending import PASSES, Mended, difference, mend, mend_bytes, replace
from bqlint.policy.judge import Policy
from bqlint.render.concise import render
from bqlint.render.terminal import inert
from bqlint.report import Report


def refuse(options: argparse.Namespace) -> None:
    """UsageError for options that cannot go together."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes says which fixes --fix and --diff may take", hint="add --fix")
    if options.staged and (options.fix or options.diff):
        raise UsageError("--staged looks at the index, and fixes go into the work tree", hint="leave --staged")


def show(options: argparse.Namespace, configured: Configured, policy: Policy) -> int:
    """Print what the fixes would change as a unified diff; 1 where that is anything."""
    stories = [story for story in _mended(options, configured, policy) if story.is_changed]
    write("".join(map(difference, stories)))
    _tell(stories, "Would fix")
    return 1 if stories and not options.exit_zero else 0


def write_fixed(options: argparse.Namespace, configured: Configured, policy: Policy) -> Sequence[Report] | None:
    """Write the fixed stories; with standard input the fixed text goes to standard output, findings to the other.

    The reports on standard input, where that was mended; None where the files are to be linted anew.
    """
    stories = _mended(options, configured, policy)
    if options.paths == ["-"]:
        for story in stories:
            write(story.report.file.text)
            sys.stderr.write(render([story.report], color=False))
        return [story.report for story in stories]
    changed = [story for story in stories if story.is_changed]
    for story in changed:
        replace(story)
    _tell(changed, "Fixed")
    return None


def _mended(options: argparse.Namespace, configured: Configured, policy: Policy) -> list[Mended]:
    if options.paths == ["-"]:
        name = options.stdin_filename or "stdin.md"
        story = mend_bytes(sys.stdin.buffer.read(), name, configured, policy, unsafe=options.unsafe_fixes)
        stories = [story] if story else []
    else:
        stories = list(mend(options.paths or ["."], configured, policy, unsafe=options.unsafe_fixes))
    for story in stories:
        place = inert(story.before.path)
        for finding in story.refused:
            sys.stderr.write(f"bqlint: {place}: the fix for {finding.code} was left out, it would lead to an error\n")
        if not story.is_settled:
            sys.stderr.write(f"bqlint: {place}: {PASSES} passes of fixes did not settle it; run it again\n")
    return stories


def _tell(stories: Sequence[Mended], done: str) -> None:
    """Say on standard error how much was mended."""
    number = sum(story.fixed for story in stories)
    if number:
        findings = f"{number} finding{'' if number == 1 else 's'}"
        sys.stderr.write(f"{done} {findings} in {len(stories)} {'story' if len(stories) == 1 else 'stories'}.\n")
