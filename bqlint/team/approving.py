"""An approval written into the front matter of a story, in the style that is there; comments and line ends stay."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.edits import apply
from bqlint.errors import BqlintError
from bqlint.finding import Edit, Fix
from bqlint.frontmatter import scalar
from bqlint.node import Node
from bqlint.parsing import Grammar, parse
from bqlint.story import Story
from bqlint.team.digest import digest_of, is_of
from bqlint.team.reviews import Review, placed, reviews


def with_approval(story: Story, by: str, on: str, grammar: Grammar, *, again: bool = False) -> str:
    """The text of `story` with an approval by `by`; the same text where that stands there already, unless `again`.

    An older approval by the same person is replaced. Raises BqlintError for front matter that is written in a way in
    which nothing can be added; what was made is parsed again before it is given out.
    """
    if not again and any(each.by == by and is_of(each.digest, story) for each in reviews(story)):
        return story.source.text
    review = Review(by, on, digest_of(story))
    text = apply(story.source.text, [Fix(True, tuple(_edits(story, review)))]).text
    after = parse(story.source._replace(text=text), grammar)
    if after.story is None or after.problems or not _is_as_meant(story, after.story, review):
        written = f"reviews: [{{{_flow(review)}}}]"
        raise BqlintError("nothing can be added to this front matter", place=story.source.path, hint=f"write {written}")
    return text


def _is_as_meant(before: Story, after: Story, review: Review) -> bool:
    """Whether nothing but the approval has changed."""
    others = [each for each in reviews(before) if each.by != review.by]
    kept = [each for each in reviews(after) if each.by != review.by]
    return review in reviews(after) and others == kept and digest_of(after) == review.digest


def _edits(story: Story, review: Review) -> Iterator[Edit]:
    root = story.front.root
    if root is None:
        return
    entry = root.entry("reviews")
    old = next((each for each in placed(story) if each.review.by == review.by), None)
    if old:
        yield Edit(*old.on, review.on)
        if old.review.digest != review.digest:
            yield Edit(*old.digest, f'"{review.digest}"')
    elif entry:
        yield from _added(story, entry[0], entry[1], review)
    elif story.source.text.startswith("{", root.span.start):
        yield Edit(root.span.end - 1, root.span.end - 1, f", reviews: [{{{_flow(review)}}}]")
    else:
        at, margin = story.front.span.end, " " * _column(story, root.keys[0].span.start)
        end = story.source.line_end
        yield Edit(at, at, f"{margin}reviews:{end}{end.join(_block(review, f'{margin}  '))}{end}")


def _added(story: Story, key: Node, listed: Node, review: Review) -> Iterator[Edit]:
    """The edits that add `review` to the list under `key`, whatever style it has."""
    text, end = story.source.text, story.source.line_end
    is_flow = text.startswith("[", listed.span.start)
    if is_flow and (listed.items or listed.span.of(text).strip("[] \t\r\n")):
        at = listed.items[-1].span.end if listed.items else listed.span.end - 1
        yield Edit(at, at, f"{', ' if listed.items else ''}{{{_flow(review)}}}")
        return
    margin = " " * (_column(story, key.span.start) + 2)
    last = max(listed.span.end, key.span.end + 1)
    if listed.items:
        last = listed.items[-1].span.end
        margin = " " * _column(story, text.rfind("-", 0, listed.items[0].span.start))
    elif listed.span.start > key.span.end:
        rest = text[listed.span.end : _line_end(text, listed.span.end)]
        start = listed.span.start if rest.strip() else len(text[: listed.span.start].rstrip(" \t"))
        yield Edit(start, listed.span.end, "")
    at = _line_end(text, last)
    yield Edit(at, at, end + end.join(_block(review, margin)))


def _block(review: Review, margin: str) -> tuple[str, ...]:
    """The lines of an item of a list in block style."""
    return (f"{margin}- by: {scalar(review.by)}", f"{margin}  on: {review.on}", f"{margin}  digest: {review.digest}")


def _flow(review: Review) -> str:
    """The inside of an item in flow style, quoted, for older readers of YAML see a mapping in `sha256:`."""
    return f'by: {scalar(review.by)}, on: {review.on}, digest: "{review.digest}"'


def _column(story: Story, offset: int) -> int:
    return story.source.position(offset)[1] - 1


def _line_end(text: str, start: int) -> int:
    """Where the line ends that `start` stands in."""
    ends = [at for at in (text.find("\r", start), text.find("\n", start)) if at >= 0]
    return min(ends, default=len(text))
