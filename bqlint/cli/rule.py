"""Explain a rule: what it finds, why an interviewer cares, its options and examples; without a name, list all."""

from __future__ import annotations

import argparse
import json
import os

from bqlint.cli.options import add_configuration, configured, write
from bqlint.policy.select import codes, is_own
from bqlint.render.page import data, declared_page, page
from bqlint.render.terminal import inert
from bqlint.rules import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint rule`."""
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="a rule's code or name, or a family such as BQ3")
    parser.add_argument("--all", action="store_true", help="explain every rule")
    parser.add_argument("--output-format", choices=("markdown", "json"), default="markdown", help="(default: markdown)")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page of each rule that is asked for, or a line for each."""
    rules = load()
    own = configured(options).of(os.getcwd()).rule
    if options.rule is None and not options.all and options.output_format == "markdown":
        lines = [f"{code}  {rule.name:<24} {rule.severity.value:<8} {rule.summary()}\n" for code, rule in rules.items()]
        lines += [f"{each.code:<7}{'':<25}{each.severity:<8} {inert(each.message)}\n" for each in own]
        write("".join(lines))
        return 0
    declared = [each for each in own if is_own(options.rule or "") and each.code.startswith(options.rule)]
    if declared and options.output_format == "markdown":
        write("\n".join(map(declared_page, declared)))
        return 0
    asked = [rules[code] for code in (codes(options.rule) if options.rule else rules)]
    if options.output_format == "json":
        write(json.dumps([data(rule) for rule in asked], indent=2, ensure_ascii=False) + "\n")
    else:
        write("\n".join(map(page, asked)))
    return 0
