"""Which section each paragraph of an unlabelled answer belongs to: by its place and by what it says.

The roles of STAR come in order, so the best assignment is a path that never steps back. Each paragraph gives each role
a score from its place, from its wording and from the sentence analysis of the rules; to stay in a role, to leave a role
out and to change the role in the middle of a block cost something. The path with the highest sum wins (dynamic
programming over paragraphs and roles). The weights were chosen on notebooks of several people.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from bqlint.headings import SPOKEN
from bqlint.language.agent import acts
from bqlint.language.figures import figures
from bqlint.language.hypothetical import repeated, told, told_hypothetically
from bqlint.language.reflection import changed, lesson
from bqlint.notebook.lists import entries
from bqlint.prose import Sentence, sentences
from bqlint.typed import NamedTuple

_EARLY = 60
"""Code points from the start of a paragraph in which its phrases say what it is about."""
_CUE_FIRST, _CUE_EARLY, _CUE_LATER = 1.6, 1.0, 0.6
"""What a phrase of a role's list weighs at the very beginning of a paragraph, soon after it, and anywhere else."""
_OWN, _NOBODY, _STANDING = 0.9, 0.6, 0.9
"""Own acts speak for action; that neither I nor we act, and what I do nowadays, speak against it."""
_MEASURED, _LEARNT = 1.2, 1.2
_OPENS, _MIDDLE, _SECOND, _CLOSES, _ONE_EACH = 1.5, 0.6, 0.2, 0.5, 0.6
"""What the place says: the first block, those between, the second, the last, and five blocks, one for each role."""
_LEFT_OUT = {"situation": 0.6, "task": 0.5, "action": 1.0, "result": 1.3, "reflection": 0.0}
_STAY, _STAY_BY_LINE, _STEP_WITHIN = 1.5, 0.4, 1.3
_SCENE = 0.5
"""How much less it costs to stay in a situation, which may take two blocks to set."""


class Paragraph(NamedTuple):
    """A paragraph of an answer, and the group of neighbouring lines that it belongs to, counted from 0."""

    text: str
    group: int


class _Blocks(NamedTuple):
    """The block that each paragraph belongs to, how many there are, and what two of them in one role cost."""

    of: tuple[int, ...]
    number: int
    stay: float


class _Way(NamedTuple):
    """The best path to a role at one paragraph: its sum so far, and the path to the paragraph before."""

    total: float
    role: int
    before: _Way | None


def placed(answer: Sequence[Paragraph], lang: str) -> list[str]:
    """The role of each paragraph, in order; roles never step back."""
    if not answer:
        return []
    read = [list(sentences(each.text, 0, lang, "paragraph")) for each in answer]
    said = [_said(each.text, told) for each, told in zip(answer, read, strict=True)]
    if _is_imagined(read):
        return _imagined(said)
    blocks = _blocks(answer)
    scores = [_sum(each, _by_place(block, blocks.number)) for each, block in zip(said, blocks.of, strict=True)]
    return _best_path(scores, blocks)


def _is_imagined(read: Sequence[Sequence[Sentence]]) -> bool:
    """Whether an answer tells what one would do, or always does, and nothing that was done."""
    all_ = [sentence for each in read for sentence in each]
    return told_hypothetically(all_) is not None or all(map(_is_standing, read))


def _imagined(said: Sequence[dict[str, float]]) -> list[str]:
    """The roles of such an answer: it is action from its first word, but for a lesson at its end."""
    ends_in_lesson = len(said) > 1 and said[-1]["reflection"] >= _LEARNT
    return ["action"] * (len(said) - ends_in_lesson) + ["reflection"] * ends_in_lesson


def _blocks(answer: Sequence[Paragraph]) -> _Blocks:
    """Groups are blocks; where there are hardly any, each line is one, a list item with the line that it follows."""
    groups = answer[-1].group + 1
    if groups > 2:
        return _Blocks(tuple(each.group for each in answer), groups, _STAY)
    lines = [0]
    for before, each in pairwise(answer):
        lines.append(lines[-1] + (each.group != before.group or not each.text.startswith("- ")))
    if lines[-1] == 0:
        lines = list(range(len(answer)))
    return _Blocks(tuple(lines), lines[-1] + 1, _STAY_BY_LINE)


def _best_path(scores: Sequence[dict[str, float]], blocks: _Blocks) -> list[str]:
    """The roles, one a paragraph and never stepping back, whose scores less their costs have the highest sum."""
    weight = 1.0 if blocks.number > 2 else 0.5
    skipped = list(accumulate((_LEFT_OUT[role] * weight for role in SPOKEN), initial=0.0))
    ways = [_Way(scores[0][name] - skipped[role], role, None) for role, name in enumerate(SPOKEN)]
    for at in range(1, len(scores)):
        is_new = blocks.of[at] != blocks.of[at - 1]
        stay, step = (blocks.stay, 0.0) if is_new else (0.0, _STEP_WITHIN)
        ways = [
            max(
                (
                    _Way(way.total - (step + skipped[role] - skipped[way.role + 1]) + scores[at][name], role, way)
                    if way.role < role
                    else _Way(way.total - stay * (1.0 if role else _SCENE) + scores[at][name], role, way)
                    for way in ways[: role + 1]
                ),
                key=lambda way: way.total,
            )
            for role, name in enumerate(SPOKEN)
        ]
    end: _Way | None = max(ways, key=lambda way: way.total - (skipped[-1] - skipped[way.role + 1]))
    path: list[str] = []
    while end:
        path.append(SPOKEN[end.role])
        end = end.before
    return path[::-1]


def _by_place(block: int, count: int) -> dict[str, float]:
    """What the place of a block among so many says for each role."""
    scores = dict.fromkeys(SPOKEN, 0.0)
    if count < 3:
        return scores
    if count == len(SPOKEN):
        scores[SPOKEN[block]] += _ONE_EACH
    if block == 0:
        scores["situation"] += _OPENS
    elif block == count - 1:
        scores["result"] += _CLOSES
        scores["reflection"] += _CLOSES
    else:
        scores["action"] += _MIDDLE
        scores["task"] += _SECOND if block == 1 else 0.0
    return scores


def _said(paragraph: str, read: Sequence[Sentence]) -> dict[str, float]:
    """What a paragraph's phrases and sentences say for each role."""
    text = paragraph.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lstrip('*"“_-. 0123456789')
    scores = {role: _cue(text, role) for role in SPOKEN}
    agents = [[act.agent for act in acts(sentence)] for sentence in read]
    own = sum(min(each.count("I"), 2) / 2 for each in agents)
    scores["action"] += _OWN * own / max(len(read), 1)
    if not any(agent in ("I", "we") for each in agents for agent in each):
        scores["situation"] += _NOBODY / 2
        scores["action"] -= _NOBODY
        scores["result"] += _NOBODY
    if any(figure.kind == "outcome" for sentence in read for figure in figures(sentence)):
        scores["result"] += _MEASURED
    if any(lesson(sentence) or changed(sentence) for sentence in read):
        scores["reflection"] += _LEARNT
    if _is_standing(read):
        scores["action"] -= _STANDING
        scores["reflection"] += _STANDING
    return scores


def _cue(text: str, role: str) -> float:
    """What the phrases of a role's list weigh in a text in lower case."""
    places = [at for phrase in entries(role) if (at := text.find(phrase)) >= 0]
    if not places:
        return 0.0
    first = min(places)
    return _CUE_FIRST if first == 0 else _CUE_EARLY if first < _EARLY else _CUE_LATER


def _is_standing(read: Sequence[Sentence]) -> bool:
    """Whether a paragraph tells what I do nowadays and nothing that I did."""
    return any(map(repeated, read)) and not any(map(told, read))


def _sum(*scores: dict[str, float]) -> dict[str, float]:
    return {role: sum(each[role] for each in scores) for role in SPOKEN}
