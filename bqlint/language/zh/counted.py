"""Whether things counted, scores, parts of a whole and ranks in Chinese measure the effect of the work."""

from __future__ import annotations

from bqlint.language.zh.context import GOVERNORS, Setting
from bqlint.language.zh.reading import pattern
from bqlint.language.zh.standing import DID, GAINED, MOVED, PUT_IN, is_against_then, is_level, stands

_WON = r"[获得夺拿评排居列]|跻身|进入|跃|成为"
_FIELD = (
    r"(?:[全区组院校省市县班级行部店厂队国]|公司|部门|集团|小组|车间|系统内|大赛|比赛|竞赛|评比|中"
    r"|评分|成绩|排名|口碑|销量|业绩|绩效)的?$"
)
_NOT_WON = (
    r"[天次步周个年月期批版轮季条段阶项种件位领遍回课集章届堂节点部张座线时手代类方环份学印反家杯]|优先|要务|时间"
)
_FAR_DOWN = 10
"""A place below the tenth is told as where one stood, unless the verb says that it was climbed to."""
_CLIMBED = r"[升进跃冲挤爬涨杀窜]|跻身"
_PEOPLE = r"用户|客户|会员|粉丝|订单|读者|学员|家|单|门店|商户|注册|名|位|人|万|千"
_TRIAL = r"压测|试跑|演练|模拟"
_GRUDGED = r"[只才仅](?![用花要需剩])[^，]{1,3}[了到过]?$"
_SPREAD_TO = (
    r"(?:推广|复制|普及|铺|铺开|应用|扩展|覆盖|落地|移植|沿用)(?:到|至)了?(?:全[国省市县区校院]|其他|另外|周边)?的?$"
)


def count(setting: Setting) -> bool:
    """Things counted: won, carried, spared, or taken up by so many."""
    if setting.governed(*GAINED, "serving") and not setting.governed("setbacks"):
        if pattern(_GRUDGED).search(setting.lead) or _is_workload(setting):
            return False
        return not setting.is_before and not pattern(_TRIAL).search(setting.lead)
    if setting.governed(*PUT_IN):
        return is_against_then(setting)
    if setting.governed("bettering") and not setting.governed("rising", "falling"):
        return False  # 优化了80个页面
    if setting.governed(*MOVED):
        by_hand = setting.merit == 0 and setting.is_mine and "把" not in setting.lead
        counted = pattern(_PEOPLE).search(setting.text[setting.quantity.start : setting.clause.end][:8])
        return not setting.is_worse and (bool(counted) or not by_hand)
    if setting.governed("reaching", "little") and setting.merit:
        return is_level(setting)
    if setting.is_mine and "被" not in setting.lead:
        return is_against_then(setting)
    if pattern(_SPREAD_TO).search(setting.lead):
        return True
    nearest = setting.before[0] if setting.before else None
    if nearest and nearest.is_a("uptake") and setting.quantity.start - nearest.end <= 3:
        return setting.merit >= 0 and nearest.start > setting.clause.start
    if setting.follows("uptake"):
        return not setting.near("earlier")
    return is_against_then(setting) or stands(setting)


def _is_workload(setting: Setting) -> bool:
    """Whether what was completed is one's own work, not what it brought: 完成全部26个方案的设计."""
    nearest = next((word for word in setting.before if word.kinds & GOVERNORS), None)
    return nearest is not None and nearest.text in ("完成", "完成了") and setting.merit <= 0


def bare(setting: Setting) -> bool:
    """A number without a unit: beside a measure (NPS 62), moved, or where it was saved or won."""
    if setting.governed(*GAINED, "serving") or pattern(DID).search(setting.lead):
        return not pattern(_TRIAL).search(setting.lead)
    if pattern(r"分?的?(?:评分|评价|高分|好成绩|打分)").match(setting.tail):
        return not setting.is_before
    if setting.quantity.value == 0:
        return setting.near("bad_measures", "incidents", "falling")
    if setting.governed(*PUT_IN):
        return False
    if setting.governed(*MOVED, "reaching", "little"):
        known = setting.merit != 0 or (setting.quantity.value >= 100 and not setting.is_mine)
        return known and not setting.is_worse and not setting.near("earlier")
    return stands(setting)


def score(setting: Setting) -> bool:
    """A rating reached."""
    if setting.is_before or setting.governed("little"):
        return False
    if setting.governed(*MOVED, "reaching", "earning"):
        return not setting.is_worse
    if pattern(r"的(?:好?成绩|高分|总分|评价|评分)").match(setting.tail):
        return True
    return setting.near("good_measures") or bool(pattern(r"[打评得拿考]了?[出到]?$").search(setting.lead))


def ratio(setting: Setting) -> bool:
    """So many out of so many that took the work up, or so few that suffered."""
    if setting.near("earlier") or setting.governed("effort", "setbacks"):
        return False
    if setting.earlier and setting.earlier[-1].has("effort") and not setting.follows("uptake"):
        return False
    suffered = setting.follows("bad_measures", "incidents", "setbacks", "objecting")
    share = setting.quantity.to / setting.quantity.value if setting.quantity.value else 0.0
    few = setting.quantity.to >= 1 and share <= 1 / 4
    if suffered:
        return few
    return not few or (setting.follows("uptake") and not pattern(r"[只仅才]有?$").search(setting.lead))


def rank(setting: Setting) -> bool:
    """A rank won; not the first time, the first step, a place aimed at."""
    told = setting.told
    named = told[-1] in "名位强甲军榜首%" or told == "头名"
    if told.startswith("倒数") or (not named and pattern(_NOT_WON).match(setting.tail.lstrip("一二三四五六七八九十"))):
        return False
    if setting.quantity.value > _FAR_DOWN and not told.endswith(("%", "强")):
        return bool(pattern(_CLIMBED).search(setting.lead[-6:]))
    if any(word.is_a("achievement_ranks") for word in setting.before[:3]) or pattern(_FIELD).search(setting.lead):
        return not setting.near("conditions")
    return named and bool(pattern(_WON).search(setting.lead[-6:]))
