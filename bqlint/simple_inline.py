"""Inline Markdown as most stories have it, blanked without markdown-it: emphasis, code, links, brackets that are none.

Only what CommonMark reads in the same way is read here. Emphasis is not nested, code stands between single backticks,
a link's text is plain and its target holds neither blanks nor brackets. For anything else the answer is None.
"""

from __future__ import annotations

from bqlint.pattern import pattern

_SIGNS = "*_`[]<"
_LINK = pattern(
    r"(?<!!)\[(?P<text>[^\[\]`*_<]+)\]\((?:https?://[A-Za-z0-9/._~:?#=%+,;@$-]+|[A-Za-z0-9/._#-]+)\)"
    r"|(?<!!)\[[^\[\]`]*\](?![\[(:])"
)
_RUN = pattern(r"\*+|_+")
_HARMLESS = frozenset(" 0123456789=-")
"""What follows a `<` that opens neither a tag nor a link."""
_AFTER = frozenset(" .,;:!?)")
"""What follows the end of emphasis by underscores."""
_OPAQUE = "`"
"""In the place of code, links and brackets while emphasis is looked for: neither a letter nor white space."""


def plain_of(text: str) -> str | None:
    """`text` of one block, line ends replaced by blanks, with its markup blanked; None where it may be more."""
    if not any(map(text.__contains__, _SIGNS)):
        return text
    shown = told = text
    if "`" in text:
        pieces = text.split("`")
        if len(pieces) % 2 == 0 or not all(pieces[1:-1]):
            return None
        shown, told = _without(pieces, " "), _without(pieces, _OPAQUE)
    if "[" in told or "]" in told:
        shown, told = _without_links(shown, told)
    is_left = any(map(told.__contains__, "[]")) or any(
        not _HARMLESS.issuperset(part[:1]) for part in told.split("<")[1:]
    )
    marks = None if is_left else _marks_of_emphasis(told)
    return None if marks is None else _blanked(shown, marks)


def _without(pieces: list[str], sign: str) -> str:
    """Text that was parted at backticks, with `sign` in the place of each sign of code."""
    return "".join(sign * (len(piece) + 2) if number % 2 else piece for number, piece in enumerate(pieces))


def _without_links(shown: str, told: str) -> tuple[str, str]:
    """Both with links taken out, and brackets that are no links marked as harmless in the second."""
    marks: list[tuple[int, int]] = []
    opaque: list[tuple[int, int]] = []
    for match in _LINK.finditer(told):
        start, end = match.span()
        if match["text"]:
            marks += [(start, start + 1), (match.end("text"), end)]
            opaque.append((start, end))
        else:
            opaque += [(start, start + 1), (end - 1, end)]
    return _blanked(shown, marks), _blanked(told, opaque, _OPAQUE)


def _marks_of_emphasis(told: str) -> list[tuple[int, int]] | None:
    """The marks of emphasis that `told` holds; None where a mark may be something else."""
    found: list[tuple[int, int]] = []
    opened = ""
    for run in _RUN.finditer(told):
        start, end = run.span()
        before, after = told[start - 1 : start] or " ", told[end : end + 1] or " "
        if before == after == " " or (run[0][0] == "_" and before.isalnum() and after.isalnum()):
            continue  # a sign of its own, or inside a word
        if not opened:
            opens = (before == " " or (run[0][0] == "*" and after.isalnum())) and after != " "
            if not opens or end - start > 2:
                return None
            opened = run[0]
        else:
            ends = after == " " or (before.isalnum() and (run[0][0] == "*" or after in _AFTER))
            if run[0] != opened or before == " " or not ends:
                return None
            opened = ""
        found.append((start, end))
    return None if opened else found


def _blanked(text: str, places: list[tuple[int, int]], sign: str = " ") -> str:
    """`text` with `sign` in the place of each sign of `places`, which are in order."""
    parts: list[str] = []
    done = 0
    for start, end in places:
        parts += (text[done:start], sign * (end - start))
        done = end
    return "".join((*parts, text[done:]))
