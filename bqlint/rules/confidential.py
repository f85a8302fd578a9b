"""BQ801 and BQ802: names and personal data that must not leave."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Finding, Severity, Span
from bqlint.lazy import lazy
from bqlint.rules.base import ConfidentialRule, Example, Option
from bqlint.story import Story
from bqlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from bqlint.confidential.terms import Terms


class ConfidentialTerm(ConfidentialRule):
    """A name that the team's deny-list holds is told.

    Interviewers ask themselves what a candidate who names a client today will tell of them tomorrow; "a regional bank"
    makes the story no weaker. The name is found in any letter case, in plural and genitive, with hyphens and across
    lines, in the notes and the front matter, too. `bqlint confidential add` puts it on the list as a keyed hash.
    """

    code, name, severity = "BQ801", "confidential-term", Severity.ERROR
    words = Option("", "names in plain words, apart by commas; for hashed ones use `bqlint confidential add`")
    allow = Option("", "phrases, apart by commas, in which a name may stand: `apple pie`")
    bad = (
        Example("I moved ⟦Acme's⟧ payroll in a night, and ⟦ACME⟧ renewed.", given={"words": "Acme"}),
        Example(
            "I led ⟦project-falcon⟧, called ⟦Project\nFalcon⟧ by its users.", given={"words": "Project Falcon, kiln"}
        ),
        Example("我替⟦星河银行⟧重写了对账程序，错误减少了30%。", given={"words": "星河银行"}, front={"lang": "zh"}),
    )
    good = (
        Example("I moved the payroll of a regional bank in a night, and it renewed.", given={"words": "Acme"}),
        Example("I stopped the project. Falcons nest on its mast, acmeists or not.", given={"words": "Project Falcon"}),
        Example("I baked apple pie for 40 guests.", given={"words": "Apple", "allow": "apple pie"}),
    )

    @lazy
    def _terms(self) -> Terms:
        from bqlint.confidential.terms import Listed, Terms

        return Terms.of(_phrases(self.words), _phrases(self.allow), self.given.get("listed", Listed()))

    def labelled(self, text: str) -> list[tuple[Span, str]]:
        """Where `text` tells a name of the list."""
        if not self.words and "listed" not in self.given:
            return []
        return [(span, "name") for span in self._terms.matches(text)]

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a name, wherever in the file it stands."""
        from bqlint.confidential.masking import masked

        for span in self.secrets_of(story):
            told = masked(" ".join(span.of(story.source.text).split()))
            help = "Say what it is instead of its name: a bank, a supplier, the project."
            yield self.finding(span, f"a name of the deny-list is told: `{told}`", help=help)


class PersonalData(ConfidentialRule):
    """An e-mail address, a phone, card or document number, or the address of a machine is told.

    A story travels further than its author: to coaches, to reviewers, into a repository's history that forgets nothing.
    No interviewer needs the number.
    """

    code, name = "BQ802", "personal-data"
    allow = Option("", "data that is no secret, as it is written, apart by commas: `info@example.org`")
    kinds = Option("e-mail phone card document ip host", "what is looked for, apart by blanks")
    bad = (
        "I wrote to ⟦jo.doe@example.org⟧ and rang ⟦+44 20 7946 0018⟧ until somebody answered.",
        "A guest had paid with ⟦4111 1111 1111 1111⟧, and her passport number ⟦X1234567⟧ stood beside it.",
        "I moved the queue from ⟦10.24.3.17⟧ to ⟦build.corp.example.com⟧.",
        Example("我给客户的手机⟦13800138000⟧打了电话。", front={"lang": "zh"}),
    )
    good = (
        "From 2024-05-06 on we served 1 250 000 guests with version 10.15.7.2, for $4,111,111.",
        "I closed ticket 4155550132 and order 302-5550199-1234567, and kept ISBN 978-3-16-148410-0.",
        "It ran on http://localhost:8080 until I moved settings.local; section 3.1.4.1 said why.",
        Example("I wrote to info@example.org.", given={"allow": "info@example.org"}),
        Example("I moved the queue from 10.24.3.17.", given={"kinds": "e-mail phone"}),
        Example("订单号13800138000在2024年5月6日发出。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a place with personal data, wherever in the file it stands."""
        from bqlint.confidential.masking import masked
        from bqlint.confidential.personal import KINDS

        counted = frozenset(self.secrets_of(story))
        for span, kind in self.labelled(story.source.text):
            if span in counted:
                message = f"{KINDS[kind]} is told: `{masked(span.of(story.source.text))}`"
                yield self.finding(span, message, help="Take it out; the story is as strong without it.")

    def labelled(self, text: str) -> list[tuple[Span, str]]:
        """Where `text` tells personal data, and of what kind it is."""
        from bqlint.confidential.personal import found

        allowed = {" ".join(each.casefold().split()) for each in _phrases(self.allow)}
        told = found(text, frozenset(self.kinds.split()))
        return [each for each in told if " ".join(each.span.of(text).casefold().split()) not in allowed]


def _phrases(listed: str) -> list[str]:
    return [phrase.strip() for phrase in listed.split(",") if phrase.strip()]
