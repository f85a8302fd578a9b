"""The lines under a question as answers: sections with their paragraphs, alternative answers, and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bqlint.headings import heading_of
from bqlint.language.agent import acts
from bqlint.language.figures import figures
from bqlint.language.reflection import pitch
from bqlint.notebook.asides import acts_told, coaches, is_aside, is_marker, is_own, is_sketch, plain
from bqlint.notebook.labels import Label, labels_in
from bqlint.notebook.lines import Line
from bqlint.notebook.lists import begins, mentions
from bqlint.notebook.marks import as_prose, is_memo
from bqlint.notebook.placing import Paragraph, placed
from bqlint.prose import han_in, sentences

_MARKER_BEFORE = re.compile(r"[*_]*([^:：]{1,40})[*_]*[:：][*_]*\s*(?=\S)")
_TALE = 50
"""Words from which a highlighted line behind an answer is another answer rather than a memo or a part of this one."""
_PART = 12
"""Words from which a highlighted line inside an answer is a part of it rather than a memo."""
_WRAPPED = range(50, 130)
"""Code points of a line that an editor may have broken."""
_STORY, _ACTS = range(3, 16), 2
"""Lines and own acts by which what stands below a heading that asks nothing is a story."""
_WHOLE = 4
"""Sentences from which an answer of one paragraph is a whole story."""


class Section(NamedTuple):
    """The roles that a part of an answer tells, and its paragraphs as a story holds them."""

    roles: tuple[str, ...]
    paragraphs: tuple[str, ...]


class Answer(NamedTuple):
    """One answer: its sections in order, none where there is only a memo; its language; what goes to the notes."""

    sections: tuple[Section, ...]
    notes: tuple[str, ...]
    lang: str


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
    told = [line.text for line in body if not is_aside(line, lang)]
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
    last = max((at for at, line in enumerate(part) if not is_aside(line, lang)), default=-1)
    tales = [line for line in part[last + 1 :] if _is_tale(line, lang)]
    main = _main([line for line in part if line not in tales], lang)
    others = [_one_paragraph(line, lang) for line in tales]
    return [main, *others] if last >= 0 or not others else [others[0]._replace(notes=main.notes), *others[1:]]


def _main(part: Sequence[Line], lang: str) -> Answer:
    labels = labels_in(part)
    if any(labels):
        return _labelled(part, labels, lang)
    said = [at for at, line in enumerate(part) if not is_aside(line, lang)]
    if is_sketch([part[at].text for at in said], lang):
        return Answer((), tuple(map(_kept, part)), lang)
    first, last = said[0], said[-1]
    told = [line for at, line in enumerate(part) if at in said or (at > first and _goes_on(line, at < last, lang))]
    return _unlabelled(told, [line for line in part if line not in told], lang)


def _goes_on(line: Line, is_inside: bool, lang: str) -> bool:
    """Whether a line that is highlighted whole goes on with the answer above it: inside it, or like its next part."""
    if not is_memo(line.text):
        return False
    text = line.text.strip("`")
    return _closes(line) or (_length(text) >= _PART and (is_inside or _reports(text, lang)))


def _closes(line: Line) -> bool:
    """Whether a line begins as the end of an answer does."""
    return any(begins(plain(line.text), role) for role in ("result", "reflection"))


def _reports(text: str, lang: str) -> bool:
    """Whether a text tells acts that were done, or a measured effect."""
    read = list(sentences(text, 0, lang, "paragraph"))
    is_measured = any(figure.kind == "outcome" for sentence in read for figure in figures(sentence))
    return is_measured or acts_told([text], lang) > 1


def _labelled(part: Sequence[Line], labels: Sequence[Label | None], lang: str) -> Answer:
    """An answer with labels: each line in the section of the label above it; what coaches goes to the notes."""
    told: list[tuple[tuple[str, ...], str]] = []
    notes: list[str] = []
    others: list[str] = []
    headings: list[tuple[tuple[str, ...], str]] = []
    roles: tuple[str, ...] = ()
    has_reflection = any("reflection" in label.roles for label in labels if label)
    for line, label in zip(part, labels, strict=True):
        if label:
            roles = label.roles
            named = line.raw[: len(line.raw) - len(label.rest)] if label.rest else line.raw
            if _says_only(named, roles, lang):
                headings.append((roles, as_prose(named)))
            else:
                others.append(as_prose(named))
            if label.rest:
                told.append((roles, as_prose(label.rest)))
        elif not roles or is_aside(line, lang):
            notes.append(_kept(line))
        else:
            if roles == ("result",) and not has_reflection and begins(plain(line.text), "reflection"):
                roles = ("reflection",)
            told.append((roles, _kept(line)))
    spoken_for = {roles for roles, _ in told}
    for each, named in headings:  # one that nothing stands below, or that is said again, becomes no heading
        if each in spoken_for:
            spoken_for.remove(each)
        else:
            others.append(named)
    if others:
        notes.append("Labels: " + " ".join(others))
    return Answer(_sections(told), tuple(notes), lang)


def _unlabelled(told: Sequence[Line], notes: Sequence[Line], lang: str) -> Answer:
    """An answer without labels: each paragraph where its place and its words put it."""
    paragraphs: list[Paragraph] = []
    if len(told) == 1 and len(list(sentences(told[0].text, 0, lang, "paragraph"))) >= _WHOLE:
        return _one_paragraph(told[0], lang)._replace(notes=tuple(map(_kept, notes)))
    all_ = _paragraphs(told)
    end = len(all_)
    while end > 1 and _sells(all_[end - 1][0], lang):
        end -= 1
    numbers: dict[int, int] = {}
    paragraphs = [Paragraph(text, numbers.setdefault(group, len(numbers))) for text, group in all_[:end]]
    pairs = [((role,), each.text) for role, each in zip(placed(paragraphs, lang), paragraphs, strict=True)]
    pairs += [(("reflection",), text) for text, _ in all_[end:]]
    return Answer(_sections(pairs), tuple(map(_kept, notes)), lang)


def _sells(text: str, lang: str) -> bool:
    """Whether a paragraph at an answer's end offers its teller to an employer."""
    said = plain(text)
    if mentions(said, "employers") and mentions(said, "outlook"):
        return True
    return any(map(pitch, sentences(text, 0, lang, "paragraph")))


def _one_paragraph(line: Line, lang: str) -> Answer:
    """An answer that is told in one paragraph: each sentence where its words put it."""
    text = as_prose(line.text.strip("`") if is_memo(line.text) else line.text)
    said = [text[s.span.start : s.span.end] for s in sentences(text, 0, lang, "paragraph")]
    rest = [text] if " ".join(said).split() != text.split() else said
    roles = placed([Paragraph(each, 0) for each in rest], lang)
    sections = _sections([((role,), each) for role, each in zip(roles, rest, strict=True)])
    return Answer(tuple(Section(s.roles, (" ".join(s.paragraphs),)) for s in sections), (), lang)


def _paragraphs(told: Sequence[Line]) -> list[tuple[str, int]]:
    """Each line as a paragraph with its group; lines that an editor broke are one."""
    found: list[tuple[str, int]] = []
    last: Line | None = None
    for line in told:
        text = _kept(line)
        broken = last is not None and last.group == line.group and line.bullet < 0 and _is_broken(last.raw)
        if broken:
            found[-1] = (f"{found[-1][0]}\n{text}", line.group)
        else:
            found.append((text, line.group))
        last = line
    return found


def _is_broken(raw: str) -> bool:
    return len(raw) in _WRAPPED and raw.rstrip("\"”'`*_)")[-1:] not in ".!?。！？:：;；"


def _sections(told: Sequence[tuple[tuple[str, ...], str]]) -> tuple[Section, ...]:
    """Paragraphs with their roles as sections, in the order of the roles; a role that comes again adds to its first."""
    by_roles: dict[tuple[str, ...], list[str]] = {}
    for roles, text in told:
        by_roles.setdefault(roles, []).append(text)
    return tuple(Section(roles, tuple(texts)) for roles, texts in by_roles.items())


def _kept(line: Line) -> str:
    """A line as a paragraph or a list item of a story."""
    text = as_prose(line.text)
    if line.bullet >= 0:
        return f"- {line.raw.strip().split(None, 1)[0].strip('-*+•·')} {text}".replace("-  ", "- ")
    return f"**{text}**" if line.level and "*" not in text else text


def _is_tale(line: Line, lang: str) -> bool:
    """Whether a line is highlighted whole and tells a story of its own, not the next part of the one above it."""
    if not is_memo(line.text) or _length(line.text) < _TALE or _closes(line):
        return False
    return any(
        act.agent in ("I", "we") for s in sentences(line.text.strip("`"), 0, lang, "paragraph") for act in acts(s)
    )


def _length(text: str) -> int:
    """Words of a text; two Chinese characters count as one."""
    return len(text.split()) + han_in(text) // 2


def _says_only(label: str, roles: tuple[str, ...], lang: str) -> bool:
    """Whether a label says no more than the heading that stands for it."""
    return _words(label) == _words(heading_of(roles, lang))


def _words(text: str) -> list[str]:
    return re.sub(r"[\W_]+", " ", text).casefold().split()
