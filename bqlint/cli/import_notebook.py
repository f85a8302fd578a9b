"""Make stories of an old notebook: one file a question and answer, nothing lost, nothing invented."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterable, Sequence

from bqlint import atomic
from bqlint.bank import Bank
from bqlint.bank.question import Question
from bqlint.cli.options import add_configuration, author, configured, write
from bqlint.errors import UsageError
from bqlint.notebook.writing import UNPLACED, Imported, Notebook, imported
from bqlint.render.terminal import inert
from bqlint.source import Source, read

MAX_BYTES = 8_000_000
_KINDS = {
    "story": ("story", "stories"),
    "alternative": ("alternative answer", "alternative answers"),
    "stub": ("stub", "stubs"),
}
"""What the summary calls one of a kind, and several."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint import`."""
    parser.add_argument("notebook", metavar="NOTEBOOK", help="a Markdown or text file")
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to write the stories to")
    parser.add_argument("--author", help="who tells them (default: git's user.name)")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    parser.add_argument("--force", action="store_true", help="overwrite stories that are there")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Write the stories, or none where one of them is there already; say how many there are and what to do next."""
    source = _notebook(options)
    questions = Bank(*configured(options).of(os.getcwd()).banks).questions()
    found = _imported(source.text, questions, options.author or author())
    if options.dry_run:
        write("".join(map(_row, found.stories)) + _summary(found, options.to, would=True))
        return 0
    files = {story.name: story.text for story in found.stories}
    if found.unplaced:
        files[UNPLACED] = found.unplaced
    _refuse_overwriting((os.path.join(options.to, name) for name in files), options.force)
    try:
        atomic.write_folder(options.to, {name: text.encode("utf-8") for name, text in files.items()})
    except OSError as error:
        raise UsageError(f"the stories cannot be written: {error.strerror}", place=options.to) from error
    write(_summary(found, options.to))
    return 0


def _imported(text: str, questions: Sequence[Question], teller: str) -> Notebook:
    """The stories; a terminal shows how far a long notebook is."""
    if not sys.stderr.isatty():
        return imported(text, questions, teller)
    from bqlint.cli.progress import progress

    with progress("questions") as tick:
        return imported(text, questions, teller, tick)


def _notebook(options: argparse.Namespace) -> Source:
    """The notebook's text."""
    source = read(options.notebook, options.notebook, MAX_BYTES)
    if not isinstance(source, Source):
        raise UsageError(source.message, place=options.notebook, hint=source.help)
    if not options.to:
        raise UsageError("--to names no folder")
    if os.path.lexists(options.to) and not os.path.isdir(options.to):
        raise UsageError("this is a file; --to names a folder", place=options.to)
    return source


def _refuse_overwriting(paths: Iterable[str], force: bool) -> None:
    """Say which file stands in the way, before anything is written."""
    for path in paths:
        if os.path.islink(path):
            raise UsageError("this is a link; stories are not written through links", place=path)
        if os.path.isdir(path):
            raise UsageError("this is a folder; nothing was written", place=path, hint="move it away")
        if os.path.lexists(path) and not force:
            raise UsageError("there is such a file already; nothing was written", place=path, hint="--force overwrites")


def _row(story: Imported) -> str:
    told = ", ".join(role.title() for role in dict.fromkeys(story.sections)) or "only notes"
    return f"{story.name:<54} {story.kind:<12} {story.words:>5} words  {told}\n  {inert(story.question)}\n"


def _summary(found: Notebook, folder: str, would: bool = False) -> str:
    """The closing lines: how many of each kind, what was not placed, the next command."""
    counts = {kind: sum(story.kind == kind for story in found.stories) for kind in _KINDS}
    parts = [f"{number} {_KINDS[kind][number != 1]}" for kind, number in counts.items()]
    lines = [f"{'Would write' if would else 'Wrote'} {', '.join(parts)} to {inert(folder)}."]
    if found.unplaced:
        lines.append(f"{found.paragraphs} paragraphs belong to no answer; they are kept in {UNPLACED}.")
    if not found.stories:
        lines.append("No question was found: ask each in a heading, or begin it with “Tell me about …”.")
    elif not would:
        lines.append(f"Next: bqlint check {inert(shlex.quote(folder))}")
    return "\n".join(lines) + "\n"
