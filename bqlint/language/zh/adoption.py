"""Whether those counted took the work up: 被八个部门采用, 七个班都在用; not 两种方案可选, 我们采用了三种方法."""

from __future__ import annotations

from bqlint.language.zh.context import Setting
from bqlint.language.zh.reading import either, pattern

_NO_TAKERS = r"[种类步层级轮块版环点项大]$"
_ACTING_ON = frozenset(("使用", "采用", "采纳", "引入", "引用", "借鉴", "沿用", "复用", "选择", "用上", "接上"))
"""Verbs of taking up whose object is what was taken up, not who took it."""
_SPREAD_TO = (
    r"(?:推广|复制|普及|铺|铺开|应用|扩展|覆盖|落地|移植|沿用)(?:到|至)了?(?:全[国省市县区校院]|其他|另外|周边)?的?$"
)
_HEARD = r"调查|问卷|投票|留言|评价|会议|座谈|讨论|会$"
"""What people take part in without taking anything up."""
_CITED = r"(?:cited|被引|被?引用)[^，\d]{0,12}$"
_NEAR = 3
_FAR = 14


def is_adopted(setting: Setting) -> bool | None:
    """Whether the things counted took the work up; None where nothing is said of taking up."""
    if pattern(_SPREAD_TO).search(setting.lead) or pattern(_CITED).search(setting.lead):
        return True
    nearest = setting.before[0] if setting.before else None
    gap = setting.text[nearest.end : setting.quantity.start] if nearest else ""
    if nearest and nearest.is_a("uptake") and len(gap) <= _NEAR and "的" not in gap:
        acted_on = nearest.text.startswith("独立") or (nearest.text in _ACTING_ON and "被" not in setting.lead)
        begun = nearest.start > setting.clause.start and not acted_on
        return begun and setting.merit >= 0 and ("被" in setting.lead or not is_part(setting))
    if took_up(setting):
        return not setting.near("earlier")
    return None


def took_up(setting: Setting) -> bool:
    """Whether a predicate of taking up follows of which those counted are the subject."""
    word = next((word for word in setting.behind if word.is_a("uptake")), None)
    if word is None or is_part(setting):
        return False
    if word.text in ("参与", "参加") and pattern(_HEARD).search(setting.clause.tail(word.end)):
        return False
    gap = setting.text[setting.quantity.end : word.start]
    return len(gap) <= _FAR and not gap.endswith("的")


def is_part(setting: Setting) -> bool:
    """Whether parts of a matter are counted, which take nothing up: 两种方案, 四个问题."""
    if pattern(_NO_TAKERS).search(setting.told):
        return True
    return is_of_text(setting)


def is_of_text(setting: Setting) -> bool:
    """Whether what is counted is what a matter or a text is divided into: 三个步骤, 四个不同的方面."""
    return bool(pattern(rf"[的大新不同主要关键重点]*(?:{either('parts')})").match(setting.tail))
