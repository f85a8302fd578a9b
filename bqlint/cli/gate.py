"""Pass or refuse the stories that a branch changes, by the terms of the branch that it would be merged into."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import date
from tempfile import TemporaryDirectory

from bqlint import git
from bqlint.cli.options import write
from bqlint.errors import UsageError
from bqlint.gate.ruling import Gate, Outcome
from bqlint.render.strict_json import strict_json
from bqlint.render.terminal import inert
from bqlint.team.objects import Objects
from bqlint.team.terms import Terms
from bqlint.typed import Any

_DEFAULT = "origin/HEAD"
_SIGNED = """\
Shown: each approval is of the text as it stands, and stands on the base already or came in a commit that is signed with
a key that the base gives its reviewer.
Not shown: who wrote the stories; the names of authors are what their commits say.
"""
_NAMED = """\
Shown: each approval is of the text as it stands, and stands on the base already or came in a commit that names its
reviewer as the author.
Not shown: that these people made these commits. Whoever may push to this branch can write any name into a commit;
`require-signed = true` under [gate] on the base closes that.
"""
_UNLISTED = "Nor does the base say who may approve: anybody but the author counts. `approvers` under [gate] does.\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint gate`."""
    parser.add_argument(
        "--base", default=_DEFAULT, metavar="REF", help=f"what the branch is to be merged into (default: {_DEFAULT})"
    )
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="(default: text)")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day that suppressions expire by")


def run(options: argparse.Namespace) -> int:
    """Print the verdict on each changed story; 0 where none is refused, 1 where one is, 2 where nothing can be told."""
    top = git.top_of(os.getcwd())
    if options.base == _DEFAULT and not git.refs_called(_DEFAULT, top):
        raise UsageError(f"this clone has no {_DEFAULT}", hint="--base says what the branch is to be merged into")
    _check_name(options.base, top)
    with TemporaryDirectory(prefix="bqlint-") as folder, Objects(top) as objects:
        outcome = Gate(objects, options.base, os.path.realpath(folder), options.today or date.today()).outcome()
    if options.output_format == "json":
        write(strict_json({"version": 1, **_data(outcome)}) + "\n")
    else:
        write("".join(f"{inert(line)}\n" for line in _told(outcome, options.base)))
    return 0 if outcome.passes else 1


def _check_name(ref: str, top: str) -> None:
    """UsageError for a name that more than one branch or tag has: whoever may push one could choose the base."""
    found = git.refs_called(ref, top)
    if len(found) > 1:
        raise UsageError(f"`{ref[:80]}` may be {' or '.join(found)}", hint="name the base in full")


def _data(outcome: Outcome) -> dict[str, Any]:
    """The outcome for other programs; schema/gate.schema.json describes it."""
    rulings = [{**ruling._asdict(), "passes": not ruling.refused} for ruling in outcome.rulings]
    whole = {"passes": outcome.passes, "base": outcome.base, "head": outcome.head, "stories": rulings}
    return {**whole, "overruled": outcome.overruled, "signed": outcome.terms.require_signed}


def _told(outcome: Outcome, ref: str) -> Iterator[str]:
    """The outcome, line by line."""
    number = len(outcome.rulings)
    what = f"{number} {'story' if number == 1 else 'stories'} changed" if number else "no story changed"
    yield f"{what} between {ref} ({outcome.base[:10]}) and HEAD ({outcome.head[:10]})"
    for ruling in outcome.rulings:
        yield f"{'REFUSED' if ruling.refused else 'passes '} {ruling.path}"
        yield from (f"          {line}" for line in (*ruling.refused, *ruling.shown))
    for path in outcome.overruled:
        yield f"changed here: {path}; what {ref} holds was used."
    if any(ruling.shown for ruling in outcome.rulings):
        yield ""
        yield from _limits(outcome.terms)


def _limits(terms: Terms) -> Iterator[str]:
    """What the approvals show, and what they do not."""
    text = (_SIGNED if terms.require_signed else _NAMED) + ("" if terms.listed else _UNLISTED)
    yield from text.splitlines()
