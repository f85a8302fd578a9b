"""Which role of a story a heading opens: the STAR names, their aliases in English and Chinese, and a team's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SPOKEN = ("situation", "task", "action", "result", "reflection")
"""The roles that an answer is told in, in their order."""

ROLES = (*SPOKEN, "notes")

ALIASES: Mapping[str, str] = {
    alias: role
    for role, aliases in {
        "situation": "situation, situations, context, background, the situation, setting, s, "
        "情境, 情景, 情况, 背景, 處境, 情境背景",
        "task": "task, tasks, responsibility, responsibilities, objective, goal, challenge, the task, my task, "
        "my role, t, 任务, 任務, 目标, 目標, 职责, 職責",
        "action": "action, actions, approach, steps, what i did, actions taken, the action, my actions, my action, a, "
        "行动, 行動, 措施, 做法, 过程, 過程",
        "result": "result, results, outcome, outcomes, impact, the result, the outcome, the results, r, "
        "结果, 結果, 成果, 成效, 效果",
        "reflection": "reflection, reflections, lesson, lessons, learning, learnings, lessons learned, lessons learnt, "
        "lesson learned, what i learned, what i learnt, takeaway, takeaways, key takeaways, retrospective, l, "
        "反思, 总结, 總結, 复盘, 復盤, 心得, 收获, 收穫, 学习, 经验教训, 經驗教訓, 反思与总结",
        "notes": "notes, note, memo, memos, 备注, 備註, 笔记, 筆記, 备忘, 附注",
    }.items()
    for alias in aliases.split(", ")
}
"""Heading text, in lower case, to role."""

CHINESE: Mapping[str, str] = {
    "situation": "情境",
    "task": "任务",
    "action": "行动",
    "result": "结果",
    "reflection": "反思",
    "notes": "备注",
}
"""What each role is called in a Chinese story."""

_FRAME = re.compile(r"^[\W\d_]+|[\W_]+$")
_PART = re.compile(r"\s*[:：—–(（|]\s*|\s-\s")
_LONGEST = 200
"""Characters in which a heading says what it opens. Patterns that look for its parts read no more."""
_AND = re.compile(r"\s*(?:/|&|\+|,|、|\band\b|和|与|及)\s*")


def roles_of(heading: str, aliases: Mapping[str, str] = ALIASES) -> tuple[str, ...]:
    """The roles that `heading` opens, in order; none where it is no STAR heading, several for "Situation and Task".

    Numbering, punctuation, letter case and whatever follows a colon, dash or bracket do not matter.
    """
    if heading.isalpha() and (role := aliases.get(heading.casefold())):  # nothing to take off, as nearly always
        return (role,)
    said = " ".join(heading.split())
    plain = " ".join(_FRAME.sub("", said[:_LONGEST]).casefold().split())
    first = _FRAME.sub("", _PART.split(plain, maxsplit=1)[0])
    for text in (plain, first) if len(said) <= _LONGEST else (first,):
        if text in aliases:
            return (aliases[text],)
        parts = [aliases.get(_FRAME.sub("", part)) for part in _AND.split(text)]
        if len(parts) > 1 and all(parts):
            return tuple(dict.fromkeys(part for part in parts if part))
    return ()


def heading_of(roles: Iterable[str], lang: str) -> str:
    """The canonical heading of a section that tells `roles`, in the language of its story."""
    if lang == "zh":
        return "和".join(CHINESE[role] for role in roles)
    return " and ".join(role.title() for role in roles)
