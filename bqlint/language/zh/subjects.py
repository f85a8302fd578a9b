"""Who stands at the head of a Chinese clause, and what is done in it."""

from __future__ import annotations

from bqlint.language.lexicon import once
from bqlint.language.zh.attachment import first_letter, is_label, is_subordinate
from bqlint.language.zh.first_person import first_person, is_shared, is_state
from bqlint.language.zh.passives import passive, undergoes
from bqlint.language.zh.predicates import DEEDS, MOVING, is_nominal, predicate, verb
from bqlint.language.zh.reading import Clause, Word, pattern, read
from bqlint.prose import Sentence
from bqlint.typed import NamedTuple

_NAMED = (
    r"[小老阿](?!范围|规模|批|步|学|区|时|数)[\u4e00-\u9fff](?![员师])"
    r"|(?![到去在来往从])[\u4e00-\u9fff]{1,2}(?:总|工(?![地作厂人程序期时资具])|姐|哥|老师|经理|主任|师傅|医生|先生|女士|同学)"
    r"|[\u4e00-\u9fff]{0,4}(?:(?<![内外全大局底])(?<!^)部|科室|办公室|委员会|课题组|工作组|专班)(?![门分件署])"
    r"|[\u4e00-\u9fff]{0,3}(?:派出所|居委会|办事处)"
    r"|[市县区]?(?:交通|公安|教育|税务|城管|供电|水务|民政|住建|环保|气象|林业|农业|文旅)局|[村镇乡]?合作社"
    r"|[^，的]{1,4}[那这]边"
)
_NAMING = r"[小老阿总工姐哥师理任傅生士学边部室会组班局社所处]"
"""A character of a name; the dearer pattern is asked only where one stands near."""
_BEGINNING = frozenset(("lead_ins", "since", "earlier", "habits", "nowadays", "numeral_idioms"))
_PERSON = frozenset(("persons", "others"))
_OF_PEOPLE = frozenset(
    ("deeds", "causatives", "sayings", "setting", "serving", "uptake", "spending", "effort", "talking")
)
_LEFT_OUT = frozenset(("deeds", "setting", "serving", "earning", "effort", "talking", "noticings"))
_BY_THIS = r"通过|经过|随着|基于|借助|经(?=我)|根据|按照|依据|用(?!了)"
"""Prepositions before what a clause was done by, or after: the main act is told behind them."""
_MEANS = "通经随基借根按依用"
_BY_MEANS = r"^[\s\-]*(?:经过?|通过|随着)$"
_MEASURED = frozenset(("good_measures", "bad_measures", "incidents"))
_STAFF = r"[组员师部方们处科室]|团队|经理|同事|人员|主管|总监"
"""What makes people of work before it: 审计组, 开发团队."""
_SIDES = "端侧版群率数量口"
"""What makes a thing of people before it: 患者端, 用户数."""
_GREETING = ("", "好", "你好", "您好")
_BECAME = r"成为了?(?:一[名位]|[^，]{1,10}的?一员)|当上了"
"""What I became, the subject left out: 成为一名领班."""
_BRINGING = ("带动", "带来", "拉动", "创造")
_NEEDLESS = r"不用|无需|不必|即可"
_HEARSAY = r"据[^，]{1,12}(?:介绍|统计|了解|反映|透露|报道)"
_FROM_TO = r"[从由自][^，]{1,10}[到至][^，]{2}"
_WHAT_WAS_DONE = r"[^，我]{0,8}(?:的|第一件事|第一步)就?是"
"""What was done, told as a noun: 最难的是说服他, 第一件事就是…."""
_TRADES = ("行业", "业内", "业界", "市场上", "大盘", "文献")
"""Others that do nothing themselves."""
_NEAR = 6
"""How many characters may stand before the people of a subject: 上一任项目经理."""
_QUALITY = r"[又也都还却]*(?:不|没|很|太|更|非常|特别)[^，]{1,3}$"
_BARE_VERB = r"[\u4e00-\u9fff]{1,2}(?:了|出|好|完(?![播成整善全美])|掉|到|着)(?![多少很])"


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
        start = first_letter(clause)
        supposed = clause.has("conditions") or (supposed and "我" not in clause.text and "了" not in clause.text)
        label = clause.after[:1] in tuple("：:") and is_label(clause)
        main = not (supposed or label or is_subordinate(clause, start))
        if told := _head(clause, start, main):
            if not told.who and found and _is_effect_of(clause, told, *found[-1]):
                told = told._replace(who="none", deed=False)
            found.append((clause, told))
    return tuple(found)


def _is_effect_of(clause: Clause, told: Head, earlier: Clause, head: Head) -> bool:
    """Whether what a measure did goes on in a clause without a subject: 自动处理率达72%，节省人力成本38%."""
    effect = any(w.start == told.start and (w.is_a("saving") or w.text in _BRINGING) for w in clause.words)
    return effect and head.who == "none" and not head.deed and earlier.has(*_MEASURED) and earlier.has(*MOVING)


def _head(clause: Clause, start: int, main: bool) -> Head | None:
    """The head of the clause whose words begin at `start`, or None where nobody and nothing acts in it."""
    if me := first_person(clause):
        at, end, who = me
        main = main and not pattern(_BY_MEANS).search(clause.lead(at))  # 经我多次沟通
        act = verb(clause, end)
        if undergoes(clause, end):
            return Head("passive", at, end, True, main, who)
        if who == "I" and is_shared(clause, end):
            who = "we"
        if is_state(clause, at, end, act):
            return Head("none", at, end, False, main, who)
        return Head(who, at, act.end if act else end, True, main)
    told = passive(clause) or _without_me(clause, _beginning(clause, start), main)
    if isinstance(told, Word):
        told = Head("passive", told.start, told.end, True, main)
    return told._replace(then="I") if told and "我" in clause.text and _is_handed_on(clause) else told


def _is_handed_on(clause: Clause) -> bool:
    """Whether somebody has me do what follows: 店长让我, 经理把项目交给了我."""
    return bool(pattern(r"(?:让|叫|派|请|要求|安排|交给了?|任命|指定|托)我").search(clause.text))


def _beginning(clause: Clause, start: int) -> int:
    """Where the clause begins once adverbs, connectives and times are passed."""
    at = start
    for word in clause.words:
        if word.end <= at:
            continue
        if clause.text[at - clause.start : word.start - clause.start].strip(" \u3000地"):
            break
        if word.kinds.isdisjoint(_BEGINNING) or word.is_a("persons", *DEEDS):
            return word.start
        at = word.end
    while at < clause.end and clause.text[at - clause.start] in " \u3000地":
        at += 1
    return at if at < clause.end else start


def _without_me(clause: Clause, first: int, main: bool) -> Head | None:
    """The head of an active clause in which I and we do not act."""
    if person := _person(clause, first):
        act = verb(clause, person) or predicate(clause, person)
        if act is None and clause.tail(person).strip(" 们") in _GREETING:
            return Head("none", first, person, False, main)  # 面试官，您好
        if act is None:
            acts = not pattern(_QUALITY).match(clause.text, person - clause.start)
        else:
            acts = bool(act.kinds & _OF_PEOPLE) and not is_nominal(clause, act)
        return Head("other" if acts else "none", first, act.end if act else person, acts, main, "other")
    if clause.has("achievement_ranks") and pattern(_BECAME).match(clause.text, first - clause.start):
        return Head("", first, first + 2, True, main)
    if "是" in clause.text and (what := pattern(_WHAT_WAS_DONE).match(clause.text, first - clause.start)):
        done = next((w for w in clause.words if w.start == clause.start + what.end()), None)
        if done and done.is_a("opening_prepositions", *DEEDS):
            return Head("", done.start, done.end, True, main)
    at = first - clause.start
    if clause.text.startswith("据", at) and pattern(_HEARSAY).match(clause.text, at):
        return None
    span = pattern(_FROM_TO).match(clause.text, first - clause.start)
    if span and not any(w.start >= clause.start + span.end() and w.is_a("deeds") for w in clause.words):
        return Head("none", first, first + 1, False, main)  # 从立项到上线一共花了四个月
    opening = next((w for w in clause.words if w.start == first), None)
    means = opening is not None and clause.text[first - clause.start] in _MEANS and _is_means(clause, first)
    act = verb(clause, opening.end if means and opening else first)
    main = main and not (means and opening and _is_means_alone(clause, opening, act))
    if act and (is_nominal(clause, act) or pattern(_NEEDLESS).search(clause.lead(act.start))):
        return Head("none", act.start, act.end, False, main)
    if opening and act and (opening.is_a("opening_prepositions") or (opening is act and act.kinds & _LEFT_OUT)):
        moved = any(opening.end <= w.start < act.start and w.kinds & MOVING for w in clause.words)
        return Head("none" if moved else "", act.start, act.end, not moved, main)
    if opening and opening.is_a("prepositions"):
        return None
    told = predicate(clause, first)
    if opening is None and told is None and pattern(_BARE_VERB).match(clause.text, first - clause.start):
        return Head("", first, first + 2, True, main)
    if told and told.is_a("deeds") and clause.lead(told.start).endswith("化"):
        return Head("", first, told.end, True, main)  # 异步化改造流程
    if told and told.start > first and _is_brought(clause, told):
        return Head("other", told.start, told.end, True, main)
    return Head("none", first, min(first + 1, clause.end), False, main) if first < clause.end else None


def _is_means(clause: Clause, first: int) -> bool:
    """Whether the clause opens with the means by which something was done."""
    return pattern(_BY_THIS).match(clause.text, first - clause.start) is not None


def _is_means_alone(clause: Clause, opening: Word, act: Word | None) -> bool:
    """Whether nothing is done behind the means: 通过优化流程，…; not 基于日志定位瓶颈, where a thing comes first."""
    thing = act and clause.text[opening.end - clause.start : act.start - clause.start].strip()
    if any(w.is_a(*DEEDS) and clause.tail(w.end).startswith("了") for w in clause.words):
        return False  # 根据反馈调整了排班
    return (
        opening.text in ("根据", "按照", "依据")
        or not thing
        or act is None
        or not clause.tail(act.end)[1:]
        or clause.lead(act.start).endswith("的")
    )


def _is_brought(clause: Clause, act: Word) -> bool:
    """Whether a thing does `act`: 系统自动发送提醒, 脚本让大家省心; not 水管爆了, 线上跑着."""
    rest = clause.tail(act.end)
    if act.kinds & MOVING or rest.startswith("着"):
        return False
    if act.is_a("causatives"):
        return bool(pattern(r"[让使令叫帮逼]").match(act.text))
    return act.is_a("deeds", "setting", "serving", "earning", "saving") and bool(rest.strip("了过完 "))


def _person(clause: Clause, first: int) -> int | None:
    """Where the people end that are the subject from `first` on: 三位家长, 小王; not 客户投诉, 团队的效率."""
    at = first - clause.start
    named = pattern(_NAMED).match(clause.text, at) if pattern(_NAMING).search(clause.text, at, at + 5) else None
    done = verb(clause, first) if named else None  # 请教老师傅 names nobody
    swallowed = done and named and done.start == first and not named[0].endswith(("局", "合作社"))
    if named and not swallowed and not clause.text.startswith("的", named.end()):
        return clause.start + named.end()
    for word in clause.words:
        if word.start < first:
            continue
        if word.start == first and _is_own_deed(clause, word):
            return None
        if word.text in _TRADES:
            continue
        if word.kinds & _PERSON and clause.tail(word.end)[:1] in tuple(_SIDES):
            return None
        if word.kinds & _PERSON:
            end = word.end + clause.text.startswith("们", word.end - clause.start)
            following = next((w for w in clause.words if w.start == end), None)
            if following and following.kinds & _MEASURED:
                return None
            if not (following and following.kinds & _PERSON) and not clause.text.startswith("的", end - clause.start):
                return end
        elif word.start - first > _NEAR or word.is_a("prepositions", "received") or _is_done(clause, word):
            return None
    return None


def _is_own_deed(clause: Clause, word: Word) -> bool:
    """Whether `word` at the head is what was done or seen, not who did it: 开发系统, 看到他; not 开发说, 测试改了."""
    if word.is_a("noticings"):
        return True
    if not (word.is_a("deeds", "effort") and word.kinds & _PERSON):
        return False
    if pattern(_STAFF).match(clause.tail(word.end)):
        return False
    following = next((w for w in clause.words if w.start >= word.end), None)
    if following is None or following.start != word.end:
        return True
    short = following.end - following.start == 1
    acts = following.is_a(*DEEDS) and (short or clause.tail(following.end)[:1] in ("了", "过", "好", "完", "出", ""))
    return not (acts or following.is_a("sayings", "causatives", "cognition"))


def _is_done(clause: Clause, word: Word) -> bool:
    """Whether `word` is a deed told as done, or one of two characters: people behind it are not the subject."""
    if not word.is_a(*DEEDS, "states"):
        return False
    tail = clause.tail(word.end)
    return tail[:1] in ("了", "过", "着", "出", "完") or (word.end - word.start > 1 and not tail.startswith("的"))
