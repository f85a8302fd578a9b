"""Explain a rule: what it finds, why an interviewer cares, its options and examples; without a name, list all."""

from __future__ import annotations

import argparse
import json

from bqlint.cli.options import write
from bqlint.policy.select import codes
from bqlint.render.page import data, page
from bqlint.rules import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint rule`."""
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="a rule's code or name, or a family such as BQ3")
    parser.add_argument("--all", action="store_true", help="explain every rule")
    parser.add_argument("--output-format", choices=("markdown", "json"), default="markdown", help="(default: markdown)")


def run(options: argparse.Namespace) -> int:
    """Print the page of each rule that is asked for, or a line for each."""
    rules = load()
    if options.rule is None and not options.all and options.output_format == "markdown":
        lines = [f"{code}  {rule.name:<24} {rule.severity.value:<8} {rule.summary()}\n" for code, rule in rules.items()]
        write("".join(lines))
        return 0
    asked = [rules[code] for code in (codes(options.rule) if options.rule else rules)]
    if options.output_format == "json":
        write(json.dumps([data(rule) for rule in asked], indent=2, ensure_ascii=False) + "\n")
    else:
        write("\n".join(map(page, asked)))
    return 0
