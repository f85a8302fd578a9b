"""Answers as story files: names, front matter with what was found and nothing else, sections, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bqlint.bank.question import Question
from bqlint.bank.search import nearest
from bqlint.frontmatter import scalar
from bqlint.headings import heading_of
from bqlint.notebook.answers import Answer, answers
from bqlint.notebook.entries import Entry, entries
from bqlint.notebook.lines import Line, lines
from bqlint.notebook.lists import begins
from bqlint.notebook.marks import as_prose
from bqlint.slug import slug

UNPLACED = "_unplaced.md"
SURE, LIKELY, AHEAD = 0.6, 0.5, 0.12
"""Scores, from 0 to 1, from which a question's words mean the nearest one of the bank: alone, and where no other one
comes as near."""
_NAME = 48
"""Code points of a file's stem, a number behind it not counted."""
_TITLE = 120
_DANGLING = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "at",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
        "you",
        "your",
    )
)
"""What no file's name ends with, where it was cut."""
_FIRST = re.compile(r"[^.?!。？！]+[.?!。？！]?")
_SECTIONS = ("situation", "task", "action", "result", "reflection")


class Imported(NamedTuple):
    """A story made from a notebook: its file's name, its text, and what it is: story, alternative or stub."""

    name: str
    text: str
    kind: str
    question: str
    sections: tuple[str, ...]


class Notebook(NamedTuple):
    """Everything that a notebook became: stories in order, and the text of what belongs to none, "" where all does."""

    stories: tuple[Imported, ...]
    unplaced: str
    paragraphs: int


def imported(notebook: str, bank: Sequence[Question], author: str) -> Notebook:
    """The stories in a notebook's text; the same text gives the same stories."""
    found, apart = entries(lines(notebook))
    names: dict[str, int] = {}
    stories = [story for number, entry in enumerate(found, 1) for story in _stories(entry, number, bank, author, names)]
    return Notebook(tuple(stories), _unplaced(apart), len({line.group for line in apart}))


def _stories(
    entry: Entry, number: int, bank: Sequence[Question], author: str, names: dict[str, int]
) -> Iterable[Imported]:
    """The stories of one question: the main answer, and one for each alternative."""
    meant = _meant(entry.asked.text, bank)
    stem = _stem(entry.asked.text) or (meant.partition("/")[2] if meant else f"question-{number}")
    for at, answer in enumerate(answers(entry.body)):
        names[stem] = names.get(stem, 0) + 1
        name = f"{stem}.md" if names[stem] == 1 else f"{stem}-{names[stem]}.md"
        kind = "stub" if not answer.sections else "alternative" if at else "story"
        notes = (f"From the notebook: {_asked_as(entry.line)}", *answer.notes) if at == 0 else answer.notes
        text = _story(entry.asked.text, meant or entry.asked.text, author, answer._replace(notes=notes))
        told = tuple(role for section in answer.sections for role in section.roles)
        yield Imported(name, text, kind, entry.asked.text, told)


def _asked_as(line: Line) -> str:
    """The line that asks, its number and tags kept."""
    return as_prose(line.text if line.level else line.raw)


def _meant(question: str, bank: Sequence[Question]) -> str | None:
    """The id of the question of the bank that the first sentence of `question` means, or None."""
    found = nearest(_title(question), bank, most=2)
    if not found:
        return None
    first, score = found[0]
    ahead = score - (found[1][1] if len(found) > 1 else 0.0)
    return first.id if score >= SURE or (score >= LIKELY and ahead >= AHEAD) else None


def _story(question: str, asked: str, author: str, answer: Answer) -> str:
    """The text of a story file."""
    title = _title(question)
    front = [f"title: {scalar(title)}", f"questions: [{scalar(asked)}]", "status: draft", f"author: {scalar(author)}"]
    if answer.lang == "zh":
        front.append("lang: zh")
    sections = [(s.roles, s.paragraphs) for s in answer.sections] or [((role,), ()) for role in _SECTIONS]
    parts = [f"---\n{_joined(front)}\n---", f"# {as_prose(title)}"]
    for roles, paragraphs in sections:
        parts += [f"## {heading_of(roles, answer.lang)}", *paragraphs]
    if answer.notes:
        parts += [f"## {heading_of(('notes',), answer.lang)}", *answer.notes]
    return "\n\n".join(parts) + "\n"


def _joined(rows: Iterable[str]) -> str:
    return "\n".join(rows)


def _title(question: str) -> str:
    """The first sentence of a question, cut behind a word."""
    first = _FIRST.match(question)
    text = " ".join((first[0] if first else question).split()).strip("\"“”' ")
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rsplit(" ", 1)[0] + " …"


def _stem(question: str) -> str:
    """A short name from what the question is about: its first sentence without "tell me about a time when you"."""
    text = _title(question).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    lead = begins(text, "lead_ins.en")
    words = (slug(text[len(lead) :], _NAME) or slug(text, _NAME)).split("-")
    while len(words) > 1 and words[-1] in _DANGLING:
        words.pop()
    return "-".join(words)


def _unplaced(apart: Sequence[Line]) -> str:
    """What belongs to no question, as it stood, paragraph by paragraph."""
    if not apart:
        return ""
    groups: dict[int, list[str]] = {}
    for line in apart:
        groups.setdefault(line.group, []).append(line.raw)
    return "\n\n".join(["# Not part of any answer", *map("\n".join, groups.values())]) + "\n"
