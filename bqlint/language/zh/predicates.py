"""Which word of a Chinese clause is its predicate: a deed, a state, or a measure that moves."""

from __future__ import annotations

from bqlint.language.zh.numerals import HAN
from bqlint.language.zh.reading import Clause, Word, pattern

MOVING = frozenset(("rising", "falling", "reaching", "setbacks", "early", "bettering", "finishing"))
DEEDS = frozenset(("deeds", "setting", "serving", "spending", "earning", "effort", "talking"))
"""The lists whose words are verbs of doing."""

_PREDICATES = frozenset((*DEEDS, "saving", "states", "causatives", "sayings", *MOVING))
_MEASURES = frozenset(("good_measures", "bad_measures"))
_MODIFYING = r"(?:[了好过出完]|后|完成)?的"
_JOINING = frozenset(("并", "并且", "也", "且", "以及", "同时"))
_POTENTIAL = r"[得不][\u4e00-\u9fff]"
_NOUN_ENDS = (
    r"[率量度额者员费]|小组|表(?![格演示达决彰])|单(?![独位据元一])|[部处科组队](?![分件装织合建成员理长])"
    r"|期(?![望待间])|人(?=员|数)"
)
"""What makes a noun of a verb before it: 收缴率, 打印量."""
_LEVELS = " 0123456789.→->%abcdefghijklmnopqrstuvwxyz"
_FROM_TO = r"[从由][^，]{1,12}(?:到|至|为|成|进)"
_ONLY_SIZE = rf"了?\s?[约近超过达]*\s?[\d{HAN}.]+\s?[%倍成多余]*(?:个百分点|个点)?(?:以上|左右)?\s?"
_STANDS = r"[数量率值]?(?:要求|是|为|达|排|比|只有|不到|超过|[高低]于)"
"""What stands behind a measure that a verb names: 安装精度要求0.05毫米, 考核成绩排全科第二."""
_NEW = r"(?<![重创更刷])新$"
_NAMED_SIZE = (
    r"[\u4e00-\u9fffa-z]{0,6}[数量率值额度限](?=[由从为达]|提升|提高|下降|上升|增|减|升|降|超|突破)"
    r"|第[^，]{1,2}个?[天周月季年]|结果(?:表明|显示|是|为)|后(?![台续端勤来期面])[^，]|[首当第头][月周天年日批季]|首[个批]|期间|阶段|过程|环节|一共|总共|平均|下来"
    rf"|[\d{HAN}半几多]+个?多?(?:年|月|天|周|星期|小时)(?:多|后|来)?$"
)
"""What makes a name of a verb before it: 收录页面数由…, 测试结果表明, 压缩后存储成本…."""
_DONE = ("了", "过", "出", "好", "完")
_COMPLETED = "了过着出好完上下掉到起成回遍齐给住清"


def verb(clause: Clause, at: int) -> Word | None:
    """The first deed at or behind `at`."""
    if not clause.has(*DEEDS):
        return None
    for word in clause.words:
        if word.start < at or word.kinds.isdisjoint(DEEDS):
            continue
        if word.text == "通过" and clause.tail(word.end)[:1] not in ("", "了"):
            continue  # 公司通过优化排班…
        if (word.start == at or "persons" not in word.kinds) and _is_verb(clause, word):
            return word
    return None


def predicate(clause: Clause, at: int) -> Word | None:
    """The first word at or behind `at` that says something of what stands before it."""
    for word in clause.words:
        if word.start >= at and word.kinds & _PREDICATES and not word.is_a("persons"):
            if word.is_a(*DEEDS, "saving") and not word.kinds & MOVING:
                if _is_verb(clause, word):
                    return word
            elif not pattern(_MODIFYING).match(clause.text, word.end - clause.start):
                return word
    return None


def is_nominal(clause: Clause, word: Word) -> bool:
    """Whether a word of doing only names what moves, or what was put in: 客户投诉大幅下降, 上线到现在, 用了两个月."""
    tail = clause.tail(word.end)
    if word.text.endswith("了") and word.is_a("effort"):
        return False
    if word.is_a("spending") and pattern(rf"了?(?:人力|资金|经费|工时)?[\d{HAN}]").match(tail):
        return True
    if pattern(rf"[走花用拖耗]了?(?:整整|足足)?[\d{HAN}]|[少多]了").match(tail):
        return True  # 审批走了三周
    if word.is_a("finishing") and pattern(r"[到至以之]|后|时").match(tail):
        return True
    if word.is_a("rising", "falling") and pattern(_ONLY_SIZE).fullmatch(tail):
        return True  # 在高压力下提升了2倍
    if tail[:1] in tuple("了过出好完“「《") or clause.has("causatives") or word.is_a("rising", "falling"):
        return False
    if pattern(_FROM_TO).match(tail):
        return True
    behind = [w for w in clause.words if w.start >= word.end]
    at = next((n for n, w in enumerate(behind) if w.kinds & MOVING and not w.is_a("prepositions")), None)
    if at is None:
        return False
    between = behind[:at]
    return word.is_a(*_MEASURES, "incidents") or any(
        w.is_a(*_MEASURES, "modals", "lead_ins") and w.text not in _JOINING for w in between
    )


def _is_verb(clause: Clause, word: Word) -> bool:
    """Whether a word of doing is a verb here; not in 培训覆盖率, 建立的框架, 水管, 跑得动."""
    tail = clause.tail(word.end)
    if word.kinds & _MEASURES and pattern(rf"[\d{HAN}]").match(tail):
        return False  # 投诉一个月不到两起
    if pattern(_NAMED_SIZE).match(tail) or pattern(_NEW).search(clause.lead(word.start)):
        return False
    if pattern(_MODIFYING).match(tail) or pattern(_POTENTIAL).match(tail) or pattern(_NOUN_ENDS).match(tail):
        return False
    if clause.lead(word.start).endswith("的") and tail[:1] not in _DONE:
        return False
    following = next((w for w in clause.words if w.start >= word.end), None)
    if following and following.kinds & _MEASURES and not word.is_a("rising", "falling") and word.text[-1] != "了":
        moves = any(w.kinds & MOVING for w in clause.words if w.start >= following.end)
        rest = tail[following.end - word.end :]
        bare = any(map(str.isdigit, rest)) and not rest.strip(_LEVELS)
        stands = pattern(_STANDS).match(rest) or (rest[:1] in tuple("由从") and not word.is_a("bettering", "saving"))
        if following.start == word.end and (moves or bare or stands):
            return False
    if following and following.start == word.end and following.is_a("conspicuous"):
        return False  # 转化明显
    if word.end - word.start == 1 and tail[:1] not in _COMPLETED:
        return _is_short_verb(clause, word, tail)
    if word.kinds & _MEASURES and following:
        return not (following.start - word.end <= 3 and following.kinds & MOVING)
    return True


def _is_short_verb(clause: Clause, word: Word, tail: str) -> bool:
    """Whether a verb of one character is no part of a noun (水管) nor of a noun's modifier (换系统的那个月)."""
    lead = clause.lead(word.start)
    if lead.strip(" -*•·") and not any(w.end == word.start for w in clause.words):
        return False
    if word.text in ("下", "上") and "在" in lead:
        return False  # 在高压力下提升了2倍
    relative = pattern(r"[\u4e00-\u9fff]{1,8}的").match(tail)
    if relative is None or word.is_a("causatives"):
        return True
    behind = [w for w in clause.words if w.start >= word.end + relative.end()]
    return any(w.is_a("deeds", "setting", "received") for w in behind)
