"""Markdown as most stories have it, read without markdown-it, whose import costs three bare interpreters.

Only what CommonMark reads in the same way is read here: `#` headings, paragraphs, lists of one level, comments on lines
of their own, and simple inline markup. For anything else the answer is None, and markdown-it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.block import Block
from bqlint.finding import Span
from bqlint.pattern import compiled, pattern
from bqlint.simple_inline import plain_of

_NEVER = ("\\", "~~~")
_ENTITY = pattern(r"&[#\w]")
_HEADING = compiled(r"(#{1,6}) +(?=[^\s#])")
_ITEM = compiled(r"(?:[-*+]|(?P<number>\d{1,9})[.)]) (?=\S)")
_OTHER = compiled(r"[\s#=>|:+-]|<[!?/a-zA-Z]|\*(?:\s|$)|\d{1,9}[.)](?:\s|$)")
"""How a line begins that is more than plain text: indented, a list, a rule, an underline, a quote, a table, HTML."""
_COMMENT, _END = "<!--", "-->"


class _NotSimple(Exception):
    """What markdown-it has to read."""


def simple_blocks(text: str, body: int) -> tuple[Block, ...] | None:
    """The blocks of `text` from offset `body` on; None where they may be more than simple."""
    told = text[body:]
    if any(map(told.__contains__, _NEVER)) or ("&" in told and _ENTITY.search(told)):
        return None
    first, _, rest = told.partition("\n")
    if first.strip() or not told.replace("\n", "").isprintable():
        return None
    try:
        return tuple(_blocks(text, body + len(first) + 1, rest))
    except _NotSimple:
        return None


def _blocks(text: str, at: int, rest: str) -> Iterator[Block]:
    """The blocks of `rest`, which stands at `at` of `text`."""
    kind, start, end, lead = "", 0, 0, 0
    lines = iter((*rest.split("\n"), ""))
    for line in lines:
        shown = line.rstrip()
        comment = shown.startswith(_COMMENT)
        heading, item = _HEADING.match(shown), _ITEM.match(shown)
        if item and kind == "paragraph" and item["number"] not in (None, "1"):
            raise _NotSimple  # a number that only begins a line
        if kind and (not shown or heading or item or comment):
            yield _prose(kind, start, end, text)
            kind = ""
        if comment:
            start = at
            while _END not in line:
                at += len(line) + 1
                if (line := next(lines, "\n")) == "\n":
                    raise _NotSimple  # it has no end
            yield Block("html", Span(start, at + len(line.rstrip())))
        elif heading:
            if shown.endswith("#"):
                raise _NotSimple
            span = Span(at + heading.end(), at + len(shown))
            yield Block("heading", span, _plain(span.of(text)), len(heading[1]))
        elif shown:
            if kind == "item" and shown.startswith(" " * lead) and shown[lead : lead + 1] != " ":
                inside = lead  # the item goes on below its text
            else:
                inside = item.end() if item else 0
            if _OTHER.match(shown, inside) or _is_rule(shown[inside:]):
                raise _NotSimple
            if not kind:
                kind, start, lead = ("item" if item else "paragraph"), at + inside, inside
            end = at + len(shown)
        at += len(line) + 1


def _is_rule(line: str) -> bool:
    """Whether a line may part a text: signs of one kind, and blanks."""
    return line[0] in "*_" and not line.strip(f"{line[0]} ")


def _prose(kind: str, start: int, end: int, text: str) -> Block:
    """The lines of a paragraph as one text as long as its span: their ends and trailing blanks become blanks."""
    return Block(kind, Span(start, end), _plain(text[start:end].replace("\n", " ")), nested=kind == "item")


def _plain(text: str) -> str:
    plain = plain_of(text)
    if plain is None:
        raise _NotSimple
    return plain
