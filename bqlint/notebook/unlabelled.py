"""An answer without labels: each paragraph, or each sentence of a lone one, where its place and its words put it."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.language.reflection import pitch
from bqlint.notebook.answer import Answer, Section, kept, sections
from bqlint.notebook.asides import plain
from bqlint.notebook.lines import Line
from bqlint.notebook.lists import mentions
from bqlint.notebook.marks import as_prose, is_memo
from bqlint.notebook.placing import Paragraph, placed
from bqlint.prose import sentences

_WRAPPED = range(50, 130)
"""Code points of a line that an editor may have broken."""
_WHOLE = 4
"""Sentences from which an answer of one paragraph is a whole story."""


def unlabelled(told: Sequence[Line], notes: Sequence[Line], lang: str) -> Answer:
    """An answer without labels: each paragraph where its place and its words put it."""
    if len(told) == 1 and len(list(sentences(told[0].text, 0, lang, "paragraph"))) >= _WHOLE:
        return one_paragraph(told[0], lang)._replace(notes=tuple(map(kept, notes)))
    all_ = _paragraphs(told)
    end = len(all_)
    while end > 1 and _sells(all_[end - 1][0], lang):
        end -= 1
    numbers: dict[int, int] = {}
    paragraphs = [Paragraph(text, numbers.setdefault(group, len(numbers))) for text, group in all_[:end]]
    pairs = [((role,), each.text) for role, each in zip(placed(paragraphs, lang), paragraphs, strict=True)]
    pairs += [(("reflection",), text) for text, _ in all_[end:]]
    return Answer(sections(pairs), tuple(map(kept, notes)), lang)


def one_paragraph(line: Line, lang: str) -> Answer:
    """An answer that is told in one paragraph: each sentence where its words put it."""
    text = as_prose(line.text.strip("`") if is_memo(line.text) else line.text)
    said = [text[s.span.start : s.span.end] for s in sentences(text, 0, lang, "paragraph")]
    rest = [text] if " ".join(said).split() != text.split() else said
    roles = placed([Paragraph(each, 0) for each in rest], lang)
    parts = sections([((role,), each) for role, each in zip(roles, rest, strict=True)])
    gap = "" if lang == "zh" else " "
    return Answer(tuple(Section(part.roles, (gap.join(part.paragraphs),)) for part in parts), (), lang)


def _sells(text: str, lang: str) -> bool:
    """Whether a paragraph at an answer's end offers its teller to an employer."""
    said = plain(text)
    if mentions(said, "employers") and mentions(said, "outlook"):
        return True
    return any(map(pitch, sentences(text, 0, lang, "paragraph")))


def _paragraphs(told: Sequence[Line]) -> list[tuple[str, int]]:
    """Each line as a paragraph with its group; lines that an editor broke are one."""
    found: list[tuple[str, int]] = []
    last: Line | None = None
    for line in told:
        text = kept(line)
        broken = last is not None and last.group == line.group and line.bullet < 0 and _is_broken(last.raw)
        if broken:
            found[-1] = (f"{found[-1][0]}\n{text}", line.group)
        else:
            found.append((text, line.group))
        last = line
    return found


def _is_broken(raw: str) -> bool:
    return len(raw) in _WRAPPED and raw.rstrip("\"”'`*_)")[-1:] not in ".!?。！？:：;；"
