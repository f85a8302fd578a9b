"""BQ911 to BQ913: whether an approved story holds the approvals it claims; `bqlint gate` proves whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Finding, Severity
from bqlint.rules.base import Example, Rule
from bqlint.story import Story
from bqlint.team.digest import changed_since, is_of
from bqlint.team.reviews import Placed, is_by_author, placed
from bqlint.team.terms import Terms

_HEAD = "---\ntitle: A bell at the door\nquestions: []\nauthor: sam\nstatus: "
_TOLD = "---\n## Result\nThefts fell from nine to one.\n"
_DIGEST = "sha256:9cd5117e7ce686221e8726ed2c3c3187355f045bc0d3e04060906cfcdf8d87da17894f53de8c4f534f534f53bebc4f5312ae"
_OLD = "sha256:4423a511f7ce1d22d9e5e2ecf6f122a59e4e9b716022a4f06300500e97faac2717894f53de8c4f534f534f538a464f5312ae"


def _reviewed(by: str, digest: str) -> str:
    return f"reviews:\n- by: {by}\n  on: 2026-03-14\n  digest: {digest}\n"


class ApprovalRule(Rule):
    """The base of the rules about approvals. They speak of approved stories alone, by the terms of `[gate]`."""

    severity = Severity.ERROR
    within = "file"

    @property
    def terms(self) -> Terms:
        """What the team asks of an approval."""
        terms: Terms = self.given.get("gate", Terms())
        return terms

    def check(self, story: Story) -> Iterator[Finding]:
        """What is wrong with the approvals of an approved story."""
        if story.data.get("status") == "approved":
            yield from self.judged(story, placed(story))

    def judged(self, story: Story, found: tuple[Placed, ...]) -> Iterator[Finding]:
        """The findings on the reviews `found`."""
        raise NotImplementedError


class MissingApproval(ApprovalRule):
    """The story calls itself approved, and not enough people have approved it.

    Whoever prepares from a shared library trusts that word: a second reader has asked what an interviewer would. How
    many must approve, and who may, is set under `[gate]`; with `approvals = 0` the word needs no proof.
    """

    code, name = "BQ911", "missing-approval"
    bad = (
        Example(f"{_HEAD}⟦approved⟧\n{_TOLD}"),
        Example(f"{_HEAD}⟦approved⟧\nreviews: []\n{_TOLD}"),
        Example(f"{_HEAD}⟦approved⟧\n{_reviewed('sam', _DIGEST)}{_TOLD}"),
    )
    good = (Example(f"{_HEAD}in-review\n{_TOLD}"), Example(f"{_HEAD}approved\n{_reviewed('kim', _DIGEST)}{_TOLD}"))

    def judged(self, story: Story, found: tuple[Placed, ...]) -> Iterator[Finding]:
        """At most one finding, on the status; a stale approval is wanted anew, not missing (BQ912)."""
        names = {each.review.by for each in found if not is_by_author(story, each.review.by)}
        missing = list(self.terms.missing(names))
        entry = story.front.root.entry("status") if story.front.root else ()
        if missing and entry:
            unknown = sorted(name for name in names if not self.terms.may_approve(name))
            listed = f" `{unknown[0]}` is not among the approvers." if unknown else ""
            help = f"Until `bqlint approve` has added them, its status is `in-review`.{listed}"
            yield self.finding(entry[1].span, f"the story has {' and '.join(missing)}", help=help)


class StaleApproval(ApprovalRule):
    """The story was changed after somebody approved it.

    The approval is of other words. A figure that was slipped in afterwards is the one an interviewer will ask about.
    """

    code, name = "BQ912", "stale-approval"
    bad = (
        Example(f"{_HEAD}approved\n{_reviewed('kim', f'⟦{_OLD}⟧')}{_TOLD}"),
        Example(f"{_HEAD}approved\n{_reviewed('kim', '⟦sha256:9f86d081884c7d659a2feaa0c55ad015⟧')}{_TOLD}"),
    )
    good = (
        Example(f"{_HEAD}approved\n{_reviewed('kim', _DIGEST)}{_TOLD}"),
        Example(f"{_HEAD}in-review\n{_reviewed('kim', _OLD)}{_TOLD}"),
    )

    def judged(self, story: Story, found: tuple[Placed, ...]) -> Iterator[Finding]:
        """One finding an approval of another text, unless the same person has approved this one as well."""
        current = {each.review.by for each in found if is_of(each.review.digest, story)}
        for each in found:
            if each.review.by not in current:
                parts = changed_since(each.review.digest, story)
                what = f"changed since: {', '.join(parts)}" if parts else "it is of another text"
                help = "`bqlint approve` replaces it once they have read the story again."
                message = f"the approval of {each.review.on} by {each.review.by} holds no more; {what}"
                yield self.finding(each.digest, message, help=help)


class ApprovedByAuthor(ApprovalRule):
    """The author has approved the story.

    Nobody hears in one's own story what a stranger will ask. A name that only looks like the author's counts as theirs.
    """

    code, name = "BQ913", "approved-by-author"
    bad = (
        Example(f"{_HEAD}approved\n{_reviewed('⟦sam⟧', _DIGEST)}{_TOLD}"),
        Example(f"{_HEAD}approved\n{_reviewed('⟦Sаm⟧', _DIGEST)}{_TOLD}"),  # a Cyrillic а
    )
    good = (Example(f"{_HEAD}approved\n{_reviewed('sami', _DIGEST)}{_TOLD}"), Example(f"{_HEAD}in-review\n{_TOLD}"))

    def judged(self, story: Story, found: tuple[Placed, ...]) -> Iterator[Finding]:
        """One finding an approval, on its name."""
        for each in found:
            if is_by_author(story, each.review.by):
                help = "Take it out, and ask somebody else."
                yield self.finding(each.by, f"`{each.review.by}` is the author of the story", help=help)
