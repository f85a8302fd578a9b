"""Coverage for a page of a wiki or a comment: what follows first, then the matrices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.render.coverage.summary import heading, labels, points, remark, some
from bqlint.render.markdown import as_code, flat
from bqlint.repository.coverage import Coverage, Row

_NAMES = 20


def render(coverage: Coverage) -> str:
    """A list of what to know, then a table of stories, of competencies and of questions."""
    letters = labels(coverage)
    lines = ["## Coverage", "", f"{flat(heading(coverage))}.", ""]
    lines += [
        f"- **{about}**: {message}{': ' if names else '.'}{some([as_code(flat(name)) for name in names], _NAMES)}"
        for about, message, names in points(coverage)
    ]
    if letters:
        lines += ["", *_stories(coverage, letters)]
    for title, rows in (("Competency", coverage.competencies), ("Question", coverage.questions)):
        lines += ["", *_matrix(title, rows, letters, len(coverage.stories))]
    return "\n".join(lines) + "\n"


def _stories(coverage: Coverage, letters: str) -> Iterator[str]:
    yield "| | Story | Status | Event | Questions |\n| --- | --- | --- | --- | ---: |"
    for letter, story in zip(letters, coverage.stories, strict=True):
        cells = (as_code(flat(each)) for each in (story.name, story.status, story.event))
        yield f"| {letter} | {' | '.join(cells)} | {len(story.questions)} |"


def _matrix(title: str, rows: Sequence[Row], letters: str, stories: int) -> Iterator[str]:
    columns = "".join(f" {letter} |" for letter in letters)
    yield f"| {title} |{columns} Stories | |\n| --- |{' :-: |' * len(letters)} ---: | --- |"
    for row in rows:
        cells = "".join(f" {cell or ''} |" for cell in row.cells[: len(letters)])
        yield f"| {as_code(flat(row.name))} |{cells} {len(row.tellers)} | {remark(row, stories)} |"
