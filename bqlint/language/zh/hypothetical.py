"""Chinese acts that are imagined (我会先打电话) or repeated (我通常先打电话) instead of told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.finding import Span
from bqlint.language.lexicon import once
from bqlint.language.zh.reading import Clause, Word, clauses, simplified
from bqlint.language.zh.subjects import head
from bqlint.prose import Sentence

_DONE = re.compile(r"(?<![为除])了(?!解|如指掌)|(?<![通经超])过(?!程|去|来|度|期)")
_THEN = re.compile(r"当时|那时|那段时间|那阵子|那几个?[天周月年]|那年|去年|前年|当年|过去|从前|以前|每天晚上")
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
    if _is_question(sentence):
        return 0
    supposed = _imagined(sentence) or _repeated(sentence)
    count = 0
    for clause, who, deed in _acting(sentence):
        if who not in _OWN or not deed or clause.has("conditions", "resolves", "planning"):
            continue
        if supposed and supposed[0].start - sentence.span.start < clause.end and not _DONE.search(clause.text):
            continue
        if not clause.has("habits") and not any(_is_modal(clause, w) for w in clause.words):
            count += 1
    return count


def imagined(sentence: Sentence) -> int:
    """How many acts `sentence` imagines: each 我会, and the acts that hang on it."""
    return len(_imagined(sentence))


def repeated(sentence: Sentence) -> int:
    """How many acts of mine `sentence` tells as a habit."""
    return len(_repeated(sentence))


@once
def _imagined(sentence: Sentence) -> tuple[Span, ...]:
    """The places of the acts that are imagined."""
    if _is_question(sentence) or any(c.has("resolves") for c in clauses(sentence)):
        return ()
    found: list[Span] = []
    listed = clauses(sentence)
    for at, clause in enumerate(listed):
        modal = next((w for w in clause.words if _is_modal(clause, w)), None)
        if modal and _is_mine(listed, at, modal) and not _is_other(listed, at, modal):
            verb = next((w for w in clause.behind(modal.end) if "deeds" in w.kinds), None)
            found.append(Span(_subject(clause, modal), verb.end if verb else modal.end).shifted(sentence.span.start))
        elif (
            found
            and not _DONE.search(clause.text)
            and (acting := head(clause))
            and acting.who in ("", *_OWN)
            and acting.deed
        ):
            found.append(Span(acting.start, acting.end).shifted(sentence.span.start))
    return tuple(found)


@once
def _repeated(sentence: Sentence) -> tuple[Span, ...]:
    """The places of the acts that are told as habits of the present."""
    text = simplified(sentence)
    if (
        _is_question(sentence)
        or _THEN.search(text)
        or any(c.has("since_then", "nowadays", "resolves") for c in clauses(sentence))
    ):
        return ()
    found: list[Span] = []
    habit = False
    for clause, who, deed in _acting(sentence):
        habit = habit or clause.has("habits")
        if habit and who in _OWN and (deed or "我" in clause.text) and not _DONE.search(clause.text):
            word = next((w for w in clause.words if "habits" in w.kinds), None)
            me = clause.text.find("我")
            first = min(
                [n for n in (clause.start + me if me >= 0 else -1, word.start if word else -1) if n >= 0]
                or [clause.start]
            )
            last = max(word.end if word else 0, clause.start + me + 1, first + 1)
            found.append(Span(first, last).shifted(sentence.span.start))
    return tuple(found)


def _acting(sentence: Sentence) -> Sequence[tuple[Clause, str, bool]]:
    """Each clause that has a head, who acts in it (subjects left out filled in), and whether it is a deed."""
    doer, found = "I", []
    for clause in clauses(sentence):
        acting = head(clause)
        if acting is None:
            continue
        who = acting.who or doer
        doer = who if who in (*_OWN, "other") else doer
        if acting.main:
            found.append((clause, who, acting.deed))
    return found


def _is_modal(clause: Clause, word: Word) -> bool:
    """Whether `word` makes the act behind it imagined; not an ability, nor what somebody foresaw."""
    if "modals" not in word.kinds:
        return False
    tail = clause.text[word.end - clause.start :]
    if word.text == "会" and (
        re.match(r"[用写使说讲]\s*[a-z]", tail)
        or any("skills" in w.kinds and w.start == word.end for w in clause.words)
    ):
        return False
    return not any("cognition" in w.kinds for w in clause.before(word.start) if w.text not in ("相信",))


def _is_mine(listed: Sequence[Clause], at: int, modal: Word) -> bool:
    """Whether I or we are the subject of the modal, in its clause or left out after one of mine."""
    lead = listed[at].text[: modal.start - listed[at].start]
    if re.search(r"我们?[^，的]{0,8}$|咱们?[^，的]{0,6}$", lead):
        return True
    return False


def _is_other(listed: Sequence[Clause], at: int, modal: Word) -> bool:
    """Whether the modal tells a habit, a promise, a state, or follows what was done."""
    clause = listed[at]
    lead = clause.text[: modal.start - clause.start]
    if (
        clause.has("habits", "steady_habits")
        or _THEN.search(lead)
        or re.search(r"每[天周月次晚年回]|都$|都会$", lead)
        or (modal.text in ("也会",) and at)
    ):
        return True
    if any(c.has("sayings") or (_DONE.search(c.text) and not c.has("conditions")) for c in listed[:at]):
        return True
    if any("sayings" in w.kinds or "negations" in w.kinds for w in clause.before(modal.start)):
        return True
    return bool(
        _DONE.search(clause.text)
        and "conditions" not in {k for w in clause.words for k in w.kinds}
        and not re.search(r"会[^，]*了", clause.text)
    )


def _subject(clause: Clause, modal: Word) -> int:
    """Where the subject of the modal begins."""
    lead = clause.text[: modal.start - clause.start]
    at = max(lead.rfind("我"), lead.rfind("咱"))
    return clause.start + at if at >= 0 else modal.start


def _is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks."""
    return bool(re.search(r"[？?]\s*[”」\"]?$", simplified(sentence)))
