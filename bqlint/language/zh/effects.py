"""Does a Chinese quantity, taken as real, measure the effect of the work? One question a sort."""

from __future__ import annotations

from collections.abc import Callable

from bqlint.language.zh.context import GOVERNORS, Setting
from bqlint.language.zh.quantity import Sort
from bqlint.language.zh.reading import pattern

_MOVED = ("rising", "falling", "bettering")
_GAINED = ("saving", "earning")
_PUT_IN = ("spending", "effort", "setting", "setbacks")
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
_WITHIN = r"(?:以内|之内|内)"
_ALWAYS_WITHIN = r"都能|均能|全部|都可以|都在|均在|都会|均可|就能"
_ALL = r"都|均|全部|能|可以|就"
_THEN_AND_NOW = r"现在|如今|目前|后来|改完|这之后|改造后"
_PEOPLE = r"用户|客户|会员|粉丝|订单|读者|学员|家|单|门店|商户|注册|名|位|人|万|千"
_COMPARED = r"(?:原来|往年|以前|之前|过去|去年|平时|上年|同期|上季度|上个月|对手|同行|竞品|平常|平日|往常|第二名)的?$"
_DEGREE_BEHIND = r"的?(?:提升|提高|增长|下降|降幅|涨幅|增幅|改善|节省)"
_DID = r"(?:最后|最终|结果|实际|到头来|年底|全年)[^，]{0,6}[干做跑卖冲](?:了|到|出)$"
_TRIAL = r"压测|试跑|演练|模拟"
_GRUDGED = r"[只才仅](?![用花要需剩])[^，]{1,3}[了到过]?$"
_UNLISTED_DEED = r"[\u4e00-\u9fff]了[约近足整]*$"
_SPREAD_TO = (
    r"(?:推广|复制|普及|铺|铺开|应用|扩展|覆盖|落地|移植|沿用)(?:到|至)了?(?:全[国省市县区校院]|其他|另外|周边)?的?$"
)
_SHARE_OF = r"占比(?:均|都|约|近|达到?|超过?|高达|为|是|仅|只有)*$"
_DATED = r"(?:[点号]|(?<!工作)日)$|^[从由]?\d{4}年"
_ONLY_USED = r"[只仅]用"


def _moved_well(setting: Setting, *kinds: str) -> bool:
    """Whether a verb of `kinds` tells how a measure moved, the right way."""
    return setting.governed(*kinds) and not setting.is_worse


def percent(setting: Setting) -> bool:
    """A share or a percentage: moved, reached, or told of those who took the work up."""
    if setting.quantity.signed:
        return not setting.is_worse
    if pattern(_SHARE_OF).search(setting.lead):
        return False
    if setting.governed(*_PUT_IN) and not setting.governed("saving", "falling"):
        return setting.governed("spending") and bool(pattern(_ONLY_USED).search(setting.lead))
    if setting.governed(*_MOVED, *_GAINED) or pattern(_DEGREE_BEHIND).match(setting.tail):
        return not setting.is_worse
    if setting.governed("reaching", "little", "serving"):
        return _is_level(setting)
    if setting.follows("uptake"):
        return not setting.near("earlier")
    return _stands(setting) or _is_done_to(setting)


def _is_done_to(setting: Setting) -> bool:
    """Whether a verb that no list holds tells what became of it: 便宜了八毛, 松动了三成."""
    return not (setting.governor or setting.is_mine or setting.is_before) and bool(
        pattern(_UNLISTED_DEED).search(setting.lead)
    )


def _is_level(setting: Setting) -> bool:
    """A level reached: high of a good measure, low of a bad one."""
    if setting.is_before:
        return False
    if setting.merit:
        return not setting.is_worse
    if setting.governed("little"):
        return setting.near("since") or bool(pattern(r"[只仅]剩下?$").search(setting.lead))
    return setting.governed("serving") or setting.quantity.sort in (Sort.PERCENT, Sort.SHARE, Sort.SCORE)


def _stands(setting: Setting) -> bool:
    """A measure with its level beside it and no verb: 满意度98%, NPS 62."""
    if setting.is_before or setting.merit <= 0 or setting.governed("little") or _is_attribute(setting):
        return False
    word = next((word for word in setting.before if word.is_a("good_measures")), None)
    if word is None and "率" not in setting.lead:
        return setting.near("since")
    gap = setting.text[word.end : setting.quantity.start] if word else setting.lead.rpartition("率")[2]
    return setting.near("since") or (len(gap) <= 4 and not pattern(r"是|的").search(gap))


def _is_attribute(setting: Setting) -> bool:
    """Whether the number only describes what was worked on or found out: 负责一款月活50万的应用, 报告显示占比66%."""
    if pattern(r"[^，]{0,4}的").match(setting.tail) and setting.near("effort", "setting", "deeds"):
        return True
    return any(clause.has("reports") for clause in (*setting.earlier, setting.clause))


def multiple(setting: Setting) -> bool:
    """Doubled, halved, three times as much."""
    if setting.governed(*_PUT_IN) and not setting.governed("saving", *_MOVED):
        return False
    if setting.quantity.to:
        return setting.merit * (1 if setting.quantity.to > 1 else -1) >= 0
    if setting.governed(*_MOVED, *_GAINED, "reaching"):
        return not setting.is_worse
    return bool(pattern(_COMPARED).search(setting.lead)) or setting.near("exceeding") or setting.follows("rising")


def money(setting: Setting) -> bool:
    """Money saved or earned, not spent or asked."""
    if setting.governed(*_GAINED) or pattern(_DID).search(setting.lead):
        return True
    if setting.governed(*_PUT_IN):
        return False
    if setting.governed(*_MOVED):
        return not setting.is_worse
    if setting.governed("reaching", "serving"):
        return setting.merit > 0 and not setting.is_worse and not setting.is_before
    return _stands(setting) or setting.follows("saving") or _is_done_to(setting)


def time(setting: Setting) -> bool:
    """Time saved, gained or come down to; not a duration, a deadline or an appointment."""
    if setting.governed("early"):
        ahead = any(word.text in ("提前", "提早") for word in setting.before)
        tail = setting.tail.strip()
        return not ahead or not tail or tail[0] in "就便地了" or setting.follows("finishing")
    if setting.governed("saving", "falling") and not setting.governed("setbacks"):
        return not setting.is_worse
    if setting.governed(*_PUT_IN):
        return bool(pattern(rf"{_ONLY_USED}$").search(setting.lead) and pattern(_THEN_AND_NOW).search(setting.lead))
    if setting.governed("rising", "reaching") and setting.merit > 0 and not setting.near("earlier"):
        return True
    return _is_within(setting) or _is_against_then(setting)


def _is_within(setting: Setting) -> bool:
    """Whether a service is always given within the time: 所有工单都能在两小时内答复."""
    if not pattern(_WITHIN).match(setting.tail):
        return False
    if pattern(_ALWAYS_WITHIN).search(setting.lead + setting.tail):
        return True
    told_now = setting.follows("uptake") or pattern(_THEN_AND_NOW).search(setting.lead)
    return bool(told_now and pattern(_ALL).search(setting.lead))


def _is_against_then(setting: Setting) -> bool:
    """Now against then: 现在只要十分钟."""
    if setting.later and setting.later[0].has("earlier") and pattern(r"只[要用需]|就").search(setting.lead):
        return True
    if not pattern(_THEN_AND_NOW).search(setting.lead):
        return False
    if setting.governed("little") or pattern(r"[只仅][要需]?要?$|不到$").search(setting.lead):
        return True
    then = any(clause.has("earlier") for clause in setting.earlier)
    return then or bool(pattern(r"就|便|足够|即可").match(setting.tail))


def count(setting: Setting) -> bool:
    """Things counted: won, carried, spared, or taken up by so many."""
    if setting.governed(*_GAINED, "serving") and not setting.governed("setbacks"):
        if pattern(_GRUDGED).search(setting.lead) or _is_workload(setting):
            return False
        return not setting.is_before and not pattern(_TRIAL).search(setting.lead)
    if setting.governed(*_PUT_IN):
        return _is_against_then(setting)
    if setting.governed("bettering") and not setting.governed("rising", "falling"):
        return False  # 优化了80个页面
    if setting.governed(*_MOVED):
        by_hand = setting.merit == 0 and setting.is_mine and "把" not in setting.lead
        counted = pattern(_PEOPLE).search(setting.text[setting.quantity.start : setting.clause.end][:8])
        return not setting.is_worse and (bool(counted) or not by_hand)
    if setting.governed("reaching", "little") and setting.merit:
        return _is_level(setting)
    if setting.is_mine and "被" not in setting.lead:
        return _is_against_then(setting)
    if pattern(_SPREAD_TO).search(setting.lead):
        return True
    nearest = setting.before[0] if setting.before else None
    if nearest and nearest.is_a("uptake") and setting.quantity.start - nearest.end <= 3:
        return setting.merit >= 0 and nearest.start > setting.clause.start
    if setting.follows("uptake"):
        return not setting.near("earlier")
    return _is_against_then(setting) or _stands(setting)


def _is_workload(setting: Setting) -> bool:
    """Whether what was completed is one's own work, not what it brought: 完成全部26个方案的设计."""
    nearest = next((word for word in setting.before if word.kinds & GOVERNORS), None)
    return nearest is not None and nearest.text in ("完成", "完成了") and setting.merit <= 0


def bare(setting: Setting) -> bool:
    """A number without a unit: beside a measure (NPS 62), moved, or where it was saved or won."""
    if setting.governed(*_GAINED, "serving") or pattern(_DID).search(setting.lead):
        return not pattern(_TRIAL).search(setting.lead)
    if pattern(r"分?的?(?:评分|评价|高分|好成绩|打分)").match(setting.tail):
        return not setting.is_before
    if setting.quantity.value == 0:
        return setting.near("bad_measures", "incidents", "falling")
    if setting.governed(*_PUT_IN):
        return False
    if setting.governed(*_MOVED, "reaching", "little"):
        known = setting.merit != 0 or (setting.quantity.value >= 100 and not setting.is_mine)
        return known and not setting.is_worse and not setting.near("earlier")
    return _stands(setting)


def score(setting: Setting) -> bool:
    """A rating reached."""
    if setting.is_before or setting.governed("little"):
        return False
    if setting.governed(*_MOVED, "reaching", "earning"):
        return not setting.is_worse
    if pattern(r"的(?:好?成绩|高分|总分|评价|评分)").match(setting.tail):
        return True
    return setting.near("good_measures") or bool(pattern(r"[打评得拿考]了?[出到]?$").search(setting.lead))


def change(setting: Setting) -> bool:
    """From one level to another, the right way; not a setting that was changed, nor a stretch of time."""
    inside = setting.inside
    if setting.merit == 0 and any(word.is_a("setting") and word.end - word.start > 1 for word in inside):
        return False
    if pattern(r"(?:[点号]|(?<!工作)日)$|^[从由]?\d{4}年").search(setting.told) or any(
        word.is_a("setbacks") for word in inside
    ):
        return False
    return not setting.is_worse


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


def absence(setting: Setting) -> bool:
    """A mishap that did not happen."""
    return not setting.is_before


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


EFFECTS: dict[Sort, Callable[[Setting], bool]] = {
    Sort.PERCENT: percent, Sort.SHARE: percent, Sort.MULTIPLE: multiple, Sort.MONEY: money, Sort.TIME: time,
    Sort.SCORE: score, Sort.COUNT: count, Sort.BARE: bare, Sort.CHANGE: change, Sort.RATIO: ratio,
    Sort.ABSENCE: absence, Sort.RANK: rank,
}  # fmt: skip
