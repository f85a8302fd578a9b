"""Write into a story that one has read and approves it, pinned to its content as it stands now."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from bqlint import atomic, git
from bqlint.cli.options import add_configuration, configured, write
from bqlint.discover import Found, discover
from bqlint.errors import BqlintError, UsageError
from bqlint.gate.outlook import objections
from bqlint.one import grammar
from bqlint.policy.judge import Policy
from bqlint.render.terminal import inert
from bqlint.run import parsed_file
from bqlint.standing import standing
from bqlint.story import Story
from bqlint.team.approving import with_approval
from bqlint.team.reviews import is_by_author
from bqlint.team.terms import Terms


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint approve`."""
    parser.add_argument("story", metavar="STORY", help="the story's file")
    parser.add_argument("--as", dest="name", metavar="NAME", help="who approves (default: git's user)")
    parser.add_argument("--again", action="store_true", help="renew an approval whose commit the gate does not take")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day to write: 2027-01-31")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Write the approval, or say why there can be none, and what is still to be done."""
    found = next(discover([options.story], configured(options, status={}).of), None)
    if found is None or os.path.isdir(options.story):
        raise UsageError("this is no story", place=options.story, hint="`include` and `exclude` say what is one")
    terms = found.settings.terms
    story = _readable(found)
    by = options.name or _user(os.path.dirname(os.path.abspath(found.path)), terms)
    _refuse(by, story, terms)
    day = options.today or date.today()
    text = with_approval(story, by, day.isoformat(), grammar(found.settings), again=options.again)
    if text == story.source.text and options.again:
        hint = "take it out, commit that, and approve anew"
        raise BqlintError("the approval bears this day already", place=found.name, hint=hint)
    if text == story.source.text:
        write(f"already approved as it stands: {inert(found.name)} by {inert(by)}; nothing was written\n")
        return 0
    _replace(found, story, text)
    for objection in objections(found.path, story, terms):
        sys.stderr.write(f"bqlint: {inert(objection)}\n")
    told = [f"approved: {found.name} by {by}"]
    wanted = standing(found, Policy(day)).wanted
    told += [f"between it and approval: {'; '.join(wanted)}"] if wanted else []
    told.append(f"Next: commit it as {by}; the gate looks for whose commit brings an approval.")
    write("".join(f"{inert(line)}\n" for line in told))
    return 0


def _readable(found: Found) -> Story:
    """The story; BqlintError where it is not valid."""
    parsed = parsed_file(found)
    if parsed.story is None or parsed.problems:
        problem = parsed.problems[0]
        line, column = parsed.source.position(problem.span.start)
        place = f"{found.name}:{line}:{column}"
        raise BqlintError(f"{problem.code} {problem.message}", place=place, hint="what is not valid cannot be approved")
    return parsed.story


def _user(folder: str, terms: Terms) -> str:
    """The name that git's user has in the team."""
    name, email = git.user(folder)
    known = terms.name_of(email) or name
    if not known:
        raise UsageError("git knows no user.name here", hint="say who approves: --as NAME")
    return known


def _refuse(by: str, story: Story, terms: Terms) -> None:
    """BqlintError for an approval that would not count."""
    if is_by_author(story, by):
        hint = "ask somebody who did not write it"
        raise BqlintError(f"`{by}` is the author of this story", place=story.source.path, hint=hint)
    if not terms.may_approve(by):
        listed = ", ".join(terms.listed)
        raise BqlintError(f"`{by}` is not among the approvers", place=story.source.path, hint=f"[gate] names {listed}")


def _replace(found: Found, story: Story, text: str) -> None:
    """Put the new text in the story's file, unless somebody else was faster."""
    with open(found.path, "rb") as stream:
        if stream.read() != story.source.encoded():
            raise BqlintError("the file has changed meanwhile; it was left as it is", place=found.name)
    atomic.write(found.path, story.source.encoded(text))
