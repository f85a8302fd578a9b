"""BQ3xx: whether the result is measured."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.language.figures import figures
from bqlint.language.lexicon import words
from bqlint.language.vague import vague
from bqlint.language.verified import verified
from bqlint.pattern import pattern
from bqlint.rules.base import Example, Rule
from bqlint.story import Story


class ResultNotQuantified(Rule):
    """The result holds no figure for what the work changed.

    A figure lets an interviewer compare: before and after, how many, how much, how fast. Where none exists, another
    check of the outcome (an award, an inspection passed, others taking it up) is second best, and gets a quieter
    finding. Never invent one.
    """

    code, name, severity = "BQ301", "result-not-quantified", Severity.WARNING
    bad = (
        "## ⟦Result⟧\nThe queue moved better after that.",
        "## ⟦Result⟧\nThe new rota was adopted across the hospital.",
        "## ⟦Result⟧\nWe finished in 2023 with version 2.0 and a team of six.",
        Example("## ⟦结果⟧\n新的排班表很受欢迎。", front={"lang": "zh"}),
    )
    good = (
        "The queue fell from 40 people to 12.",
        "Complaints fell by a third, and nobody left.",
        "We closed the year with zero accidents.",
        Example("投诉从每周五次降到每月一次。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the heading of the result."""
        section = story.section("result")
        sentences = section.sentences if section else ()
        told = (figure for sentence in sentences for figure in figures(sentence))
        if not section or not sentences or any(figure.kind == "outcome" for figure in told):
            return
        found = [figure for sentence in sentences for figure in figures(sentence)]
        seen = f"; `{found[0].span.of(story.source.text)[:40]}` measures no effect" if found else ""
        yield self.finding(
            section.place,
            f"no figure says what the work changed{seen}",
            help="Add one that you know to be true: from what to what, how many, how much time or money.",
            severity=Severity.INFO if any(verified(sentence) for sentence in sentences) else Severity.WARNING,
        )


_DEGREE = pattern(r"(?i)\b[a-z]+ly\s+(?=[a-z])|(?<=[a-z])\s+[a-z]+ly$")


def _without_degree(text: str, claim: Span) -> Fix | None:
    """The unsafe fix that leaves the adverb of degree out and keeps the claim; None where another word claims it."""
    adverb = _DEGREE.search(claim.of(text))
    if adverb is None or adverb[0].strip().lower() not in words("degree_adverbs.en"):
        return None
    place = Span(*adverb.span()).shifted(claim.start)
    return Fix(False, (Edit(*place, ""),))


class VagueMagnitude(Rule):
    """The size of an effect is claimed by a degree word, without a figure.

    "Significantly improved" is what everybody says; the next question is "by how much?", and it is better answered
    before it is asked.
    """

    code, name, severity = "BQ302", "vague-magnitude", Severity.WARNING
    local = True
    bad = (
        Example("I ⟦significantly reduced⟧ the waiting time.", fixed="I reduced the waiting time."),
        Example("Waiting times ⟦fell drastically⟧.", fixed="Waiting times fell."),
        "It made a ⟦huge difference⟧.",
        Example("等待时间⟦大幅缩短⟧。", front={"lang": "zh"}),
    )
    good = (
        "I significantly reduced the waiting time, from 40 minutes to 15.",
        "The patients were very happy, and waiting did not get much longer.",
        Example("等待时间大幅缩短，从40分钟降到15分钟。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a vague claim in the result and the reflection, where effects are told."""
        for sentence in story.sentences("result"):
            for span in vague(sentence):
                yield self._vague(span, story)

    def _vague(self, span: Span, story: Story) -> Finding:
        message = f"`{span.of(story.source.text)}` claims a size without a figure"
        help = "Say by how much, or say what changed without the degree word."
        return self.finding(span, message, help=help, fix=_without_degree(story.source.text, span))
