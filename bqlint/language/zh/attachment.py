"""How a Chinese clause stands in its sentence: behind marks of a list, as a label, hanging on another clause."""

from __future__ import annotations

from bqlint.language.zh.predicates import DEEDS
from bqlint.language.zh.reading import Clause, pattern

_MARK = (
    r"(?:\d{2,4}(?:[～~\-–到至]\d{1,4})?年(?:\d{1,2}月)?[底初末]?"
    r"|[一二三四五六七八]是(?!否)|【[^】]*】|[\s\-*•·\d.、①-⑳◆●■\"“”‘’'「」>#()（）]+)*"
)
_WHENEVER = r"(?:每次|每当|凡是|如)?(?:遇到|遇上|碰到|碰上)[^了过]*$"
_WHERE_I_WAS = r"[而但]?我们?(?:先是|当时|一直|也)?在"
_LABEL = 8
"""How long a name before a colon may be."""


def is_label(clause: Clause) -> bool:
    """Whether a clause before a colon only names what follows: 团队分工：安排…; not 经理要求：…."""
    if not clause.has(*DEEDS):
        return "我" not in clause.text
    told = clause.has("sayings", "talking") or (clause.has("persons") and clause.has("causatives"))
    return not told and "我" not in clause.text and "了" not in clause.text and len(clause.text.strip(" -*")) <= _LABEL


def is_subordinate(clause: Clause, start: int) -> bool:
    """Whether the clause opens with a conjunction or 遇到, or ends in 时, 后, 之后, 中."""
    comma = clause.after[:1] in ("，", ",")
    if comma and clause.has("facing") and pattern(_WHENEVER).match(clause.text, start - clause.start):
        return True
    if clause.has("subordinators"):
        first = next((w for w in clause.words if w.start >= start), None)
        if first and first.start <= start + 1 and first.is_a("subordinators") and first.text not in ("让", "使", "等"):
            return True
    if not clause.words or not comma:
        return False
    last = clause.words[-1]
    if last.end != len(clause.text.rstrip()) + clause.start:
        return bool(pattern(r"那(?:个月|一?[天年次周])$").search(clause.text))
    if last.text in tuple("里中上下内") and pattern(_WHERE_I_WAS).match(clause.text, start - clause.start):
        return False
    if any(w.is_a("persons") and clause.tail(w.end).lstrip("们").startswith("在") for w in clause.words):
        return False  # 队员们在老师的带领下，…
    return last.is_a("subordinate_ends")


def first_letter(clause: Clause) -> int:
    """Where the words of the clause begin, behind marks and numbers of a list."""
    if clause.text[0] >= "\u4e00" and clause.text[1:2] != "是":
        return clause.start
    found = pattern(_MARK).match(clause.text)
    return clause.start + found.end() if found else clause.start
