"""Answers as story files: names, front matter with what was found and nothing else, sections, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from bqlint.bank.meaning import meant
from bqlint.bank.question import Question
from bqlint.frontmatter import scalar
from bqlint.headings import heading_of
from bqlint.notebook.answer import Answer
from bqlint.notebook.answers import answers
from bqlint.notebook.asides import length
from bqlint.notebook.entries import Entry, entries
from bqlint.notebook.lines import Line, lines
from bqlint.notebook.lists import begins
from bqlint.notebook.marks import as_prose
from bqlint.slug import slug
from bqlint.typed import NamedTuple

UNPLACED = "_unplaced.md"
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
    """A story made from a notebook: its file's name, its text, and what it is: story, alternative or stub.

    `words` are those of its sections; two Chinese characters count as one.
    """

    name: str
    text: str
    kind: str
    question: str
    sections: tuple[str, ...]
    words: int


class Notebook(NamedTuple):
    """Everything that a notebook became: stories in order, and the text of what belongs to none, "" where all does."""

    stories: tuple[Imported, ...]
    unplaced: str
    paragraphs: int


def imported(
    notebook: str, bank: Sequence[Question], author: str, tick: Callable[[int, int], None] | None = None
) -> Notebook:
    """The stories in a notebook's text; the same text gives the same stories. `tick` hears how far it is."""
    found, apart = entries(lines(notebook))
    names: dict[str, int] = {}
    stories: list[Imported] = []
    for number, entry in enumerate(found, 1):
        stories += _stories(entry, number, bank, author, names)
        if tick:
            tick(number, len(found))
    return Notebook(tuple(stories), _unplaced(apart), len({line.group for line in apart}))


def _stories(
    entry: Entry, number: int, bank: Sequence[Question], author: str, names: dict[str, int]
) -> Iterable[Imported]:
    """The stories of one question: the main answer, and one for each alternative."""
    question = meant(_title(entry.asked.text), bank)
    asked = question.id if question else entry.asked.text
    stem = _stem(entry.asked.text) or (question.id.partition("/")[2] if question else f"question-{number}")
    for at, answer in enumerate(answers(entry.body)):
        name = _unused(stem, names)
        title = _title(entry.asked.text) + (f" ({names[stem]})" if names[stem] > 1 else "")
        kind = "stub" if not answer.sections else "alternative" if at else "story"
        notes = (f"From the notebook: {_asked_as(entry.line)}", *answer.notes) if at == 0 else answer.notes
        text = _story(title, asked, _principles(entry.asked.tags, bank), author, answer._replace(notes=notes))
        told = tuple(role for section in answer.sections for role in section.roles)
        words = sum(length(paragraph) for section in answer.sections for paragraph in section.paragraphs)
        yield Imported(f"{name}.md", text, kind, entry.asked.text, told, words)


def _unused(stem: str, names: dict[str, int]) -> str:
    """`stem`, or that with the first number that makes a new name; `names` holds used ones with their last numbers."""
    number, name = names.get(stem, 0), ""
    while not name or name in names:
        number += 1
        name = stem if number == 1 else f"{stem}-{number}"
    names[name] = 1
    names[stem] = number
    return name


def _asked_as(line: Line) -> str:
    """The line that asks, its number and tags kept."""
    return as_prose(line.text if line.level else line.raw)


def _principles(tags: Iterable[str], bank: Sequence[Question]) -> list[str]:
    """The principles of the bank that stood around a question, as tags: "(Bias for Action)" is `bias-for-action`."""
    known = {slug(question.principle) for question in bank if question.principle}
    return [found for found in dict.fromkeys(slug(tag.lstrip("0123456789. ")) for tag in tags) if found in known]


def _story(title: str, asked: str, tags: Sequence[str], author: str, answer: Answer) -> str:
    """The text of a story file."""
    front = [f"title: {scalar(title)}", f"questions: [{scalar(asked)}]", "status: draft", f"author: {scalar(author)}"]
    if answer.lang == "zh":
        front.append("lang: zh")
    if tags:
        front.append(f"tags: [{', '.join(tags)}]")
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
