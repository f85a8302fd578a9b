"""BQ4xx: whose deeds the action tells. Only the Action section is judged: "we" in Situation and Result is fine."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Finding, Severity
from bqlint.language.ownership import Ownership, ownership
from bqlint.rules.base import Example, Option, Rule
from bqlint.story import Story

_GUIDES = "“I, not we”: Ministry of Justice, Civil Service; research on the ratio disagrees (Naim 2015)"


class OwnershipRule(Rule):
    """What the rules of this family share: they judge the acts of the Action section as a whole."""

    within = "action"

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the heading of the action."""
        section = story.section("action")
        if section and section.sentences and (said := self.weakness(ownership(section.sentences))):
            yield self.finding(
                section.place, said, help="Say which part was yours: I asked, I built, I decided, I persuaded."
            )

    def weakness(self, found: Ownership) -> str | None:
        """What is weak about the ownership found, or None."""
        raise NotImplementedError


class ActionWithoutOwner(OwnershipRule):
    """The action never says "I": nobody can tell what the speaker did.

    The interviewer rates one person, and will ask "and what did you do?" until they hear it. A bullet that leaves the
    subject out ("Rebuilt the rota") counts as I.
    """

    code, name, severity = "BQ401", "action-without-owner", Severity.ERROR
    least = Option(1, "acts in the Action under which nothing is said", source=_GUIDES)
    bad = (
        "## ⟦Action⟧\nWe moved the counter. The team was asked to stay late.",
        Example("## ⟦行动⟧\n我们搬了柜台。团队加班到很晚。", front={"lang": "zh"}),
    )
    good = (
        "We moved the counter. I asked the team to stay late.",
        "- Moved the counter on a Sunday.\n- Asked the team to stay late.",
        Example("The shop closed early.", given={"least": 5}),
        Example("我们搬了柜台。我请团队加班。", front={"lang": "zh"}),
    )

    def weakness(self, found: Ownership) -> str | None:
        """No first person at all."""
        return "no act in the Action is told as your own" if found.lacks_first_person(self.least) else None


class WeOutweighsI(OwnershipRule):
    """In the action "we" does more than "I".

    A team's work is worth telling, but the interviewer rates your share of it. "We" in Situation and Result is fine.
    """

    code, name, severity = "BQ402", "we-outweighs-i", Severity.WARNING
    margin = Option(1, "by how many acts we may not lead", source=_GUIDES)
    bad = (
        "## ⟦Action⟧\nI joined the team. We rebuilt the stall, we called the farmers and we moved the market day.",
        Example(
            "## ⟦行动⟧\n我加入了团队。我们重建了摊位，我们联系了农户，我们调整了赶集的日子。", front={"lang": "zh"}
        ),
    )
    good = (
        "I rebuilt the stall and called the farmers. Then we moved the market day.",
        Example("I asked. We sold, we bought.", given={"margin": 2}),
        Example("我重建了摊位，联系了农户。后来我们调整了赶集的日子。", front={"lang": "zh"}),
    )

    def weakness(self, found: Ownership) -> str | None:
        """We's acts outnumber I's, where I is there at all."""
        if not found.first_person or not found.leans_on_we(self.margin):
            return None
        return f"in the Action “we” does {found.shared} of the acts, “I” does {found.own}"


class AgentlessAction(OwnershipRule):
    """Most acts in the action have no doer.

    "The rota was rewritten" leaves open by whom. Passives hide exactly what is being rated.
    """

    code, name, severity = "BQ403", "agentless-action", Severity.WARNING
    share = Option(60, "percent of the acts that may be without a doer", source="own guess; own stories stay under 40")
    least = Option(3, "acts under which nothing is said", source="own guess")
    bad = (
        "## ⟦Action⟧\nI saw the problem. The rota was rewritten, the nurses were called and the shifts were swapped.",
        Example("## ⟦Action⟧\nMy rota was rewritten. The nurses were called.", given={"least": 2}),
    )
    good = (
        "I saw the problem, rewrote the rota and called the nurses. The shifts were swapped.",
        Example(
            "I saw it. The rota was rewritten, the nurses were called and the shifts were swapped.", given={"share": 80}
        ),
    )

    def weakness(self, found: Ownership) -> str | None:
        """Passive acts are most, where I is there at all."""
        if not found.first_person or not found.lacks_agents(self.share / 100, self.least):
            return None
        return f"{found.agentless} of {found.acts} acts in the Action have no doer"
