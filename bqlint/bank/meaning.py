"""Which one question of a bank a notebook or a writer means: only where its kind agrees and the words leave no doubt.

A wrong id says that a question has a story which it has not, so a question without an id is the lesser mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.bank.question import Question
from bqlint.bank.search import alike

SURE = 0.6
"""How much of both wordings the shared words tell (0 to 1), from which one means the other."""
_ALL = frozenset(("past", "situational", "self-description"))
_SITUATIONAL = re.compile(
    r"\b(?:what if|(?:what|how) would you|how you would|would you do|imagine)\b|如果|假如|你会怎么"
)
_ANY = re.compile(r"\bhow (?:do )?you\b|如何|怎么|怎样")
_ONESELF = re.compile(r"(?:why|where|who|how would)\b|你?为什么|自我介绍")
_EITHER = re.compile(r"what(?:'s| is| are| do)\b|(?:tell \w+ about|describe) your|你")
_TOPIC = 4
"""Words up to which a text names a topic, such as "Conflict with a peer", and asks in no way."""


def meant(text: str, questions: Sequence[Question]) -> Question | None:
    """The question that `text` asks or names, or None."""
    kinds = _kinds(text)
    found = alike(text, [question for question in questions if question.kind in kinds])
    return found[0] if found and found[1] >= SURE else None


def _kinds(text: str) -> frozenset[str]:
    """The kinds of question that a wording may be: what was done, what one would do, what one is like."""
    lower = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lstrip("\"'“ ")
    if _SITUATIONAL.search(lower):
        return frozenset(("situational",))
    if _ANY.search(lower) or len(lower.split()) <= _TOPIC:
        return _ALL
    if _ONESELF.match(lower):
        return frozenset(("self-description",))
    if _EITHER.match(lower):
        return frozenset(("past", "self-description"))
    return frozenset(("past",))
