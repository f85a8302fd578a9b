"""Lessons, changes since, commonplaces and pitches in Chinese sentences."""

from __future__ import annotations

import re

from bqlint.finding import Span
from bqlint.language.lexicon import once
from bqlint.language.zh.maxims import maxim
from bqlint.language.zh.reading import Clause, Reading, Word, pattern, read
from bqlint.language.zh.voices import owned
from bqlint.prose import Sentence

_DRAWING = frozenset(("teachings", "lesson_nouns", "regrets", "insights", "noticings"))
_MINE = r"我|咱|自己|本人"
_DONE = r"了[。，\s]*$|被"
_THEN_AND_NOW = r"(?:我(?:以前|过去|从前|原来)|(?:以前|过去|从前)，?我)[^。\d]{2,30}现在"
"""What I was like, and am now: 我以前总怕得罪人，现在敢说不了."""
_A_LOT = r"了?(?:很多|许多|不少|好多)[^，。：:]{0,20}(?:知识|东西|经验|技能|见识)"
_THOUGHT_NOW = (
    r"我(?:也|就|更|更加|越来越|总|还|要|想|会|该|应该|学着|宁愿|宁可|珍惜|记住|深信|坚信)[^，。了过当那]{2,}[。！]?$"
)
"""What I think or mean to do today, told without a mark of what is over: 我更加珍惜一线的声音."""


@once
def lesson(sentence: Sentence) -> Span | None:
    """The words by which `sentence` draws a lesson about conduct."""
    reading = read(sentence)
    if reading.is_question:
        return None
    for at, clause in enumerate(reading.clauses) if reading.has(*_DRAWING) else ():
        for word in clause.words:
            if word.kinds & _DRAWING and _draws(reading, at, word):
                return _span(sentence, word)
    told = owned(reading)
    return told.shifted(sentence.span.start) if told else changed(sentence)


def considered(sentence: Sentence) -> Span | None:
    """Where `sentence` looks at it from today, without a word of learning: 我更加珍惜一线的声音."""
    thought = pattern(_THOUGHT_NOW).search(read(sentence).text)
    return Span(*thought.span()).shifted(sentence.span.start) if thought else None


def _draws(reading: Reading, at: int, word: Word) -> bool:
    """Whether `word` draws a lesson where it stands."""
    found, clause = reading.clauses, reading.clauses[at]
    if pattern(_A_LOT).match(reading.text, word.end):
        return False  # 学到了很多知识 names none
    if word.is_a("teachings"):
        told_by_somebody = any(w.is_a("persons") for w in clause.before(word.start))
        return not (told_by_somebody and word.text.startswith(("告诉", "提醒")))
    if "lesson_nouns" in word.kinds:
        return _announces(reading, clause, word)
    if "regrets" in word.kinds:
        return _own(clause, word) or any("我" in c.text for c in found)
    if "insights" in word.kinds:
        return _own(clause, word) and not any("negations" in w.kinds for w in clause.before(word.start)[:1])
    if "noticings" in word.kinds and _own(clause, word):
        rest = [w for c in found[at:] for w in c.words if w.start >= word.end]
        return any("norms" in w.kinds for w in rest) and not _is_report(reading, word)
    return False


def _announces(reading: Reading, clause: Clause, word: Word) -> bool:
    """Whether a noun of learning announces a lesson: 教训是, 我最大的收获是; not 分享失败教训."""
    lead = clause.lead(word.start)
    return (
        bool(pattern(r"是|就是|在于|[：:，]|有[：:]").match(reading.text, word.end))
        or bool(pattern(r"最大的|深刻的?|我的|这个|一个|[给吸]取?了?我?.{0,3}$").search(lead))
        or word.text.endswith("是")
    )


def _own(clause: Clause, word: Word) -> bool:
    """Whether I am the subject of `word`, or nobody is named before it."""
    lead = clause.text[: word.start - clause.start]
    if pattern(r"我(?!们的|的)|咱").search(lead):
        return True
    return (
        not any(w.kinds & {"persons", "others"} for w in clause.before(word.start))
        and len(lead.strip(" -*•·\t。，、")) <= 6
    )


def _is_report(reading: Reading, word: Word) -> bool:
    """Whether what was noticed is a fact of the story: 我发现连接池满了."""
    rest = reading.text[word.end :]
    return bool(
        pattern(
            r"^，?(?:这个|那个|系统|客户|项目|公司|对方|用户)[^，]{0,12}要|(?:了|过)[。，；\s]*$|不足|存在|出现|有问题|正在|一直没|已经"
        ).search(rest)
    )


@once
def changed(sentence: Sentence) -> Span | None:
    """The words by which `sentence` tells a change of my conduct since then, or from now on."""
    reading = read(sentence)
    if not reading.has("since_then", "from_now_on", "nowadays") and "养成" not in reading.text:
        return None
    found, text = reading.clauses, reading.text
    if then_and_now := pattern(_THEN_AND_NOW).search(text):
        return Span(*then_and_now.span()).shifted(sentence.span.start)
    for at, clause in enumerate(found):
        for word in clause.words:
            later = text[word.end :]
            if (
                "since_then" in word.kinds
                and (pattern(_MINE).search(text) or _is_subjectless(found[at:], word))
                and not _is_passive_fact(found[at:], later)
            ):
                return _span(sentence, word)
            if "from_now_on" in word.kinds and _is_resolved(found[at:], word, later):
                return _span(sentence, word)
            if "nowadays" in word.kinds and _is_standing(found[at:], word):
                return _span(sentence, word)
            if word.text == "养成" and "习惯" in later and pattern(_MINE).search(text[: word.start] + "我"):
                return _span(sentence, word)
    return None


def _is_subjectless(rest: tuple[Clause, ...], word: Word) -> bool:
    """Whether a standing conduct follows for which nobody is named."""
    return any(c.has("steady") for c in rest) and not any(c.has("persons") for c in rest)


def _is_passive_fact(rest: tuple[Clause, ...], later: str) -> bool:
    """Whether what came since is only an event: 从此我被调走了."""
    return bool(pattern(r"我[^，]{0,4}被").search(later)) and not any(c.has("steady") for c in rest)


def _is_resolved(rest: tuple[Clause, ...], word: Word, later: str) -> bool:
    """Whether I will act otherwise: 下次我会先问, 以后遇到改期，要提前说."""
    lead = rest[0].text[: word.start - rest[0].start].strip()
    if lead.endswith("在") or later.startswith("的"):
        return False  # 在往后的一段时间里
    if word.text in ("以后", "将来", "未来", "接下来") and not pattern(r"|.{0,2}我|[但所]?[是以]?").fullmatch(lead):
        return False
    if any(c.has("persons") for c in rest) and "我" not in later and "我" not in rest[0].text:
        return False
    return bool(pattern(r"会|要|先|就|应|必|都|再|不|得|能|更").search(later)) and bool(
        pattern("我").search(rest[0].text + later) or any(c.has("steady") for c in rest)
    )


def _is_standing(rest: tuple[Clause, ...], word: Word) -> bool:
    """Whether I now always do it: 现在我每次都先问, 后来我也是先找好下家."""
    for clause in rest[:2]:
        me = pattern(r"我(?!们|的)").search(clause.text)
        if me and clause.start + me.start() >= word.start - 2 and (clause is rest[0] or me.start() <= 1):
            tail = [w for w in clause.words if w.start > clause.start + me.start()] + [
                w for c in rest for w in c.words if c.start > clause.start
            ]
            steady = [w for w in tail if "steady" in w.kinds] or [
                w for w in rest[0].words if w.text in ("每", "每次", "每天")
            ]
            return bool(steady) and not pattern(rf"被|调到|负责|担任|{_DONE}").search(clause.text)
    lead = rest[0].text[: word.start - rest[0].start].strip()
    return (
        not lead
        and bool(pattern(r"每|凡|遇到|只要").match(rest[0].text[word.end - rest[0].start :]))
        and rest[-1].has("steady")
    )


def used(sentence: Sentence) -> Span | None:
    """What `changed` says: Chinese tells a later act by the words that it knows."""
    return changed(sentence)


def generic(sentence: Sentence) -> Span | None:
    """The commonplace in `sentence`, where its lesson says nothing else: 让我明白了团队合作的重要性."""
    if lesson(sentence) is None or changed(sentence):
        return None
    for clause in read(sentence).clauses:
        for at, word in enumerate(clause.words):
            if word.kinds & {"teachings", "insights", "noticings"}:
                rest = clause.words[at + 1 :]
                if rest and _is_commonplace(clause, word, rest) and clause is read(sentence).clauses[-1]:
                    return Span(rest[0].start, rest[-1].end).shifted(sentence.span.start)
    return None


def _is_commonplace(clause: Clause, verb: Word, rest: tuple[Word, ...]) -> bool:
    """Whether everything behind `verb` is a commonplace and its worth."""
    tail = clause.text[verb.end - clause.start :]
    for word in rest:
        if word.kinds & {"commonplaces", "worth", "teachings"} or word.text in ("了", "到", "是"):
            tail = tail.replace(word.text, "", 1)
    left = re.sub(r"[了到是的很有多么非常十分、和与及 “”\"]", "", tail)
    return not left and any("worth" in w.kinds for w in rest)


def general(sentence: Sentence) -> Span | None:
    """The words by which `sentence` says to all and nobody how to act: 遇到分歧要先核对数据."""
    reading = read(sentence)
    place = None if reading.is_question else maxim(reading)
    return place.shifted(sentence.span.start) if place else None


def pitch(sentence: Sentence) -> Span | None:
    """The words by which `sentence` sells its teller to an employer."""
    for clause in read(sentence).clauses:
        for word in clause.words:
            if "employers" in word.kinds:
                return _span(sentence, word)
            if "posts" in word.kinds and any(c.has("fitting") for c in read(sentence).clauses):
                return _span(sentence, word)
    return None


def _span(sentence: Sentence, word: Word) -> Span:
    """The place of `word` in the source."""
    return Span(word.start, word.end).shifted(sentence.span.start)
