"""Whether things counted, scores, parts of a whole and ranks in Chinese measure the effect of the work."""

from __future__ import annotations

from bqlint.language.zh.adoption import is_adopted, is_of_text, took_up
from bqlint.language.zh.context import Setting
from bqlint.language.zh.numerals import HAN
from bqlint.language.zh.reading import pattern
from bqlint.language.zh.standing import DID, GAINED, MOVED, PUT_IN, is_against_then, is_level, is_spared, stands

_WON = r"[获得夺拿评排居列]|跻身|进入|跃|成为"
_FIELD = (
    r"(?:[全区组院校省市县班级行部店厂队国榜]|公司|部门|集团|行业|业内|同类|同业|小组|车间|系统内|大赛|比赛|竞赛|评比|中"
    r"|评分|成绩|排名|口碑|销量|业绩|绩效)的?$"
)
_NOT_WON = (
    r"[天次步周个年月期批版轮季条段阶项种件位领遍回课集章届堂节点部张座线时手代类方环份学印反家杯]|优先|要务|时间"
)
_PLACED = r"排(?:名|在|到|行)?(?:[全本整][^，]{1,2})?$"
_FAR_DOWN = 10
"""A place below the tenth is told as where one stood, unless the verb says that it was climbed to."""
_CLIMBED = r"[升进跃冲挤爬涨杀窜]|跻身"
_PEOPLE = r"用户|客户|会员|粉丝|订单|读者|学员|家|单|门店|商户|注册|名|位|人|万|千"
_LOAD = r"qps|tps|并发|在线|请求|访问|用户|人|[笔单吨次]"
"""What a system carries, of which more is better."""
_FEATURE = r"功能|模块|页面|接口|组件|类型|场景|维度|指标|规则|字段|能力|特性|方案"
_NEAR_BY = 12
_MADE_UP_OF = r"是|为|来自|属于|包括|做|负责|[一二三四五六七八九十两\d]"
_ASKED = r"(?:有效|纸质|电子)?(?:问卷|样本)"
_HEARD_OF = r"(?:意见|建议|反馈)$|问卷[^，]{0,6}$"
MORE_DONE = (
    r"多(?![花跑等用付交耗走费亏赔多少次年个])[\u4e00-\u9fff]了$"
    r"|[可能]多(?![花跑等用付交耗走费亏赔])[\u4e00-\u9fff]{1,2}$"
)
"""So many more than before: 多铺了五个网点."""
_DATA = r"[^，]{0,6}(?:数据|日志|记录|消息|埋点|请求)"
_EACH_DAY = r"每[日天月秒]|日均|月均"
_WORN = rf"[^，]{{0,4}}[用干住过超跑][了过][\d{HAN}]"
_PUBLISHED = r"(?:发表|录用|收录|授权|爆文|爆款)(?:了|学术|核心|期刊|论文|文章|专利|[a-z]{2,6}|\s)*$"
_PAPER = r"(?:论文|专利|paper)"
_MADE_IT_TO = r"[做达冲跑扛]到了$"
_LOADS = r"(?:数据量|并发|qps|tps|请求量|访问量|流量|吞吐量?)(?:峰值|高峰期?)?[^，]{0,4}$"
_WRITTEN = r"(?:篇|行代码|[万千]行|节课|页)$"
"""Units of what was written or held: so many of them are the size of the work."""
_TRIAL = r"压测|试跑|演练|模拟"
_GRUDGED = r"[只才仅](?![用花要需剩])[^，]{1,3}[了到过]?$"


def count(setting: Setting) -> bool:
    """Things counted: won, carried, spared, or taken up by so many."""
    published = pattern(_PUBLISHED).search(setting.lead) or pattern(_PAPER).match(setting.tail)
    if setting.lead.endswith(("剩下", "还剩", "剩余")) and setting.merit >= 0:
        return False  # 临期商品还是剩下三十多件
    if pattern(_ASKED).match(setting.tail) or pattern(_HEARD_OF).search(setting.lead):
        return False
    if published or pattern(MORE_DONE).search(setting.lead):
        return not setting.is_before
    if setting.is_mine and pattern(_MADE_IT_TO).search(setting.lead):
        return True
    if _is_load(setting):
        return False
    if pattern(_WRITTEN).search(setting.told) and not setting.governed("falling", "saving"):
        return is_against_then(setting)
    if is_of_text(setting) and not setting.governed("saving", *MOVED):
        return False
    if setting.verb == "服务" and setting.earlier and "负责" in setting.earlier[0].text:
        return False  # 负责商家后台，服务3万商家
    if setting.governed(*GAINED, "serving") and not setting.governed("setbacks"):
        if (
            setting.governed("earning")
            and pattern(_DATA).match(setting.tail)
            and pattern(_EACH_DAY).search(setting.lead)
        ):
            return False  # 每日新增上亿条数据
        if pattern(_GRUDGED).search(setting.lead) or _is_workload(setting) or _is_built(setting):
            return False
        return not setting.is_before and not pattern(_TRIAL).search(setting.lead)
    if setting.governed(*PUT_IN):
        return is_spared(setting) or is_against_then(setting)
    if setting.governed("bettering") and not setting.governed("rising", "falling"):
        return False  # 优化了80个页面
    if setting.governed(*MOVED) and _is_of_measure(setting):
        return False
    if setting.governed(*MOVED):
        by_hand = setting.merit == 0 and setting.is_mine and "把" not in setting.lead
        counted = pattern(_PEOPLE).search(setting.text[setting.quantity.start : setting.clause.end][:8])
        return not setting.is_worse and (bool(counted) or not by_hand)
    if setting.governed("reaching", "little") and setting.merit:
        return is_level(setting)
    if setting.is_mine and "被" not in setting.lead:
        return is_against_then(setting)
    adopted = is_adopted(setting)
    if adopted is not None:
        return adopted
    named = setting.told.endswith("个") and pattern(r"[\u4e00-\u9fff]{2}").match(setting.tail)
    return is_against_then(setting) or (not named and stands(setting))


def _is_of_measure(setting: Setting) -> bool:
    """Whether the things counted only have what moved: 降低了8台服务器的压力."""
    return any(
        word.is_a("good_measures", "bad_measures") and "的" in setting.text[setting.quantity.end : word.start]
        for word in setting.behind
    )


def _is_load(setting: Setting) -> bool:
    """Whether it is what a system has to bear, and nothing was done for it: 数据量大约有40亿行，QPS峰值为2500."""
    if setting.governed(*MOVED, "serving") or setting.near("since") or not pattern(_LOADS).search(setting.lead):
        return False
    return not any(
        word.is_a("deeds", "serving", "bettering") and word.end - word.start > 1
        for clause in setting.earlier
        for word in clause.words
    )


def _is_workload(setting: Setting) -> bool:
    """Whether what was completed is one's own work, not what it brought: 完成全部26个方案的设计."""
    return setting.verb in ("完成", "完成了") and setting.merit <= 0


def _is_built(setting: Setting) -> bool:
    """Whether it is what a thing made by me consists of: 支持12种数据源, 实现四个页面; not 支持三万人在线."""
    counted = setting.text[setting.quantity.start : setting.clause.end][:_NEAR_BY]
    if pattern(_FEATURE).match(setting.tail):
        return True
    return setting.verb in ("实现", "支持") and setting.merit <= 0 and not pattern(_LOAD).search(counted)


def bare(setting: Setting) -> bool:
    """A number without a unit: beside a measure (NPS 62), moved, or where it was saved or won."""
    if setting.is_mine and pattern(_MADE_IT_TO).search(setting.lead):
        return True
    if _is_load(setting):
        return False
    if setting.governed(*GAINED, "serving") or pattern(DID).search(setting.lead):
        return not _is_built(setting) and not pattern(_TRIAL).search(setting.lead)
    if pattern(r"分?的?(?:评分|评价|高分|好成绩|打分)").match(setting.tail):
        return not setting.is_before
    if setting.quantity.value == 0:
        return setting.near("bad_measures", "incidents", "falling")
    if setting.governed(*PUT_IN):
        return False
    if setting.governed(*MOVED, "reaching", "little"):
        moved = setting.governed(*MOVED) and setting.quantity.value >= 100 and not setting.is_mine
        scored = 0 < setting.quantity.value < 1 and "把" not in setting.lead  # AUC提升到0.81
        known = setting.merit != 0 or moved or scored
        return known and not setting.is_worse and not setting.near("earlier") and not setting.is_before
    return stands(setting) and not (setting.quantity.value < 10 and setting.tail.startswith(("：", ":")))


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
    if setting.near("earlier") or setting.governed("effort", "setbacks") or pattern(_MADE_UP_OF).match(setting.tail):
        return False
    if setting.earlier and setting.earlier[-1].has("effort") and not took_up(setting):
        return False
    if pattern(_WORN).match(setting.tail):
        return False  # 三台设备里有一台已经用了十五年
    suffered = setting.follows("bad_measures", "incidents", "setbacks", "objecting")
    share = setting.quantity.to / setting.quantity.value if setting.quantity.value else 0.0
    few = setting.quantity.to >= 1 and share <= 1 / 4
    if suffered:
        return few
    return not few or (took_up(setting) and not pattern(r"[只仅才]有?$").search(setting.lead))


def rank(setting: Setting) -> bool:
    """A rank won; not the first time, the first step, a place aimed at."""
    told = setting.told
    named = told[-1] in "名位强甲军榜首%" or told == "头名" or told.startswith("top")
    if told.startswith("倒数") or (not named and pattern(_NOT_WON).match(setting.tail.lstrip("一二三四五六七八九十"))):
        return False
    if setting.quantity.value > _FAR_DOWN and not told.endswith(("%", "强")):
        return bool(pattern(_CLIMBED).search(setting.lead[-6:]))
    if any(word.is_a("achievement_ranks") for word in setting.before[:3]) or pattern(_FIELD).search(setting.lead):
        return not setting.near("conditions")
    return (named or pattern(_PLACED).search(setting.lead) is not None) and bool(
        pattern(_WON).search(setting.lead[-6:])
    )
