"""Which lines of a notebook ask a question, and what they ask."""

from __future__ import annotations

import re

from bqlint.headings import roles_of
from bqlint.notebook.lines import Line
from bqlint.notebook.lists import begins
from bqlint.typed import NamedTuple

_NUMBERED = re.compile(
    r"(?:question|bq|q|问题|题目|问|第)\s*(?:\d|[一二三四五六七八九十百]){0,3}\s*[题问]?\s*[:：.)、-]\s*|q\d{1,3}\s*[:：.)]?\s+",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:question|bq|q|问题|题目)\s*(?:\d|[一二三四五六七八九十百]){0,3}\s*[:：.)、]", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}\s*[.)、:：]\s*")
_TAG = re.compile(r"(`[^`]{1,60}`|\*\*[^*]{1,60}\*\*|\([^()]{1,60}\)|\[[^\[\]]{1,60}\])\s*[:：-]?\s*")
_PRINCIPLE = re.compile(r"(?:\d{1,2}\s*[.)]\s*)?([A-Z][A-Z ,;'&’-]{4,60}[A-Z])\s*[:：-]\s*(?=\S)")
_CLOSING_TAG = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]{1,60})[)）\]】]\s*$")
_ADDRESSED = re.compile(r"\b(?:you|your|yourself)\b|你|您", re.IGNORECASE)
_MARKS = "*?!#>~_=-–—★☆ \t"
_QUOTES = "\"“”„«»「」『』'‘’`"
LONGEST = 70
"""Words; what is longer tells something, though it may ask at its end."""
_SHORT = 300
"""Code points of a question on a line that nothing else marks as one."""


class Asked(NamedTuple):
    """A question: its words, and what stood around it: a principle, a remark."""

    text: str
    tags: tuple[str, ...] = ()


def question_in(line: Line, stands_apart: bool = True) -> Asked | None:
    """The question that `line` asks, or None: a heading, a list item at the margin, or a line of its own.

    `stands_apart` says that it is the first line of its paragraph.
    """
    if line.bullet > 1 or roles_of(line.text.strip(_MARKS + _QUOTES)):
        return None
    rest, tags, is_marked = _bare(line.text)
    text = rest.strip(_MARKS.replace("?", "") + _QUOTES)
    if not text or len(text.split()) > LONGEST or len(text) > 500:
        return None
    is_asked = _asks(text)
    is_framed = line.level > 0 or line.bullet >= 0 or is_marked or bool(tags) or _is_quoted(rest)
    is_named = line.level > 0 or (stands_apart and bool(_NAMED.match(line.text.lstrip(_MARKS))) and len(text) <= _SHORT)
    if (is_asked and (is_framed or _is_whole(text, stands_apart))) or (is_marked and is_named):
        return Asked(text, tags)
    return None


def topic_in(line: Line) -> Asked:
    """What a heading names that asks nothing, but has a story below it: "Conflict with my manager"."""
    rest, tags, _ = _bare(line.text)
    text = rest.strip(_MARKS + _QUOTES + ":：")
    return Asked(text, tags) if text else Asked(line.text.strip() or "Untitled", ())


def _bare(text: str) -> tuple[str, tuple[str, ...], bool]:
    """The line without marks, numbers and tags before and behind it, the tags, and whether it is numbered as one."""
    tags: list[str] = []
    is_marked = False
    rest = text.lstrip(_MARKS)
    while True:
        if number := _NUMBERED.match(rest):
            rest, is_marked = rest[number.end() :].lstrip(_MARKS), True
        elif number := _NUMBER.match(rest):
            rest = rest[number.end() :].lstrip(_MARKS)
        elif (tag := _TAG.match(rest)) and len(rest) > tag.end():
            tags.append(tag[1].strip("`*()[] "))
            rest = rest[tag.end() :].lstrip(_MARKS)
        elif tag := _PRINCIPLE.match(rest):
            tags.append(tag[1])
            rest = rest[tag.end() :].lstrip(_MARKS)
        else:
            break
    if (tag := _CLOSING_TAG.search(rest)) and tag.start() > 0:
        tags.append(tag[1])
        rest = rest[: tag.start()]
    return rest, tuple(tags), is_marked


def _asks(text: str) -> bool:
    """Whether `text` asks for something: it ends with a question mark, or begins like an order to tell."""
    lower = text.casefold()
    last = lower.rstrip(_QUOTES + " ")[-1:]
    opens = bool(begins(lower, "openings.en") or begins(lower, "openings.zh"))
    return (last in "?？" and last != "") or (opens and last not in ":：")


def _is_quoted(text: str) -> bool:
    return text[:1] in _QUOTES and text.rstrip(_MARKS)[-1:] in _QUOTES


def _is_whole(text: str, stands_apart: bool) -> bool:
    """Whether a bare line is a question and nothing else: short, and an order, or apart and put to "you"."""
    lower = text.casefold()
    is_order = bool(begins(lower, "openings.en") or begins(lower, "openings.zh"))
    return len(text) <= _SHORT and (is_order or (stands_apart and bool(_ADDRESSED.search(lower))))
