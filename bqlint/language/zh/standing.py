"""Where a Chinese measure stands, and how it came there: told of today, against then, or of a thing at hand."""

from __future__ import annotations

from bqlint.language.zh.context import Setting
from bqlint.language.zh.quantity import Sort
from bqlint.language.zh.reading import pattern

MOVED = ("rising", "falling", "bettering")
GAINED = ("saving", "earning")
PUT_IN = ("spending", "effort", "setting", "setbacks", "facing")
DID = r"(?:最后|最终|结果|实际|到头来|年底|全年)[^，]{0,6}[干做跑卖冲](?:了|到|出)$"
_PUT_UP = frozenset(("资金", "经费", "预算", "编制", "人手", "工资", "存款", "余额"))
"""What a work is given, or has: no effect by standing there."""
THEN_AND_NOW = (
    r"现在|如今|目前|后来|改完|这之后|(?:改造|优化|改版|上线|改进|调整|升级|迁移|切换|重构|整改|实施|推行)[以之]?后"
)
_AND_THEN = r"(?:以前|原来|原先|过去|从前|早先|[改优调整升]{1,2}[造化级]?前)(?:可|都|平均|一般)*(?:是|要|得)"
"""What it was before, told behind: 平均两天半，以前是两周."""
_DUE = (
    r"(?:本该|本来|原本|原定|原计划|往常|平时|按说)[要需得]?(?:用|花|干|做)?[^，我]{2,6}"
    r"的(?:活儿?|工作|任务|项目|工程|工期|工作量)$"
)
"""What the work should have taken, told before: 本该两周的活，四天就做完."""
_LABELLED = 3
"""How near the end of a name before a colon its measure must stand: 回款净额：三千万."""
_SPARED = r"(?<![缺减至最多不])少[写跑走等花录填搬排打抄付装拆站签]了?[约近]?$"
_UNLISTED_DEED = r"[\u4e00-\u9fff]了[约近足整]*$"


def is_level(setting: Setting) -> bool:
    """A level reached: high of a good measure, low of a bad one."""
    if setting.is_before:
        return False
    if setting.merit:
        return not setting.is_worse
    if setting.governed("little"):
        return setting.near("since") or bool(pattern(r"[只仅]剩下?$").search(setting.lead))
    return setting.governed("serving") or setting.quantity.sort in (Sort.PERCENT, Sort.SHARE, Sort.SCORE)


def stands(setting: Setting) -> bool:
    """A measure with its level beside it and no verb: 满意度98%, NPS 62."""
    if setting.is_before or setting.merit <= 0 or setting.governed("little") or _is_attribute(setting):
        return False
    word = next((word for word in setting.before if word.is_a("good_measures")), None)
    if word and word.text in _PUT_UP:
        return setting.near("since")
    if word is None and "率" not in setting.lead:
        return setting.near("since")
    gap = setting.text[word.end : setting.quantity.start] if word else setting.lead.rpartition("率")[2]
    if gap.endswith(("：", ":")) and len(gap) > _LABELLED:
        return False
    return setting.near("since") or (len(gap) <= 4 and not pattern(r"是|的").search(gap))


def _is_attribute(setting: Setting) -> bool:
    """Whether the number only describes what was worked on or found out: 负责一款月活50万的应用, 报告显示占比66%."""
    if pattern(r"[^，]{0,4}的").match(setting.tail) and setting.near("effort", "setting", "deeds"):
        return True
    return any(clause.has("reports") for clause in (*setting.earlier, setting.clause))


def is_against_then(setting: Setting) -> bool:
    """Now against then: 现在只要十分钟."""
    if setting.later and setting.later[0].has("earlier") and pattern(r"只[要用需]|就").search(setting.lead):
        return True
    if setting.later and pattern(_AND_THEN).match(setting.later[0].text):
        return not setting.is_before
    if setting.earlier and pattern(_DUE).search(setting.earlier[-1].text) and pattern("就|便").match(setting.tail):
        return True
    now = pattern(THEN_AND_NOW).search(setting.lead)
    if now is None or "了" in setting.lead[now.end() :]:
        return False  # 后来派了两位同学
    if setting.governed("little") or pattern(r"[只仅][要需]?要?$|不到$|不超过$|不足$").search(setting.lead):
        return True
    then = any(clause.has("earlier") for clause in setting.earlier)
    return then or bool(pattern(r"就|便|足够|即可").match(setting.tail))


def is_spared(setting: Setting) -> bool:
    """Whether each has so much less to do: 每班少写二十分钟."""
    return bool(pattern(_SPARED).search(setting.lead))


def is_done_to(setting: Setting) -> bool:
    """Whether a verb that no list holds tells what became of it: 便宜了八毛, 松动了三成."""
    return not (setting.governor or setting.is_mine or setting.is_before) and bool(
        pattern(_UNLISTED_DEED).search(setting.lead)
    )
