"""Copies of stories to hand out: what is confidential is replaced in them, and they are stories still.

Everything is made and looked at before the first copy is written: none overwrites a file, none lies outside the folder,
and what could not be read as a story any more stops them all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from bqlint import atomic
from bqlint.confidential.redaction import Redaction
from bqlint.configuration import Configured
from bqlint.discover import Found, discover
from bqlint.edits import apply
from bqlint.errors import BqlintError, UsageError
from bqlint.finding import Edit, Fix, Span
from bqlint.one import parsed_from
from bqlint.rules.base import ConfidentialRule
from bqlint.run import parsed_file
from bqlint.source import Source
from bqlint.story import Story
from bqlint.team.terms import ORDER
from bqlint.typed import NamedTuple

_NAMES = "author"
"""A key of the front matter whose value may be an address: allowed in the repository, and not in what is handed out."""


class Handout(NamedTuple):
    """The copies by path, files that are no stories, and how much was replaced in all."""

    files: Mapping[str, bytes]
    unread: tuple[str, ...]
    secrets: int
    amounts: int


def handout(paths: Sequence[str], folder: str, configured: Configured) -> Handout:
    """The copies of the stories that `paths` mean, each with its place below `folder`; nothing is written.

    Raises BqlintError where a copy would be no story, would still tell a secret, or has no place of its own.
    """
    redaction = Redaction()
    files: dict[str, bytes] = {}
    unread: list[str] = []
    secrets = amounts = 0
    for found in discover(paths, configured.of):
        story = parsed_file(found).story
        if story is None:
            unread.append(found.name)
            continue
        guards = found.settings.guards_for(found.relative)
        bare = _without_approvals(story, found)
        done = redaction.redacted(bare.source.text, _secrets(bare, guards), bare.front.body)
        copy = _parsed(bare.source._replace(text=done.text), found)
        if copy is None or list(_secrets(copy, guards)):
            raise BqlintError("a copy of it would not be a clean story; no copy was written", place=found.name)
        place = os.path.join(folder, *_place(found, guards, redaction))
        if place in files:
            raise UsageError("two stories would get this name", place=place, hint="hand them out one by one")
        files[place] = copy.source.encoded()
        secrets, amounts = secrets + done.secrets, amounts + done.amounts
    return Handout(files, tuple(unread), secrets, amounts)


def write(copies: Handout, folder: str) -> None:
    """Write all copies, or none. Raises UsageError where one is there already, and OSError."""
    for path in copies.files:
        if os.path.lexists(path):
            raise UsageError("there is such a file already; nothing was written", place=path)
        if not _is_below(path, folder):
            raise UsageError("a link leads out of the folder; nothing was written", place=path)
    written: list[str] = []
    try:
        for path, content in copies.files.items():
            atomic.create(path, content)
            written.append(path)
    except BaseException:
        for path in written:
            os.unlink(path)
        raise


def _secrets(story: Story, guards: Sequence[ConfidentialRule]) -> Iterator[tuple[Span, str]]:
    """What must not stand in a copy, with a word for each."""
    text = story.source.text
    entry = story.front.root.entry(_NAMES) if story.front.root else ()
    for guard in guards:
        counted = {*guard.secrets_of(story)}
        for span, kind in guard.labelled(text):
            if span in counted or any(node.span.start <= span.start < node.span.end for node in entry):
                yield span, kind


def _without_approvals(story: Story, found: Found) -> Story:
    """The story without its approvals, which were of another text, and approved no more."""
    root = story.front.root
    edits = []
    reviews, status = (root.entry(key) if root else () for key in ("reviews", "status"))
    if reviews:
        edits.append(Edit(*_lines(story.source, reviews[0].span.start, reviews[1].span.end), ""))
    if status and status[1].value == ORDER[-1]:
        edits.append(Edit(*status[1].span, ORDER[-2]))
    if not edits:
        return story
    text = apply(story.source.text, [Fix(True, (edit,)) for edit in edits]).text
    bare = _parsed(story.source._replace(text=text), found)
    if bare is None:
        raise BqlintError("its approvals cannot be taken out of a copy; no copy was written", place=found.name)
    return bare


def _parsed(source: Source, found: Found) -> Story | None:
    return parsed_from(source, found).story


def _lines(source: Source, start: int, end: int) -> tuple[int, int]:
    """The whole lines of the front matter that a place touches; others follow them."""
    first, last = (source.position(offset)[0] for offset in (start, end - 1))
    return source.line_starts[first - 1], source.line_starts[last]


def _place(found: Found, guards: Sequence[ConfidentialRule], redaction: Redaction) -> list[str]:
    """The parts of a copy's path: those of the story below the current folder, or its name alone; names replaced."""
    relative = os.path.normpath(os.path.relpath(found.path))
    parts = relative.split(os.sep) if not relative.startswith(os.pardir) else [os.path.basename(found.path)]
    return [_named(part, guards, redaction) for part in parts]


def _named(part: str, guards: Sequence[ConfidentialRule], redaction: Redaction) -> str:
    stem, dot, ending = part.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (part, "")
    edits = [
        Edit(span.start, span.end, redaction.marker(span.of(stem), kind).lower().replace(" ", "-"))
        for guard in guards
        for span, kind in guard.labelled(stem)
    ]
    return apply(stem, [Fix(True, (edit,)) for edit in edits]).text + ending


def _is_below(path: str, folder: str) -> bool:
    real, top = os.path.realpath(path), os.path.realpath(folder)
    return os.path.commonpath([real, top]) == top and real != top
