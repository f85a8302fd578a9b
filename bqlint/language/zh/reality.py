"""Whether a Chinese quantity tells what happened to us: not supposed, planned, denied, nor somebody else's."""

from __future__ import annotations

from bqlint.language.lexicon import words
from bqlint.language.zh.context import Setting
from bqlint.language.zh.predicates import DEEDS
from bqlint.language.zh.quantity import Sort
from bqlint.language.zh.reading import Clause, Word, pattern

_DONE = r"(?<![为除])了(?!解|如指掌)|已|过了"
_IN_THE_END = r"最终|最后|结果|实际|后来|终于|于是|随后|事实上|，(?:如今|现在)|[化造版线进整级移换构]后|被采纳|获批"
_FORETOLD = (
    r"(?<![机社学误生书友商工协展盛年晚宴例开布])会(?![议员计社上费])"
    r"|(?<!即)将(?:再|进一步|继续|逐步)?(?:会|要|收获|达到|实现|带来|节省|减少|提升|提高|增加|降低)"
)
_MAY = r"(?<![许认])(?:可以?|能够)(?:降|减|提|节|省|缩|升|增|实现|达到?|完成)[^，]{0,4}$"
_EACH = r"每[年月周天班台件批单车次张人]|一年"
_DECIDED = r"(?:okr|kpi|合同|方案)里?(?:写|定|订|提)[^，了]{0,16}$|(?:决定|打算|考虑)(?:要|先)?[将把](?![^，]*了)"
_CLAIMED = r"(?:说|称|估计|觉得|保证|吹)[^，]{0,6}[能会可]"
_OF_A_PLAN = r"[只仅才不无]$|过去|以前|原来"
_ACCEPTED = r"(?:采纳|采用|接受|通过|批准|落实|实施)了?[^，]{0,4}$"
_FAR = 10
"""How long what was carried out may be called before its plan is named: 完成了全年招生计划的95%."""
_DUE = ("本该", "本来", "原本", "原定", "原计划")
_OF_WHAT_IS_NEEDED = r"[^，把将让使]{1,8}的[^，把将让使]{1,8}?[从由降减升增]"
_RULE = (
    r"(?:低于|高于|超过|大于|小于|不足|少于|多于|达到|满)[^，]{1,8}(?:时|的)，?[^，。了]{0,6}"
    r"(?:上调|下调|自动|触发|预警|扣|罚|奖励?\d|可享)"
)
_WENT_SHORT = r"少[睡发吃赚挣拿领收卖][了过]?$"
_AND_FELL = r"(?:环比|同比|[较比][^，]{1,6})(?:大幅|小幅|略有?|仍)?(?:下滑|下降|回落|下跌|减少|萎缩)"
_TO_YOU = r"[你您](?![好们])"
_REPORTED = (
    r"^(?:专家|媒体|网上|官方|据说|听说)|据(?!此|说的)[^，]{0,12}(?:表示|报道|称)"
    r"|据[^，我]{2,20}(?:院|会|机构|榜|局|网|报告|白皮书|媒体)[^，我]{0,6}(?:显示|统计)"
    r"|[^，我们]{0,20}(?:报告|研究|论文|文献|专家|学者|白皮书)[^，我]{0,6}(?:指出|表明|认为|发现)"
    r"|前任[^，我]{1,8}(?:的时候|在任|已经|当时)"
    r"|(?:根据|按照|依据)[^，我]{2,20}(?:研究|报告|白皮书|年鉴)"
)
_AT_LARGE = r"(?<![遍及到覆盖])全国(?!第)|我国|全球|全世界|国内|行业"
_FOR_INSTANCE = r"(?:例如|比如|譬如)[^。]{0,6}可以"
_PUT_FORWARD = r"(?:项目|方案|办法|改造|设计|工艺|措施|流程)$"
_EACH_STEP = r"(?<!分)每(?:减少|增加|提[升高]|降低|快|慢|涨|跌|下降|上升)(?![次天周月个年])"
"""A rule of thumb: 每减少一秒，转化率提升2%."""
_PAY = r"[年月底]薪|薪[资水酬]"
_NEXT = r"[^，]{0,3}(?:下个|下一[个版步年]|下阶段|未来|今后)"
_THEN_ALWAYS = r"[^，]{0,10}，?[^，]{0,10}就会(?!议)"
_LOAD = r"订单量|单量|流量|用户量|数据量|请求量|访问量|业务量|并发"
_TROUBLE = r"[^，]{0,4}，[^。]{0,12}(?:频繁|扛不住|不堪|跟不上|瓶颈|崩溃|告警|忙不过来|吃力)"
_HELPED = r"(?:[比帮为给让对向替超与和跟]|高于|低于|优于|领先)$"
_NUMBER = r"\d|[一二三四五六七八九十两百千万分]"
_ELSEWHERE = (
    r"[而但]?(?:校区|全[国省市厂校院]|行业|同行|集团|公司|部门|大区|区域|别的|其他|同[^，时期比样步]{1,3})[^，我]{0,4}?"
    r"(?:平均(?:水平|值)?|一般|普遍|均值)(?:只有?|才|仅)?(?:是|为|在|有|要)?"
)
_BEYOND = r"超过|低于|高于|突破|少于|我"


def is_real(setting: Setting) -> bool:
    """Whether the quantity tells what happened, and to us."""
    return not (
        _is_trouble(setting)
        or _is_supposed(setting)
        or _is_planned(setting)
        or _is_denied(setting)
        or _is_anothers(setting)
    )


def _is_trouble(setting: Setting) -> bool:
    """Whether a load that grew brought trouble (单量涨到90万，系统频繁超时), or a level fell (销售额2亿，环比跌6%)."""
    fell = setting.merit > 0 and setting.later and not setting.governed("rising", "falling")
    if fell and pattern(_AND_FELL).match(setting.later[0].text):
        return True
    if pattern(_WENT_SHORT).search(setting.lead):
        return True
    grown = setting.governed("rising") or setting.quantity.to > setting.quantity.value
    rest = setting.text[setting.quantity.end :]
    return bool(grown and pattern(_LOAD).search(setting.lead) and pattern(_TROUBLE).match(rest))


def _is_supposed(setting: Setting) -> bool:
    """Whether a condition stands before the quantity and nothing says that it came true."""
    start = setting.quantity.start
    if pattern(_FOR_INSTANCE).match(setting.text) or pattern(_RULE).search(setting.text):
        return True
    if pattern(_EACH_STEP).search(setting.text, 0, start):
        return True
    for clause in (*setting.earlier, setting.clause):
        for word in clause.words if clause.has("conditions") else ():
            if word.is_a("conditions") and word.end <= start and not (word.text == "只要" and start - word.end <= 1):
                return not _came_true(setting, word.end)
    if pattern(_THEN_ALWAYS).match(setting.text, setting.quantity.end) or pattern(_NEXT).match(setting.clause.text):
        return True
    promised = setting.tail.startswith("就") and pattern(r"会|能").search(setting.tail)
    return bool(promised) and not setting.later and setting.near("planning")


def _came_true(setting: Setting, at: int) -> bool:
    """Whether something between `at` and the quantity says that it was done in the end."""
    between = setting.text[at : setting.quantity.start]
    return bool(pattern(_IN_THE_END).search(between) or pattern(_DONE).search(between))


def _is_planned(setting: Setting) -> bool:
    """Whether a plan, a wish or a demand governs the quantity and was not carried out before it."""
    for clause in (setting.clause, *reversed(setting.earlier)):
        for word in reversed(clause.words) if clause.has("planning") else ():
            if not word.is_a("planning") or word.end > setting.quantity.start or _is_yardstick(clause, word):
                continue
            if clause is not setting.clause and _is_dealt_with(clause, word):
                continue
            if clause is setting.clause and pattern(_DONE).search(setting.text, word.end, setting.quantity.end + 1):
                continue
            return not _came_true(setting, word.end)
    if pattern(_CLAIMED).search(setting.lead) or pattern(_DECIDED).search(setting.lead):
        return True
    may = pattern(_MAY).search(setting.lead) and not any(clause.has("reports") for clause in setting.earlier)
    return bool(may and not _is_standing(setting)) or _is_foretold(setting)


def _is_standing(setting: Setting) -> bool:
    """Whether what may be done is spared again and again, or told as a sum: 每班可节省半小时, 可节约九万元."""
    spared = setting.governed("saving") and setting.quantity.sort in (Sort.MONEY, Sort.TIME, Sort.COUNT)
    return spared or pattern(_EACH).search(setting.lead) is not None


def _is_foretold(setting: Setting) -> bool:
    """Whether somebody foretells the quantity: 会降到三成, 将节省两天."""
    return "不会" not in setting.lead and bool(pattern(_FORETOLD).search(setting.lead))


def _is_dealt_with(clause: Clause, word: Word) -> bool:
    """Whether a plan, a rule or a demand is what was made, met or changed: 制定了计划, 降低了门槛, 针对需要."""
    if word.text == "提出" and pattern(_PUT_FORWARD).search(clause.tail(word.end)):
        return True  # 他提出的改造方案，节约钢材17吨
    wanted = r"(?:就?是|为|要|[：:])" if word.text == "指标" else r"(?:就?是|为|要|[：:])|$"
    if word.text in ("任务", "指标") and not pattern(wanted).match(clause.tail(word.end)):
        return True  # 日均任务2万个，失败率…
    if word.text not in words("plan_nouns.zh") or clause.after[:1] in ("：", ":"):
        return False
    return any(other.is_a(*DEEDS, "opening_prepositions") and other.end <= word.start for other in clause.words)


def _is_yardstick(clause: Clause, word: Word) -> bool:
    """Whether a plan was carried out, or only measures the effect: 采纳了建议, 比计划提前, 完成目标的120%, 只需要."""
    lead = clause.lead(word.start)
    if word.text == "申请" and pattern(r"[数量率]|[从由降减升]").match(clause.tail(word.end)):
        return True  # 加班申请从60单降到11单
    if word.text in ("准备", "规划", "申请") and clause.tail(word.end).startswith("的"):
        return True
    if word.text in _DUE and pattern(r"[^，我]{2,8}的[^，我]{1,3}$").match(clause.tail(word.end)):
        return True  # 本该两周的活，四天就做完
    if not lead and word.text == "需要" and pattern(_OF_WHAT_IS_NEEDED).match(clause.tail(word.end)):
        return True  # 需要人工介入的比例从100%降至35%
    if word.text in words("plan_nouns.zh") and pattern(r"是$|为$|相当于$").search(lead):
        return clause.tail(word.end).startswith("的")  # 报名人数是计划的1.6倍
    if pattern(_OF_A_PLAN).search(lead) or pattern(_ACCEPTED).search(lead):
        return True
    if pattern(r"的|值|线").match(clause.tail(word.end)) and pattern(r"低于|不足|远低|离").search(lead):
        return False
    return _is_of_measure(clause, word) or any(
        other.is_a("exceeding", "saving") and word.start - other.end <= (_FAR if other.is_a("earning") else 4)
        for other in clause.words
        if other.end <= word.start
    )


def _is_of_measure(clause: Clause, word: Word) -> bool:
    """Whether a plan is only part of a measure's name: 生产计划完成率; not 公司计划完成率达到…."""
    if word.text not in ("计划", "任务") or word.start == clause.start:
        return False
    at = word.end + 2 * clause.tail(word.end).startswith(("按时", "准时", "及时"))
    named = any(w.start == at and w.is_a("good_measures", "bad_measures") for w in clause.words)
    wanted = any(w.end == word.start and w.is_a("persons", "lead_ins", "since", "nowadays") for w in clause.words)
    return named and not wanted and clause.text[word.start - clause.start - 1] not in "我们"


def _is_denied(setting: Setting) -> bool:
    """Whether the quantity is denied: 没能降到5%, 并没有像大家盼的那样翻倍."""
    if not setting.near("negations") or setting.quantity.sort in (Sort.ABSENCE, Sort.RATIO):
        return False
    nearest = next(word for word in setting.before if word.is_a("negations"))
    between = setting.text[nearest.end : setting.quantity.start]
    return len(between) < 14 and not pattern(_BEYOND).search(between)


def _is_anothers(setting: Setting) -> bool:
    """Whether the quantity is somebody else's: a rival's, the trade's, the client's own size."""
    if pattern(_PAY).search(setting.lead):
        return True
    if pattern(_TO_YOU).search(setting.lead) and "我" not in setting.text:
        return True
    clauses = (*setting.earlier, setting.clause)
    if any(clause.has("reports") for clause in clauses) and any(pattern(_AT_LARGE).search(c.text) for c in clauses):
        return True
    if any(pattern(_REPORTED).match(clause.text) for clause in clauses):
        return True
    if (
        setting.earlier
        and pattern(_NUMBER).search(setting.earlier[-1].text)
        and pattern(_ELSEWHERE).match(setting.lead)
    ):
        return True  # 退费率1.8%，校区平均是4%
    if not setting.near("others") or setting.quantity.sort is Sort.RANK:
        return False
    nearest = next(word for word in setting.before if word.is_a("others"))
    if setting.quantity.sort is Sort.MULTIPLE and setting.text[: nearest.start].endswith("是"):
        return False  # 是对手的两倍
    return not pattern(_HELPED).search(setting.clause.lead(nearest.start))
