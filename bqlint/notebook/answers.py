"""The lines under a question as answers: sections with their paragraphs, alternative answers, and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from bqlint.language.agent import acts
from bqlint.language.figures import figures
from bqlint.notebook.answer import Answer, kept
from bqlint.notebook.asides import acts_told, asides, coaches, is_aside, is_marker, is_own, is_sketch, length, plain
from bqlint.notebook.labelled import labelled
from bqlint.notebook.labels import labels_in
from bqlint.notebook.lines import Line
from bqlint.notebook.lists import begins
from bqlint.notebook.marks import is_memo
from bqlint.notebook.unlabelled import one_paragraph, unlabelled
from bqlint.prose import sentences
from bqlint.tokens import han_in

_MARKER_BEFORE = re.compile(r"[*_]*([^:：]{1,40})[*_]*[:：][*_]*\s*(?=\S)")
_TALE = 50
"""Words from which a highlighted line behind an answer is another answer rather than a memo or a part of this one."""
_PART = 12
"""Words from which a highlighted line inside an answer is a part of it rather than a memo."""
_RETOLD = 3
"""Own acts from which a paragraph behind an answer is a story of its own."""
_STORY, _ACTS = range(3, 16), 2
"""Lines and own acts by which what stands below a heading that asks nothing is a story."""


def answers(body: Sequence[Line]) -> list[Answer]:
    """The answers in the lines under one question: the main one, then its alternatives; at least one."""
    found: list[Answer] = []
    for part in _parts(_one_thing_a_line(body)):
        found += _answers_in(part)
    return found


def tells(body: Sequence[Line]) -> bool:
    """Whether a story is told below a heading that asks nothing: in labelled parts, or in a few paragraphs of one's own
    acts. Advice, lists and definitions are none.
    """
    labels = labels_in(body)
    if any(labels):
        roles: set[str] = set()
        own: set[str] = set()
        for line, label in zip(body, labels, strict=True):
            roles = set(label.roles) if label else roles
            own |= roles if is_own(label.rest if label else line.text) and not coaches(plain(line.text)) else set()
        if len(own) > 1:
            return True
    lang = _lang(body)
    told = [line.text for line, aside in zip(body, asides(body, lang), strict=True) if not aside]
    return len(body) in _STORY and 2 * len(told) > len(body) and acts_told(told, lang) >= _ACTS


def _one_thing_a_line(body: Sequence[Line]) -> list[Line]:
    """The lines: those that one highlight spans made one, and "Another example: I …" made two."""
    found: list[Line] = []
    for line, label in zip(body, labels_in(body), strict=True):
        marker = _MARKER_BEFORE.match(line.text) if line.bullet < 0 and not label else None
        if marker and is_marker(marker[1], "others", "examples"):
            found.append(line._replace(raw=marker[0].strip(), text=marker[1]))
            rest = line.text[marker.end() :]
            line = line._replace(raw=rest, text=rest)
        before = found[-1] if found else None
        if before and before.text.startswith("`") and before.text.count("`") % 2 and before.group == line.group:
            found[-1] = before._replace(raw=f"{before.raw}\n{line.raw}", text=f"{before.text}\n{line.text}")
        else:
            found.append(line)
    return found


def _parts(body: Sequence[Line]) -> list[list[Line]]:
    """The lines divided where one says that another answer begins; that line opens its part."""
    parts: list[list[Line]] = [[]]
    for line in body:
        if is_marker(line.text, "others") and any(not is_memo(each.text) for each in parts[-1]):
            parts.append([])
        parts[-1].append(line)
    return parts


def _lang(lines: Sequence[Line]) -> str:
    """The language that most of the lines are in."""
    return "zh" if han_in("".join(line.text for line in lines)) * 2 > sum(len(line.text) for line in lines) else "en"


def _answers_in(part: Sequence[Line]) -> list[Answer]:
    """The main answer in a part, and one for each whole story that is highlighted behind it."""
    lang = _lang(part)
    last = max((at for at, aside in enumerate(asides(part, lang)) if not aside), default=-1)
    tales = {at for at in range(last + 1, len(part)) if _is_tale(part[at], lang)} | _told_anew(part, lang)
    main = _main([line for at, line in enumerate(part) if at not in tales], lang)
    others = [one_paragraph(part[at], lang) for at in sorted(tales)]
    return [main, *others] if last >= 0 or not others else [others[0]._replace(notes=main.notes), *others[1:]]


def _told_anew(part: Sequence[Line], lang: str) -> set[int]:
    """The lines that begin a story again, and tell all of it, once the answer above has drawn its lesson."""
    found: set[int] = set()
    is_over = False
    for at, line in enumerate(part):
        text = plain(line.text)
        is_long = length(text) >= _TALE and bool(begins(text, "situation"))
        if is_over and is_long and not is_aside(line, lang) and acts_told([line.text], lang) >= _RETOLD:
            found.add(at)
        is_over = is_over or bool(begins(text, "reflection"))
    return found


def _main(part: Sequence[Line], lang: str) -> Answer:
    labels = labels_in(part)
    if any(labels):
        return labelled(part, labels, lang)
    said = [at for at, aside in enumerate(asides(part, lang)) if not aside]
    if is_sketch([part[at].text for at in said], lang):
        return Answer((), tuple(map(kept, part)), lang)
    first, last, spoken = said[0], said[-1], set(said)
    told = [at in spoken or (at > first and _goes_on(line, at < last, lang)) for at, line in enumerate(part)]
    notes = [line for line, is_told in zip(part, told, strict=True) if not is_told]
    return unlabelled(list(compress(part, told)), notes, lang)


def _goes_on(line: Line, is_inside: bool, lang: str) -> bool:
    """Whether a line that is highlighted whole goes on with the answer above it: inside it, or like its next part."""
    if not is_memo(line.text):
        return False
    text = line.text.strip("`")
    return _closes(line) or (length(text) >= _PART and (is_inside or _reports(text, lang)))


def _closes(line: Line) -> bool:
    """Whether a line begins as the end of an answer does."""
    return any(begins(plain(line.text), role) for role in ("result", "reflection"))


def _reports(text: str, lang: str) -> bool:
    """Whether a text tells acts that were done, or a measured effect."""
    read = list(sentences(text, 0, lang, "paragraph"))
    is_measured = any(figure.kind == "outcome" for sentence in read for figure in figures(sentence))
    return is_measured or acts_told([text], lang) > 1


def _is_tale(line: Line, lang: str) -> bool:
    """Whether a line is highlighted whole and tells a story of its own, not the next part of the one above it."""
    if not is_memo(line.text) or length(line.text) < _TALE or _closes(line):
        return False
    return any(
        act.agent in ("I", "we") for s in sentences(line.text.strip("`"), 0, lang, "paragraph") for act in acts(s)
    )
