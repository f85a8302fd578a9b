"""Print the parsed story model as JSON: sections, sentences, figures, vague claims, agents."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from bqlint.cli.options import add_configuration, configured, write
from bqlint.configuration import Configured
from bqlint.discover import discover
from bqlint.parsing import Parsed
from bqlint.render.inspection import render
from bqlint.render.terminal import inert, named
from bqlint.run import parsed_bytes, parsed_file


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint inspect`."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="stories or folders (default: the current folder); - reads standard input",
    )
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name by which standard input is called and configured"
    )
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print the model of each story; 1 where a file is none, with the reason on standard error."""
    parsed = list(_parsed(options, configured(options)))
    write(render(one.story for one in parsed if one.story))
    unparsed = [one for one in parsed if one.story is None]
    for one in unparsed:
        for problem in one.problems:
            line, column = one.source.position(problem.span.start)
            place = f"{named(one.source.path)}:{line}:{column}"
            sys.stderr.write(f"{place}: {problem.code} {inert(problem.message)}\n")
    return 1 if unparsed else 0


def _parsed(options: argparse.Namespace, settings: Configured) -> Iterator[Parsed]:
    if options.paths == ["-"]:
        yield parsed_bytes(sys.stdin.buffer.read(), options.stdin_filename or "stdin.md", settings)
        return
    for found in discover(options.paths or ["."], settings.of):
        yield parsed_file(found)
