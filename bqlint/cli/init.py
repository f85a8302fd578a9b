"""Make a folder a repository of stories: settings, an example, nox, pre-commit and CI. Overwrites nothing."""

from __future__ import annotations

import argparse
import os

from bqlint import atomic
from bqlint.cli.options import write
from bqlint.errors import UsageError
from bqlint.scaffold.repository import fresh_repository, requirement


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint init`."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where (default: the current folder)")


def run(options: argparse.Namespace) -> int:
    """Write the files, all or none, and say what to do next."""
    files = fresh_repository(requirement())
    paths = {name: os.path.join(options.folder, *name.split("/")) for name in files}
    there = [path for path in paths.values() if os.path.lexists(path)]
    if there:
        raise UsageError(
            "there is such a file already; nothing was written", place=there[0], hint="init another folder"
        )
    for name, text in files.items():
        atomic.create(paths[name], text.encode("utf-8"))
    steps = [] if options.folder == "." else [f"cd {options.folder}"]
    steps += [] if _is_below_git(options.folder) else ["git init"]
    steps += ["git add .", "python -m pip install nox pre-commit", "nox -s lint", "pre-commit install"]
    wrote = "".join(f"wrote {os.path.normpath(path)}\n" for path in paths.values())
    write(f"{wrote}\nNext: {' && '.join(steps)}\nThen begin a story: bqlint new general/conflict\n")
    return 0


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
