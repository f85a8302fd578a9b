"""The Markdown body of a story as blocks whose masked text keeps every offset. The only importer of markdown_it.

markdown-it-py says on which lines a block stands, but gives no columns, and its inline tokens have no place at all.
Blocks are mapped back by aligning each line of their content with the end of its source line; inside a block the
inline rules run wrapped, so that each one that matches notes which code points are not prose. What is not prose is
blanked: emphasis marks, code, link targets, images, autolinks, HTML, escapes and entities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt, rules_block
from markdown_it.rules_inline import StateInline, autolink, backtick, emphasis, entity, escape, html_inline, image, link
from markdown_it.token import Token

from bqlint.block import Block
from bqlint.bounded import bounded_heading, bounded_quote, bounded_table
from bqlint.finding import Span
from bqlint.source import Source
from bqlint.typed import Any, NamedTuple

_MARKED = re.compile(r"[*_`\[\]<>&\\!]")
_CELL = re.compile(r"(?:[^|]|(?<=\\)\|)*")


def blocks(source: Source, body: int) -> tuple[Block, ...]:
    """The blocks of `source` from offset `body` (the end of its front matter) on, in order."""
    first = source.position(body)[0] - 1 if body else 0
    start = source.line_starts[first] if first else 0
    text = source.text[start:]
    if first:  # the closing line of the front matter is no rule and no heading underline
        text = " " * (body - start) + source.text[body:]
    env: dict[str, Any] = {}
    return tuple(_leaves(_parser().parse(text, env), env, _Lines(source, first)))


class _Lines(NamedTuple):
    """The source's lines, counted as the block parser counts them: from the line the body starts on."""

    source: Source
    first: int

    def span(self, number: int) -> Span:
        """Line `number` without its line end."""
        starts, text = self.source.line_starts, self.source.text
        index = self.first + number
        start = starts[index] if index < len(starts) else len(text)
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        while end > start and text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def whole(self, lines: list[int]) -> Span:
        """From the first non-blank sign of the first line to the end of the last line that is not blank."""
        start, end = self.span(lines[0]).start, self.span(max(lines[0], lines[1] - 1)).end
        text = self.source.text[start:end]
        lead = len(text) - len(text.lstrip())
        return Span(start + lead, max(start + lead, start + len(text.rstrip())))


@cache
def _parser() -> MarkdownIt:
    """CommonMark plus tables; inline parsing is asked for block by block, only where a block holds inline markup."""
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "fragments_join"])
    parser.block.ruler.at("table", bounded_table(rules_block.table), {"alt": ["paragraph", "reference"]})
    alternatives = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("heading", bounded_heading(rules_block.heading), {"alt": alternatives[:3]})
    parser.block.ruler.at("blockquote", bounded_quote(rules_block.blockquote), {"alt": alternatives})
    for name, rule, note in (
        ("escape", escape, _note_sign),
        ("entity", entity, _note_sign),
        ("backticks", backtick, _note_whole),
        ("autolink", autolink, _note_whole),
        ("image", image, _note_image),
        ("html_inline", html_inline, _note_html),
        ("link", link, _note_link),
        ("emphasis", emphasis.tokenize, _note_delimiters),
    ):
        parser.inline.ruler.at(name, _noting(rule, note))
    return parser


def _leaves(tokens: list[Token], env: dict[str, Any], lines: _Lines) -> Iterator[Block]:
    """The leaf blocks among markdown-it's block tokens."""
    containers: list[str] = []
    heading: Token | None = None
    row: _Row | None = None
    for token in tokens:
        kind = token.type
        if kind in _CONTAINERS:
            containers.append(_CONTAINERS[kind])
        elif kind in ("list_item_close", "blockquote_close", "table_close"):
            containers.pop()
        elif kind == "heading_open":
            heading = token
        elif kind == "heading_close":
            heading = None
        elif kind in _OPAQUE and token.map:
            yield Block(_OPAQUE[kind], lines.whole(token.map), nested=bool(containers))
        elif kind == "inline" and token.content and token.map:
            nested = bool(containers)
            if heading is not None:
                yield _laid_out(
                    "heading", token, env, _heading_pieces(heading, token, lines), nested, int(heading.tag[1])
                )
            elif containers[-1:] == ["cell"]:
                row = row if row and row.number == token.map[0] else _Row(lines, token.map[0])
                yield _laid_out("cell", token, env, row.pieces(token.content), nested)
            else:
                yield _laid_out(containers[-1] if nested else "paragraph", token, env, _aligned(token, lines), nested)


_CONTAINERS = {"list_item_open": "item", "blockquote_open": "quote", "table_open": "cell"}
_OPAQUE = {"fence": "code", "code_block": "code", "html_block": "html", "hr": "rule"}
Pieces = list[tuple[int, int, int]]
"""(offset in the block's content, offset in the source, length): what stands unchanged in both."""


class _Row:
    """A table row that hands out the places of its cells from left to right."""

    def __init__(self, lines: _Lines, number: int) -> None:
        self.lines, self.number, self.at = lines, number, 0

    def pieces(self, content: str) -> Pieces:
        """Where the next cell that reads `content` stands; the content lacks the backslash before each `|`."""
        line = self.lines.span(self.number)
        text = line.of(self.lines.source.text)
        while self.at <= len(text):
            cell = _CELL.match(text, self.at)
            start, end = cell.span() if cell else (self.at, self.at)
            self.at = end + 1
            letters = [at for at in range(start, end) if not text.startswith("\\|", at)]
            shown = "".join(text[at] for at in letters)
            first = shown.rfind(content)
            if first >= 0 and not shown[first + len(content) :].strip():
                return _runs(letters[first : first + len(content)], line.start)
        return [(0, line.end, 0)]


def _runs(letters: list[int], start: int) -> Pieces:
    """Letter positions in a line that starts at `start`, as runs of neighbours."""
    pieces: Pieces = []
    for offset, at in enumerate(letters):
        if pieces and pieces[-1][1] + pieces[-1][2] == start + at:
            first, where, run = pieces.pop()
            pieces.append((first, where, run + 1))
        else:
            pieces.append((offset, start + at, 1))
    return pieces


def _heading_pieces(opening: Token, token: Token, lines: _Lines) -> Pieces:
    """Where a heading's text stands, without its `#` marks or underline."""
    if opening.markup in ("=", "-") or not token.map:
        return _aligned(token, lines)
    line = lines.span(token.map[0])
    text = line.of(lines.source.text)
    after = text.find(opening.markup) + len(opening.markup)
    return [(0, line.start + text.find(token.content, after), len(token.content))]


def _aligned(token: Token, lines: _Lines) -> Pieces:
    """One piece a line, aligned at the right end of each source line, where containers add nothing.

    markdown-it strips a content whole: lines of other white space than blanks at its start are not in it.
    """
    first, last = token.map or [0, 1]
    bodies = token.content.split("\n")
    ends = [(line, line.of(lines.source.text).rstrip()) for line in map(lines.span, range(first, last))]
    skipped = next((n for n in range(len(ends)) if _agree(bodies, ends[n:])), 0)
    pieces, offset = [], 0
    for content, (line, text) in zip(bodies, ends[skipped:], strict=False):
        body = content.strip()
        pieces.append((offset + content.find(body), line.start + len(text) - len(body), len(body)))
        offset += len(content) + 1
    return pieces


def _agree(bodies: list[str], ends: list[tuple[Span, str]]) -> bool:
    """Whether each line of content is the end of its source line."""
    return len(bodies) <= len(ends) and all(
        text.endswith(body.strip()) for body, (_, text) in zip(bodies, ends, strict=False)
    )


def _laid_out(kind: str, token: Token, env: dict[str, Any], pieces: Pieces, nested: bool, level: int = 0) -> Block:
    """The block whose content stands in the source at `pieces`, with everything that is not prose blanked."""
    content, hidden = _masked(token.content, env)
    start, length = pieces[0][1], 0
    text: list[str] = []
    for offset, where, run in pieces:
        text.append(" " * (where - start - length))
        text.append(content[offset : offset + run])
        length = where - start + run
    places = tuple(Span(_source_of(first, pieces), _source_of(last - 1, pieces) + 1) for first, last in hidden)
    return Block(kind, Span(start, start + length), "".join(text), level, nested, places)


def _source_of(offset: int, pieces: Pieces) -> int:
    """Where the sign at `offset` of a block's content stands in the source."""
    first, where, run = next((p for p in pieces if offset < p[0] + p[2]), pieces[-1])
    return where + min(max(offset - first, 0), run)


class _Mask:
    """What the inline rules noted while one block's content was parsed."""

    def __init__(self, content: str) -> None:
        self.letters = list(content)
        self.last_bracket = content.rfind("]")
        self.hidden: list[tuple[int, int]] = []
        self.delimiters: list[tuple[Token, int]] = []

    def blank(self, start: int, end: int) -> None:
        """Nothing between `start` and `end` is prose."""
        self.letters[start:end] = " " * (end - start)


def _masked(content: str, env: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """`content` with its inline markup blanked, and where inline comments and HTML stand."""
    if not _MARKED.search(content):
        return content, []
    mask = _Mask(content)
    _parser().inline.parse(content, _parser(), {**env, "mask": mask}, [])
    for delimiter, at in mask.delimiters:
        if delimiter.type != "text" or not delimiter.content:
            mask.blank(at, at + 1)
    return "".join(mask.letters), mask.hidden


Rule = Callable[[StateInline, bool], bool]
Note = Callable[[_Mask, StateInline, int], None]


def _noting(rule: Rule, note: Note) -> Rule:
    """The inline `rule`, which also tells the mask what it consumed: from the offset given to `state.pos`."""

    def noting(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        start = state.pos
        matched = rule(state, False)
        if matched and _is_whole(state):
            note(state.env["mask"], state, start)
        return matched

    def bracketed(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "[!" or (_is_whole(state) and state.pos > state.env["mask"].last_bracket):
            return False  # as the rule would say, after a search for what closes it
        return noting(state, silent)

    return bracketed if note in _BRACKETED else noting


def _is_whole(state: StateInline) -> bool:
    """Whether it is not the description of an image, which is parsed on its own."""
    return len(state.src) == len(state.env["mask"].letters)


def _note_whole(mask: _Mask, state: StateInline, start: int) -> None:
    """Code and autolinks are no prose."""
    mask.blank(start, state.pos)


def _note_image(mask: _Mask, state: StateInline, start: int) -> None:
    """An image is no prose, nor is its description."""
    mask.blank(start, state.pos)


def _note_html(mask: _Mask, state: StateInline, start: int) -> None:
    """HTML is no prose; comments may be meant for bqlint."""
    mask.blank(start, state.pos)
    mask.hidden.append((start, state.pos))


def _note_sign(mask: _Mask, state: StateInline, start: int) -> None:
    """An escape or an entity leaves the one sign that it stands for."""
    token = state.tokens[-1]
    if token.type == "text_special" and token.content == token.markup:  # a backslash before a sign that needs none
        return
    mask.blank(start, state.pos)
    if len(token.content) == 1 and token.content.isprintable():
        mask.letters[state.pos - 1 if token.info == "escape" else start] = token.content


def _note_link(mask: _Mask, state: StateInline, start: int) -> None:
    """A link leaves its text; brackets and target go."""
    mask.blank(start, start + 1)
    mask.blank(state.md.helpers.parseLinkLabel(state, start, True), state.pos)


def _note_delimiters(mask: _Mask, state: StateInline, start: int) -> None:
    """Which emphasis signs are markup is known when the block is done: remember the token that each became."""
    signs = state.tokens[start - state.pos :]
    mask.delimiters.extend((token, start + index) for index, token in enumerate(signs))


_BRACKETED = (_note_image, _note_link)
