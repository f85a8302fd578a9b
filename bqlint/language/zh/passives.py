"""Which word makes a Chinese clause a passive."""

from __future__ import annotations

from bqlint.language.zh.predicates import verb
from bqlint.language.zh.reading import Clause, Word, pattern

_TURNED_PASSIVE = r"[^，]{0,6}?(?:被|遭到?|挨了?|受到|受了|得到了?|获得了?)"
_BY = (
    r"(?<![路理自缘])由(?![于此来衷]|[^，]{0,6}\d[^，]*[到至为成]"
    r"|[^，]{0,8}[一二三四五六七八九十百千两几][^，]{0,8}[降升增减缩提涨扩变延压][^，]{0,3}[到至为成]"
    r"|[^，]{1,8}[拆改变转升](?:分|造|级)?[到至为成]|(?:按|[几数]个?)?(?:毫?秒|分钟|小时|[天日周月季年])级?[^，]*[到至为成])([^，到至降升\d]{1,10})"
)
_OBTAINED = r"(?:得到|获得)了?[^，]{0,6}$"


def undergoes(clause: Clause, at: int) -> bool:
    """Whether 被 or 受到 follows the subject that ends at `at`, only adverbs between them."""
    if not pattern(_TURNED_PASSIVE).match(clause.text, at - clause.start):
        return False
    for word in clause.words:
        if word.start >= at:
            if word.is_a("received"):
                return word.start - at <= 4
            if not word.is_a("lead_ins"):
                return False
    return False


def passive(clause: Clause) -> Word | None:
    """The word that makes the clause a passive."""
    if not clause.has("received", "undergone") and "由" not in clause.text:
        return None
    for word in clause.words:
        lead = clause.lead(word.start)
        if word.is_a("received") and not lead.endswith(("为了不", "以免", "免得", "怕")):  # 为了不被落下
            tail = clause.tail(word.end)
            attributive = pattern(r"[^，]{1,8}的[^，]{2,}").match(tail) and not tail.endswith("的")
            if "把" not in lead and "将" not in lead and not (attributive and not lead.strip()):
                return word
        elif word.is_a("undergone"):
            found = pattern(_OBTAINED).search(lead)
            if found and found.start() >= 2 and not pattern(r"[我他]们?(?![们的])|[^我]们(?!的)").search(lead):
                return word
    if by := pattern(_BY).search(clause.text):
        done = verb(clause, clause.start + by.start() + 2)
        head = next((word for word in clause.words if not word.is_a("lead_ins")), None)
        left_out = head is not None and head.is_a("deeds") and not clause.lead(head.start).strip(" -*•·")
        return None if left_out and head is not done else done
    return None
