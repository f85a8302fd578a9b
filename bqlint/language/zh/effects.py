"""Does a Chinese quantity, taken as real, measure the effect of the work? One question a sort."""

from __future__ import annotations

import re
from collections.abc import Callable

from bqlint.language.zh.context import Setting
from bqlint.language.zh.quantity import Sort

_WON = re.compile(r"[获得夺拿评排居列]|跻身|进入|跃|成为")
_FIELD = re.compile(
    r"(?:[全区组院校省市县班级行部店厂队国]|公司|部门|集团|小组|车间|系统内|大赛|比赛|竞赛|评比|中|评分|成绩|排名|口碑|销量|业绩|绩效)的?$"
)
_NOT_WON = re.compile(
    r"[天次步周个年月期批版轮季条段阶项种件位领遍回课集章届堂节点部张座线时手代类方环份学印反家杯]|优先|要务|时间"
)
_WITHIN = re.compile(r"(?:以内|之内|内)")
_ALL = re.compile(r"都|均|全部|能|可以|就")
_THEN_AND_NOW = re.compile(r"现在|如今|目前|后来|改完|这之后|改造后")
_PEOPLE = re.compile(r"用户|客户|会员|粉丝|订单|读者|学员|家|单|门店|商户|注册|名|位|人|万|千")
_COMPARED = re.compile(r"(?:原来|往年|以前|之前|过去|去年|平时|上年|同期|上季度|上个月|对手|同行|竞品)的?$")


def _is_moved(setting: Setting) -> bool:
    """Whether a verb before the quantity tells how a measure moved, the right way."""
    return bool(setting.governor & {"rising", "falling", "bettering", "saving", "earning"}) and not setting.is_worse


def percent(setting: Setting) -> bool:
    """A share or a percentage: moved, reached, or told of those who took the work up."""
    if setting.quantity.signed:
        return not setting.is_worse
    if setting.governor & {"setbacks", "spending", "effort", "setting"} and not setting.governor & {
        "saving",
        "falling",
    }:
        return setting.governor >= {"spending"} and bool(re.search(r"[只仅]用", setting.lead))
    if setting.governor & {"rising", "falling", "bettering", "saving", "earning"}:
        return not setting.is_worse
    if re.match(r"的?(?:提升|提高|增长|下降|降幅|涨幅|增幅|改善|节省)", setting.tail):
        return not setting.is_worse
    if setting.governor & {"reaching", "little", "serving"}:
        return _level(setting)
    if setting.follows("uptake"):
        return not setting.near("earlier")
    return _standing(setting)


def _level(setting: Setting) -> bool:
    """A level reached: high of a good measure, low of a bad one."""
    if setting.near("earlier") and not setting.near("since"):
        return False
    if setting.merit:
        return not setting.is_worse
    if "little" in setting.governor:
        return setting.near("since")
    return "serving" in setting.governor or setting.quantity.sort in (Sort.PERCENT, Sort.SHARE, Sort.SCORE)


def _standing(setting: Setting) -> bool:
    """A measure with its level beside it and no verb: 满意度98%, NPS 62."""
    if setting.near("earlier") and not setting.near("since"):
        return False
    if setting.merit > 0:
        word = next((w for w in setting.before if "good_measures" in w.kinds), None)
        if word is not None:
            gap = setting.text[word.end : setting.quantity.start]
            return (len(gap) <= 4 and not re.search(r"是|[的]", gap)) or setting.near("since")
    return setting.near("since") and setting.merit > 0


def multiple(setting: Setting) -> bool:
    """Doubled, halved, three times as much."""
    if setting.governor & {"spending", "effort", "setting", "setbacks"} and not setting.governor & {
        "saving",
        "rising",
        "falling",
        "bettering",
    }:
        return False
    if setting.quantity.to:
        return setting.merit * (1 if setting.quantity.to > 1 else -1) >= 0
    if setting.governor & {"rising", "falling", "bettering", "saving", "earning", "reaching"}:
        return not setting.is_worse
    return bool(_COMPARED.search(setting.lead)) or setting.near("exceeding") or setting.follows("rising")


def money(setting: Setting) -> bool:
    """Money saved or earned, not spent or asked."""
    if setting.governor & {"saving", "earning"}:
        return True
    if setting.governor & {"spending", "effort", "setting", "setbacks"}:
        return False
    if setting.governor & {"rising", "falling", "bettering"}:
        return not setting.is_worse
    if setting.governor & {"reaching", "serving"}:
        return (
            setting.merit > 0 and not setting.is_worse and not (setting.near("earlier") and not setting.near("since"))
        )
    return _standing(setting) or setting.follows("saving")


def time(setting: Setting) -> bool:
    """Time saved, gained or come down to; not a duration, a deadline or an appointment."""
    if "early" in setting.governor:
        ahead = any(w.text in ("提前", "提早") for w in setting.before)
        tail = setting.tail.strip()
        return not ahead or not tail or tail[0] in "就便地了" or setting.follows("finishing")
    if setting.governor & {"saving", "falling"} and "setbacks" not in setting.governor:
        return not setting.is_worse
    if setting.governor & {"spending", "effort", "setting", "setbacks"}:
        return bool(re.search(r"[只仅]用$", setting.lead)) and bool(_THEN_AND_NOW.search(setting.lead))
    if setting.governor & {"rising", "reaching"} and setting.merit > 0 and not setting.near("earlier"):
        return True
    if _WITHIN.match(setting.tail) and (
        re.search(r"都能|均能|全部|都可以|都在|均在|都会|均可|就能", setting.lead + setting.tail)
    ):
        return True
    if _WITHIN.match(setting.tail) and (setting.follows("uptake") or _THEN_AND_NOW.search(setting.lead)):
        return bool(_ALL.search(setting.lead))
    return _against_then(setting)


def _against_then(setting: Setting) -> bool:
    """Now against then: 现在只要十分钟."""
    if not _THEN_AND_NOW.search(setting.lead):
        return False
    if "little" in setting.governor or re.search(r"[只仅][要需]?要?$|不到$", setting.lead):
        return True
    return any(clause.has("earlier") for clause in setting.earlier) or bool(re.match(r"就|便|足够|即可", setting.tail))


def count(setting: Setting) -> bool:
    """Things counted: won, carried, spared, or taken up by so many."""
    governor = setting.governor
    if governor & {"earning", "saving", "serving"} and not governor & {"setbacks"}:
        return not (setting.near("earlier") and not setting.near("since"))
    if governor & {"spending", "effort", "setting", "setbacks"}:
        return _against_then(setting)
    if governor & {"rising", "falling", "bettering"}:
        unmeasured = setting.merit == 0 and setting.by_me and "把" not in setting.lead
        return not setting.is_worse and not (
            unmeasured and not _PEOPLE.search(setting.text[setting.quantity.start : setting.clause.end][:8])
        )
    if governor & {"reaching", "little"} and setting.merit:
        return _level(setting)
    if setting.by_me and "被" not in setting.lead:
        return _against_then(setting)
    if any("uptake" in word.kinds and setting.quantity.start - word.end <= 3 for word in setting.before[:1]):
        return setting.merit >= 0 and setting.before[0].start > setting.clause.start
    if setting.follows("uptake"):
        return not setting.near("earlier")
    return _against_then(setting) or _standing(setting)


def bare(setting: Setting) -> bool:
    """A number without a unit counts only beside a measure: NPS 62; or where it was saved or won."""
    if setting.governor & {"saving", "earning", "serving"}:
        return True
    if setting.quantity.value == 0:
        return setting.near("bad_measures", "incidents", "falling")
    if setting.governor & {"spending", "effort", "setting", "setbacks"}:
        return False
    if setting.merit and setting.governor & {"rising", "falling", "bettering", "reaching", "little"}:
        return not setting.is_worse and not setting.near("earlier")
    return _standing(setting)


def score(setting: Setting) -> bool:
    """A rating reached."""
    if setting.near("earlier") and not setting.near("since"):
        return False
    if setting.governor & {"rising", "falling", "bettering"}:
        return not setting.is_worse
    if "little" in setting.governor:
        return False
    if setting.governor & {"reaching", "earning"}:
        return not setting.is_worse
    if re.match(r"的(?:好?成绩|高分|总分|评价|评分)", setting.tail):
        return True
    return setting.near("good_measures") or bool(re.search(r"[打评得拿考]了?[出到]?$", setting.lead))


def change(setting: Setting) -> bool:
    """From one level to another, the right way; not a setting that was changed."""
    by_hand = [w for w in setting.inside if "setting" in w.kinds]
    if by_hand and setting.merit == 0:
        return False
    if re.search(r"[点号日]$|^[从由]?\d{4}年", setting.text[setting.quantity.start : setting.quantity.end]):
        return False
    if any("setbacks" in word.kinds for word in setting.inside):
        return False
    return not setting.is_worse


def ratio(setting: Setting) -> bool:
    """So many out of so many that took the work up."""
    if setting.near("earlier"):
        return False
    few = setting.quantity.to <= setting.quantity.value / 4
    return few if setting.follows("bad_measures", "incidents", "setbacks") else not few


def absence(setting: Setting) -> bool:
    """A mishap that did not happen."""
    return not (setting.near("earlier") and not setting.near("since"))


def rank(setting: Setting) -> bool:
    """A rank won; not the first time, the first step, a place aimed at."""
    told = setting.text[setting.quantity.start : setting.quantity.end]
    named = told[-1] in "名位强甲军榜首%" or told == "头名"
    if not named and _NOT_WON.match(setting.tail.lstrip("一二三四五六七八九十")):
        return False
    if told.startswith(("倒数", "后")):
        return False
    if any("achievement_ranks" in word.kinds for word in setting.before[:3]) or _FIELD.search(setting.lead):
        return not setting.near("conditions")
    return named and bool(_WON.search(setting.lead[-6:]))


EFFECTS: dict[Sort, Callable[[Setting], bool]] = {
    Sort.PERCENT: percent, Sort.SHARE: percent, Sort.MULTIPLE: multiple, Sort.MONEY: money, Sort.TIME: time,
    Sort.SCORE: score, Sort.COUNT: count, Sort.BARE: bare, Sort.CHANGE: change, Sort.RATIO: ratio,
    Sort.ABSENCE: absence, Sort.RANK: rank, Sort.NAME: lambda _setting: False,
}  # fmt: skip
