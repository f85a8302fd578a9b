"""Accept today's findings, so that from now on only new ones are reported: write, prune or check the baseline."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date

from bqlint import atomic
from bqlint.cli.options import add_configuration, configured, write
from bqlint.policy.baseline import Baseline, Entry, entries, load, text
from bqlint.policy.judge import Policy
from bqlint.render.terminal import inert
from bqlint.run import lint
from bqlint.upwards import BASELINE, nearest


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint baseline`."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--prune", action="store_true", help="only take out what is mended")
    what.add_argument("--check", action="store_true", help="fail where something in it is mended, write nothing")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Write the baseline of the repository; with --check 1 where it holds what is mended."""
    path = nearest(".", BASELINE) or os.path.join(configured(options).of(os.getcwd()).root, BASELINE)
    folder = os.path.dirname(path)
    found = list(_found(options, folder))
    if not (options.prune or options.check):
        atomic.write(path, text(found).encode("utf-8"))
        write(f"{_counted(len(found))} accepted in {os.path.relpath(path)}; only new ones are reported from now on.\n")
        return 0
    old = load(path) if os.path.exists(path) else Baseline(folder, ())
    alive = [entry for entry in old.known(found) if entry]
    stale = list((Counter(old.entries) - Counter(alive)).elements())
    if options.prune:
        atomic.write(path, text(alive).encode("utf-8"))
        write(f"{_counted(len(stale))} taken out of {os.path.relpath(path)}, {len(alive)} left.\n")
        return 0
    for entry in stale:
        sys.stderr.write(f"{inert(entry.path)}: {inert(entry.code)} is no longer found\n")
    if not stale:
        write(f"{os.path.relpath(path)} is up to date: {_counted(len(alive))} accepted.\n")
        return 0
    verb = "is" if len(stale) == 1 else "are"
    write(f"{_counted(len(stale))} in {os.path.relpath(path)} {verb} mended. Next: `bqlint baseline --prune`\n")
    return 1


def _found(options: argparse.Namespace, folder: str) -> Iterator[Entry]:
    """Every finding below `folder` that counts, as an entry."""
    holder = Baseline(folder, ())
    for report in lint([folder], configured(options), Policy(date.today())):
        named = entries(report.findings, report.source, holder.path_of(report.source), report.title)
        yield from (entry for entry in named if entry)


def _counted(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"
