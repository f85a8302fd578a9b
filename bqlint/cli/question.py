"""Find a question of the bank: by its id, or by words; without either, list the banks."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence

from bqlint.bank import Bank
from bqlint.bank.question import Question
from bqlint.bank.search import nearest
from bqlint.cli.options import add_configuration, configured, write
from bqlint.errors import UsageError
from bqlint.nearest import did_you_mean
from bqlint.render.terminal import inert


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint question`."""
    parser.add_argument("words", nargs="*", metavar="WORDS", help="an id, or words of the question in any order")
    parser.add_argument("--bank", metavar="NAME", help="only questions of this bank")
    parser.add_argument("--competency", metavar="NAME", help="only questions that show this")
    parser.add_argument("--most", type=int, default=10, metavar="N", help="at most so many (default: 10)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="(default: text)")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found; 1 where nothing was."""
    questions = Bank(*configured(options).of(os.getcwd()).banks).questions()
    chosen = [question for question in questions if _is_wanted(question, options, questions)]
    asked = " ".join(options.words)
    exact = [question for question in chosen if question.id == asked]
    found = exact or ([q for q, _ in nearest(asked, chosen, options.most)] if asked else chosen)
    if options.output_format == "json":
        write(json.dumps([question._asdict() for question in found], indent=2, ensure_ascii=False) + "\n")
    elif exact:
        write(_page(exact[0]))
    elif asked or options.bank or options.competency:
        write(
            "".join(f"{question.id:<34} {inert(question.text)}\n" for question in found) or "No question was found.\n"
        )
    else:
        write(_banks(questions))
    return 0 if found else 1


def _is_wanted(question: Question, options: argparse.Namespace, all_: Sequence[Question]) -> bool:
    """Whether the options leave a question in. Raises UsageError for a bank or a competency that there is none of."""
    for name, value, known in (
        ("bank", options.bank, {each.bank for each in all_}),
        ("competency", options.competency, {competency for each in all_ for competency in each.competencies}),
    ):
        if value and value not in known:
            meant = did_you_mean(value, sorted(known))
            raise UsageError(f"there is no {name} `{value[:40]}`{meant}", hint=f"use {', '.join(sorted(known))}")
    in_bank = not options.bank or question.bank == options.bank
    return in_bank and (not options.competency or options.competency in question.competencies)


def _page(question: Question) -> str:
    """All that the bank says of one question."""
    lines = [
        question.id,
        f"  {question.text}",
        "",
        f"  asks for      {question.kind}",
        *([f"  principle     {question.principle}"] if question.principle else []),
        f"  shows         {', '.join(question.competencies)}",
        "  a strong answer",
        f"    mid level   {question.strong_mid}",
        f"    senior      {question.strong_senior}",
        "",
        f"Next: bqlint new {question.id}",
    ]
    return "\n".join(map(inert, lines)) + "\n"


def _banks(questions: Sequence[Question]) -> str:
    """How many questions each bank has."""
    counts: dict[str, int] = {}
    for question in questions:
        counts[question.bank] = counts.get(question.bank, 0) + 1
    lines = [f"{name:<12} {count:>3} questions\n" for name, count in counts.items()]
    return "".join(lines) + "\n`bqlint question WORDS` finds one; `bqlint question --bank NAME` lists a bank.\n"
