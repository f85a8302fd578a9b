"""Explain a rule: what it finds, why an interviewer cares, its options and examples; without a name, list all."""

from __future__ import annotations

import argparse

from bqlint.cli.options import write
from bqlint.policy.select import codes
from bqlint.render.page import page
from bqlint.rules import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint rule`."""
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="a rule's code or name, or a family such as BQ3")


def run(options: argparse.Namespace) -> int:
    """Print the page of one rule, or a line for each."""
    rules = load()
    if options.rule is None:
        write(
            "".join(
                f"{code}  {rule.name:<24} {rule.severity.value:<8} {rule.summary()}\n" for code, rule in rules.items()
            )
        )
        return 0
    write("\n".join(page(rules[code]) for code in codes(options.rule)))
    return 0
