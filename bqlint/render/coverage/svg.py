"""Coverage as a picture: a heat-map of competencies and questions over stories, without script, link or outside style.

Nothing is told by colour alone: a cell of several questions holds their number, a gap is hatched and named. The blues
and the vermilion are told apart with any kind of colour vision (Okabe and Ito, Color Universal Design, 2008).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bqlint.render.coverage.summary import heading, points, remark, some
from bqlint.render.terminal import inert, width
from bqlint.repository.coverage import Coverage, Row

_CELL = 18
_LEFT = 260
_HEADS = 150
_RIGHT = 110
_LETTER = 6.4
"""Points that a column of text takes at the size of the labels; a Chinese character takes two columns."""
_SHADES = ("#eef1f4", "#9ecae1", "#4292c6", "#0b5394", "#08306b")
"""By how many questions: none, one, two, three, more."""
_GAP, _INK, _QUIET, _LINE = "#b34700", "#1a1a1a", "#5c6670", "#d5dae0"
_NAMES = 5
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)
_STYLE = (
    f"text{{font:11px system-ui,'Segoe UI','Noto Sans','Noto Sans CJK SC',sans-serif;fill:{_INK}}}"
    f".h{{font-size:17px;font-weight:600}}.s{{font-size:12px}}.q{{fill:{_QUIET}}}"
    f".g{{fill:{_GAP};font-weight:600}}.n{{font-size:10px;text-anchor:middle}}.e{{text-anchor:end}}"
)


def render(coverage: Coverage) -> str:
    """One SVG document that any browser, wiki or slide shows."""
    wide = _LEFT + _CELL * len(coverage.stories) + _RIGHT
    wide = max(wide, 760)
    body: list[str] = []
    top = 34
    body.append(_text(20, top, f"What the stories cover: {heading(coverage)}", "h"))
    for about, message, names in points(coverage):
        top += 19
        told = f"{message}{': ' if names else ''}{some(names, _NAMES)}"
        body.append(_text(20, top, f"{about}:", "s g" if names else "s q"))
        body.append(_text(96, top, _cut(told, (wide - 110) / _LETTER), "s"))
    top += 22
    body += _legend(top)
    top += 24
    for title, rows in (("Competencies", coverage.competencies), ("Questions", coverage.questions)):
        if rows:
            body += _panel(coverage, title, rows, top)
            top += _HEADS + _CELL * (len(rows) + len(_groups(rows))) + 34
    size = f'viewBox="0 0 {wide} {top}" width="{wide}" height="{top}"'
    desc = " ".join((f"{heading(coverage)}.", *(f"{about}: {message}." for about, message, _ in points(coverage))))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n'
        f"<title>What the stories cover</title>\n<desc>{_xml(desc)}</desc>\n<style>{_STYLE}</style>\n"
        f'<defs><pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="#fdeee3"/><rect width="2" height="6" fill="#f2b48c"/></pattern>'
        f'<pattern id="cells" x="{_LEFT}" width="{_CELL}" height="{_CELL}" patternUnits="userSpaceOnUse">'
        f'<rect width="{_CELL - 2}" height="{_CELL}" fill="{_SHADES[0]}"/></pattern></defs>\n'
        f'<rect width="{wide}" height="{top}" fill="#ffffff"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _legend(top: float) -> Iterator[str]:
    """What the shades mean."""
    x = 20.0
    for shade, what in zip(("url(#gap)", *_SHADES[1:]), ("no story", "1 question", "2", "3", "4 or more"), strict=True):
        yield _rect(x, top - 11, 14, 14, shade)
        yield _text(x + 20, top, what, "q")
        x += 38 + _LETTER * len(what)


def _panel(coverage: Coverage, title: str, rows: Sequence[Row], top: float) -> Iterator[str]:
    """A matrix with the names of the stories above it, and what there is to say of each row behind it."""
    stories = coverage.stories
    old, overused = set(coverage.old), set(coverage.overused)
    top += _HEADS
    yield _text(20, top - 10, title, "h")
    for number, story in enumerate(stories):
        x = _LEFT + _CELL * (number + 0.65)
        remarks = [what for what, those in (("old", old), ("overused", overused)) if number in those]
        name = _cut(story.name, 24 - sum(len(what) + 3 for what in remarks)) + "".join(f" · {what}" for what in remarks)
        how = f' transform="rotate(-60 {x:.1f} {top - 6})"'
        yield _text(x, top - 6, name, "g" if remarks else "", how, f"{story.name}: {story.title}")
    y = top
    for bank, members in _groups(rows):
        if bank:
            yield _text(20, y + 13, bank, "q")
        y += _CELL
        for row in members:
            yield from _row(coverage, row, y)
            y += _CELL


def _row(coverage: Coverage, row: Row, y: float) -> Iterator[str]:
    stories = coverage.stories
    told = remark(row, len(stories))
    is_gap = told == "gap"
    ground = "url(#gap)" if is_gap else "url(#cells)"
    name = row.name.removeprefix(f"{row.bank}/")
    yield _text(_LEFT - 10, y + 13, _cut(name, 38), "e g" if is_gap else "e", "", row.text or row.name)
    yield _rect(_LEFT, y + 1, max(_CELL * len(stories) - 2, 0), _CELL - 2, ground)
    for number in row.tellers:
        count = row.cells[number]
        x = _LEFT + _CELL * number
        yield _rect(x, y + 1, _CELL - 2, _CELL - 2, _SHADES[min(count, len(_SHADES) - 1)], stories[number].name)
        if count > 1:
            yield f'<text class="n" x="{x + _CELL / 2 - 1:g}" y="{y + 13:g}" style="fill:#ffffff">{count}</text>'
    behind = _LEFT + _CELL * len(stories) + 8
    yield _text(behind, y + 13, told or str(len(row.tellers)), "g" if is_gap else "q")


def _groups(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The rows by their bank."""
    return [(bank, list(members)) for bank, members in groupby(rows, key=lambda row: row.bank)]


def _rect(x: float, y: float, wide: float, high: float, fill: str, title: str = "") -> str:
    shown = f"><title>{_xml(title)}</title></rect>" if title else "/>"
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="2" fill="{fill}"{shown}'


def _text(x: float, y: float, text: str, kind: str = "", more: str = "", title: str = "") -> str:
    """Foreign text at a place; `title` is what a pointer over it shows."""
    named = f' class="{kind}"' if kind else ""
    shown = f"<title>{_xml(title)}</title>" if title else ""
    return f'<text x="{x:g}" y="{y:g}"{named}{more}>{shown}{_xml(text)}</text>'


def _cut(text: str, room: float) -> str:
    if width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[:-1]
    return f"{text}…"


def _xml(text: str) -> str:
    return inert(text).translate(_ESCAPES)
