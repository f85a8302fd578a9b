"""What an approval is pinned to: a digest of every character of a story but its status and its approvals.

Runs of white space count as one blank and the keys of the front matter have no order, so that re-wrapped lines, sorted
keys, a rename or a rebase keep an approval. Nothing else is folded: letter case, Unicode composition, quotes and
comments all count.
"""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Span
from bqlint.headings import SPOKEN
from bqlint.node import Node
from bqlint.pattern import pattern
from bqlint.story import Story
from bqlint.typed import Any

_ALGORITHM = "sha256:"
_WHOLE = 64
"""Hexadecimal digits of the digest proper; by them alone an approval holds or not."""
_PART = 4
"""Digits for each part behind it, which only tell what changed."""
_VERSION = 1
_OUTSIDE = frozenset(("status", "reviews"))
"""The status follows the approvals, and the gate asks for it by itself."""
_BLANKS = pattern("[ \t\r\n]+")
_BETWEEN = pattern(r"#[^\r\n]*|[^ \t\r\n\[\]{},:?!-]+")
"""What stands between the keys and values of front matter besides its layout: comments, and the odd sign."""
_NAMES = ("the title", "the questions", "the other front matter", *(role.title() for role in SPOKEN), "the other text")


def digest_of(story: Story) -> str:
    """The digest of `story` as an approval holds it: of all of it, then a few digits for each part."""
    text = story.source.text
    whole = _hashed([_VERSION, _fields(story), _comments(story), _flat(text[story.front.body :])])
    return _ALGORITHM + whole + "".join(_hashed(part)[:_PART] for part in _parts(story))


def proper(digest: str) -> str:
    """The part of a digest by which an approval holds or not."""
    return digest[: len(_ALGORITHM) + _WHOLE]


def is_of(digest: str, story: Story) -> bool:
    """Whether `digest` is of the story as it stands."""
    return proper(digest) == proper(digest_of(story))


def changed_since(digest: str, story: Story) -> tuple[str, ...]:
    """The parts of `story` that are no longer as they were; none where the digest does not tell."""
    now = digest_of(story)
    if len(digest) != len(now) or not digest.startswith(_ALGORITHM):
        return ()
    start = len(_ALGORITHM) + _WHOLE
    places = range(start, len(now), _PART)
    pairs = zip(_NAMES, places, strict=True)
    return tuple(name for name, at in pairs if digest[at : at + _PART] != now[at : at + _PART])


def _parts(story: Story) -> Iterator[Any]:
    """What each of `_NAMES` stands for."""
    fields = _fields(story)
    yield fields.pop("title", None)
    yield fields.pop("questions", None)
    yield [fields, _comments(story)]
    text = story.source.text
    rest = story.front.body
    told: dict[str, list[str]] = {role: [] for role in SPOKEN}
    other: list[str] = []
    for section in story.sections:
        other.append(text[rest : section.span.start])
        told.get(section.role, other).append(section.span.of(text))
        rest = section.span.end
    yield from ([_flat(part) for part in told[role]] for role in SPOKEN)
    yield _flat(" ".join((*other, text[rest:])))


def _fields(story: Story) -> dict[str, Any]:
    """The front matter as it is written, less what stands outside the digest."""
    root = story.front.root
    shape: dict[str, Any] = _shape(root, story.source.text) if root else {}
    return {key: value for key, value in shape.items() if key not in _OUTSIDE}


def _shape(node: Node, text: str) -> Any:
    """A node by what is written in it: scalars with their quotes, mappings by key, lists in order."""
    if node.kind == "mapping":
        return {key.value: _shape(item, text) for key, item in zip(node.keys, node.items, strict=True)}
    return [_shape(item, text) for item in node.items] if node.kind == "sequence" else _flat(node.span.of(text))


def _comments(story: Story) -> list[str]:
    """The comments of the front matter, sorted, for they move with the keys they stand at."""
    text, front = story.source.text, story.front
    scalars = sorted(_scalars(front.root)) if front.root else []
    starts, ends = (
        [front.span.start, *(span.end for span in scalars)],
        [*(span.start for span in scalars), front.span.end],
    )
    gaps = (text[start:end] for start, end in zip(starts, ends, strict=True) if start < end)
    return sorted(_flat(comment) for gap in gaps for comment in _BETWEEN.findall(gap))


def _scalars(node: Node) -> Iterator[Span]:
    if node.kind == "scalar":
        yield node.span
    for part in (*node.keys, *node.items):
        yield from _scalars(part)


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _hashed(data: Any) -> str:
    import json
    from hashlib import sha256

    return sha256(json.dumps(data, sort_keys=True).encode("ascii")).hexdigest()
