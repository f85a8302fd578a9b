"""BQ6xx: words and spoken time. Every amount is an opinion: each is an option with its source, wide, and a hint."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from bqlint.finding import Finding, Severity, Span
from bqlint.rules.base import Example, Option, Rule, body
from bqlint.story import Section, Story

_SPOKEN = "140 words a minute; guides agree on 1.5 to 2.5 minutes, and name 5 minutes as rambling"


class StoryLength(Rule):
    """The story is shorter or longer than a listener wants.

    Two minutes are advised almost everywhere; after some three an interviewer interrupts, and the result is never
    heard. A very short story leaves out what would be scored.
    """

    code, name, severity = "BQ601", "story-length", Severity.INFO
    min_words = Option(
        100,
        "spoken words (Notes excluded, a Chinese character counts half) under which a hint is given",
        source=_SPOKEN,
    )
    long_words = Option(350, "spoken words over which a hint is given", source=_SPOKEN)
    max_words = Option(500, "spoken words over which a warning is given", source=_SPOKEN)
    within = "body"
    bad = (
        Example("# ⟦Short⟧\n## Action\nI cut it.\n", given={"min_words": 4}),
        Example(
            "# Long\n## Action\nI cut the ⟦build from nine minutes to two⟧.\n", given={"min_words": 0, "long_words": 3}
        ),
        Example(
            "# Long\n## Action\nI cut the ⟦build from nine minutes to two⟧.\n", given={"min_words": 0, "max_words": 3}
        ),
    )
    good = (
        Example(
            body("# T", "Action: I cut the build.", "Notes: Not spoken at all."),
            given={"min_words": 2, "long_words": 4},
        ),
        "# T\n## Action\n<!-- Yet to be told. -->\n",
        Example(body("# T", "行动: 我减少了构建时间。"), given={"min_words": 4, "long_words": 5}, front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding: the title of a short story, the words past the limit of a long one."""
        words, seconds = round(story.weight), round(story.spoken_seconds)
        told = f"{words} words, about {seconds // 60}:{seconds % 60:02} spoken"
        limit = self.max_words if words > self.max_words else self.long_words
        if words > limit:
            severity = Severity.WARNING if words > self.max_words else Severity.INFO
            number = sum(len(section.spelt) for section in story.spoken)
            first = min(int(limit * number / story.weight), number - 1)  # stretched evenly where characters count half
            span = Span(story.word(first).start, story.word(number - 1).end)
            message = f"{told}; up to {limit} are advised"
            yield self.finding(span, message, help="Cut the Situation first.", severity=severity, about="too long")
        elif 0 < words < self.min_words:  # an empty story is empty (BQ202), not short
            yield self.finding(
                story.place, f"{told}; at least {self.min_words} are advised", help="Tell more of the Action."
            )


class SectionLength(Rule):
    """A section is too thin to score, or too long to follow.

    An action of one line has nothing to rate; a part of over a minute and a half loses the thread.
    """

    code, name, severity = "BQ602", "section-length", Severity.INFO
    min_words = Option(10, "words under which an Action is thin", source="own guess: one short sentence")
    max_words = Option(250, "words over which any section is long", source="own guess: half the longest story")
    within = "body"
    bad = (
        Example(body("# T", "Action: ⟦I sold it⟧."), given={"min_words": 4}),
        Example(body("# T", "Result: I sold the ⟦old shop⟧."), given={"max_words": 3}),
    )
    good = (
        Example(body("# T", "Action: I sold the shop.", "Result: It sold."), given={"min_words": 4, "max_words": 4}),
        Example(body("# T", "Action: I called the owner, asked what she needed, and moved the counter on a Sunday.")),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a section that is long, and one for a thin action."""
        for section in story.spoken:
            count = round(section.weight)
            if count > self.max_words:
                words = section.words
                span = Span(words[int(self.max_words * len(words) / section.weight)].start, words[-1].end)
                message = f"{_named(section)} has {count} words; up to {self.max_words} are advised"
                help = "Cut what the listener does not need for the result."
                yield self.finding(span, message, help=help, about=f"{_named(section)} is too long")
            elif section.role == "action" and section.weight and count < self.min_words:
                span = Span(section.words[0].start, section.words[-1].end)
                yield self.finding(
                    span,
                    f"Action has {count} words; at least {self.min_words} are advised",
                    help="Tell each step: what you did, and why so.",
                    about="Action is too thin",
                )


def _named(section: Section) -> str:
    """How a message names a section: by its role, else by its heading."""
    heading = section.heading.text.strip() if section.heading else ""
    return section.role.title() if section.roles or not heading else f"`{heading[:60]}`"


class SectionShare(Rule):
    """The parts of the story are out of balance.

    The action is what is scored. Ten guides put it at 40 to 70 % of an answer and situation with task at no more than
    a third; real answers narrate too much situation (Bangerter 2014).
    """

    code, name, severity = "BQ603", "section-share", Severity.INFO
    min_action = Option(35, "percent of the story's words that the Action should have", source="ten guides, 40 to 70")
    max_setting = Option(45, "percent that Situation and Task together should not pass", source="guides: 20 to 35")
    min_result = Option(10, "percent that the Result should have", source="guides: 10 to 30")
    min_words = Option(60, "words of the story under which shares mean nothing", source="own guess")
    within = "body"
    bad = (
        Example(
            body("⟦Situation⟧: One two three four five six.", "Task: One.", "⟦Action⟧: One two.", "Result: One."),
            given={"min_words": 0},
        ),
        Example(
            body("Situation: One.", "Task: One.", "Action: One two three four five six seven eight.", "⟦Result⟧: One."),
            given={"min_words": 0, "min_result": 20},
        ),
    )
    good = (
        Example(
            body("Situation: One two.", "Task: One.", "Action: One two three four five.", "Result: One two."),
            given={"min_words": 0},
        ),
        Example(body("Situation: One two three four.", "Task: One.", "Action: One two.", "Result: One.")),
        Example(
            body("Situation: One two.", "Task: One.", "Action: One two three four.", "Result: One two."),
            given={"min_words": 0, "min_action": 40, "max_setting": 40},
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a part that is out of balance, on its heading."""
        shares = self._shares(story)
        if not shares or story.weight < self.min_words:
            return
        setting = shares.get("situation", 0) + shares.get("task", 0)
        longest = max(shares, key=lambda role: shares[role])
        if setting > self.max_setting:
            told = " and ".join(role.title() for role in ("situation", "task") if role in shares)
            verb = "are" if " and " in told else "is"
            message = f"{told} {verb} {ceil(setting)}% of the story; up to {self.max_setting}% is advised"
            yield self._at(story, "situation", message, "Cut what the Action does not need.")
        if shares["action"] < self.min_action or longest != "action":
            share = f"Action is {int(shares['action'])}% of the story"
            message = f"{share}; at least {self.min_action}% is advised"
            if longest != "action":
                message = f"{share}, {longest.title()} {shares[longest]:.0f}%; the Action should be the longest part"
            yield self._at(story, "action", message, "Tell what you did step by step.")
        if shares["result"] < self.min_result:
            message = f"Result is {int(shares['result'])}% of the story; at least {self.min_result}% is advised"
            yield self._at(story, "result", message, "Say what changed, for whom, and how you know.")

    def _shares(self, story: Story) -> dict[str, float]:
        """Percent of the words by role, where action and result are both told."""
        weights: dict[str, float] = {}
        for section in story.spoken:
            if section.roles:
                weights[section.role] = weights.get(section.role, 0) + section.weight
        total = sum(weights.values())
        if not weights.get("action") or not weights.get("result"):
            return {}
        return {role: 100 * weight / total for role, weight in weights.items()}

    def _at(self, story: Story, role: str, message: str, help: str) -> Finding:
        section = story.section(role) or story.section("task") or story.spoken[0]
        span = section.heading.span if section.heading else story.place
        return self.finding(span, message, help=help, about=f"share of the {role}")


class LongSentence(Rule):
    """A sentence is too long to say in one breath.

    GOV.UK stops at 25 words; its readers understand over 90 % at 14 words and under 10 % at 43. A listener cannot go
    back and read again.
    """

    code, name, severity = "BQ604", "long-sentence", Severity.INFO
    local = True
    long_words = Option(30, "words over which a hint is given", source="GOV.UK: 25 for readers")
    max_words = Option(40, "words over which a warning is given", source="GOV.UK: under 10 % understood at 43")
    within = "body"
    bad = (
        Example(body("# T", "Action: ⟦I sold the old shop.⟧ I left."), given={"long_words": 4}),
        Example(body("# T", "Action: ⟦I sold the old shop.⟧ I left."), given={"max_words": 4}),
        Example(body("# T", "行动: ⟦我卖掉了老商店。⟧我走了。"), given={"long_words": 3}, front={"lang": "zh"}),
    )
    good = (
        Example(body("# T", "Action: I sold the shop. I left."), given={"long_words": 4}),
        Example(body("# T", "Action: - I sold", "- the old", "- shop"), given={"long_words": 2}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a sentence over the limit."""
        for sentence in story.sentences():
            count = round(sentence.weight)
            if count > min(self.long_words, self.max_words):
                severity = Severity.WARNING if count > self.max_words else Severity.INFO
                limit = self.max_words if severity is Severity.WARNING else self.long_words
                message = f"this sentence has {count} words; up to {limit} are advised"
                help = "Split it where you would take a breath."
                yield self.finding(sentence.span, message, help=help, severity=severity)
