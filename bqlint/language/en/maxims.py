"""English sentences that tell of no occasion but how to act: "Never promise a date", "Asking early is cheaper"."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.en.clauses import clauses
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import BASE, ING, Tag, tags
from bqlint.prose import Sentence

_HEDGES = frozenset(("always", "never", "don't", "do", "not"))
_NOW = frozenset(("present", "modal", "future"))
_MINE = frozenset(("I", "i", "my", "me", "mine", "we", "our", "us", "ours", "he", "she", "his", "her", "they", "their"))


def maxim(sentence: Sentence) -> Span | None:
    """An imperative, after an introduction too, or a truth about doing something."""
    tagged, found = tags(sentence), clauses(sentence)
    for start in _beginnings(sentence, tagged, found):
        if at := _imperative(sentence, tagged, found, start):
            return sentence.tokens.span(start, at - 1)
    head = next((at for at in range(len(tagged)) if tagged[at].part != "sign"), 0)
    told = [clause for clause in found if clause.main]
    if tagged[head].forms & ING and told and told[0].group.tense in _NOW and told[0].subject == "noun":
        return sentence.tokens.span(head, told[0].group.last)
    return None


def _beginnings(sentence: Sentence, tagged: list[Tag], found: tuple[Clause, ...]) -> list[int]:
    """Where an imperative may begin: at the head, after "In short,", after "When in doubt,"."""
    head = next((at for at in range(len(tagged)) if tagged[at].part != "sign"), 0)
    comma = next((at for at in range(head, len(tagged)) if tagged[at].part == "comma"), -1)
    before = [clause for clause in found if clause.group.first < comma]
    fronted = bool(before) and before[0].group.tense == "present" and not any(clause.main for clause in before)
    introduced = fronted or (head < comma <= head + 3 and not before)
    return [head, comma + 1] if introduced and comma + 1 < len(tagged) else [head]


def _imperative(sentence: Sentence, tagged: list[Tag], found: tuple[Clause, ...], start: int) -> int:
    """The token after the base form that makes an imperative from `start` on; 0 where none is."""
    forms, at = sentence.tokens.forms, start
    while at < len(forms) - 1 and (forms[at] in _HEDGES or (at > start and tagged[at].part == "adv")):
        at += 1
    if not tagged[at].forms & BASE or tagged[at].part or at + 1 >= len(forms):
        return 0
    told = [clause for clause in found if clause.main and clause.group.last >= start]
    bare = not told or told[0].group.first in range(start, at + 1)
    return at + 1 if bare and (at > start or told) else 0


def advice(sentence: Sentence) -> Span | None:
    """A statement in the present on how to act, about no one in particular: "leadership means making tough calls"."""
    found, forms = clauses(sentence), sentence.tokens.forms
    told = [clause for clause in found if clause.main]
    if not told or any(clause.group.tense in ("past", "perfect") for clause in told) or not _MINE.isdisjoint(forms):
        return None
    first = told[0]
    if first.group.tense not in _NOW or any(form[0].isdigit() for form in forms):
        return None
    if not ({"you", "your"} & set(forms) or any(_is_doing(sentence, at) for at in range(len(forms)))):
        return None
    return sentence.tokens.span(first.group.first, first.group.last)


def _is_doing(sentence: Sentence, at: int) -> bool:
    """Whether the -ing form at `at` names an act: not in "a standing order", "is opening", "the following"."""
    tagged = tags(sentence)
    if not tagged[at].forms & ING:
        return False
    return at == 0 or tagged[at - 1].part not in ("det", "be")
