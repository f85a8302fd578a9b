"""BQ2xx: the sections of a STAR story, and whether it tells what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bqlint.finding import Finding, Severity, Span
from bqlint.headings import SPOKEN
from bqlint.language.hypothetical import told_as_habit, told_hypothetically
from bqlint.nearest import did_you_mean
from bqlint.rules.base import Example, Rule
from bqlint.story import Section, Story

_WEIGHT = {
    "situation": Severity.WARNING,
    "task": Severity.WARNING,
    "action": Severity.ERROR,
    "result": Severity.ERROR,
    "reflection": Severity.INFO,
}
"""How grave it is that a role is not told: without an action and a result there is no story (Ministry of Justice
hints; Amazon's interview guide); a task may sit inside the situation; a reflection is asked for by some only."""

_ASKS = {
    "situation": "where and when it was, and what was at stake",
    "task": "what you had to achieve",
    "action": "what you did, step by step",
    "result": "what came of it, and how you know",
    "reflection": "what you learnt, and what you have done differently since",
}
_PLACEHOLDER = re.compile(
    r"\[(?!\s*\]|x\]|sic\]|…\]|\.\.\.\]|redacted|anonymi|confidential)(?:[A-Z][\w'’&/ -]{0,39}|(?:insert|your|add|name|number|"
    r"company|team|metric|figure|amount|project|client|date|how many)\b[\w'’&/% -]{0,39})\](?![(\[:])"
    r"|\b(?:TBD|TBC|TODO|FIXME|XXX+)\b|(?<![\w.])[$€£¥]?(?:XX+|[XYN])(?:\s?%|\s?percent\b)|(?<!\w)[$€£¥]X+\b"
    r"|(?<!\w)XX+(?!\w)|\?\?+\s?%|(?<![_\w])_{3,}(?![_\w])|\{\{?[a-z][\w ]{1,30}\}?\}|\blorem ipsum\b|待补充|待定|待填",
)
_NAMES = re.compile(r"\bX{2,3}[LS]\b|\bXXX?\b(?=\s+(?:century|Olympi|Corps))")


class MissingSection(Rule):
    """A part of the STAR method is not told.

    Interviewers score what they hear: without an action there is nothing to rate, without a result nothing shows
    that it worked. Situation and task give the measure for both; a reflection lifts a good answer to a strong one.
    """

    code, name, severity = "BQ201", "missing-section", Severity.ERROR
    within = "body"
    bad = (
        Example("# ⟦A title⟧\n## Situation\nThe till broke.\n## Task\nI had to sell.\n## Action\nI sold.\n## Reflection\nI learned to keep change.\n"),
        Example("# ⟦A title⟧\n## Situation\nThe till broke.\n## Task\nI had to sell.\n## Result\nSales rose 4%.\n## Lessons\nI now keep change.\n"),
    )
    good = (
        Example("# T\n## Context\nThe till broke.\n## Responsibility\nI had to sell.\n## Actions\nI sold.\n## Impact\nUp 4%.\n## Lessons\nI now keep change.\n"),
        Example("# T\n## 情境\n店里停电。\n## 任务\n我要卖货。\n## 行动\n我卖了货。\n## 结果\n增长4%。\n## 反思\n我学到要备灯。\n", front={"lang": "zh"}),
        Example("# T\n## Situation and Task\nThe till broke.\n## Action\nI sold.\n## Result\nUp 4%.\n## Reflection\nI now keep change.\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a role that no section tells."""
        for role in SPOKEN:
            if story.section(role) is None:
                near = self._near(role, story)
                yield self.finding(
                    story.place,
                    f"there is no {role.title()} section{near}",
                    help=f"Add `## {role.title()}`: {_ASKS[role]}.",
                    section=role,
                    severity=_WEIGHT[role],
                )

    def _near(self, role: str, story: Story) -> str:
        """Where the role was perhaps meant: a heading that is spelt like it."""
        for section in story.sections:
            if section.heading and not section.roles and did_you_mean(section.heading.text.strip(), [role]):
                return f"; is `{section.heading.text.strip()[:40]}` meant to be it?"
        return f" among {len(story.sections)}" if story.sections else ""


class EmptySection(Rule):
    """A section has a heading and nothing under it.

    An empty heading looks told in the table of contents and is silence in the room.
    """

    code, name, severity = "BQ202", "empty-section", Severity.ERROR
    within = "body"
    bad = (
        Example("## Situation\nIt broke.\n## Task\nI had to mend it.\n## Action\nI did.\n## ⟦Result⟧\n<!-- how do you know? -->\n## Reflection\nI now test.\n"),
        Example("## ⟦Situation⟧\n## Task\nI had to mend it.\n## Action\nI did.\n## Result\nUp 4%.\n## Reflection\nI now test.\n"),
    )
    good = (
        Example("## Situation\nIt broke.\n## Task\nI had to mend it.\n## Action\nI did.\n## Result\n- Up 4%.\n## Reflection\nI now test.\n"),
        Example("## Situation\nIt broke.\n## Task\nMend it.\n## Action\n### First\nI did.\n## Result\nUp 4%.\n## Reflection\nI now test.\n## Notes\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a STAR section without any content."""
        for section in story.spoken:
            if section.heading and section.roles and not _told(section):
                help = f"Tell {_ASKS[section.role]}, or take the heading out."
                name = section.heading.text.strip()
                yield self.finding(section.heading.span, f"`{name}` is empty", help=help, severity=_WEIGHT[section.role])


def _told(section: Section) -> bool:
    """Whether a section holds anything but headings, rules and HTML."""
    return any(block.kind in ("code", "paragraph", "item", "quote", "cell") and _shown(block.text, block.kind) for block in section.blocks)


def _shown(text: str, kind: str) -> bool:
    return kind == "code" or bool(text.strip())


class DuplicateSection(Rule):
    """A part of the story is told under two headings.

    A listener who has heard the result takes the second one for another story.
    """

    code, name, severity = "BQ203", "duplicate-section", Severity.WARNING
    within = "body"
    bad = (Example("## Situation\nIt broke.\n## Task\nMend it.\n## Action\nI did.\n## ⟦Actions⟧\nI did more.\n## Result\nUp 4%.\n## Reflection\nI now test.\n"),)
    good = (
        Example("## Situation\nIt broke.\n## Task\nMend it.\n## Action\nI did.\n### Second step\nI did more.\n## Result\nUp 4%.\n## Reflection\nI now test.\n"),
        Example("## Situation\nIt broke.\n## Task\nMend it.\n## Action\nI did.\n```\n## Action\n```\n## Result\nUp 4%.\n## Reflection\nI now test.\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a heading whose role was opened before."""
        seen: set[str] = set()
        for section in story.sections:
            again = [role for role in section.roles if role in seen]
            if again and section.heading:
                message = f"`{section.heading.text.strip()}` tells the {again[0]} a second time"
                yield self.finding(section.heading.span, message, help="Put both under one heading, or make it a `###`.")
            seen.update(section.roles)


class WrongOrder(Rule):
    """The sections are not in the order Situation, Task, Action, Result, Reflection.

    The order is what lets a listener follow without notes.
    """

    code, name, severity = "BQ204", "wrong-order", Severity.WARNING
    within = "body"
    bad = (Example("## Situation\nIt broke.\n## Action\nI did.\n## ⟦Task⟧\nMend it.\n## Result\nUp 4%.\n## Reflection\nI now test.\n"),)
    good = (
        Example("## Situation\nIt broke.\n## Task\nMend it.\n## Action\nI did.\n## Result\nUp 4%.\n## Reflection\nI now test.\n## Notes\nx\n"),
        Example("## Notes\nx\n## Situation\nIt broke.\n## Task\nMend it.\n## Action\nI did.\n## Result\nUp 4%.\n## Reflection\nI now test.\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a section that comes after one it should come before."""
        latest, seen = "", set[str]()
        for section in story.spoken:
            role = section.role
            if role == "other" or role in seen:
                continue
            seen.add(role)
            if latest and SPOKEN.index(role) < SPOKEN.index(latest) and section.heading:
                message = f"{role.title()} comes after {latest.title()}"
                yield self.finding(section.heading.span, message, help=f"Move it before {latest.title()}.")
            else:
                latest = role


class UnknownSection(Rule):
    """A heading is none of the STAR sections and no known alias.

    What stands under it belongs to no part of the story, and no rule that looks at the parts will read it.
    """

    code, name, severity = "BQ205", "unknown-section", Severity.INFO
    within = "body"
    bad = (Example("## Situation\nIt broke.\n## Task\nMend it.\n## Action\nI did.\n## ⟦Rezult⟧\nUp 4%.\n"),)
    good = (
        Example("## Situation\nIt broke.\n### The night before\nIt rained.\n## Notes\nx\n"),
        Example("# Rezult of a long night\n## Situation\nIt broke.\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a heading of the first two levels without a role."""
        names = [role.title() for role in (*SPOKEN, "notes")]
        for section in story.sections:
            if section.heading and not section.roles:
                text = section.heading.text.strip()
                message = f"`{text[:60]}` is no section of a story{did_you_mean(text, names)}"
                help = "Use a STAR heading, `## Notes`, a `###` inside a section, or add an alias to the configuration."
                yield self.finding(section.heading.span, message, help=help)


class PlaceholderLeft(Rule):
    """A placeholder was never filled in.

    "[Company]" or "XX%" tells an interviewer that the story was taken from a template, and that the figure is not known.
    """

    code, name, severity = "BQ207", "placeholder-left", Severity.ERROR
    bad = (
        "I cut churn at ⟦[Company]⟧ by 20%.",
        "I cut churn by ⟦XX%⟧ within a year.",
        "The saving was ⟦TBD⟧, and ⟦[insert number]⟧ teams took it up.",
        Example("我在⟦XX⟧公司把投诉降低了30%。", front={"lang": "zh"}),
    )
    good = (
        "I cut churn at [the bakery](https://example.org) by 20%.",
        "Churn at [REDACTED] fell by 20%, as she [sic] said.",
        "I moved size XXL to the front and sold 20% more.",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a placeholder in what is spoken."""
        for section in story.spoken:
            for block in section.prose:
                for match in _PLACEHOLDER.finditer(block.text):
                    if _NAMES.match(block.text, match.start()):
                        continue
                    span = Span(match.start(), match.end()).shifted(block.span.start)
                    yield self.finding(span, f"a placeholder is left: `{match[0]}`", help="Fill it in, or tell it without.")


class Hypothetical(Rule):
    """The answer says what one would do, where the question asks what happened.

    "Tell me about a time" asks for one real event; "I would …" answers a question nobody asked, and interviewers are
    told to ask again. Questions that ask what one would do, and "next time I would", are not meant.
    """

    code, name, severity = "BQ208", "hypothetical", Severity.ERROR
    within = "action"
    bad = (
        "⟦I would⟧ call the supplier first. Then I would ask for a discount and explain our position.",
        Example("如果客户不满意，⟦我会⟧先道歉，然后我会给他退款。", front={"lang": "zh"}),
    )
    good = (
        "I called the supplier first. She would always pick up before nine, so I knew I would reach her.",
        Example("I would call the supplier first. Then I would ask for a discount.", front={"questions": ["general/what-if"]}),
        Example("我先道歉，然后给他退了款。下次我会更早打电话。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding: the first place where the answer turns hypothetical."""
        if story.is_past and (span := told_hypothetically(list(story.sentences("action", "result")))):
            help = "Tell one time it really happened: I did, I said, I chose."
            yield self.finding(span, "the story says what one would do, not what happened", help=help)


class HabitNotEpisode(Rule):
    """The answer tells a habit, not one time it happened.

    Only about a quarter of answers in real interviews are stories of one episode, and those did best together with
    well-told habits; descriptions of oneself did worst (Bangerter, Corvalan and Cavin 2014).
    """

    code, name, severity = "BQ209", "habit-not-episode", Severity.WARNING
    within = "action"
    bad = (
        "⟦I always⟧ listen to both sides. I usually write down what they agree on and I never raise my voice.",
        Example("⟦我一般都会⟧先听双方的意见。我通常会把共同点写下来。", front={"lang": "zh"}),
    )
    good = (
        "I listened to both sides. I wrote down what they agreed on, as I always do.",
        Example("我先听了双方的意见，再把共同点写下来。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding: the first habit, where habits carry the action."""
        if story.is_past and (span := told_as_habit(list(story.sentences("action")))):
            help = "Pick one occasion and tell it: when, with whom, what you did."
            yield self.finding(span, "the action is told as a habit, not as one episode", help=help)
