"""The marks of a notebook that would hide or change an answer in a story: highlights, quotation marks, HTML, fences."""

from __future__ import annotations

import re

_HIGHLIGHT = re.compile(r"`+([^`]*)`+")
_BETWEEN = re.compile(r"(?<=\w)`+(?=\w)")
"""Back-ticks that alone keep two words apart."""
_OPENING, _CLOSING = '"“”„', '"“”'
_BLOCK = re.compile(r"(?=#{1,6}(?:[ \t]|$)|<|~~~|```|>|={1,}[ \t]*$|-{1,}[ \t]*$|\|)")


def is_memo(text: str) -> bool:
    """Whether a whole line is highlighted, as memos to oneself are, and no highlight ends within it."""
    inner = text.strip()
    return len(inner) > 2 and inner[0] == inner[-1] == "`" and "`" not in inner.strip("`")


def as_prose(text: str) -> str:
    """`text` as a paragraph of a story: back-ticks, which make code of what they hold, are bold or gone; quotation
    marks round a whole paragraph go; what would begin a heading, HTML, code or a table is escaped.
    """
    text = _BETWEEN.sub(" ", _unquoted(_HIGHLIGHT.sub(_bold, text.strip()))).replace("`", "").replace("<!--", "\\<!--")
    return _BLOCK.sub(r"\\", text, count=1) if _BLOCK.match(text) else text


def _bold(match: re.Match[str]) -> str:
    inner = match[1].strip()
    if not inner:
        return ""
    lead, tail = (" " if match[1][:1].isspace() else ""), (" " if match[1][-1:].isspace() else "")
    return f"{lead}{inner}{tail}" if "*" in inner else f"{lead}**{inner}**{tail}"


def _unquoted(text: str) -> str:
    """`text` without the quotation marks round it: both, or one whose other is in another paragraph."""
    inside = text[1:-1]
    if text[:1] in _OPENING and text[:1] and not any(sign in inside for sign in _CLOSING):
        text = text[1:]
        return text[:-1] if text[-1:] in _CLOSING and text[-1:] else text
    if text[-1:] and text[-1:] in _CLOSING and not any(sign in text[:-1] for sign in _OPENING):
        return text[:-1]
    if text[:1] and text[:1] in _OPENING and text.count('"') % 2:
        return text[1:]
    return text
