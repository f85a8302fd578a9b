"""BQ201 to BQ205: the sections of a STAR story."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Edit, Finding, Fix, Severity
from bqlint.headings import SPOKEN
from bqlint.nearest import did_you_mean
from bqlint.rules.base import Example, Rule, body
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


class MissingSection(Rule):
    """A part of the STAR method is not told.

    Interviewers score what they hear: without an action there is nothing to rate, without a result nothing shows
    that it worked. Situation and task give the measure for both; a reflection lifts a good answer to a strong one.
    """

    code, name, severity = "BQ201", "missing-section", Severity.ERROR
    within = "body"
    bad = (
        Example(
            body(
                "# ⟦A title⟧",
                "Situation: The till broke.",
                "Task: I had to sell.",
                "Action: I sold.",
                "Reflection: I learned to keep change.",
            )
        ),
        Example(
            body(
                "# ⟦A title⟧",
                "Situation: The till broke.",
                "Task: I had to sell.",
                "Result: Sales rose 4%.",
                "Lessons: I now keep change.",
            )
        ),
    )
    good = (
        Example(
            body(
                "# T",
                "Context: The till broke.",
                "Responsibility: I had to sell.",
                "Actions: I sold.",
                "Impact: Up 4%.",
                "Lessons: I now keep change.",
            )
        ),
        Example(
            body(
                "# T",
                "情境: 店里停电。",
                "任务: 我要卖货。",
                "行动: 我卖了货。",
                "结果: 增长4%。",
                "反思: 我学到要备灯。",
            ),
            front={"lang": "zh"},
        ),
        Example(
            body(
                "# T",
                "Situation and Task: The till broke.",
                "Action: I sold.",
                "Result: Up 4%.",
                "Reflection: I now keep change.",
            )
        ),
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
                    about=role,
                )

    def _near(self, role: str, story: Story) -> str:
        """Where the role was perhaps meant: a heading that is spelt like it."""
        for section in story.sections:
            if section.heading and not section.roles and did_you_mean(section.heading.text.strip(), [role]):
                return f"; is `{section.heading.text.strip()[:40]}` meant to be it?"
        told = ", ".join(section.role.title() for section in story.sections if section.roles)
        return f"; the story has {told}" if told else ""


class EmptySection(Rule):
    """A section has a heading and nothing under it.

    An empty heading looks told in the table of contents and is silence in the room.
    """

    code, name, severity = "BQ202", "empty-section", Severity.ERROR
    within = "body"
    bad = (
        Example(
            body(
                "Situation: It broke.",
                "Task: I had to mend it.",
                "Action: I did.",
                "⟦Result⟧: <!-- how do you know? -->",
                "Reflection: I now test.",
            )
        ),
        Example(
            body(
                "⟦Situation⟧:", "Task: I had to mend it.", "Action: I did.", "Result: Up 4%.", "Reflection: I now test."
            )
        ),
    )
    good = (
        Example(
            body(
                "Situation: It broke.",
                "Task: I had to mend it.",
                "Action: I did.",
                "Result: - Up 4%.",
                "Reflection: I now test.",
            )
        ),
        Example(
            body(
                "Situation: It broke.",
                "Task: Mend it.",
                "Action:",
                "### First",
                "I did.",
                "Result: Up 4%.",
                "Reflection: I now test.",
                "Notes:",
            )
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a STAR section without any content."""
        for section in story.spoken:
            if section.heading and section.roles and not _told(section):
                help = f"Tell {_ASKS[section.role]}, or take the heading out."
                name = section.heading.text.strip()
                yield self.finding(
                    section.heading.span, f"`{name}` is empty", help=help, severity=_WEIGHT[section.role]
                )


def _told(section: Section) -> bool:
    """Whether a section holds anything but headings, rules and HTML."""
    return any(
        block.kind in ("code", "paragraph", "item", "quote", "cell") and _shown(block.text, block.kind)
        for block in section.blocks
    )


def _shown(text: str, kind: str) -> bool:
    return kind == "code" or bool(text.strip())


class DuplicateSection(Rule):
    """A part of the story is told under two headings.

    A listener who has heard the result takes the second one for another story.
    """

    code, name, severity = "BQ203", "duplicate-section", Severity.WARNING
    within = "body"
    bad = (
        Example(
            body(
                "Situation: It broke.",
                "Task: Mend it.",
                "Action: I did.",
                "⟦Actions⟧: I did more.",
                "Result: Up 4%.",
                "Reflection: I now test.",
            )
        ),
    )
    good = (
        Example(
            body(
                "Situation: It broke.",
                "Task: Mend it.",
                "Action: I did.",
                "### Second step",
                "I did more.",
                "Result: Up 4%.",
                "Reflection: I now test.",
            )
        ),
        Example(
            body(
                "Situation: It broke.",
                "Task: Mend it.",
                "Action: I did.",
                "```",
                "Action: ```",
                "Result: Up 4%.",
                "Reflection: I now test.",
            )
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a heading whose role was opened before."""
        seen: set[str] = set()
        for section in story.sections:
            again = [role for role in section.roles if role in seen]
            if again and section.heading:
                message = f"`{section.heading.text.strip()}` tells the {again[0]} a second time"
                yield self.finding(
                    section.heading.span, message, help="Put both under one heading, or make it a `###`."
                )
            seen.update(section.roles)


class WrongOrder(Rule):
    """The sections are not in the order Situation, Task, Action, Result, Reflection.

    The order is what lets a listener follow without notes.
    """

    code, name, severity = "BQ204", "wrong-order", Severity.WARNING
    within = "body"
    bad = (
        Example(
            body(
                "Situation: It broke.",
                "Action: I did.",
                "⟦Task⟧: Mend it.",
                "Result: Up 4%.",
                "Reflection: I now test.",
            ),
            fixed=body(
                "Situation: It broke.", "Task: Mend it.", "Action: I did.", "Result: Up 4%.", "Reflection: I now test."
            ),
        ),
    )
    good = (
        Example(
            body(
                "Situation: It broke.",
                "Task: Mend it.",
                "Action: I did.",
                "Result: Up 4%.",
                "Reflection: I now test.",
                "Notes: x",
            )
        ),
        Example(
            body(
                "Notes: x",
                "Situation: It broke.",
                "Task: Mend it.",
                "Action: I did.",
                "Result: Up 4%.",
                "Reflection: I now test.",
            )
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a section that comes after one it should come before."""
        latest, seen = "", set[str]()
        fix = _in_order(story)
        for section in story.spoken:
            role = section.role
            if role == "other" or role in seen:
                continue
            seen.add(role)
            if latest and SPOKEN.index(role) < SPOKEN.index(latest) and section.heading:
                message, help = f"{role.title()} comes after {latest.title()}", f"Move it before {latest.title()}."
                yield self.finding(section.heading.span, message, help=help, fix=fix)
                fix = None  # one for all of them
            else:
                latest = role


def _in_order(story: Story) -> Fix | None:
    """The sections in their order, in the places that sections have; what stands between them stays.

    None where a role is told twice or a comment ends a section: it may speak of the heading below.
    """
    text = story.source.text
    slots = [section for section in story.spoken if section.role != "other" and section.heading]
    ends_in_comment = any(section.blocks and section.blocks[-1].kind == "html" for section in slots)
    if len({section.role for section in slots}) < len(slots) or ends_in_comment:
        return None
    told: list[str] = []
    done = slots[0].span.start if slots else 0
    for slot, section in zip(slots, sorted(slots, key=lambda each: SPOKEN.index(each.role)), strict=True):
        end = slot.span.start + len(slot.span.of(text).rstrip())
        told += [text[done : slot.span.start], section.span.of(text).rstrip(), text[end : slot.span.end]]
        done = slot.span.end
    return Fix(True, (Edit(slots[0].span.start, done, "".join(told)),)) if slots else None


class UnknownSection(Rule):
    """A heading is none of the STAR sections and no known alias.

    What stands under it belongs to no part of the story, and no rule that looks at the parts will read it.
    """

    code, name, severity = "BQ205", "unknown-section", Severity.INFO
    local = True
    within = "body"
    bad = (Example(body("Situation: It broke.", "Task: Mend it.", "Action: I did.", "⟦Rezult⟧: Up 4%.")),)
    good = (
        Example(body("Situation: It broke.", "### The night before", "It rained.", "Notes: x")),
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
