"""Whether each approval was brought by its reviewer: in whose commit, on which text, with which signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bqlint import git
from bqlint.gate.signatures import unsigned
from bqlint.story import Story
from bqlint.team.digest import changed_since, is_of, proper
from bqlint.team.history import History, Origin, Place, Version
from bqlint.team.names import are_alike
from bqlint.team.objects import Missing, Person
from bqlint.team.reviews import Review, is_by_author, reviews
from bqlint.team.roster import Roster
from bqlint.team.terms import ORDER
from bqlint.typed import NamedTuple


class Proof(NamedTuple):
    """An approval that counts: whose it is, what shows that, and the person of the commit, where that was looked at."""

    review: Review
    how: str
    person: Person | None = None


class Refusal(NamedTuple):
    """An approval that does not count, and why, in one sentence."""

    reason: str


class Witness(NamedTuple):
    """What approvals are held against: history, who is who, the base and the story there, a folder for the keys."""

    history: History
    roster: Roster
    base: str
    there: Version | None
    folder: str


def weigh(story: Story, place: Place, witness: Witness) -> tuple[Proof | Refusal, ...]:
    """A verdict on each approval of the story that stands at `place`, in their order."""
    found: list[Proof | Refusal] = []
    current = {review.by for review in reviews(story) if is_of(review.digest, story)}
    for review in reviews(story):
        if review.by in current and not is_of(review.digest, story):
            continue  # an older one of the same person, as BQ912 has it
        verdict = _weighed(review, story, place, witness)
        twin = _twin(verdict, found, witness.roster) if isinstance(verdict, Proof) else None
        if twin:
            verdict = Refusal(f"the approvals by {twin.review.by} and by {review.by} may be one person's")
        found.append(verdict)
    return tuple(found)


def _twin(proof: Proof, others: Iterable[Proof | Refusal], roster: Roster) -> Proof | None:
    """An approval among the others that may be the same person's, so that both count once."""
    for other in others:
        if isinstance(other, Proof):
            is_one = proof.person and other.person and roster.are_same(proof.person, other.person)
            if is_one or are_alike(proof.review.by, other.review.by):
                return other
    return None


def _weighed(review: Review, story: Story, place: Place, witness: Witness) -> Proof | Refusal:
    by, terms = review.by, witness.roster.terms
    if not is_of(review.digest, story):
        parts = ", ".join(changed_since(review.digest, story))
        what = f"changed since: {parts}" if parts else "it is of another text"
        return Refusal(f"the approval of {review.on} by {by} holds no more; {what}")
    if is_by_author(story, by):
        return Refusal(f"the approval by {by} is the author's own")
    if not terms.may_approve(by):
        like = next((name for name in terms.listed if are_alike(name, by)), "")
        looks = f"; it only looks like `{like}`" if like else ""
        return Refusal(f"`{by}` is not among the approvers that the base names{looks}")
    there = witness.there
    if there and there.status == ORDER[-1] and _stands(review, there):  # of other statuses no gate may have weighed it
        return Proof(review, "it stands on the base")
    try:
        return _proven(review, story, place, witness)
    except Missing as missing:
        return Refusal(f"who brought the approval by {by} cannot be told: {missing}")


def _stands(review: Review, version: Version) -> bool:
    """Whether a version of the story has the text that was approved, and the approval."""
    return review in version.reviews and version.digest == proper(review.digest)


def _proven(review: Review, story: Story, place: Place, witness: Witness) -> Proof | Refusal:
    """The approval with the commit that brought it, if that is the reviewer's own. Raises Missing."""
    history = witness.history
    writers = history.writers(place, proper(review.digest))
    refused: Refusal | None = None
    for origin in history.origins(place, lambda version: review in version.reviews):
        verdict = _brought(review, origin, story, writers, witness)
        if isinstance(verdict, Proof):
            return verdict
        refused = refused or verdict
    return refused or Refusal(f"no commit brings the approval by {review.by}")


def _brought(
    review: Review, origin: Origin, story: Story, writers: Sequence[Person], witness: Witness
) -> Proof | Refusal:
    """Whether the commit where an approval first stands is its reviewer's, who did not write the text."""
    roster, by = witness.roster, review.by
    commit = origin.commit
    person, short = roster.of(commit.author), commit.id[:10]
    if not roster.is_called(person, by):
        what = "has its digest rewritten" if _is_rewritten(review, origin) else "was written"
        own = ", the author of the story" if roster.may_be(person, str(story.data.get("author", ""))) else ""
        return Refusal(f"the approval by {by} {what} in {short} by {person}{own}, not by {by}")
    if len(commit.parents) > 1:
        return Refusal(f"the approval by {by} stands in the merge {short} alone; it needs a commit of its own")
    if origin.version.digest != proper(review.digest):
        return Refusal(f"the approval by {by} came in {short} with another text than it is of")
    if roster.may_be(person, str(story.data.get("author", ""))):
        return Refusal(f"the approval by {by} came in {short} by {person}, who may be the author of the story")
    if any(roster.are_same(person, roster.of(writer)) for writer in writers):
        return Refusal(f"the text was last changed by {by}, who cannot approve it")
    is_there = witness.there is not None and _stands(review, witness.there)
    if not is_there and _is_old(commit.id, witness.base, witness.history.objects.top):
        return Refusal(f"the approval by {by} is of a text that the base has replaced since")
    if roster.terms.require_signed:
        why = unsigned(commit, by, roster.terms, witness.folder, witness.history.objects.top)
        return Refusal(why) if why else Proof(review, f"signed by {by} in {short}", person)
    hand = "" if commit.committer == commit.author else f"; {commit.committer} committed it"
    return Proof(review, f"brought by {short}, which names {person} as its author{hand}", person)


def _is_old(commit: str, base: str, top: str) -> bool:
    """Whether a commit was on the base already. Raises Missing where the clone does not hold what tells."""
    if git.is_ancestor(base, commit, top):
        return commit == base
    if git.is_shallow(top):
        raise Missing("this clone does not hold the whole history of the base", hint=git.way_out(top))
    return git.is_ancestor(commit, base, top)


def _is_rewritten(review: Review, origin: Origin) -> bool:
    """Whether the same approval stood there before, of another text."""
    before = (old for version in origin.before for old in version.reviews)
    return any((old.by, old.on) == (review.by, review.on) for old in before)
