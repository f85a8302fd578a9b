"""Does a Chinese quantity, taken as real, measure the effect of the work? One question a sort."""

from __future__ import annotations

from collections.abc import Callable

from bqlint.language.zh.adoption import took_up
from bqlint.language.zh.context import Setting
from bqlint.language.zh.counted import MORE_DONE, bare, count, rank, ratio, score
from bqlint.language.zh.quantity import Sort
from bqlint.language.zh.reading import pattern
from bqlint.language.zh.standing import (
    DID,
    GAINED,
    MOVED,
    PUT_IN,
    THEN_AND_NOW,
    is_against_then,
    is_done_to,
    is_level,
    is_spared,
    stands,
)

_WITHIN = r"(?:以内|之内|内)"
_ALWAYS_WITHIN = r"都能|均能|全部|都可以|都在|均在|都会|均可|就能|大部分[^，]{0,6}能|多数[^，]{0,6}能"
_ALL = r"都|均|全部|能|可以|就"
_COMPARED = (
    r"(?:原来|往年|以前|之前|过去|去年|平时|上年|同期|上季度|上个月|对手|同行|竞品|计划|平常|平日|往常|第二名)的?$"
)
_OF_THEN = (
    r"(?:[只仅](?:有|为|是)?|不到|不足|[降缩减][到至为])(?:原来|往年|以前|过去|去年|上年|原先|原方案|原系统|原有)的?"
    r"(?:不到|约|近|大约)?$"
)
"""So much of what it was: 用量只有原来的六成."""
_NOTHING_BEFORE = r"[\s\-]*(?:超过?|近|约|有|其中|高达|已有|仍有|还有|另有|大约|将近)*"
_OF_RATE = r"的[^，]{0,8}[率度][。！]?"
_CAN_BE_DONE = r"(?:即可|就能|就可以?)(?:办理|办|办成|完成|解决|处理)$"
_DEGREE_BEHIND = r"的?\s?(?:[a-z]+\s)?(?:提升|提高|增长|下降|降幅|涨幅|增幅|改善|节省)"
_SHARE_OF = r"占比(?:均|都|约|近|达到?|超过?|高达|为|是|仅|只有)*$"
_PAID_BACK = r"(?:内?就)?(?:收回|回)了?(?:成本|本|投资|投入)"
_EQUALS = r"(?:折合|折算|相当于|约合)[^，]{0,6}$"
"""What was saved, told once more in money: 节电18万度，折合电费14万元."""
_BEGUN = r"[去赴到进开启准联通预][^的]"
_ONLY_NUMBERS = r"[\d.,\s]*(?:→|->|=>|⇒|➡|—>|>)[\d.,\s]*"
"""Numbers of no measure on both sides of an arrow: 端口 8080→9090."""
_KEPT = r"(?:稳定|保持|维持|控制|[稳压守])在了?[约近]?$"
_STEADY = r"(?:稳定|维持)在[约近]?$"
_ONLY_USED = r"[只仅]用"


def percent(setting: Setting) -> bool:
    """A share or a percentage: moved, reached, or told of those who took the work up."""
    if setting.quantity.signed:
        return not setting.is_worse
    if setting.lead.endswith(("我", "我们", "咱们")):
        return False  # 我百分之百同意
    surveyed = setting.lead.endswith(("有效率", "回收率", "应答率")) and "问卷" in setting.text
    if surveyed or pattern(_SHARE_OF).search(setting.lead):
        return False
    if pattern(_OF_THEN).search(setting.lead):
        return setting.merit <= 0
    if setting.tail.startswith("的") and pattern(_NOTHING_BEFORE).fullmatch(setting.lead):
        return took_up(setting) and not setting.near("earlier")  # 超过六成的门店要跨区调货
    if pattern(_CAN_BE_DONE).search(setting.lead) or (setting.merit > 0 and setting.lead.endswith("是计划的")):
        return True
    if pattern(MORE_DONE).search(setting.lead):  # 每车能多装两成
        return not setting.is_before
    if pattern(_OF_RATE).fullmatch(setting.tail) and not setting.governor:
        return setting.merit > 0 and not setting.is_before  # 37%的完播率
    if setting.governed(*PUT_IN) and not setting.governed("saving", "falling"):
        return setting.governed("spending") and bool(pattern(_ONLY_USED).search(setting.lead))
    if (
        setting.governed(*MOVED, *GAINED)
        or setting.lead.endswith("提了")
        or pattern(_DEGREE_BEHIND).match(setting.tail)
    ):
        return not setting.is_worse
    if setting.governed("reaching", "little", "serving"):
        return is_level(setting)
    if took_up(setting):
        return not setting.near("earlier")
    return stands(setting) or is_done_to(setting)


def multiple(setting: Setting) -> bool:
    """Doubled, halved, three times as much."""
    if setting.tail.startswith("于"):
        return not setting.is_worse and setting.direction >= 0  # 我们三倍于它
    if pattern(r"的?(?:差距|差别|差异|悬殊)").match(setting.tail):
        return False
    if setting.governed(*PUT_IN) and not setting.governed("saving", *MOVED):
        return False
    if setting.quantity.to:
        return setting.merit * (1 if setting.quantity.to > 1 else -1) >= 0
    if setting.governed(*MOVED, *GAINED, "reaching") or setting.lead.endswith("提了"):
        return not setting.is_worse
    compared = bool(pattern(_COMPARED).search(setting.lead)) and setting.merit >= 0
    return compared or setting.near("exceeding") or setting.follows("rising")


def money(setting: Setting) -> bool:
    """Money saved or earned, not spent or asked."""
    if setting.governed(*GAINED) or pattern(DID).search(setting.lead):
        return True
    if pattern(_EQUALS).search(setting.lead):
        return any(clause.has("saving", "earning") for clause in setting.earlier)
    if setting.governed(*PUT_IN):
        return False
    if setting.governed(*MOVED):
        return not setting.is_worse
    if setting.governed("reaching", "serving"):
        return (setting.merit > 0 or setting.near("saving")) and not setting.is_worse and not setting.is_before
    return stands(setting) or setting.follows("saving") or is_done_to(setting)


def time(setting: Setting) -> bool:
    """Time saved, gained or come down to; not a duration, a deadline or an appointment."""
    if pattern(_PAID_BACK).match(setting.tail) or is_spared(setting):
        return True
    if setting.governed("early"):
        ahead = any(word.text in ("提前", "提早") for word in setting.before)
        tail = setting.tail.strip()
        handed = tail.startswith(("交了", "交活", "交差"))
        return not ahead or not tail or tail[0] in "就便地了" or handed or _is_finished(setting)
    if setting.governed("saving", "falling") and not setting.governed("setbacks"):
        return not setting.is_worse
    if setting.governed(*PUT_IN):
        return bool(pattern(rf"{_ONLY_USED}$").search(setting.lead) and pattern(THEN_AND_NOW).search(setting.lead))
    if setting.governed("rising", "reaching") and setting.merit > 0 and not setting.is_before:
        return True
    if pattern(_KEPT if setting.merit < 0 else _STEADY).search(setting.lead) and setting.merit <= 0:
        return True
    return _is_within(setting) or is_against_then(setting)


def _is_finished(setting: Setting) -> bool:
    """Whether what was done ahead of time is the end of the work: 提前一周完工; not 提前一个月去产地完成备货."""
    done = next((word for word in setting.behind if word.is_a("finishing")), None)
    return done is not None and not pattern(_BEGUN).search(setting.tail, 0, max(0, done.start - setting.quantity.end))


def _is_within(setting: Setting) -> bool:
    """Whether a service is always given within the time: 所有工单都能在两小时内答复."""
    if not pattern(_WITHIN).match(setting.tail):
        return False
    if pattern(_ALWAYS_WITHIN).search(setting.lead + setting.tail):
        return True
    told_now = took_up(setting) or pattern(THEN_AND_NOW).search(setting.lead)
    return bool(told_now and pattern(_ALL).search(setting.lead))


def change(setting: Setting) -> bool:
    """From one level to another, the right way; not a setting that was changed, nor a stretch of time."""
    inside = setting.inside
    if setting.merit == 0 and pattern(_ONLY_NUMBERS).fullmatch(setting.told) and not setting.governed(*MOVED):
        return False
    if setting.merit == 0 and any(word.is_a("setting") and word.end - word.start > 1 for word in inside):
        return False
    if pattern(r"(?:[点号]|(?<!工作)日)$|^[从由]?\d{4}年").search(setting.told) or any(
        word.is_a("setbacks") for word in inside
    ):
        return False
    return not setting.is_worse


def absence(setting: Setting) -> bool:
    """A mishap that did not happen."""
    if setting.told in ("归零", "清零") and pattern("[\u4e00-\u9fff]").match(setting.tail.lstrip("了")):
        return False  # 质量归零报告
    if setting.told in ("归零", "清零") and not setting.near("bad_measures", "incidents", "setbacks"):
        return False  # 计数器清零
    return not setting.is_before


EFFECTS: dict[Sort, Callable[[Setting], bool]] = {
    Sort.PERCENT: percent, Sort.SHARE: percent, Sort.MULTIPLE: multiple, Sort.MONEY: money, Sort.TIME: time,
    Sort.SCORE: score, Sort.COUNT: count, Sort.BARE: bare, Sort.CHANGE: change, Sort.RATIO: ratio,
    Sort.ABSENCE: absence, Sort.RANK: rank,
}  # fmt: skip
