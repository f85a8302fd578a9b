"""Suppressions: comments and front matter by which a story hides findings of a rule, each with its reason.

<!-- bqlint: ignore BQ302 -- the client forbids figures -->         the block behind it, or the one it stands in
<!-- bqlint: ignore-file BQ601 until 2027-01-31 -- to be cut -->    the whole story
lint: {ignore: ["BQ601 until 2027-01-31 -- to be cut"]}             the same, in the front matter
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from bqlint.block import Block
from bqlint.errors import BqlintError
from bqlint.finding import Edit, Finding, Fix, Problem, Span
from bqlint.nearest import did_you_mean
from bqlint.node import Node
from bqlint.policy.select import codes, known
from bqlint.source import Source
from bqlint.story import Story
from bqlint.typed import NamedTuple

_OPENING = re.compile(r"<!--\s*bqlint(?::|-(?=[a-z]))")
_DASH = re.compile(r"--+|—+")
_WORD = re.compile(r"[^\s,]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_VERBS = ("ignore", "ignore-file")
MAX_NAMES = 20
"""Of rules in one suppression; one that lists more hides whatever there is."""
_UNHIDEABLE = ("BQ0", "BQ91", "BQ92")
"""A story that cannot be read must not look clean, no author can waive approvals, no suppression speaks for itself."""


class Suppression(NamedTuple):
    """A wish to hide what one rule finds: `over` is where (None: everywhere), `until` the last day that it holds.

    `span` is the rule's name in it, `cut` what `--fix` removes once it is of no use.
    """

    code: str
    over: Span | None
    until: date | None
    reason: str
    span: Span
    whole: Span
    source: str
    cut: Span

    def hides(self, finding: Finding) -> bool:
        """Whether `finding` is one of those that it speaks of."""
        here = self.over is None or self.over.start <= finding.span.start < max(self.over.end, self.over.start + 1)
        return here and finding.code == self.code


def suppressions(story: Story, own: Collection[str]) -> tuple[list[Suppression], list[Problem]]:
    """Every suppression of `story` in order, and what is wrong with those that cannot be understood (BQ923, BQ924).

    `own` are the codes of a team's own rules.
    """
    found: list[Suppression] = []
    problems: list[Problem] = []
    for wish in (*_in_front_matter(story), *_in_comments(story)):
        for each in _understood(wish, own):
            if isinstance(each, Problem):
                problems.append(each)
            else:
                found.append(each)
    return found, problems


class _Wish(NamedTuple):
    """A suppression as it is written: `text` begins at `start`."""

    text: str
    start: int
    over: Span | None
    whole: Span
    source: str
    cut: Span


def _in_comments(story: Story) -> Iterator[_Wish]:
    """What comments of the body ask for."""
    text = story.source.text
    for block, behind in zip(story.blocks, _behind(story.blocks), strict=True):
        for place in (block.span,) if block.kind == "html" else block.hidden:
            for whole, said in _comments(text, place):
                over = behind if block.kind == "html" else block.span
                verb, _, rest = said.of(text).partition(" ")
                if verb in _VERBS:
                    start, hidden = said.end - len(rest.lstrip()), None if verb == "ignore-file" else over
                    yield _Wish(rest.lstrip(), start, hidden, whole, "comment", _with_its_line(story.source, whole))
                else:
                    yield _Wish("", said.start, over, whole, verb, whole)


def _comments(text: str, place: Span) -> Iterator[tuple[Span, Span]]:
    """The comments to bqlint that stand in `place`, each with what is said in it."""
    at = place.start
    while opening := _OPENING.search(text, at, place.end):
        end = text.find("-->", opening.end(), place.end)
        if end < 0:
            return
        at = end + 3
        said = text[opening.end() : end]
        start = end - len(said.lstrip())
        yield Span(opening.start(), at), Span(start, start + len(said.strip()))


def _behind(blocks: tuple[Block, ...]) -> list[Span]:
    """What a comment in the place of each block speaks of: the next block, a whole list or quote if it is one."""
    spans: list[Span] = []
    next_one: Block | None = None
    end = 0
    for block in reversed(blocks):
        spans.append(Span(next_one.span.start, end) if next_one else Span(block.span.end, block.span.end))
        if block.kind != "html":
            end = end if next_one and next_one.nested and block.nested else block.span.end
            next_one = block
    return spans[::-1]


def _in_front_matter(story: Story) -> Iterator[_Wish]:
    """What `lint: {ignore: […]}` asks for."""
    root = story.front.root
    entry = root.entry("lint") if root else ()
    listed = entry[1].entry("ignore") if entry and entry[1].kind == "mapping" else ()
    for node in listed[-1].items if listed else ():
        if node.kind == "scalar" and isinstance(node.value, str):
            lead = story.source.text[node.span.start : node.span.end].find(node.value)
            cut = _with_its_place(story, listed[-1], node)
            yield _Wish(node.value, node.span.start + max(lead, 0), None, node.span, "front matter", cut)


def _with_its_line(source: Source, comment: Span) -> Span:
    """A comment with the line it stands on alone, and the blank line behind that; else with the blanks before it."""
    text, (start, end) = source.text, comment
    line = source.line_starts[source.position(start)[0] - 1]
    while start > line and text[start - 1] in " \t":
        start -= 1
    rest = re.compile(r"[ \t]*\r?\n(?:[ \t]*\r?\n)?").match(text, end)
    return Span(line, rest.end()) if start == line and rest else Span(start, end)


def _with_its_place(story: Story, listed: Node, item: Node) -> Span:
    """An item of a list with its comma or its line; the whole `lint` entry where nothing else stands in it."""
    text, root = story.source.text, story.front.root
    entry = root.entry("lint") if root else ()
    if len(listed.items) == 1 and entry and len(entry[1].keys) == 1:
        following = [key.span.start for key in root.keys if key.span.start > entry[1].span.start] if root else []
        end = following[0] if following else text.rfind("\n", 0, story.front.body) + 1
        return Span(text.rfind("\n", 0, entry[0].span.start) + 1, end)
    start, end = item.span
    if text[listed.span.start] == "[":
        behind = re.compile(r"\s*,\s*").match(text, end)
        return Span(start, behind.end()) if behind else Span(len(text[:start].rstrip(" ,\t\r\n")), end)
    return Span(text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1)


def _understood(wish: _Wish, own: Collection[str]) -> Iterator[Suppression | Problem]:
    """The suppressions that `wish` is, one a rule; a problem where it is none, gives no reason or no day."""
    dash = _DASH.search(wish.text)
    words = list(_WORD.finditer(wish.text, 0, dash.start() if dash else len(wish.text)))
    until: date | None = None
    if len(words) >= 2 and words[-2][0] == "until":
        until = _day(words[-1][0])
        if until is None:
            place = Span(*words[-1].span()).shifted(wish.start)
            yield Problem("BQ924", place, f"`{words[-1][0][:40]}` is not a day", "Write it as `until 2027-01-31`.")
            return
        del words[-2:]
    if not words:
        yield _nothing_named(wish)
        return
    if len(words) > MAX_NAMES:
        message = f"this suppression names over {MAX_NAMES} rules; none of them is hidden"
        yield Problem("BQ924", wish.whole, message, "Name the rules that find something here.")
        return
    reason = " ".join(wish.text[dash.end() :].split()) if dash else ""
    if not reason:
        message = "this suppression gives no reason"
        yield Problem("BQ923", wish.whole, message, "Add one behind two hyphens: `BQ302 -- why it is right here`.")
    for name in words:
        span = Span(*name.span()).shifted(wish.start)
        code = name[0] if name[0] in own else _code(name[0])
        if code:
            yield Suppression(code, wish.over, until, reason, span, wish.whole, wish.source, wish.cut)
        else:
            message = f"`{name[0][:40]}` is no rule that can be suppressed{did_you_mean(name[0], (*known(), *own))}"
            yield Problem("BQ924", span, message, "Name a rule by its code or its name; `bqlint rule` lists them.")


def _nothing_named(wish: _Wish) -> Problem:
    """BQ924 for a comment to bqlint that asks for nothing that it knows."""
    if wish.source not in ("comment", "front matter"):
        message = f"`{wish.source[:40]}` is nothing that a comment can ask for{did_you_mean(wish.source, _VERBS)}"
        help = "Write `bqlint: ignore BQ302 -- reason` for the next block, `ignore-file` for the whole story."
        return Problem("BQ924", wish.whole, message, help)
    message = "this suppression names no rule; there is none for all rules at once"
    return Problem("BQ924", wish.whole, message, "Name the rules: `ignore BQ302 -- reason`.")


def _code(name: str) -> str | None:
    """The one rule that `name` is the code or the name of, where it may be suppressed."""
    try:
        found = codes(name)
    except BqlintError:
        return None
    exact = len(found) == 1 and not found[0].startswith(_UNHIDEABLE)
    return found[0] if exact else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def removal(text: str, suppression: Suppression, alone: bool) -> Fix:
    """The fix that takes a useless suppression out: the whole of it where it names no other rule, else the name."""
    if alone:
        return Fix(True, (Edit(*suppression.cut, ""),))
    start, end = suppression.span
    behind = re.compile(r"\s*,\s*").match(text, end, suppression.whole.end)
    start = start if behind else len(text[:start].rstrip(", "))
    return Fix(True, (Edit(start, behind.end() if behind else end, ""),))
