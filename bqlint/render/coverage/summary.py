"""What follows from the matrices, in a few lines: gaps, what rests on one story, overuse, missing kinds, old events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_letters

from bqlint.repository.coverage import KINDS, Coverage, Row
from bqlint.typed import NamedTuple

_COLUMNS = 32
"""Stories that have a column of text each; of more, rows tell their number alone."""


class Point(NamedTuple):
    """One thing to know: what it is about, how it stands, the names that it concerns."""

    about: str
    message: str
    names: tuple[str, ...] = ()


def heading(coverage: Coverage) -> str:
    """What was looked at, in one line."""
    stories = _counted(len(coverage.stories), "story", "stories")
    return f"{stories}, {_counted(len(coverage.questions), 'question')} {coverage.scope}"


def points(coverage: Coverage) -> Iterator[Point]:
    """What to know, the gravest first; what is in order names nothing."""
    for about, rows in (("questions", coverage.questions), ("competencies", coverage.competencies)):
        gaps = [row.name for row in rows if not row.tellers]
        told = (
            f"{len(gaps)} of {len(rows)} {about} have no story"
            if gaps
            else f"none: all {len(rows)} {about} have a story"
        )
        yield Point("Gaps", told, tuple(gaps))
    missing = [kind for kind, number in coverage.kinds.items() if not number]
    there = ", ".join(f"{number} of {kind}" for kind, number in coverage.kinds.items() if number)
    told = f"no story of {' or '.join(missing)}{f'; {there}' if there else ''}" if missing else f"nothing: {there}"
    yield Point("Missing", told, tuple(f"`bqlint question --competency {KINDS[kind]}`" for kind in missing))
    alone = coverage.alone
    most = [_story(coverage, number, f"{count} alone") for number, count in alone.most_common() if count > 1]
    yield Point("One story", f"{_counted(alone.total(), 'question')} rest on one story each", tuple(most))
    over = [_story(coverage, each, str(len(coverage.stories[each].questions))) for each in coverage.overused]
    allowed = coverage.limits.most_questions
    yield Point(
        "Overused", f"{_counted(len(over), 'story', 'stories')} named for over {allowed} questions", tuple(over)
    )
    old = [_story(coverage, each, coverage.stories[each].event) for each in coverage.old]
    years = _counted(coverage.limits.years, "year")
    yield Point("Old", f"{_counted(len(old), 'story', 'stories')} from over {years} ago", tuple(old))


def some(names: Sequence[str], most: int) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def remark(row: Row, stories: int) -> str:
    """What there is to say of one row: that nobody tells of it, or one story alone."""
    return "gap" if not row.tellers else "one story" if len(row.tellers) == 1 < stories else ""


def labels(coverage: Coverage) -> str:
    """A letter for each story that is to have a column; none where there are too many stories for columns."""
    return ascii_letters[: len(coverage.stories)] if len(coverage.stories) <= _COLUMNS else ""


def _story(coverage: Coverage, number: int, what: str) -> str:
    return f"{coverage.stories[number].name} ({what})"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
