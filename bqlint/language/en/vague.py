"""Claims of the size of an effect that hold a degree word and no figure, in English."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.finding import Span
from bqlint.language.en.claim import BREAKS, Claim
from bqlint.language.en.clauses import clauses
from bqlint.language.en.groups import after_adverbs
from bqlint.language.en.size_claims import candidates
from bqlint.language.en.subjects import Clause
from bqlint.language.en.verbs import ING, Tag, tags
from bqlint.language.lexicon import once, words
from bqlint.prose import Sentence

_TIMES_PAST = frozenset(
    ("was", "were", "before", "now", "today", "previously", "previous", "old", "used", "since", "ever")
)
_NOTHING = frozenset(("no", "nobody", "none", "neither", "nothing"))
"""Denials that as a subject deny the whole clause."""
_CONDITIONS = frozenset(("than", "when", "whenever", "if"))
"""Words behind a claim in the present that make it general: "a call is far better than", "are far more useful when"."""
_UNREAL = frozenset(("would", "future", "modal"))


def vague(sentence: Sentence, outcomes: Sequence[Span]) -> tuple[Span, ...]:
    """The claims of size in `sentence` that none of `outcomes`, its measured effects, backs."""
    tokens, found, end = sentence.tokens, [], -1
    for claim in claims(sentence):
        span = tokens.span(claim.first, claim.last)
        if claim.first > end and not any(_backs(sentence, claim, span, figure) for figure in outcomes):
            found.append(span)
            end = claim.last
    return tuple(found)


@once
def claims(sentence: Sentence) -> tuple[Claim, ...]:
    """Every claim of size by a degree word, backed or not, in order."""
    return tuple(claim for claim in candidates(sentence) if _is_told(sentence, tags(sentence), claim))


def _is_told(sentence: Sentence, tagged: Sequence[Tag], claim: Claim) -> bool:
    """Whether the claim is told as having happened: not denied, meant, imagined, or general wisdom."""
    forms = sentence.tokens.forms
    if sentence.text.rstrip().endswith("?"):
        return False
    if forms[claim.first - 1] in words("terms_of_art_before.en") and claim.first:
        return False
    acted = False  # a verb stands between: in "the plan made a difference" nobody merely plans
    for before in range(claim.first - 1, max(-1, claim.first - 8), -1):
        form, part = forms[before], tagged[before].part
        if part in BREAKS:
            break
        denied = form in words("denials.en") and forms[before + 1] != "only"
        if denied and (claim.first - before <= 5 or form in _NOTHING):
            return False
        if not acted and form in words("intentions.en"):
            return False
        if tagged[before].base in words("praise.en") and not part:
            return False
        acted = acted or (not part and bool(tagged[before].forms & ~ING))
        achieved = not words("achieving.en").isdisjoint(forms[max(0, before - 3) : before])
        if part == "to" and not achieved and _is_infinitive(tagged, before):
            return False
    return _is_real(sentence, tagged, claim)


def _is_infinitive(tagged: Sequence[Tag], at: int) -> bool:
    """Whether "to" at `at` begins an infinitive."""
    after = at + 1
    while after < len(tagged) and tagged[after].part == "adv":
        after += 1
    if after + 1 < len(tagged) and tagged[after + 1].part == "hyphen":
        return False  # "to record-breaking crowds"
    return after < len(tagged) and (tagged[after].part in ("bare", "have", "do") or bool(tagged[after].forms & ~ING))


def _is_real(sentence: Sentence, tagged: Sequence[Tag], claim: Claim) -> bool:
    """Whether the clause around the claim is neither imagined nor general wisdom."""
    wisdom = False
    around = None
    for clause in clauses(sentence):
        if clause.group.first > claim.last:
            if claim.first <= clause.at <= claim.last and clause.group.tense in _UNREAL:
                return False  # "a lot of stress could have been avoided"
            break
        wisdom = wisdom or (around is not None and tagged[around.group.verb].base in words("wisdom.en"))
        around = clause
    if around is None:
        return True
    able = sentence.tokens.forms[around.group.first] == "can" and "now" in sentence.tokens.forms
    if around.group.tense in _UNREAL and not able:  # but "we can now ship far more often"
        return False
    group = around.group
    if group.tense == "past" and group.first != group.verb and tagged[group.verb].forms & ING:
        return False  # "was rapidly growing" is how things stood
    if around.link == "sub" and "if" in sentence.tokens.forms[: around.group.first]:
        return False
    if around.group.tense == "present" and not _TIMES_PAST.intersection(sentence.tokens.forms):
        if around.subject == "noun" and (
            tagged[0].forms & ING
            or not _CONDITIONS.isdisjoint(sentence.tokens.forms[claim.last :])
            or _is_kind(sentence, tagged, around)
        ):
            return (
                False  # "asking early is far cheaper", "a call is far better than a letter", "good tools greatly help"
            )
        return not wisdom
    return True


def _is_kind(sentence: Sentence, tagged: Sequence[Tag], clause: Clause) -> bool:
    """Whether the subject of `clause`, at the head, is a kind that acts: "good tools help", "a calm voice helps"."""
    head = after_adverbs(tagged, 0)
    one = sentence.tokens.forms[head] in ("a", "an")
    plural = clause.at >= 0 and sentence.tokens.forms[clause.at].endswith("s")
    return (
        (one or plural)
        and clause.group.voice != "state"
        and all(tag.part in ("", "adv") for tag in tagged[head + one : clause.at + 1])
    )


def _backs(sentence: Sentence, claim: Claim, span: Span, figure: Span) -> bool:
    """Whether `figure` measures what `claim` says: it is in the same clause, or the claim sums the sentence up."""
    if claim.sums_up:
        return True
    low, high = sorted((span.start, figure.start))
    starts, tagged = sentence.tokens.starts, tags(sentence)
    for clause in clauses(sentence):
        verb = clause.group.first
        if (verb > claim.last or figure.start < span.start) and low < starts[verb] <= high:
            between = (tagged[at].part for at in range(verb) if low < starts[at])
            if not BREAKS.isdisjoint(between):
                return False
    return True
