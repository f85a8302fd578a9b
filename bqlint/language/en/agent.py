"""Who acts in an English sentence."""

from __future__ import annotations

from bqlint.language.act import Act
from bqlint.language.en.clauses import clauses
from bqlint.language.en.groups import after_adverbs
from bqlint.language.en.main_act import label_end, main_clause, told, understood
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import ING, PARTICIPLE, PAST, Tag, tags
from bqlint.language.lexicon import words
from bqlint.prose import Sentence

_NAMED = {"I": "I", "we": "we", "they": "other"}


def agent(sentence: Sentence) -> str:
    """Who does the main act: I, we, other, passive or none."""
    found, heads = clauses(sentence), told(sentence)
    if doer := understood(sentence, heads):
        return doer
    if heads:
        first = main_clause(sentence, heads)
        if first.subject in _NAMED or first.subject == "" or first.group.voice != "state":
            return _agent(sentence, first)
        return next((_agent(sentence, clause) for clause in heads if clause.group.voice != "state"), "none")
    if found and (found[0].link == "subprep" or found[0].at == 0):
        return _agent(sentence, found[0])
    return _fragment(sentence)


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
    label = label_end(sentence)
    head = after_adverbs(tagged, label + 1 if label else 0)
    while head < len(tagged) and tagged[head].part in ("sign", "stop", "and", "number"):
        head = after_adverbs(tagged, head + 1)
    if head < len(tagged) and (tagged[head].forms & ING or forms[head] in ("having", "been", "proven")):
        return "none" if any(form in words("consequence.en") for form in forms[:head]) else "I"
    by_doing = any(form == "by" and tagged[at + 1].forms & ING for at, form in enumerate(forms[:-1]))
    return "I" if by_doing else "none"
