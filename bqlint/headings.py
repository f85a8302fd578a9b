"""Which role of a story a heading opens: the STAR names, their aliases in English and Chinese, and a team's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bqlint.pattern import pattern

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

_LONGEST = 200
"""Characters in which a heading says what it opens. Patterns that look for its parts read no more."""
_BEHIND = (":", "：", "—", "–", "(", "（", "|", " - ")
"""Signs behind which a heading says more than what it opens."""
_AND = pattern(r" ?(?:/|&|\+|,|、|\band\b|和|与|及) ?")
_CHINESE_AND = frozenset("和与及")


def roles_of(heading: str, aliases: Mapping[str, str] = ALIASES) -> tuple[str, ...]:
    """The roles that `heading` opens, in order; none where it is no STAR heading, several for "Situation and Task".

    Numbering, punctuation, letter case and whatever follows a colon, dash or bracket do not matter.
    """
    if heading.isalpha() and (role := aliases.get(heading.casefold())):  # nothing to take off, as nearly always
        return (role,)
    said = " ".join(heading.split())
    plain = " ".join(_unframed(said[:_LONGEST]).casefold().split())
    first = _unframed(plain[: min(f"{plain}{sign}".find(sign) for sign in _BEHIND)])
    for text in (plain, first) if len(said) <= _LONGEST else (first,):
        if text in aliases:
            return (aliases[text],)
        if any(_ends_at(text, len(alias)) for alias in aliases if text.startswith(alias)):
            parts = [aliases.get(_unframed(part)) for part in _AND.split(text)]
            if len(parts) > 1 and all(parts):
                return tuple(dict.fromkeys(part for part in parts if part))
    return ()


def _unframed(text: str) -> str:
    """A heading without the numbering and the signs before its first letter, and the signs behind its last word."""
    start, end = 0, len(text)
    while start < end and (not text[start].isalnum() or text[start].isdecimal()):
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def _ends_at(text: str, end: int) -> bool:
    """Whether a word of a heading ends at this offset."""
    follows = text[end : end + 1]
    return not follows.isalnum() or follows in _CHINESE_AND


def heading_of(roles: Iterable[str], lang: str) -> str:
    """The canonical heading of a section that tells `roles`, in the language of its story."""
    if lang == "zh":
        return "和".join(CHINESE[role] for role in roles)
    return " and ".join(role.title() for role in roles)
