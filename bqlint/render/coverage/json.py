"""Coverage as JSON for other programs; schema/coverage.schema.json describes it."""

from __future__ import annotations

from bqlint.render.strict_json import strict_json
from bqlint.repository.coverage import Coverage, Row
from bqlint.typed import Any


def render(coverage: Coverage) -> str:
    """One JSON object, ASCII only."""
    most, years, today = coverage.limits
    paths = [story.path for story in coverage.stories]
    old, overused, alone = set(coverage.old), set(coverage.overused), coverage.alone
    stories = [
        {
            **{key: value for key, value in story._asdict().items() if key != "questions"},
            "questions": list(story.questions),
            "alone": alone[number],
            "overused": number in overused,
            "old": number in old,
        }
        for number, story in enumerate(coverage.stories)
    ]
    whole = {
        "version": 1,
        "scope": coverage.scope,
        "limits": {"most_questions": most, "years": years, "today": today.isoformat()},
        "stories": stories,
        "questions": [
            {"id": row.name, "text": row.text, "stories": [paths[number] for number in row.tellers]}
            for row in coverage.questions
        ],
        "competencies": [{"name": row.name, "stories": _counted(row, paths)} for row in coverage.competencies],
        "kinds": dict(coverage.kinds),
        "gaps": [row.name for row in coverage.gaps],
        "singles": [row.name for row in coverage.singles],
    }
    return strict_json(whole) + "\n"


def _counted(row: Row, paths: list[str]) -> list[dict[str, Any]]:
    """The stories that tell of a competency, each with how many of its questions it answers."""
    return [{"path": paths[number], "questions": row.cells[number]} for number in row.tellers]
