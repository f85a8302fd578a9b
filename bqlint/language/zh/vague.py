"""Claims of size without a figure in Chinese: 显著提升, 快了很多, 效果显著, 质的飞跃."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.finding import Span
from bqlint.language.zh.reading import Clause, Reading, Word, pattern, read
from bqlint.prose import Sentence

_CLAIMING = ("leaps", "degrees", "lots", "amounts", "conspicuous")
_MEASURES = frozenset(("good_measures", "bad_measures"))
_CHANGES = frozenset(("rising", "falling", "saving", "effects", "early"))
_UNREAL = frozenset(("planning", "negations", "conditions"))
_BARE_AMOUNTS = frozenset(("太多", "得多", "多了", "很多", "许多", "不少", "好多", "少了"))
_MODAL = (
    r"(?<![机社学误生书友商工协展盛年晚宴例开布])会(?![议员计社上费])|(?<![技功性智职产效节才潜])能够?(?!力|耗|源|效|量)"
    r"|可以|可能|要(?=进一步|继续|努力|大力|切实|不断)|得益于|归功于|有待|为了|以便|将(?!近)|应该|比[我他她它你]"
)
_SPEED = r"的(?:速度|效率|幅度|力度)"
_TERM = r"(?:水平上|差异|系数|统计学?上?|相关性?)(?:具有|有)?(?:非常|十分|较)?$"
"""What makes a term of art of 显著."""
_THOROUGH = ("全面", "持续", "稳步")
"""Words of degree only before what grows or shrinks: 全面提升; not 全面加强防范, which is done thoroughly."""
_HUGE = ("巨大", "极大", "很大")
_STRIKING = ("可喜", "惊人", "可观", "喜人", "不俗", "非凡", "惊艳")
_HELPED = r"[帮为给让对向]"
_NOT_OURS = r"的?(?:区别|差别|差异|问题|错误|漏洞|缺陷|不同|原因|特点|优势|风险|压力|成本|挑战|困难|瓶颈|矛盾|分歧)"
_NOTHING_NEW = (
    r"(?:全年|本年|当年|年内|上半年|下半年|平均|整体|总体|总共|累计|一共|现在|最终|最后|由|从|约|近|达|到|了|也|均|已|每.{1,2}|为|共|分别|直接|足足|比.{0,6}"
    r"|同比|环比|相比.{0,6}|提升|提高|下降|降低|减少|缩短|增长|节省|节约|省|增加|升|降|减|缩|幅度|增幅|降幅|超过|至|只需|仅需|只剩|还剩"
    r"|只要|仅|只|用|前后|原来|之前|以前|需要|要|\s|“|”)*"
)


def vague(sentence: Sentence, outcomes: Sequence[Span]) -> tuple[Span, ...]:
    """The claims of size in `sentence` that none of its outcome figures, at `outcomes`, backs."""
    reading, offset = read(sentence), sentence.span.start
    if reading.is_question or not reading.has(*_CLAIMING):
        return ()
    backing = [span.shifted(-offset) for span in outcomes]
    return tuple(
        claim.shifted(offset)
        for at, clause in enumerate(reading.clauses)
        for claim in _claims(clause)
        if _is_claimed(reading.clauses, at, claim) and not _is_backed(reading, at, claim, backing)
    )


def _claims(clause: Clause) -> Iterator[Span]:
    """The places in `clause` where a degree word meets an effect, from left to right, without overlap."""
    end = clause.start
    for word in clause.words if clause.has(*_CLAIMING) else ():
        if word.start >= end and (claim := _claim(clause, word)) and claim.start >= end:
            end = claim.end
            yield claim


def _claim(clause: Clause, word: Word) -> Span | None:
    """The claim that `word` makes where it stands."""
    if word.is_a("leaps"):
        return Span(word.start, word.end)
    claim = _by_degree(clause, word) if word.is_a("degrees") or _is_striking(clause, word) else None
    if claim is None and (word.is_a("lots") or word.text in _HUGE):
        claim = _saved(clause, word)
    if claim is None and word.is_a("conspicuous"):
        claim = _conspicuous(clause, word)
    if claim is None and word.is_a("amounts"):
        claim = _by_amount(clause, word)
    return claim


def _is_striking(clause: Clause, word: Word) -> bool:
    """Whether an adjective of size stands before what it sizes: 可喜的增长; not 突出的成绩, which is praise."""
    return word.text in _STRIKING and clause.tail(word.end).startswith("的")


def _by_degree(clause: Clause, degree: Word) -> Span | None:
    """显著提升, 很大的进步: a degree word with an effect close behind it."""
    if (sized := pattern(_SPEED).match(clause.tail(degree.end))) and degree.text in _STRIKING:
        return Span(degree.start, degree.end + sized.end())
    for word in clause.behind(degree.end):
        gap = clause.text[degree.end - clause.start : word.start - clause.start].strip("的地 ")
        if len(gap) > 2:
            return None
        if word.is_a("rising", "falling") or (degree.text not in _THOROUGH and word.is_a("effects", "effect_nouns")):
            return Span(degree.start, word.end)
        if word.kinds & _MEASURES:
            return None
    return None


def _saved(clause: Clause, amount: Word) -> Span | None:
    """节省了大量时间, 减少了很多投诉: a verb of change before an indefinite amount."""
    for word in clause.before(amount.start)[:1]:
        gap = clause.text[word.end - clause.start : amount.start - clause.start]
        if word.is_a("saving", "falling", "rising", "earning") and not gap.strip("了出下少"):
            return Span(word.start, amount.end)
    return None


def _by_amount(clause: Clause, amount: Word) -> Span | None:
    """快了很多, 降得非常多, 好太多了: an adjective or a verb of change with a degree complement."""
    lead = clause.lead(amount.start)
    particle = pattern(r"(?:了|得)?(?:有|要|是)?$").search(lead)
    stop = clause.start + (particle.start() if particle else len(lead))
    word = next((w for w in clause.words if w.end == stop or (w.end == amount.start and w.text.endswith("了"))), None)
    if word is None or not word.is_a(*_CHANGES, "gradables"):
        return None
    tail = clause.tail(amount.end)
    if tail.lstrip("了啊呢的 ") and not word.kinds & _CHANGES:
        return None
    if stop == amount.start and amount.text not in _BARE_AMOUNTS and not amount.text.startswith("得"):
        return None
    return Span(word.start, amount.end + tail.startswith("了"))


def _conspicuous(clause: Clause, adjective: Word) -> Span | None:
    """效果显著, 转化明显: an adjective of size behind what came of the work."""
    if pattern(_TERM).search(clause.lead(adjective.start)):
        return None  # 差异具有显著性
    for word in clause.before(adjective.start):
        gap = clause.text[word.end - clause.start : adjective.start - clause.start]
        if len(gap) > 3 or pattern(r"[不没未]").search(gap) or word.is_a("negations"):
            return None
        at_end = not clause.tail(adjective.end).strip(" 了")
        if word.is_a("effect_nouns") or (at_end and word.is_a("good_measures", "rising", "falling")):
            return Span(word.start, adjective.end)
    return None


def _is_claimed(found: Sequence[Clause], at: int, claim: Span) -> bool:
    """Whether it is told as reached, for the better, and ours: no wish, purpose, denial, maxim or problem."""
    clause = found[at]
    before, lead = clause.before(claim.start), clause.lead(claim.start)
    if any(word.kinds & _UNREAL and word.text not in ("要", "完成") for word in before) or pattern(_MODAL).search(lead):
        return False
    if any(earlier.has("conditions") for earlier in found[:at]):
        return False
    if any(word.is_a("others") for word in before) and not pattern(_HELPED).search(lead):
        return False
    if any(_is_intended(found[first:at]) for first in range(at)) and "了" not in lead:
        return False
    if clause.tail(claim.end).startswith("于对照"):
        return False
    spared = any(word.start == claim.start and word.is_a("saving", "falling") for word in clause.words)
    if not spared and pattern(_NOT_OURS).match(clause.tail(claim.end)):
        return False
    return not _is_worse(clause, claim)


def _is_intended(found: Sequence[Clause]) -> bool:
    """Whether the first of the clauses tells a plan that none of them carries out: 今后要多读书，勤练笔."""
    joined = all(clause.sign[:1] in ("，", ",", "、") for clause in found[1:])
    begun = found[0].words[:1]
    ahead = found[0].has("planning") or (
        begun and begun[0].is_a("from_now_on") and begun[0].start - found[0].start <= 1
    )
    return bool(joined and ahead) and not any("了" in clause.text for clause in found)


def _is_worse(clause: Clause, claim: Span) -> bool:
    """Whether a bad measure grew or a good one fell."""
    inside = [word for word in clause.words if word.start < claim.end and claim.start < word.end]
    if any(word.is_a("bettering") for word in inside):
        return False
    moving = [word for word in inside if word.is_a("rising", "falling") and not word.is_a("amounts")]
    measures = [word for word in (*clause.before(claim.start), *clause.behind(claim.end)) if word.kinds & _MEASURES]
    if any(word.is_a("setbacks") for word in inside):
        return not (measures and measures[0].is_a("good_measures") and any(w.is_a("leaps") for w in inside))
    if not moving or not measures:
        return False
    return moving[0].is_a("rising") is not measures[0].is_a("good_measures")


def _is_backed(reading: Reading, at: int, claim: Span, outcomes: Sequence[Span]) -> bool:
    """Whether a figure gives the claim's size: in its clause, or beside it without a new measure of its own."""
    clause, found = reading.clauses[at], reading.clauses
    if any(clause.start <= figure.start < clause.end for figure in outcomes):
        return True
    following = found[at + 1] if at + 1 < len(found) else None
    if following and (figure := next((f for f in outcomes if following.start <= f.start < following.end), None)):
        if following.sign[0] not in "，,；;。" or following.sign.startswith("（"):
            return True
        lead = following.lead(figure.start)
        return bool(pattern(_NOTHING_NEW).fullmatch(lead)) or _is_same_measure(clause, following, claim)
    if at and any(found[at - 1].start <= figure.start < found[at - 1].end for figure in outcomes):
        own = clause.lead(claim.start) + clause.tail(claim.end)
        again = len(own) > 2 and found[at - 1].text.lstrip().startswith(own[:3])  # 满意度由八成升到九成，满意度明显提升
        return again or len(own.strip("，,。 了都也很")) <= 2
    return False


def _is_same_measure(clause: Clause, following: Clause, claim: Span) -> bool:
    """Whether both clauses speak of one measure, or the first names none and the second tells the same change."""
    first, second = ({word.text for word in c.words if word.kinds & _MEASURES} for c in (clause, following))
    change = {word.text for word in clause.words if word.kinds & _CHANGES and claim.start <= word.start < claim.end}
    return bool(first & second) or bool(not first and any(word.text in change for word in following.words))
