"""What the stories together can answer: which of them tells of which question and competency, and what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from bqlint.bank.question import Question
from bqlint.story import Story
from bqlint.typed import NamedTuple

GENERAL = "general"
"""The bank whose questions every company asks."""
KINDS = {"failure": "accountability", "conflict": "conflict"}
"""Kinds of stories that every interviewer asks for, with the competency that their questions show."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?")
_MONTHS = 12


class Told(NamedTuple):
    """A story as far as coverage looks: what its front matter says. `questions` are ids or questions in own words."""

    path: str
    title: str
    author: str
    status: str
    event: str
    questions: tuple[str, ...]

    @property
    def name(self) -> str:
        """The id of the story, by which people speak of it: its file's stem."""
        return self.path.rpartition("/")[2].rpartition(".")[0] or self.path

    def is_older(self, years: int, today: date) -> bool:
        """Whether its event is more than `years` years before `today`; one without a date of its own is not.

        A year alone may have been its last month.
        """
        day = _DAY.fullmatch(self.event)
        if day is None:
            return False
        month = _MONTHS * int(day[1]) + int(day[2] or _MONTHS)
        return _MONTHS * today.year + today.month - month > _MONTHS * years


class Row(NamedTuple):
    """A question or a competency: its name, its words, and how many of its questions each story answers.

    `cells` has a number for each story, in their order; that of a question is 0 or 1. `bank` is "" for a competency
    and for a question in somebody's own words.
    """

    name: str
    text: str
    cells: tuple[int, ...]
    bank: str = ""

    @property
    def tellers(self) -> tuple[int, ...]:
        """The numbers of the stories that tell of it."""
        return tuple(number for number, cell in enumerate(self.cells) if cell)


class Limits(NamedTuple):
    """From when on something is worth a word: a story of too many questions, an event too long ago."""

    most_questions: int
    years: int
    today: date


class Coverage(NamedTuple):
    """The two matrices, with what follows from them. `scope` says in words which questions stand in them.

    `kinds` says how many stories there are of each kind that everybody asks for, by all questions that they name.
    """

    scope: str
    stories: tuple[Told, ...]
    questions: tuple[Row, ...]
    competencies: tuple[Row, ...]
    kinds: Mapping[str, int]
    limits: Limits

    @property
    def gaps(self) -> list[Row]:
        """The questions, then the competencies, that no story tells of."""
        return [row for row in (*self.questions, *self.competencies) if not row.tellers]

    @property
    def singles(self) -> list[Row]:
        """The questions, then the competencies, that rest on one of several stories."""
        return [row for row in (*self.questions, *self.competencies) if len(row.tellers) == 1 < len(self.stories)]

    @property
    def alone(self) -> Counter[int]:
        """For each story how many questions nobody else tells of."""
        return Counter(row.tellers[0] for row in self.questions if len(row.tellers) == 1 < len(self.stories))

    @property
    def overused(self) -> list[int]:
        """The stories that are named for more questions than one story can answer."""
        most = self.limits.most_questions
        return [number for number, story in enumerate(self.stories) if len(story.questions) > most]

    @property
    def old(self) -> list[int]:
        """The stories whose event is too long ago."""
        _, years, today = self.limits
        return [number for number, story in enumerate(self.stories) if story.is_older(years, today)]


def told(story: Story, path: str) -> Told:
    """What coverage needs of a parsed story; `path` is its name among the others."""
    data = {key: "" if value is None else str(value) for key, value in story.data.items()}
    author, status, event = (data.get(key, "") for key in ("author", "status", "event"))
    return Told(path, story.title, author, status, event, tuple(dict.fromkeys(asked.text for asked in story.asked)))


def coverage(stories: Sequence[Told], bank: Sequence[Question], company: str | None, limits: Limits) -> Coverage:
    """How far `stories` answer the questions of `company`'s bank.

    Without a company: the general questions, which everybody asks, and all others that a story names.
    """
    named = dict.fromkeys(question for story in stories for question in story.questions)
    known = {question.id for question in bank}
    asked = [
        question
        for question in bank
        if question.bank == (company or GENERAL) or (company is None and question.id in named)
    ]
    rows = [Row(each.id, each.text, _cells(stories, {each.id}), each.bank) for each in asked]
    if company is None:
        rows += [Row(text, text, _cells(stories, {text})) for text in named if text not in known]
    shown = sorted({competency for question in asked for competency in question.competencies})
    competencies = [
        Row(each, "", _cells(stories, {question.id for question in asked if each in question.competencies}))
        for each in shown
    ]
    kinds = {
        kind: sum(map(bool, _cells(stories, {question.id for question in bank if competency in question.competencies})))
        for kind, competency in KINDS.items()
    }
    scope = f"of {company}" if company else "that are general, or that a story names"
    return Coverage(scope, tuple(stories), tuple(rows), tuple(competencies), kinds, limits)


def _cells(stories: Sequence[Told], questions: set[str]) -> tuple[int, ...]:
    """For each story how many of these questions it names."""
    return tuple(len(questions.intersection(story.questions)) for story in stories)
