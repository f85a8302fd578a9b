"""The approvals that a story's front matter lists."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.story import Story
from bqlint.team.names import are_alike
from bqlint.typed import NamedTuple


class Review(NamedTuple):
    """Who approved, on which day, and the digest of what was approved."""

    by: str
    on: str
    digest: str


class Placed(NamedTuple):
    """A review with the places of its parts."""

    review: Review
    by: Span
    on: Span
    digest: Span


def placed(story: Story) -> tuple[Placed, ...]:
    """The reviews of `story` in order; what is no review is passed over, the schema speaks of it."""
    found: list[Placed] = []
    entry = story.front.root.entry("reviews") if story.front.root else ()
    for item in entry[1].items if entry and entry[1].kind == "sequence" else ():
        parts = [item.entry(key) for key in Review._fields] if item.kind == "mapping" else []
        nodes = [part[1] for part in parts if part]
        if len(nodes) == len(Review._fields) and all(isinstance(node.value, str) for node in nodes):
            found.append(Placed(Review(*(node.value for node in nodes)), *(node.span for node in nodes)))
    return tuple(found)


def reviews(story: Story) -> tuple[Review, ...]:
    """The reviews of `story`, without their places."""
    return tuple(each.review for each in placed(story))


def is_by_author(story: Story, name: str) -> bool:
    """Whether `name` may be the author's own."""
    return are_alike(name, str(story.data.get("author", "")))
