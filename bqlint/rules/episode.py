"""BQ207 to BQ209: whether the story tells one thing that happened, with nothing left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bqlint.finding import Finding, Severity, Span
from bqlint.language.hypothetical import told_as_habit, told_hypothetically
from bqlint.pattern import pattern
from bqlint.rules.base import Example, Rule
from bqlint.story import Story

_KEPT = r"(?!\s*\]|(?i:x|sic|redacted|anonymi\w+|confidential|names? withheld)\]|[….]+\])"
_BLANKS = (
    rf"\[{_KEPT}[A-Z][\w'’&/ -]{{0,39}}\](?![(\[:])",  # [Company]
    r"\[(?i:insert|your|add|name|number|company|team|metric|figure|amount|project|client|date|how many)\b"
    r"[\w'’&/% -]{0,39}\](?![(\[:])",  # [your team]
    r"\b(?:TBD|TBC|TODO|FIXME)\b",
    r"(?<![\w.])[$€£¥]?[XYN]\s?(?:%|percent\b)",  # X%
    r"(?<![A-Za-z0-9])[$€£¥]?XX+(?:\s?%)?(?![A-Za-z0-9])",  # XX, XX%, $XX
    r"(?<!\w)[$€£]X(?![A-Za-z0-9])",
    r"(?<!\?)\?\?+\s?%",
    r"(?<![_\w])_{3,}(?![_\w])",
    r"\{\{?[a-z][\w ]{1,30}\}?\}",
    r"\b[Ll]orem [Ii]psum\b",
    r"待补充|待定|待填",
)
_PLACEHOLDER = pattern("|".join(_BLANKS))
_SIGNS = ("[", "{", "__", "??", "XX", "$X", "€X", "£X", "TBD", "TBC", "TODO", "FIXME", "orem ", "待")
_UNKNOWN, _OF_WHAT = ("X", "Y", "N"), ("%", "percent")
"""Every placeholder holds one of the signs, or an unknown with what it is of; most text is not searched."""
_NAMES = pattern(r"XXX?(?=\s+(?:century|Olympi|Corps|chromosome))")
"""Capitals that look like a blank and are a name."""


class PlaceholderLeft(Rule):
    """A placeholder was never filled in.

    "[Company]" or "XX%" tells an interviewer that the story came from a template, and that the figure is not known.
    """

    code, name, severity = "BQ207", "placeholder-left", Severity.ERROR
    local = True
    bad = (
        "I cut churn at ⟦[Company]⟧ by 20%.",
        "I cut churn by ⟦XX%⟧ within a year.",
        "The saving was ⟦TBD⟧, and ⟦[insert number]⟧ teams took it up.",
        Example("我在⟦XX⟧公司把投诉降低了30%。", front={"lang": "zh"}),
    )
    good = (
        "I cut churn at [the bakery](https://example.org) by 20%.",
        "Churn at [REDACTED] fell by 20%, as she [sic] said.",
        "I moved size XXL to the front and sold 20% more. What then???",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a placeholder in what is spoken."""
        for section in story.spoken:
            for block in section.prose:
                for match in _placeholders(block.text):
                    span = Span(*match.span()).shifted(block.span.start)
                    message = f"a placeholder is left: `{match[0]}`"
                    yield self.finding(span, message, help="Fill it in, or tell it without.")


def _placeholders(text: str) -> Iterator[re.Match[str]]:
    if any(sign in text for sign in _SIGNS) or any(_ends_unknown(text, unit) for unit in _OF_WHAT):
        for match in _PLACEHOLDER.finditer(text):
            if not _NAMES.match(text, match.start()):
                yield match


def _ends_unknown(text: str, unit: str) -> bool:
    """Whether what stands before a percent sign, or the word, may be a letter for a number."""
    return any(before.rstrip().endswith(_UNKNOWN) for before in text.split(unit)[:-1])


class Hypothetical(Rule):
    """The answer says what one would do, where the question asks what happened.

    "Tell me about a time" asks for one real event; "I would …" answers a question nobody asked, and interviewers are
    told to ask again. Questions that ask what one would do, and "next time I would", are not meant.
    """

    code, name, severity = "BQ208", "hypothetical", Severity.ERROR
    within = "action"
    bad = (
        "⟦I would call⟧ the supplier first. Then I would ask for a discount and explain our position.",
        Example("如果客户不满意，⟦我会先道歉⟧，然后我会给他退款。", front={"lang": "zh"}),
    )
    good = (
        "I called the supplier first. She would always pick up before nine, so I knew I would reach her.",
        Example(
            "I would call the supplier first. Then I would ask for a discount.",
            front={"questions": ["general/what-if-late"]},
        ),
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
        "⟦I always listen⟧ to both sides. I usually write down what they agree on and I never raise my voice.",
        Example("⟦我一般⟧都会先听双方的意见。我通常会把共同点写下来。", front={"lang": "zh"}),
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
