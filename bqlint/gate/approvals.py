"""Whether each approval was brought by its reviewer: in whose commit, on which text, with which signature."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bqlint import git
from bqlint.story import Story
from bqlint.team.digest import changed_since, is_of, proper
from bqlint.team.history import History, Origin, Place, Version
from bqlint.team.names import are_alike
from bqlint.team.objects import Missing, Person
from bqlint.team.reviews import Review, is_by_author, reviews
from bqlint.team.roster import Roster

_SSH = "-----BEGIN SSH SIGNATURE-----"


class Proof(NamedTuple):
    """An approval that counts: whose it is, what shows that, and the person of the commit, where that was looked at."""

    review: Review
    how: str
    person: Person | None = None


class Refusal(NamedTuple):
    """An approval that does not count, or anything else that keeps a story out, in one sentence."""

    reason: str


class Witness(NamedTuple):
    """What approvals are held against: history, who is who, the story as the base has it, a folder for the keys.

    `base` is the commit that the branch would be merged into.
    """

    history: History
    roster: Roster
    base: str
    settled: Version | None
    folder: str


def weigh(story: Story, place: Place, witness: Witness) -> tuple[Proof | Refusal, ...]:
    """A verdict on each approval of the story that stands at `place`, in their order."""
    found: list[Proof | Refusal] = []
    current = {review.by for review in reviews(story) if is_of(review.digest, story)}
    for review in reviews(story):
        if review.by in current and not is_of(review.digest, story):
            continue  # an older one of the same person, as BQ912 has it
        verdict = _weighed(review, story, place, witness)
        if isinstance(verdict, Proof):
            twin = next(
                (proof for proof in found if isinstance(proof, Proof) and _are_one(proof, verdict, witness)), None
            )
            if twin:
                verdict = Refusal(f"the approvals by {twin.review.by} and by {review.by} may be one person's")
        found.append(verdict)
    return tuple(found)


def _are_one(one: Proof, other: Proof, witness: Witness) -> bool:
    """Whether two approvals may be one person's, so that they count once."""
    if one.person and other.person and witness.roster.are_same(one.person, other.person):
        return True
    return are_alike(one.review.by, other.review.by)


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
    settled = witness.settled
    if settled and review in settled.reviews and settled.digest == proper(review.digest):
        return Proof(review, "it stands on the base")
    try:
        return _proven(review, story, place, witness)
    except Missing as missing:
        return Refusal(f"who brought the approval by {by} cannot be told: {missing}")


def _proven(review: Review, story: Story, place: Place, witness: Witness) -> Proof | Refusal:
    """The approval with the commit that brought it, if that is the reviewer's own. Raises Missing."""
    history = witness.history
    digest = proper(review.digest)
    writers = [
        person
        for origin in history.origins(place, lambda version: version.digest == digest)
        for person in (origin.commit.author, *origin.commit.co_authors)
    ]
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
    if git.is_ancestor(commit.id, witness.base, witness.history.objects.top):
        return Refusal(f"the approval by {by} is of a text that the base has replaced since")
    if roster.terms.require_signed:
        refusal = next(_unsigned(review, origin, witness), None)
        return refusal or Proof(review, f"signed by {by} in {short}", person)
    return Proof(review, f"brought by {short}, which names {person} as its author", person)


def _is_rewritten(review: Review, origin: Origin) -> bool:
    """Whether the same approval stood there before, of another text."""
    before = (old for version in origin.before for old in version.reviews)
    return any((old.by, old.on) == (review.by, review.on) for old in before)


def _unsigned(review: Review, origin: Origin, witness: Witness) -> Iterator[Refusal]:
    """Why the commit that brought an approval does not count as signed by its reviewer."""
    by, short = review.by, origin.commit.id[:10]
    if not origin.commit.signature:
        yield Refusal(f"the approval by {by} came in {short}, which is not signed")
        return
    if origin.commit.signature != _SSH:
        yield Refusal(f"{short} bears no SSH signature; of other kinds the base does not say whose keys are whose")
        return
    terms = witness.roster.terms
    addresses = terms.people.get(by, (by,) if "@" in by else ())
    if not addresses:
        yield Refusal(f"the base does not say by which address the signers' keys are {by}'s: [gate.people]")
        return
    keys = os.path.join(witness.folder, ".git", "signers")
    with open(terms.allowed_signers, "rb") as stream:
        own = [line for line in stream.read().splitlines() if _is_of(line, addresses)]
    with open(keys, "wb") as stream:
        stream.write(b"\n".join((*own, b"")))
    if not git.is_signed_by(origin.commit.id, keys, witness.history.objects.top):
        yield Refusal(f"the signature of {short} is not by a key that the base gives {by}")


def _is_of(line: bytes, addresses: Sequence[str]) -> bool:
    """Whether a line of an allowed-signers file gives a key to one of the addresses, and to nobody besides."""
    principals = line.split(maxsplit=1)[0].decode("utf-8", "replace").split(",") if line.strip() else []
    known = {address.lower() for address in addresses}
    return bool(principals) and all(principal.lower() in known for principal in principals)
