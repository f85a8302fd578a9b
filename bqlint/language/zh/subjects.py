"""Who stands at the head of a Chinese clause, and what is done in it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bqlint.language.lexicon import once
from bqlint.language.zh.predicates import MOVING, is_nominal, predicate, verb
from bqlint.language.zh.reading import Clause, Word, either, pattern, read
from bqlint.prose import Sentence

_ME = r"我们|咱们?|我[方司]|我行(?![动使走])|我院|我校(?![对准正验])|我|本人|笔者|俺|个人(?=获|负责|独立|承担|完成)"
_POSSESSED = r"[^了着把将被，]{0,6}?的(?!确)|所[^，]{1,2}的?"
_WHAT_I_DID = r".{0,6}的(?:第.{1,2}|最后.{0,1})?(?:件事|步|做法|办法|方法|思路|选择|对策)(?:就)?是"
_GIVEN = r"[了过给着]$"
_STATE = (
    r"(?:自己|当时|那时|也|都|却|一直|真的|心里|其实|确实|本来|今年)*"
    r"(?:很|非常|特别|十分|有点|有些|挺|太|是(?!先)|只有|没有|没(?!有)|有|在|怕|不太|不敢|不信|不懂|不知道|不清楚|\d)"
)
_TOGETHER = (
    r"[^，]{1,8}?(?:一起|一同|一道|一块儿?|共同|轮流|分头|合力|联手|搭档|各自|分别|[两二三四五]个?人|俩|都|把|将"
    r"|约定|约好|商定|说好|谈妥)"
)
_TURNED_PASSIVE = r"[^，]{0,6}?(?:被|遭到?|挨了?|受到|受了|得到了?|获得了?)"
_NAMED = (
    r"[小老阿][\u4e00-\u9fff](?![员师])"
    r"|[\u4e00-\u9fff]{1,2}(?:总|工|姐|哥|老师|经理|主任|师傅|医生|先生|女士|同学)"
    r"|[^，的]{1,4}[那这]边"
)
_MARK = r"[\s\-*•·\d.、\"“”‘’'「」>#()（）]*"
_BY = r"由(?![于此来衷])([^，到至降升\d]{1,10})"
_OBTAINED = r"(?:得到|获得)了?[^，]{0,6}$"
_BEGINNING = frozenset(("lead_ins", "since", "earlier", "habits", "nowadays"))
_PERSON = ("persons", "others")
_OF_PEOPLE = ("deeds", "causatives", "sayings", "setting", "serving", "uptake", "spending", "effort", "talking")
_LEFT_OUT = ("deeds", "setting", "serving", "earning", "effort", "talking")
_MEASURED = ("good_measures", "bad_measures", "incidents")
_NEAR = 6
"""How many characters may stand before the people of a subject: 上一任项目经理."""
_QUALITY = r"[又也都还却]*(?:不|没|很|太|更|非常|特别)[^，]{1,3}$"
_BARE_VERB = r"[\u4e00-\u9fff]{1,2}(?:了|出|好|完|掉|到|着)(?![多少很])"


class Head(NamedTuple):
    """What a clause says of its doer.

    `who` is I, we, other, passive or none, "" where the subject is left out; `start` and `end` the place of the act;
    `deed` whether something is done; `main` whether the clause hangs on no other; `then` who does what follows when
    that is somebody else (店长让我…).
    """

    who: str
    start: int
    end: int
    deed: bool
    main: bool
    then: str = ""


@once
def heads(sentence: Sentence) -> tuple[tuple[Clause, Head], ...]:
    """The clauses of `sentence` that have a head, with it."""
    found: list[tuple[Clause, Head]] = []
    supposed = False
    for clause in read(sentence).clauses:
        start = _after(_MARK, clause, clause.start)
        supposed = clause.has("conditions") or (supposed and "我" not in clause.text and "了" not in clause.text)
        main = not (supposed or _is_subordinate(clause, start))
        if told := _head(clause, start, main):
            found.append((clause, told))
    return tuple(found)


def _head(clause: Clause, start: int, main: bool) -> Head | None:
    """The head of the clause whose words begin at `start`, or None where nobody and nothing acts in it."""
    if me := _me(clause):
        at, end, who = me
        act = verb(clause, end)
        if pattern(_TURNED_PASSIVE).match(clause.text, end - clause.start) and _undergoes(clause, end):
            return Head("passive", at, end, True, main, who)
        if who == "I" and _is_shared(clause, end):
            who = "we"
        if _is_state(clause, at, end, act):
            return Head("none", at, end, False, main, who)
        return Head(who, at, act.end if act else end, True, main)
    told = _passive(clause) or _without_me(clause, _beginning(clause, start), main)
    if isinstance(told, Word):
        told = Head("passive", told.start, told.end, True, main)
    return told._replace(then="I") if told and _is_handed_on(clause) else told


def _is_state(clause: Clause, at: int, end: int, act: Word | None) -> bool:
    """Whether nothing is done of which 我 at `at` is the subject: 我很紧张, 我们只有两个人, 这是我第一次带队."""
    if clause.lead(at).endswith("是") and pattern(r"[第最头]").match(clause.text, end - clause.start):
        return True
    if act or any(w.start >= end and w.end - w.start > 1 and w.is_a("talking", "causatives") for w in clause.words):
        return False
    return bool(pattern(_STATE).match(clause.text, end - clause.start))


def _me(clause: Clause) -> tuple[int, int, str] | None:
    """The place of 我 or 我们 as the subject, and which of the two."""
    if "我" not in clause.text and not pattern(_ME).search(clause.text):
        return None
    for match in pattern(_ME).finditer(clause.text):
        at, end = clause.start + match.start(), clause.start + match.end()
        previous = next((w for w in clause.words if w.end == at), None)
        if previous and previous.is_a("causatives") and previous.text != "由":
            continue
        if pattern(_GIVEN).search(clause.text, 0, match.start()) or not clause.tail(end).strip("。 自己"):
            continue
        if pattern(_WHAT_I_DID).match(clause.text, match.end()) or not _is_modifier(clause, end):
            return at, end, "we" if match[0][0] == "咱" or (match[0][0] == "我" and len(match[0]) > 1) else "I"
    return None


def _is_modifier(clause: Clause, end: int) -> bool:
    """Whether the 我 before `end` belongs to a noun: 我的方案, 我写的脚本, 我妈; not 我负责公司的招聘."""
    if _kin().match(clause.text, end - clause.start):
        return True
    match = pattern(_POSSESSED).match(clause.text, end - clause.start)
    if not match:
        return False
    stop = clause.start + match.end() - 1
    inside = [w for w in clause.words if end <= w.start and w.end <= stop and w.is_a("deeds", "setting", "states")]
    if not inside:
        return True
    return len(inside) == 1 and inside[0].end >= stop - 1 and inside[0].start >= stop - 3 and stop + 1 < clause.end


@cache
def _kin() -> re.Pattern[str]:
    """Somebody whom 我 before them possesses: 妈, 老板."""
    return re.compile(either("kin"))


def _is_shared(clause: Clause, end: int) -> bool:
    """Whether somebody acts with me: 我和小刘把…, 我跟搭档轮流…; not 我和客户谈, 我跟店长打了招呼."""
    link = next((w for w in clause.words if w.start == end), None)
    if link is None or link.text not in ("和", "跟", "与", "同"):
        return False
    if pattern(_TOGETHER).match(clause.text, link.end - clause.start):
        return True
    return link.text in ("和", "与") and not clause.has("talking")


def _undergoes(clause: Clause, at: int) -> bool:
    """Whether 被 or 受到 follows the subject that ends at `at`, only adverbs between them."""
    for word in clause.words:
        if word.start >= at:
            if word.is_a("received"):
                return word.start - at <= 4
            if not word.is_a("lead_ins"):
                return False
    return False


def _is_handed_on(clause: Clause) -> bool:
    """Whether somebody has me do what follows: 店长让我, 经理把项目交给了我."""
    return bool(pattern(r"(?:让|叫|派|请|要求|安排|交给了?|任命|指定|托)我").search(clause.text))


def _passive(clause: Clause) -> Word | None:
    """The word that makes the clause a passive."""
    if not clause.has("received", "undergone") and "由" not in clause.text:
        return None
    for word in clause.words:
        lead = clause.lead(word.start)
        if word.is_a("received"):
            tail = clause.tail(word.end)
            attributive = pattern(r"[^，]{1,8}的[^，]{2,}").match(tail) and not tail.endswith("的")
            if "把" not in lead and "将" not in lead and not (attributive and not lead.strip()):
                return word
        elif word.is_a("undergone"):
            found = pattern(_OBTAINED).search(lead)
            if found and found.start() >= 2 and not pattern(r"[我他]们?(?![们的])|[^我]们(?!的)").search(lead):
                return word
    if by := pattern(_BY).search(clause.text):
        return verb(clause, clause.start + by.start() + 2)
    return None


def _beginning(clause: Clause, start: int) -> int:
    """Where the clause begins once adverbs, connectives and times are passed."""
    at = start
    for word in clause.words:
        if word.end <= at:
            continue
        if clause.text[at - clause.start : word.start - clause.start].strip(" \u3000地"):
            break
        if word.kinds.isdisjoint(_BEGINNING) or word.is_a("persons", "deeds"):
            return word.start
        at = word.end
    while at < clause.end and clause.text[at - clause.start] in " \u3000地":
        at += 1
    return at if at < clause.end else start


def _without_me(clause: Clause, first: int, main: bool) -> Head | None:
    """The head of an active clause in which I and we do not act."""
    act = verb(clause, first)
    if person := _person(clause, first):
        act = verb(clause, person) or predicate(clause, person)
        if act is None:
            acts = not pattern(_QUALITY).match(clause.text, person - clause.start)
        else:
            acts = act.is_a(*_OF_PEOPLE) and not is_nominal(clause, act)
        return Head("other" if acts else "none", first, act.end if act else person, acts, main, "other")
    if act and is_nominal(clause, act):
        return Head("none", act.start, act.end, False, main)
    opening = next((w for w in clause.words if w.start == first), None)
    if opening and act and (opening.is_a("opening_prepositions") or (opening is act and act.is_a(*_LEFT_OUT))):
        moved = any(first <= w.start < act.start and w.is_a(*MOVING) for w in clause.words)
        return Head("none" if moved else "", act.start, act.end, not moved, main)
    if opening and opening.is_a("prepositions"):
        return None
    told = predicate(clause, first)
    if opening is None and told is None and pattern(_BARE_VERB).match(clause.text, first - clause.start):
        return Head("", first, first + 2, True, main)
    if told and told.start > first and _is_brought(clause, told):
        return Head("other", told.start, told.end, True, main)
    return Head("none", first, min(first + 1, clause.end), False, main) if first < clause.end else None


def _is_brought(clause: Clause, act: Word) -> bool:
    """Whether a thing does `act`: 系统自动发送提醒, 脚本让大家省心; not 水管爆了, 线上跑着."""
    rest = clause.tail(act.end)
    if act.is_a(*MOVING) or rest.startswith("着"):
        return False
    if act.is_a("causatives"):
        return bool(pattern(r"[让使令叫帮逼]").match(act.text))
    return act.is_a("deeds", "setting", "serving", "earning", "saving") and bool(rest.strip("了过完 "))


def _person(clause: Clause, first: int) -> int | None:
    """Where the people end that are the subject from `first` on: 三位家长, 小王; not 客户投诉, 团队的效率."""
    named = pattern(_NAMED).match(clause.text, first - clause.start)
    if named and not clause.text.startswith("的", named.end()):
        return clause.start + named.end()
    for word in clause.words:
        if word.start < first:
            continue
        if word.is_a(*_PERSON):
            end = word.end + clause.text.startswith("们", word.end - clause.start)
            following = next((w for w in clause.words if w.start == end), None)
            if following and following.is_a(*_MEASURED):
                return None
            if not (following and following.is_a(*_PERSON)) and not clause.text.startswith("的", end - clause.start):
                return end
        elif word.start - first > _NEAR or word.is_a("prepositions", "received") or _is_done(clause, word):
            return None
    return None


def _is_done(clause: Clause, word: Word) -> bool:
    """Whether `word` is a deed told as done, or one of two characters: people behind it are not the subject."""
    if not word.is_a("deeds", "states", "effort"):
        return False
    tail = clause.tail(word.end)
    return tail[:1] in ("了", "过", "着", "出", "完") or (word.end - word.start > 1 and not tail.startswith("的"))


def _is_subordinate(clause: Clause, start: int) -> bool:
    """Whether the clause opens with a conjunction or ends in 时, 后, 之后, 中."""
    if clause.has("subordinators"):
        first = next(w for w in clause.words if w.start >= start)
        if first.start <= start + 1 and first.is_a("subordinators") and first.text not in ("让", "使", "等"):
            return True
    if not clause.words or clause.after[:1] not in ("，", ","):
        return False
    last = clause.words[-1]
    if last.end != len(clause.text.rstrip()) + clause.start:
        return bool(pattern(r"那(?:个月|一?[天年次周])$").search(clause.text))
    return last.is_a("subordinate_ends")


def _after(regex: str, clause: Clause, at: int) -> int:
    """The end of what `regex` matches at `at`."""
    found = pattern(regex).match(clause.text, at - clause.start)
    return clause.start + found.end() if found else at
