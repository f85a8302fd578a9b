"""Chinese acts that are imagined (我会先打电话) or repeated (我通常先打电话) instead of told."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Span
from bqlint.language.lexicon import once
from bqlint.language.zh.agent import resolved
from bqlint.language.zh.predicates import DEEDS
from bqlint.language.zh.reading import Clause, Word, pattern, read
from bqlint.language.zh.subjects import Head, heads
from bqlint.prose import Sentence

_DONE = r"(?<![为除])了(?!解|如指掌)|(?<![通经超])过(?!程|去|来|度|期)"
_THEN = r"当时|那时|那段时间|那阵子|那几个?[天周月年]|那年|去年|前年|当年|过去|从前|以前|每天晚上"
_THAT_TIME = r"那[次天周月年晚回]|这次|当[天晚]|有一[次天回]|临时"
_OWN = ("I", "we")


def hypothetical(sentence: Sentence) -> Span | None:
    """The first 我会 of `sentence` that stands for what happened."""
    spans = _imagined(sentence)
    return spans[0] if spans else None


def habitual(sentence: Sentence) -> Span | None:
    """The first habit of mine in `sentence`: 我通常, 我总是, 每次我都."""
    spans = _repeated(sentence)
    return spans[0] if spans else None


def told(sentence: Sentence) -> int:
    """How many acts of mine or ours `sentence` tells as done."""
    if read(sentence).is_question:
        return 0
    supposed = _imagined(sentence) or _repeated(sentence)
    first = supposed[0].start - sentence.span.start if supposed else 0
    count = 0
    for clause, one in _acting(sentence):
        if one.who not in _OWN or not one.deed or clause.has("conditions", "resolves", "planning", "habits"):
            continue
        if supposed and first < clause.end and not pattern(_DONE).search(clause.text):
            continue
        count += not (clause.has("modals") and any(_is_modal(clause, w) for w in clause.words))
    return count


def done(sentence: Sentence) -> bool:
    """Whether a word says of any act that it is done, or when it was: 了, 过, 当时."""
    text = read(sentence).text
    return bool(pattern(_DONE).search(text) or pattern(_THEN).search(text) or pattern(_THAT_TIME).search(text))


def imagined(sentence: Sentence) -> int:
    """How many acts `sentence` imagines: each 我会, and the acts that hang on it."""
    return len(_imagined(sentence))


def repeated(sentence: Sentence) -> int:
    """How many acts of mine `sentence` tells as a habit."""
    return len(_repeated(sentence))


@once
def _imagined(sentence: Sentence) -> tuple[Span, ...]:
    """The places of the acts that are imagined."""
    reading = read(sentence)
    if not reading.has("modals") or reading.is_question or reading.has("resolves", "regrets"):
        return ()
    found: list[Span] = []
    listed, told = reading.clauses, {clause.start: one for clause, one in heads(sentence)}
    for at, clause in enumerate(listed):
        modal = next((w for w in clause.words if _is_modal(clause, w)), None)
        one = told.get(clause.start)
        if modal and _is_mine(clause, modal) and not _is_other(listed, at, modal):
            verb = next((w for w in clause.behind(modal.end) if w.kinds & DEEDS), modal)
            found.append(Span(_subject(clause, modal), verb.end))
        elif found and one and one.who in ("", *_OWN) and one.deed and not pattern(_DONE).search(clause.text):
            found.append(Span(one.start, one.end))
    return tuple(span.shifted(sentence.span.start) for span in found)


@once
def _repeated(sentence: Sentence) -> tuple[Span, ...]:
    """The places of the acts that are told as habits of the present."""
    reading = read(sentence)
    if not reading.has("habits") or reading.is_question or reading.has("since_then", "nowadays", "resolves"):
        return ()
    if pattern(_THEN).search(reading.text):
        return ()
    found: list[Span] = []
    habit = False
    for clause, one in _acting(sentence):
        habit = (habit or clause.has("habits")) and not pattern(_THAT_TIME).search(clause.text)
        if habit and one.who in _OWN and (one.deed or "我" in clause.text) and not pattern(_DONE).search(clause.text):
            found.append(_habit(clause).shifted(sentence.span.start))
    return tuple(found)


def _habit(clause: Clause) -> Span:
    """From 我 to the word of habit of the clause, whichever of them is there; else its first character."""
    me = clause.text.find("我")
    marks = [Span(word.start, word.end) for word in clause.words if "habits" in word.kinds][:1]
    if me >= 0:
        marks.append(Span(clause.start + me, clause.start + me + 1))
    marks = marks or [Span(clause.start, clause.start + 1)]
    return Span(min(mark.start for mark in marks), max(mark.end for mark in marks))


def _acting(sentence: Sentence) -> list[tuple[Clause, Head]]:
    """The main clauses that have a head, subjects left out filled in."""
    pairs = zip(heads(sentence), resolved(sentence), strict=True)
    return [(clause, one) for (clause, _), one in pairs if one.main]


def _is_modal(clause: Clause, word: Word) -> bool:
    """Whether `word` makes the act behind it imagined; not an ability, nor what somebody foresaw."""
    if "modals" not in word.kinds:
        return False
    tail = clause.text[word.end - clause.start :]
    if word.text == "会" and (
        pattern(r"[用写使说讲]\s*[a-z]").match(tail)
        or any("skills" in w.kinds and w.start == word.end for w in clause.words)
    ):
        return False
    return not any("cognition" in w.kinds for w in clause.before(word.start) if w.text != "相信")


def _is_mine(clause: Clause, modal: Word) -> bool:
    """Whether I or we are the subject of the modal."""
    return bool(pattern(r"我们?[^，的]{0,8}$|咱们?[^，的]{0,6}$").search(clause.lead(modal.start)))


def _is_other(listed: Sequence[Clause], at: int, modal: Word) -> bool:
    """Whether the modal tells a habit, a promise, a state, or follows what was done."""
    clause = listed[at]
    lead = clause.text[: modal.start - clause.start]
    if (
        clause.has("habits")
        or pattern(_THEN).search(lead)
        or pattern(r"每[天周月次晚年回]|都$|都会$").search(lead)
        or (modal.text == "也会" and at)
    ):
        return True
    if any(c.has("sayings") or (pattern(_DONE).search(c.text) and not c.has("conditions")) for c in listed[:at]):
        return True
    if any("sayings" in w.kinds or "negations" in w.kinds for w in clause.before(modal.start)):
        return True
    return bool(
        pattern(_DONE).search(clause.text)
        and "conditions" not in {k for w in clause.words for k in w.kinds}
        and not pattern(r"会[^，]*了").search(clause.text)
    )


def _subject(clause: Clause, modal: Word) -> int:
    """Where the subject of the modal begins."""
    lead = clause.text[: modal.start - clause.start]
    at = max(lead.rfind("我"), lead.rfind("咱"))
    return clause.start + at if at >= 0 else modal.start
