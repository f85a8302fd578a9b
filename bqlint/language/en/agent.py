"""Who acts in an English sentence."""

from __future__ import annotations

from bqlint.language.act import Act
from bqlint.language.en.clauses import clauses
from bqlint.language.en.groups import after_adverbs
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, PAST, Tag, tags
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_LABEL = 6
"""Tokens in which the colon of a bullet's label stands: "Staff training: writing the handbook"."""
_BEFORE_TO = frozenset(("due", "thanks", "owing", "prior", "according"))
_NAMED = {"I": "I", "we": "we", "they": "other"}


def agent(sentence: Sentence) -> str:
    """Who does the main act: I, we, other, passive or none."""
    found = clauses(sentence)
    if found and found[0].link == "sub" and found[0].subject in ("I", "we") and sentence.tokens.forms[0] == "what":
        return found[0].subject  # "What I did was wake her"
    if len(found) > 1 and (doer := _of_step(sentence, *found[:2])):
        return doer
    if _is_charged(sentence):
        return "I"
    heads = [clause for clause in found if clause.main] or [clause for clause in found if clause.subject in ("I", "we")]
    heads = _behind_a_label(sentence, heads) or heads
    if heads and _is_listed(sentence, found):
        return next((clause.subject for clause in heads if clause.subject in ("I", "we")), "I")
    if heads:
        first = _first(sentence, found, heads)
        if first.subject in _NAMED or first.subject == "" or first.group.voice != "state":
            return _agent(sentence, first)
        return next((_agent(sentence, clause) for clause in heads if clause.group.voice != "state"), "none")
    if found and (found[0].link == "subprep" or found[0].at == 0):
        return _agent(sentence, found[0])
    return _fragment(sentence)


def _behind_a_label(sentence: Sentence, heads: list[Clause]) -> list[Clause]:
    """The clauses behind a colon, where what stands before it only names the matter: "Applied design: drew plans"."""
    forms = sentence.tokens.forms
    colon = forms.index(":") if ":" in forms[1:_LABEL] else 0
    named = all(clause.subject == "noun" and clause.group.first == clause.group.last for clause in heads[:1])
    return [clause for clause in heads if clause.group.first > colon] if colon and named else []


def _first(sentence: Sentence, found: tuple[Clause, ...], heads: list[Clause]) -> Clause:
    """The clause that tells the main act: behind the scene that is set, behind "it turned out that"."""
    first = _behind_the_scene(sentence, heads) or (heads[0] if heads[0].main else heads[-1])
    verb = first.group.verb
    if first.subject != "it" or sentence.tokens.forms[verb : verb + 2] != ["turned", "out"]:
        return first
    return next((clause for clause in found if clause.group.first > verb), first)


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


def _is_listed(sentence: Sentence, found: tuple[Clause, ...]) -> bool:
    """Whether what reads as the verb of an -ing form at the head is a part of its object, or a further act.

    "Keeping order through talks, written rules and patience", "Replacing the old corroded pipes", "Calling each guest,
    booked the rooms"; not "Asking early helped".
    """
    tagged, first = tags(sentence), found[0]
    head, group = after_adverbs(tagged, 0), first.group
    if _is_titled(tagged, first):
        return True
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


def acts(sentence: Sentence) -> tuple[Act, ...]:
    """Every finite verb group with its agent; a sentence without one is an act when its subject is left out.

    A bare imperative tells nobody's act: "Call the vendor".
    """
    found = []
    for clause in clauses(sentence):
        elided = clause.subject == ""
        who = "none" if elided and clause.group.tense == "present" else _agent(sentence, clause)
        found.append(Act(who, clause.main, elided and who == "I"))
    if not found:
        who = _fragment(sentence)
        return (Act(who, elided=who == "I"),)
    return tuple(found)


def _agent(sentence: Sentence, clause: Clause) -> str:
    """Who does the act of `clause`."""
    group, tagged = clause.group, tags(sentence)
    if group.voice == "passive":
        return "passive"
    if clause.subject in ("", "noun") and _some_of_us(sentence, clause):
        return "we"
    if clause.subject == "":
        return "passive" if _received(sentence, clause, tagged) else "I"
    if clause.subject == "noun" and (_ours(sentence, clause) or sentence.tokens.forms[:2] == ["me", "and"]):
        return "we"
    if clause.subject in ("I", "we"):
        return clause.subject
    if clause.subject == "there" or group.voice == "state":
        return "none"
    return _NAMED.get(clause.subject) or _of_noun(tagged[group.verb], tagged, clause)


def _of_noun(verb: Tag, tagged: list[Tag], clause: Clause) -> str:
    """The agent where the subject is a noun or "it": other where it does something to something, else none."""
    after = clause.group.last + 1
    dated = after < len(tagged) and tagged[after].base in words("times.en")
    objectless = dated or after >= len(tagged) or tagged[after].part not in ("", "det", "object", "it", "that")
    headline = clause.group.first == clause.group.verb and bool(verb.forms & PARTICIPLE)
    if headline and objectless and verb.base in words("headline_passives.en"):
        return "passive"
    if verb.base == "get" and after < len(tagged) and tagged[after].part != "det":
        return "none"  # "things got better"
    if verb.part or verb.base in words("state_verbs.en"):
        return "none"
    if verb.base not in words("change_verbs.en"):
        return "other"
    span_of_time = any(word.base in words("times.en") for word in tagged[after : after + 2])
    return "none" if objectless or span_of_time else "other"  # "sales rose all summer"


def _received(sentence: Sentence, clause: Clause, tagged: list[Tag]) -> bool:
    """Whether the left-out subject received the act: "Promoted to lead"."""
    after, forms = clause.group.last + 1, sentence.tokens.forms
    if forms[clause.group.verb] in words("honouring.en"):
        return "to" not in forms[after:]  # "Awarded two medals", not "Awarded a contract to them"
    if forms[clause.group.verb] not in words("recipients.en"):
        return False
    if after < len(tagged) and tagged[after].part in ("comma", "and"):
        return not any(word.forms & PAST for word in tagged[after + 1 : after + 3])  # "Hired, trained and coached"
    if forms[after : after + 1] == [":"]:
        return False  # "Asked: who has the keys?"
    return after >= len(tagged) or tagged[after].part in ("prep", "to", "subprep", "adv", "stop")


def _ours(sentence: Sentence, clause: Clause) -> bool:
    """Whether the subject is a group that "our" makes a "we"."""
    forms, at = sentence.tokens.forms, clause.at
    return at > 0 and forms[at] in words("teams.en") and "our" in forms[max(0, at - 3) : at]


def _some_of_us(sentence: Sentence, clause: Clause) -> bool:
    """Whether "of us" ends the subject: "both of us", "the two of us"."""
    first = clause.group.first
    return sentence.tokens.forms[max(0, first - 3) : first][-2:] == ["of", "us"]


def _fragment(sentence: Sentence) -> str:
    """The agent of a sentence without a finite verb: an -ing form at its head is mine, and so is "by doing"."""
    tagged, forms = tags(sentence), sentence.tokens.forms
    label = forms.index(":") + 1 if ":" in forms[:_LABEL] else 0
    head = after_adverbs(tagged, label)
    while head < len(tagged) and tagged[head].part in ("sign", "stop", "and", "number"):
        head = after_adverbs(tagged, head + 1)
    if head < len(tagged) and (tagged[head].forms & ING or forms[head] in ("having", "been", "proven")):
        return "none" if any(form in words("consequence.en") for form in forms[:head]) else "I"
    by_doing = any(form == "by" and tagged[at + 1].forms & ING for at, form in enumerate(forms[:-1]))
    return "I" if by_doing else "none"
