"""Show which questions and competencies the stories cover, and which they leave open."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from bqlint.bank import Bank
from bqlint.cli.options import add_configuration, configured, write
from bqlint.cli.output import into, wanted
from bqlint.errors import UsageError
from bqlint.nearest import did_you_mean
from bqlint.render.coverage import FORMATS, render
from bqlint.render.terminal import named
from bqlint.repository.coverage import Limits, coverage
from bqlint.rules.coverage import OverusedStory
from bqlint.survey import survey

_YEARS = 3
"""Interviewers ask for what happened lately; three years are what candidates for Amazon tell one another."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint coverage`."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="stories or folders (default: the current folder)")
    parser.add_argument("--company", metavar="NAME", help="only the questions of this company's bank, all of them")
    parser.add_argument(
        "--years", type=int, default=_YEARS, metavar="N", help=f"older events are old (default: {_YEARS})"
    )
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day to count from: 2027-01-31")
    parser.add_argument(
        "--output-format",
        action="append",
        default=[],
        metavar="FORMAT[=FILE]",
        help=f"{', '.join(FORMATS)} (default: table), =FILE into a file; may be given again",
    )
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print or write the coverage; 1 where a file is no story, which is then said."""
    outputs = wanted(options.output_format, FORMATS)
    if options.years < 0:
        raise UsageError(f"--years {options.years} is no number of years", hint="use 0 or more")
    settings = configured(options)
    here = settings.of(os.getcwd())
    questions = Bank(*here.banks).questions()
    if options.company:
        _known(options.company, list(dict.fromkeys(question.bank for question in questions)))
    found = survey(options.paths or ["."], settings)
    most = OverusedStory(here.rules.get(OverusedStory.code)).most_questions
    limits = Limits(most, options.years, options.today or date.today())
    whole = coverage(found.stories, questions, options.company, limits)
    for name, file in outputs:
        told = render(name, whole)
        if file:
            into(file, told)
        else:
            write(told)
    for name in found.unread:
        sys.stderr.write(f"bqlint: {named(name)}: this is no story that can be read; `bqlint check` says why\n")
    return 1 if found.unread else 0


def _known(company: str, banks: list[str]) -> None:
    if company not in banks:
        meant = did_you_mean(company, banks)
        raise UsageError(f"there is no question bank `{company[:40]}`{meant}", hint=f"use {', '.join(banks)}")
