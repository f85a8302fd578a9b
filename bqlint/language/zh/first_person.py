"""我 and 我们 as the subject of a clause: where they stand, with whom they act, and when they do nothing."""

from __future__ import annotations

import re
from functools import cache

from bqlint.language.zh.predicates import DEEDS
from bqlint.language.zh.reading import Clause, Word, either, pattern
from bqlint.pattern import compiled

_ME = (
    r"我们|咱们?|我[方司]|我行(?![动使走])|我院|我校(?![对准正验])|我|本人|笔者|俺|"
    r"个人(?=(?:全年|累计|共|同时|还|也|主要)*(?:获|负责|独立|承担|完成|签|拿|主持|参与))"
)
_POSSESSED = r"[^了着把将被，]{0,6}?的(?![确是])|所[^，]{1,2}的?"
_WHAT_I_DID = r".{0,6}的(?:第.{1,2}|最后.{0,1})?(?:件事|步|做法|办法|方法|思路|选择|对策)(?:就)?是"
_GIVEN = r"(?:[了过给着]|高出|[低高多少优]于|超过|领先|落后|不如)$"
_STATE = (
    r"(?:自己|当时|那时|也|都|却|一直|真的|心里|其实|确实|本来|今年)*"
    r"(?:很|非常|特别|十分|有点|有些|挺|太|是(?!先)|只有|没有|没(?!有)|有|在|怕|不太|不敢|不信|不懂|不知道|不清楚|\d)"
)
_TOGETHER = (
    r"[^，]{1,8}?(?:一起|一同|一道|一块儿?|共同|轮流|分头|合力|联手|搭档|各自|分别|[两二三四五]个?人|俩|都|把|将"
    r"|约定|约好|商定|说好|谈妥)"
)


def first_person(clause: Clause) -> tuple[int, int, str] | None:
    """The place of 我 or 我们 as the subject, and which of the two."""
    if not pattern(r"[我咱笔俺本个]").search(clause.text):
        return None
    for match in pattern(_ME).finditer(clause.text):
        at, end = clause.start + match.start(), clause.start + match.end()
        if match.start() > 1 and clause.text[match.start() - 1] in '“"「『':
            continue
        previous = next((w for w in clause.words if w.start < at <= w.end), None)
        if previous and previous.end > at:  # 教我, 让我明白
            continue
        if previous and previous.is_a("causatives") and previous.text != "由":
            continue
        if pattern(_GIVEN).search(clause.text, 0, match.start()) or not clause.tail(end).strip("。 自己"):
            continue
        if pattern(_WHAT_I_DID).match(clause.text, match.end()) or not _is_modifier(clause, end):
            return at, end, "we" if match[0][0] == "咱" or (match[0][0] == "我" and len(match[0]) > 1) else "I"
    return None


def _is_modifier(clause: Clause, end: int) -> bool:
    """Whether the 我 before `end` belongs to a noun: 我的方案, 我写的脚本, 我妈; not 我负责公司的招聘."""
    if _kin().match(clause.text, end - clause.start) or clause.tail(end).startswith("所"):
        return True
    match = pattern(_POSSESSED).match(clause.text, end - clause.start)
    how = next((w for w in clause.words if w.start == end and w.is_a("lead_ins")), None)
    if not match or (how and len(how.text) > 1 and how.text not in ("没有", "可以", "自己")):
        return False  # 我逐渐步入稳定的节奏; but 我要做的
    if len(match[0]) > 1 and clause.tail(clause.start + match.end())[:1] in tuple("太很挺"):
        return False  # 我写的太杂了
    stop = clause.start + match.end() - 1
    inside = [w for w in clause.words if end <= w.start and w.end <= stop and w.is_a(*DEEDS, "states")]
    if not inside:
        return True
    if len(inside) == 1 and clause.tail(inside[0].end)[:1] in tuple("他她它你您"):
        return False  # 我负责他的工作
    return len(inside) == 1 and inside[0].end >= stop - 1 and inside[0].start >= stop - 3 and stop + 1 < clause.end


@cache
def _kin() -> re.Pattern[str]:
    """Somebody whom 我 before them possesses: 妈, 老板."""
    return compiled(either("kin"))


def is_shared(clause: Clause, end: int) -> bool:
    """Whether somebody acts with me: 我和小刘把…, 我跟搭档轮流…; not 我和客户谈, 我跟店长打了招呼."""
    link = next((w for w in clause.words if w.start == end), None)
    if link is None or link.text not in ("和", "跟", "与", "同"):
        return False
    if pattern(_TOGETHER).match(clause.text, link.end - clause.start):
        return True
    return link.text in ("和", "与") and not clause.has("talking")


def is_state(clause: Clause, at: int, end: int, act: Word | None) -> bool:
    """Whether nothing is done of which 我 at `at` is the subject: 我很紧张, 我们只有两个人, 这是我第一次带队."""
    if clause.lead(at).endswith("是") and pattern(r"[第最头]").match(clause.text, end - clause.start):
        return True
    if act or any(w.start >= end and w.end - w.start > 1 and w.is_a("talking", "causatives") for w in clause.words):
        return False
    return bool(pattern(_STATE).match(clause.text, end - clause.start))
