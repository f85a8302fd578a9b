"""Claims of size without a figure in Chinese: 显著提升, 快了很多, 效果显著, 质的飞跃."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bqlint.finding import Span
from bqlint.language.zh.reading import Clause, Word, clauses, simplified
from bqlint.prose import Sentence

_MEASURES = frozenset(("good_measures", "bad_measures"))
_UNREAL = frozenset(("planning", "negations", "conditions"))
_MODAL = re.compile(
    r"(?<![机社学误])会(?![议员计社上费])|(?<![技功性智职产效节才潜])能够?(?!力|耗|源|效|量)|可以|可能|为了|以便|将(?!近)|应该"
)
_ATTRIBUTED = re.compile(
    r"的?(?:区别|差别|差异|问题|错误|漏洞|缺陷|不同|原因|特点|优势|风险|压力|成本|挑战|困难|瓶颈|矛盾|分歧)"
)
_NOTHING_NEW = re.compile(
    r"(?:平均|整体|总体|总共|累计|一共|现在|最终|最后|由|从|约|近|达|到|了|也|均|已|每.{1,2}|为|共|分别|直接|足足|比.{0,6}|同比|环比|相比.{0,6}|提升|提高|下降|降低|减少|缩短|增长|节省|增加|升|降|减|缩|幅度|增幅|降幅|超过|至|只需|仅需|只要|仅|只|用|前后|原来|之前|以前|需要|要|\s|“|”)*"
)


def vague(sentence: Sentence, outcomes: Sequence[Span]) -> tuple[Span, ...]:
    """The claims of size in `sentence` that none of its outcome figures, at `outcomes`, backs."""
    text, offset = simplified(sentence), sentence.span.start
    if re.search(r"[？?]|吗\s*$", text):
        return ()
    backing = [span.shifted(-offset) for span in outcomes]
    found: list[Span] = []
    all_clauses = clauses(sentence)
    for at, clause in enumerate(all_clauses):
        for span in _claims(clause):
            if _is_claimed(all_clauses, at, span) and not _is_backed(all_clauses, at, span, backing, text):
                if not found or span.start >= found[-1].end - offset:
                    found.append(span.shifted(offset))
    return tuple(found)


def _claims(clause: Clause) -> Iterator[Span]:
    """The places in `clause` where a degree word meets an effect, from left to right."""
    end = clause.start
    for word in clause.words:
        if word.start < end:
            continue
        span = None
        if "leaps" in word.kinds:
            span = Span(word.start, word.end)
        elif "degrees" in word.kinds:
            span = _by_degree(clause, word)
        if span is None and "effect_nouns" in word.kinds:
            span = _conspicuous(clause, word)
        if span is None and "amounts" in word.kinds:
            span = _by_amount(clause, word)
        if span:
            end = span.end
            yield span


def _by_degree(clause: Clause, degree: Word) -> Span | None:
    """显著提升, 很大的进步, 节省了大量时间: a degree word with an effect close behind it, or with one before 了."""
    for word in clause.behind(degree.end):
        gap = clause.text[degree.end - clause.start : word.start - clause.start].strip("的地 ")
        if len(gap) > 2:
            break
        if word.kinds & {"effects", "effect_nouns", "rising", "falling"}:
            return Span(degree.start, _compound_end(clause, word))
        if word.kinds & _MEASURES:
            break
    if degree.text in ("大量", "很多", "许多", "不少", "可观"):
        return _saved(clause, degree)
    return None


def _saved(clause: Clause, amount: Word) -> Span | None:
    """节省了大量时间, 减少了很多投诉: a verb of change before an indefinite amount."""
    before = next(iter(clause.before(amount.start)), None)
    if (
        before
        and before.kinds & {"saving", "falling", "rising"}
        and clause.text[before.end - clause.start : amount.start - clause.start]
        in ("", "了", "出", "下", "出了", "少了")
    ):
        return Span(before.start, amount.end)
    return None


def _by_amount(clause: Clause, amount: Word) -> Span | None:
    """快了很多, 降得非常多, 好太多了: an adjective or a verb of change with a degree complement."""
    lead = clause.text[: amount.start - clause.start]
    particle = re.search(r"(?:了|得)?(?:有|要|是)?$", lead)
    stop = clause.start + (particle.start() if particle else len(lead))
    word = next((w for w in clause.words if w.end == stop or (w.end == amount.start and w.text.endswith("了"))), None)
    tail = clause.text[amount.end - clause.start :].lstrip("了啊呢的 ")
    changes = word is not None and bool(word.kinds & {"rising", "falling", "saving", "effects", "early"})
    if word is None or not (changes or "gradables" in word.kinds):
        return None
    if tail and not changes:
        return None
    if stop == amount.start and amount.text not in ("太多", "得多", "多了", "很多", "许多", "不少", "好多"):
        return None
    end = amount.end + (1 if clause.text[amount.end - clause.start :].startswith("了") else 0)
    return Span(word.start, end)


def _conspicuous(clause: Clause, noun: Word) -> Span | None:
    """效果显著: a noun of effect with an adjective of size behind it."""
    for word in clause.behind(noun.end):
        gap = clause.text[noun.end - clause.start : word.start - clause.start]
        if len(gap) > 3:
            return None
        if "conspicuous" in word.kinds:
            return Span(noun.start, word.end)
    return None


def _compound_end(clause: Clause, word: Word) -> int:
    """The end of the effect: 升 in 提升 ends it, and one more character of 下降."""
    return word.end


def _is_claimed(found: Sequence[Clause], at: int, span: Span) -> bool:
    """Whether the claim is told as reached, for the better, and ours: no wish, purpose, denial, maxim or problem."""
    clause = found[at]
    before = clause.before(span.start)
    lead = clause.text[: span.start - clause.start]
    if any(word.kinds & _UNREAL and word.text not in ("要", "完成") for word in before) or _MODAL.search(lead):
        return False
    if any(c.has("conditions") for c in found[:at]) or (
        "others" in {k for w in before for k in w.kinds} and not re.search("[帮为给让对向]", lead)
    ):
        return False
    if (
        at
        and any("planning" in w.kinds for w in found[at - 1].words)
        and not re.search("了", found[at - 1].text + lead)
        and clause.sign in ("，", ",")
    ):
        return False
    tail = clause.text[span.end - clause.start :]
    return not _ATTRIBUTED.match(tail) and not _is_worse(clause, span)


def _is_worse(clause: Clause, span: Span) -> bool:
    """Whether a bad measure grew or a good one fell."""
    inside = [w for w in clause.words if w.start < span.end and span.start < w.end]
    direction = (
        1 if any("rising" in w.kinds for w in inside) else -1 if any("falling" in w.kinds for w in inside) else 0
    )
    if any("setbacks" in w.kinds for w in inside):
        return True
    before = next((w for w in clause.before(span.start) if w.kinds & _MEASURES), None)
    behind = next((w for w in clause.behind(span.end) if w.kinds & _MEASURES), None)
    measure = before or behind
    if measure is None or not direction or any("bettering" in w.kinds for w in inside):
        return False
    return (1 if "good_measures" in measure.kinds else -1) * direction < 0


def _is_backed(found: Sequence[Clause], at: int, span: Span, outcomes: Sequence[Span], text: str) -> bool:
    """Whether a figure gives the claim's size: in its clause, or beside it without a new measure of its own."""
    clause = found[at]
    if any(clause.start <= figure.start < clause.end for figure in outcomes):
        return True
    following = found[at + 1] if at + 1 < len(found) else None
    if following and (figure := next((f for f in outcomes if following.start <= f.start < following.end), None)):
        lead = text[following.start : figure.start]
        if following.sign[0] not in "，,；;。" or following.sign.startswith("（"):
            return True
        return bool(_NOTHING_NEW.fullmatch(lead)) or _same_measure(clause, following)
    if at and any(found[at - 1].start <= figure.start < found[at - 1].end for figure in outcomes):
        own = text[clause.start : span.start] + text[span.end : clause.end]
        return len(own.strip("，,。 了都也很")) <= 2
    return False


def _same_measure(clause: Clause, following: Clause) -> bool:
    """Whether both clauses speak of one measure."""
    first, second = ({w.text for w in c.words if w.kinds & _MEASURES} for c in (clause, following))
    return bool(first & second)
