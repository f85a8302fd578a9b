"""Which clause of an English sentence tells its main act, and whose act it is where no clause says so."""

from __future__ import annotations

from bqlint.language.en.clauses import clauses
from bqlint.language.en.groups import after_adverbs
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, PAST, Tag, tags
from bqlint.prose import Sentence

_LABEL = 6
"""Tokens in which the colon of a bullet's label stands: "Staff training: writing the handbook"."""
_BEFORE_TO = frozenset(("due", "thanks", "owing", "prior", "according"))


def label_end(sentence: Sentence) -> int:
    """The token of the colon that ends a bullet's label; 0 where it has none."""
    forms = sentence.tokens.forms
    return forms.index(":") if ":" in forms[1:_LABEL] else 0


def told(sentence: Sentence) -> list[Clause]:
    """The main clauses of `sentence`, those behind its label alone; where it has none, those of I or we."""
    found = clauses(sentence)
    heads = [clause for clause in found if clause.main] or [clause for clause in found if clause.subject in ("I", "we")]
    return _behind_a_label(sentence, heads) or heads


def understood(sentence: Sentence, heads: list[Clause]) -> str:
    """I or we where the words tell whose act it is and the first subject does not: "Responsible for the till"."""
    found = clauses(sentence)
    if found and found[0].link == "sub" and found[0].subject in ("I", "we") and sentence.tokens.forms[0] == "what":
        return found[0].subject  # "What I did was wake her"
    if len(found) > 1 and (doer := _of_step(sentence, *found[:2])):
        return doer
    if _is_charged(sentence):
        return "I"
    if heads and (_is_titled(tags(sentence), found[0]) or _is_listed(sentence, found[0])):
        return next((clause.subject for clause in heads if clause.subject in ("I", "we")), "I")
    return ""


def main_clause(sentence: Sentence, heads: list[Clause]) -> Clause:
    """The clause that tells the main act: behind the scene that is set, behind "it turned out that"."""
    first = _behind_the_scene(sentence, heads) or (heads[0] if heads[0].main else heads[-1])
    verb = first.group.verb
    if first.subject != "it" or sentence.tokens.forms[verb : verb + 2] != ["turned", "out"]:
        return first
    return next((clause for clause in clauses(sentence) if clause.group.first > verb), first)


def _behind_a_label(sentence: Sentence, heads: list[Clause]) -> list[Clause]:
    """The clauses behind a colon, where what stands before it only names the matter: "Applied design: drew plans"."""
    colon = label_end(sentence)
    named = all(clause.subject == "noun" and clause.group.first == clause.group.last for clause in heads[:1])
    return [clause for clause in heads if clause.group.first > colon] if colon and named else []


def _of_step(sentence: Sentence, taken: Clause, told: Clause) -> str:
    """Whose act a step is that is told with "was": "the first thing I did was call her"."""
    tagged, after = tags(sentence), told.group.last + 1
    if taken.link != "rel" or taken.subject not in ("I", "we") or told.group.first != taken.group.last + 1:
        return ""
    is_step = sentence.tokens.forms[taken.group.verb] in ("did", "took") and told.group.voice == "state"
    is_act = after < len(tagged) and (tagged[after].part == "to" or bool(tagged[after].forms & BASE))
    return taken.subject if is_step and is_act else ""


def _is_charged(sentence: Sentence) -> bool:
    """Whether it begins with a duty: "Responsible for hiring, meeting and exceeded goals set"."""
    head = after_adverbs(tags(sentence), 0)
    return sentence.tokens.forms[head : head + 2] in (["responsible", "for"], ["accountable", "for"])


def _behind_the_scene(sentence: Sentence, heads: list[Clause]) -> Clause | None:
    """The clause of I or we behind a comma, where an -ing form or a preposition at the head only sets the scene.

    "Merging lists kept in a drawer, I drew one", "Due to the way it was run, we left"; not "Leading was hard, I found".
    """
    head, first = tags(sentence)[0], heads[0]
    opens = head.forms & ING or head.part in ("prep", "subprep") or sentence.tokens.forms[0] in _BEFORE_TO
    if first.subject != "noun" or not opens:
        return None
    if first.at == 0 and first.group.voice == "state":
        return None
    forms = sentence.tokens.forms
    own = (clause for clause in heads if clause.subject in ("I", "we") and clause.at > 0)
    return next((clause for clause in own if forms[clause.at - 1] == ","), None)


def _is_listed(sentence: Sentence, first: Clause) -> bool:
    """Whether what reads as the verb of an -ing form at the head is a part of its object, or a further act.

    "Keeping order through talks, written rules and patience", "Replacing the old corroded pipes", "Calling each guest,
    booked the rooms"; not "Asking early helped".
    """
    tagged, group = tags(sentence), first.group
    head = after_adverbs(tagged, 0)
    if not (head < len(tagged) and tagged[head].forms & ING) or first.subject in ("I", "we"):
        return False
    if group.first != group.last or tagged[group.verb].part:
        return False
    before, after = tagged[group.verb - 1].part, tagged[group.verb + 1].part if group.verb + 1 < len(tagged) else "stop"
    if before in ("comma", "and", "it") or first.subject == "they":
        return after not in ("prep", "stop")
    return bool(tagged[group.verb].forms & PARTICIPLE) and after in ("and", "comma")


def _is_titled(tagged: list[Tag], clause: Clause) -> bool:
    """Whether a bare title stands before the comma and the act: "Stock keeping, counted the jars"."""
    verb = clause.group.verb
    if clause.subject != "noun" or clause.group.first != verb or not tagged[verb].forms & PAST or verb < 2:
        return False
    after = tagged[verb + 1].part if verb + 1 < len(tagged) else "stop"
    bare = all(word.part == "" for word in tagged[: verb - 1])
    return bare and tagged[verb - 1].part == "comma" and after in ("det", "number", "object")
