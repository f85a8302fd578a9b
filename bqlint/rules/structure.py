"""BQ201 to BQ205: the sections of a STAR story."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Edit, Finding, Fix, Severity
from bqlint.headings import ALIASES, SPOKEN
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


_TOLD = {
    "situation": "The till broke.",
    "task": "I had to sell.",
    "action": "I sold by hand.",
    "result": "Sales rose 4%.",
    "reflection": "I learned to keep change.",
}
_CHINESE = {
    "情境": "店里停电。",
    "任务": "我要卖货。",
    "行动": "我卖了货。",
    "结果": "增长4%。",
    "反思": "我学到要备灯。",
}


def _story(headings: str, *, first: str = "", **told: str) -> Example:
    """A story of these sections, each with its role's text unless `told` has another; `first` stands before them."""
    body = first
    for heading in headings.split(", "):
        name = heading.strip("⟦⟧")
        role = ALIASES.get(name.casefold().partition(" and ")[0], "")
        body += f"## {heading}\n{told.get(name, _TOLD.get(role, 'I did more.'))}\n"
    return Example(body)


class MissingSection(Rule):
    """A part of the STAR method is not told.

    Interviewers score what they hear: without an action there is nothing to rate, without a result nothing shows
    that it worked. Situation and task give the measure for both; a reflection lifts a good answer to a strong one.
    """

    code, name, severity = "BQ201", "missing-section", Severity.ERROR
    within = "body"
    bad = (
        _story("Situation, Task, Action, Reflection", first="# ⟦A title⟧\n"),
        _story("Situation, Task, Result, Lessons", first="# ⟦A title⟧\n"),
    )
    good = (
        _story("Context, Responsibility, Actions, Impact, Lessons"),
        _story("情境, 任务, 行动, 结果, 反思", **_CHINESE)._replace(front={"lang": "zh"}),
        _story("Situation and Task, Action, Result, Reflection"),
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
        _story("Situation, Task, Action, ⟦Result⟧, Reflection", Result="<!-- how do you know? -->"),
        _story("⟦Situation⟧, Task, Action, Result, Reflection", Situation=""),
    )
    good = (
        _story("Situation, Task, Action, Result, Reflection", Result="- Sales rose 4%."),
        _story("Situation, Task, Action, Result, Reflection, Notes", Action="### First\nI sold by hand.", Notes=""),
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
    bad = (_story("Situation, Task, Action, ⟦Actions⟧, Result, Reflection"),)
    good = (
        _story("Situation, Task, Action, Result, Reflection", Action="I rang.\n### Second step\nI sold."),
        _story("Situation, Task, Action, Result, Reflection", Action="I rang.\n```\n## Action\n```"),
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
        _story("Situation, Action, ⟦Task⟧, Result, Reflection")._replace(
            fixed=_story("Situation, Task, Action, Result, Reflection").text
        ),
    )
    good = (
        _story("Situation, Task, Action, Result, Reflection, Notes"),
        _story("Notes, Situation, Task, Action, Result, Reflection"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a section that comes after one it should come before."""
        latest, seen = "", set[str]()
        is_first = True
        for section in story.spoken:
            role = section.role
            if role == "other" or role in seen:
                continue
            seen.add(role)
            if latest and SPOKEN.index(role) < SPOKEN.index(latest) and section.heading:
                message, help = f"{role.title()} comes after {latest.title()}", f"Move it before {latest.title()}."
                yield self.finding(section.heading.span, message, help=help, fix=_in_order(story) if is_first else None)
                is_first = False  # one fix for all of them
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
    bad = (_story("Situation, Task, Action, ⟦Rezult⟧"),)
    good = (
        _story("Situation, Notes", Situation="The till broke.\n### The night before\nIt rained."),
        _story("Situation", first="# Rezult of a long night\n"),
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
