"""An answer with labels: its parts stand where its author says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.headings import heading_of
from bqlint.notebook.answer import Answer, kept, sections
from bqlint.notebook.asides import asides, plain
from bqlint.notebook.labels import Label
from bqlint.notebook.lines import Line
from bqlint.notebook.lists import begins
from bqlint.notebook.marks import as_prose


def labelled(part: Sequence[Line], labels: Sequence[Label | None], lang: str) -> Answer:
    """An answer with labels: each line in the section of the label above it; what coaches goes to the notes."""
    told: list[tuple[tuple[str, ...], str]] = []
    notes: list[str] = []
    others: list[str] = []
    headings: list[tuple[tuple[str, ...], str]] = []
    roles: tuple[str, ...] = ()
    has_reflection = any("reflection" in label.roles for label in labels if label)
    for line, label, aside in zip(part, labels, asides(part, lang), strict=True):
        if label:
            roles = label.roles
            named = line.raw[: len(line.raw) - len(label.rest)] if label.rest else line.raw
            if _says_only(named, roles, lang):
                headings.append((roles, as_prose(named)))
            else:
                others.append(as_prose(named))
            if label.rest:
                told.append((roles, as_prose(label.rest)))
        elif not roles or aside:
            notes.append(kept(line))
        else:
            if roles == ("result",) and not has_reflection and begins(plain(line.text), "reflection"):
                roles = ("reflection",)
            told.append((roles, kept(line)))
    spoken_for = {roles for roles, _ in told}
    for each, named in headings:  # one that nothing stands below, or that is said again, becomes no heading
        if each in spoken_for:
            spoken_for.remove(each)
        else:
            others.append(named)
    if others:
        notes.append("Labels: " + " ".join(others))
    return Answer(sections(told), tuple(notes), lang)


def _says_only(label: str, roles: tuple[str, ...], lang: str) -> bool:
    """Whether a label says no more than the heading that stands for it."""
    return _words(label) == _words(heading_of(roles, lang))


def _words(text: str) -> list[str]:
    return re.sub(r"[\W_]+", " ", text).casefold().split()
