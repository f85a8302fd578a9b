"""Who stands at the head of a Chinese clause, and what is done in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bqlint.language.zh.reading import Clause, Word

_ME = re.compile(
    r"我们|咱们?|我[方司]|我行(?![动使走])|我院|我校(?![对准正验])|我|本人|笔者|俺|个人(?=获|负责|独立|承担|完成)"
)
_POSSESSED = re.compile(r"[^了着把将被，]{0,6}?的(?!确)")
_NAMED = re.compile(
    r"[小老阿][\u4e00-\u9fff](?![员师])|[\u4e00-\u9fff]{1,2}(?:总|工|姐|哥|老师|经理|主任|师傅|医生|先生|女士|同学)"
)
_MARK = re.compile(r"[\s\-*•·\d.、\"“”‘’'「」>#()（）]*")
_ASPECT = re.compile(r"[\u4e00-\u9fff]{1,2}(?:了|出|好|完|掉|到|着)(?![多少很])")
_MODIFYING = re.compile(r"(?:[了好过出完]|后|完成)?的")
_BY = re.compile(r"由(?![于此来衷])(?:[^，到至降升]{1,10})")
_OBTAINED = re.compile(r"(?:得到|获得)(?:了)?[^，]{0,6}$")
_CHANGING = frozenset(("rising", "falling", "reaching", "setbacks", "early"))
_MEASURES = frozenset(("good_measures", "bad_measures"))


@dataclass(frozen=True, slots=True)
class Head:
    """What a clause says of its doer.

    `who` is I, we, other, passive or none, "" where the subject is left out; `verb` the place of the act; `deed`
    whether something is done; `main` whether it hangs on no other clause.
    """

    who: str
    start: int
    end: int
    deed: bool
    main: bool


def head(clause: Clause) -> Head | None:
    """The head of `clause`, or None where nobody and nothing acts in it."""
    start = clause.start + len(_match(_MARK, clause, clause.start))
    me = _me(clause)
    main = not _is_subordinate(clause, start)
    verb = _verb(clause, me[1] if me else start)
    if me:
        who = "passive" if _undergoes(clause, me[1]) else me[2]
        return Head(who, me[0], verb.end if verb else me[1], bool(verb) or who == "passive", main)
    if passive := _passive(clause):
        return Head("passive", passive.start, passive.end, True, main)
    first = _after_lead_ins(clause, start)
    return _without_me(clause, first, main)


def _without_me(clause: Clause, first: int, main: bool) -> Head | None:
    """The head of an active clause in which I and we do not act."""
    word = next((w for w in clause.words if w.start == first), None)
    verb = _verb(clause, first)
    if word and word.text in (
        "把",
        "将",
        "给",
        "向",
        "对",
        "与",
        "和",
        "跟",
        "通过",
        "用",
        "为",
        "从",
        "以",
        "按",
        "按照",
        "根据",
        "在",
        "针对",
        "利用",
        "结合",
        "替",
        "凭",
        "同",
        "趁",
        "借助",
        "围绕",
        "基于",
        "帮",
    ):
        acting = verb if verb and verb.start > first else None
        if acting is None:
            return None
        return Head(
            "" if not _person_before(clause, first + len(word.text), acting.start, word) else "other",
            acting.start,
            acting.end,
            True,
            main,
        )
    if word and "deeds" in word.kinds and not _is_noun(clause, word):
        return Head("", word.start, word.end, True, main)
    if (word and word.kinds & {"persons", "others"}) or _NAMED.match(clause.text, first - clause.start):
        state = next((w for w in clause.words if "states" in w.kinds), None)
        return Head("other", first, verb.end if verb else first + 1, bool(verb) or state is None, main)
    if word and "states" in word.kinds:
        return Head("none", word.start, word.end, False, main)
    if word is None and _ASPECT.match(clause.text, first - clause.start) and not clause.has(*_CHANGING, *_MEASURES):
        return Head("", first, first + 2, True, main)
    if any(w.kinds & _CHANGING for w in clause.words if w.start >= first):
        changed = next(w for w in clause.words if w.start >= first and w.kinds & _CHANGING)
        return Head("none", changed.start, changed.end, False, main)
    if verb and clause.end > verb.end and verb.start > first:
        rest = clause.text[verb.end - clause.start :].strip("了过完 ")
        return Head("other" if rest else "none", verb.start, verb.end, bool(rest), main)
    return Head("none", first, min(first + 1, clause.end), False, main) if first < clause.end else None


def _me(clause: Clause) -> tuple[int, int, str] | None:
    """The place of 我 or 我们 as the subject, and which of the two."""
    for match in _ME.finditer(clause.text):
        at, end = clause.start + match.start(), clause.start + match.end()
        who = "we" if match[0][0] == "咱" or (len(match[0]) > 1 and match[0][0] == "我") else "I"
        previous = next((w for w in clause.words if w.end == at), None)
        if previous and "causatives" in previous.kinds and previous.text != "由":
            continue
        if _has_modifier(clause, end):
            continue
        return at, end, who
    return None


def _has_modifier(clause: Clause, end: int) -> bool:
    """Whether 我 only modifies a noun: 我的方案, 我写的脚本, 我们店的租约; not 我负责公司的招聘."""
    match = _POSSESSED.match(clause.text, end - clause.start)
    if not match:
        return False
    stop = clause.start + match.end() - 1
    inside = [w for w in clause.words if end <= w.start and w.end <= stop and w.kinds & {"deeds", "setting", "states"}]
    if not inside:
        return True
    return (
        inside[-1].end >= stop - 1
        and inside[-1].start >= stop - 3
        and len(inside) == 1
        and _predicate_or_end(clause, stop)
    )


def _predicate_or_end(clause: Clause, at: int) -> bool:
    """Whether what follows the 的 at `at` has a predicate of its own, or is a bare noun."""
    return at + 1 < clause.end


def _undergoes(clause: Clause, at: int) -> bool:
    """Whether 被 follows the subject that ends at `at`, adverbs between them."""
    for word in clause.behind(at):
        if "received" in word.kinds:
            return word.start - at <= 4
        if "lead_ins" not in word.kinds:
            return False
    return False


def _passive(clause: Clause) -> Word | None:
    """The word that makes the clause a passive."""
    for word in clause.words:
        if "received" in word.kinds:
            lead = clause.text[: word.start - clause.start]
            tail = clause.text[word.end - clause.start :]
            attributive = re.match(r"[^，]{1,8}的[^，]{2,}", tail) and not re.search(r"的$", tail)
            if "把" not in lead and "将" not in lead and not (attributive and not lead.strip()):
                return word
        if "undergone" in word.kinds:
            lead = clause.text[: word.start - clause.start]
            found = _OBTAINED.search(lead)
            if found and found.start() >= 2 and not re.search(r"[我他]|们", lead):
                return word
    if by := _BY.search(clause.text):
        verb = _verb(clause, clause.start + by.start() + 2)
        if verb and not re.search(r"\d", clause.text[by.start() : by.end()]):
            return verb
    return None


def _after_lead_ins(clause: Clause, start: int) -> int:
    """Where the clause begins once adverbs, connectives and times are passed."""
    at = start
    while at < clause.end:
        word = next((w for w in clause.words if w.start == at), None)
        if word is None and clause.text[at - clause.start] in " \u3000地":
            at += 1
        elif (
            word
            and word.kinds & {"lead_ins", "since", "earlier", "habits", "nowadays"}
            and "persons" not in word.kinds
            and "deeds" not in word.kinds
        ):
            at = word.end
        else:
            return at
    return start


def _verb(clause: Clause, at: int) -> Word | None:
    """The first deed at or behind `at`."""
    for word in clause.words:
        if (
            word.start >= at
            and word.kinds & {"deeds", "setting", "serving", "spending", "earning"}
            and "persons" not in word.kinds
        ):
            if not _is_noun(clause, word):
                return word
    return None


def _is_noun(clause: Clause, word: Word) -> bool:
    """Whether a word of doing is a noun here: 培训覆盖率, 建立的框架, 优化后的流程."""
    tail = clause.text[word.end - clause.start :]
    if _MODIFYING.match(tail):
        return True
    following = next((w for w in clause.words if w.start >= word.end), None)
    if (
        following
        and following.start == word.end
        and following.kinds & _MEASURES
        and not word.kinds & {"rising", "falling"}
    ):
        return (
            any(w.kinds & _CHANGING for w in clause.words if w.start >= following.end)
            or not tail[len(following.text) :].strip()
        )
    if (
        word.end - word.start == 1
        and (found := re.search(r"^[\u4e00-\u9fff]{1,8}的", tail))
        and not re.match("[了过着出好完上下掉到起成回遍齐给住清]", tail)
    ):
        return any(
            w.start >= word.end + found.end() and w.kinds & {"deeds", "setting", "received"} for w in clause.words
        )
    if word.kinds & _MEASURES and following and following.start - word.end <= 3 and following.kinds & _CHANGING:
        return True
    return False


def _person_before(clause: Clause, start: int, end: int, preposition: Word) -> bool:
    """Whether somebody else stands as the subject behind the phrase that `preposition` opens; 与同事核对 has none."""
    return False


def _is_subordinate(clause: Clause, start: int) -> bool:
    """Whether the clause opens with a conjunction or ends in 时, 后, 之后, 中."""
    first = next((w for w in clause.words if w.start >= start), None)
    if first and first.start <= start + 1 and "subordinators" in first.kinds and first.text not in ("让", "使", "等"):
        return True
    last = clause.words[-1] if clause.words else None
    return bool(
        last
        and last.end == len(clause.text.rstrip()) + clause.start
        and "subordinate_ends" in last.kinds
        and clause.after[:1] in ("，", ",")
    )


def _match(pattern: re.Pattern[str], clause: Clause, at: int) -> str:
    """What `pattern` matches at `at`, "" where nothing."""
    found = pattern.match(clause.text, at - clause.start)
    return found[0] if found else ""
