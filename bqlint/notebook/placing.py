"""Which section each paragraph of an unlabelled answer belongs to: by its place and by what it says.

The roles of STAR come in order, so the best assignment is a path that never steps back. Each paragraph gives each role
a score from its wording and from the sentence analysis of the rules; each step costs something, least where a blank
line divides the answer. The path with the highest sum wins (dynamic programming over paragraphs and roles).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bqlint.headings import SPOKEN
from bqlint.language.agent import acts
from bqlint.language.figures import figures
from bqlint.language.hypothetical import told_hypothetically
from bqlint.language.reflection import changed, lesson
from bqlint.notebook.lists import entries
from bqlint.prose import Sentence, sentences

ROLES = SPOKEN
_CUE, _OPENING_CUE = 1.0, 1.6
"""What a phrase of a role's list weighs within the first words of a paragraph, and at its very beginning."""
_EARLY = 60
"""Code points from the start of a paragraph in which its phrases say what it is about."""
_ANALYSED = 1.2
_PLACE = 1.5
_STAY_ACROSS, _STEP_WITHIN, _SKIP = 0.7, 1.4, 0.5
"""Costs: two groups in one section, a step inside a group, and each role that a step leaves out."""


class Paragraph(NamedTuple):
    """A paragraph of an answer, and the group of neighbouring lines that it belongs to, counted from 0."""

    text: str
    group: int


def placed(answer: Sequence[Paragraph], lang: str) -> list[str]:
    """The role of each paragraph, in order; roles never step back."""
    if not answer:
        return []
    groups = answer[-1].group + 1
    read = [list(sentences(each.text, 0, lang, "paragraph")) for each in answer]
    imagined = told_hypothetically([sentence for each in read for sentence in each]) is not None
    scores = [_scores(each, said, 0 if imagined else groups) for each, said in zip(answer, read, strict=True)]
    best: list[list[tuple[float, int]]] = [[(score - _SKIP * role, role) for role, score in enumerate(scores[0])]]
    for at in range(1, len(answer)):
        is_new = answer[at].group != answer[at - 1].group
        row = []
        for role, score in enumerate(scores[at]):
            reached = [
                (best[-1][before][0] - _cost(before, role, is_new, groups), before) for before in range(role + 1)
            ]
            total, before = max(reached, key=lambda pair: (pair[0], -pair[1]))
            row.append((total + score, before))
        best.append(row)
    role = max(range(len(ROLES)), key=lambda each: (best[-1][each][0], -each))
    path = [role]
    for at in range(len(answer) - 1, 0, -1):
        path.append(best[at][path[-1]][1])
    return [ROLES[role] for role in reversed(path)]


def _cost(before: int, role: int, is_new: bool, groups: int) -> float:
    """What it costs to go from one role to another between two paragraphs."""
    if before == role:
        return _STAY_ACROSS if is_new and groups > 2 else 0.0
    step = 0.0 if is_new or groups == 1 else _STEP_WITHIN
    return step + _SKIP * (role - before - 1)


def _scores(paragraph: Paragraph, read: Sequence[Sentence], groups: int) -> list[float]:
    """How well a paragraph fits each role, by its phrases, its sentences, and its place among the groups.

    An answer that imagines what one would do has no such place (`groups` is 0): it is action from its first word.
    """
    text = paragraph.text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lstrip('*"“_ ')
    scores = dict.fromkeys(ROLES, 0.0)
    for role in ROLES:
        first = min((text.find(cue) for cue in entries(role) if cue in text[: _EARLY + len(cue)]), default=-1)
        scores[role] += _OPENING_CUE if first == 0 else _CUE if first > 0 else 0.0
    _analysed(read, scores)
    if not groups:
        scores = {**dict.fromkeys(ROLES, 0.0), "action": _OPENING_CUE, "reflection": 2 * scores["reflection"]}
    elif groups == len(ROLES):
        scores[ROLES[paragraph.group]] += _PLACE
    elif groups > 2:
        scores["situation"] += _PLACE if paragraph.group == 0 else 0.0
        for role in ("result", "reflection"):
            scores[role] += _PLACE / 3 if paragraph.group == groups - 1 else 0.0
    return [scores[role] for role in ROLES]


def _analysed(read: Sequence[Sentence], scores: dict[str, float]) -> None:
    """Add what the sentences say: lessons, measured effects, own acts."""
    if not read:
        return
    share = _ANALYSED / len(read)
    for sentence in read:
        if lesson(sentence) or changed(sentence):
            scores["reflection"] += 1.5 * share
        if any(figure.kind == "outcome" for figure in figures(sentence)):
            scores["result"] += share
        own = sum(act.agent == "I" for act in acts(sentence))
        scores["action"] += share * min(own, 2) / 2
