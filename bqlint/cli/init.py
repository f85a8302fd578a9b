"""Make a folder a repository of stories: settings, an example, nox, pre-commit and CI. Overwrites nothing."""

from __future__ import annotations

import argparse
import os
import shlex

from bqlint import atomic
from bqlint.cli.options import write
from bqlint.configuration import Configured
from bqlint.errors import UsageError
from bqlint.scaffold.repository import OWNERS, fresh_gate, fresh_repository, gate_terms, requirement
from bqlint.upwards import CONFIGURATIONS


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint init`."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where (default: the current folder)")
    parser.add_argument(
        "--team",
        action="store_true",
        help="with a gate that asks for approvals; adds one to a repository that is there",
    )
    parser.add_argument(
        "--owners", default=OWNERS, metavar="@NAME", help=f"who guards the terms of the gate (default: {OWNERS})"
    )


def run(options: argparse.Namespace) -> int:
    """Write the files, all or none, and say what to do next."""
    is_there = options.team and os.path.exists(os.path.join(options.folder, CONFIGURATIONS[0]))
    files = {} if is_there else fresh_repository(requirement())
    if options.team:
        files |= fresh_gate(requirement(), options.owners)
    if options.team and not is_there:
        files[CONFIGURATIONS[0]] += gate_terms()
    paths = {name: os.path.join(options.folder, *name.split("/")) for name in files}
    there = [path for path in paths.values() if os.path.lexists(path)]
    if there:
        raise UsageError(
            "there is such a file already; nothing was written", place=there[0], hint="init another folder"
        )
    for name, text in files.items():
        atomic.create(paths[name], text.encode("utf-8"))
    wrote = "".join(f"wrote {os.path.normpath(path)}\n" for path in paths.values())
    write(f"{wrote}\n{'' if is_there else _steps(options.folder)}{_team_steps(options, is_there)}")
    return 0


def _steps(folder: str) -> str:
    """What to do with a new repository."""
    steps = [] if folder == "." else [f"cd {shlex.quote(folder)}"]
    steps += [] if _is_below_git(folder) else ["git init"]
    steps += ["git add .", "python -m pip install nox pre-commit", "nox -s lint", "pre-commit install"]
    return f"Next: {' && '.join(steps)}\nThen begin a story: bqlint new general/conflict\n"


def _team_steps(options: argparse.Namespace, is_there: bool) -> str:
    """What a team has to do for its gate to hold."""
    if not options.team:
        return ""
    has_terms = not is_there or Configured().of(os.path.abspath(options.folder)).gate
    terms = "" if has_terms else f"Add to {CONFIGURATIONS[0]}:\n{gate_terms()}\n"
    owners = "put your own names into .github/CODEOWNERS, and " if options.owners == OWNERS else ""
    return (
        f"{terms}For the gate to hold: {owners}let the main branch require the check `gate`\n"
        "and the reviews of code owners, of everybody.\n"
    )


def _is_below_git(folder: str) -> bool:
    """Whether `folder` lies in a git repository already."""
    here = os.path.abspath(folder)
    while True:
        if os.path.lexists(os.path.join(here, ".git")):
            return True
        above = os.path.dirname(here)
        if above == here:
            return False
        here = above
