"""BQ5xx: whether the reflection holds a lesson, and one that was used."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Finding, Severity
from bqlint.language.reflection import changed, generic, lesson, pitch
from bqlint.prose import join
from bqlint.rules.base import Example, Rule
from bqlint.story import Story


class NoLesson(Rule):
    """The reflection holds no lesson about one's own conduct.

    Reflection is what lifts a good answer to a strong one, and generic learning is the commonest reason for marks
    lost (civil-service and coaching guides): say what you would do again, or otherwise.
    """

    code, name, severity = "BQ501", "no-lesson", Severity.WARNING
    within = "reflection"
    bad = (
        "⟦The ward had forty beds and the night shift was short of two nurses.⟧",
        "⟦It taught me the importance of teamwork.⟧",
        Example("⟦病房有四十张床，夜班少两个护士。⟧", front={"lang": "zh"}),
    )
    good = (
        "I learned to ask the night shift before I change their rota.",
        "Looking back, I should have asked the night shift first. Since then I ask before I plan.",
        Example("我学到了改排班之前要先问夜班的同事。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the whole reflection; a generic lesson alone is a hint."""
        sentences = list(story.sentences("reflection"))
        if not sentences or any(lesson(sentence) or changed(sentence) for sentence in sentences):
            return
        vague = next((span for sentence in sentences if (span := generic(sentence))), None)
        what = (
            f"`{vague.of(story.source.text)[:60]}` is a lesson about anything"
            if vague
            else "no lesson about your own conduct was found"
        )
        yield self.finding(
            join([sentence.span for sentence in sentences]),
            what,
            help="Say what you would do again or otherwise: “I learned to …”, “Next time I …”, “Since then I …”.",
            severity=Severity.INFO if vague else Severity.WARNING,
        )


class NoChangedBehaviour(Rule):
    """The lesson is told, but nothing says that it was used since.

    A lesson that changed what you do is believed; strong reflections name the next time it was used.
    """

    code, name, severity = "BQ502", "no-changed-behaviour", Severity.INFO
    within = "reflection"
    bad = (
        "⟦I learned to ask the night shift before I change their rota.⟧",
        Example("⟦我学到了改排班之前要先问夜班的同事。⟧", front={"lang": "zh"}),
    )
    good = (
        "I learned to ask the night shift first. Since then I have asked before every change.",
        "I learned to ask first, and I now call the ward before I plan.",
        Example("我学到了要先问夜班的同事。从那以后，我每次改排班前都会先打电话。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the sentence of the lesson."""
        sentences = list(story.sentences("reflection"))
        told = [sentence for sentence in sentences if lesson(sentence)]
        if told and not any(changed(sentence) for sentence in sentences):
            help = "Add when you used it: “Since then I …”, “On the next project I …”."
            yield self.finding(told[0].span, "nothing says what you have done differently since", help=help)


class SalesPitch(Rule):
    """The reflection sells the speaker to a company instead of reflecting.

    An interviewer asked what you learnt; praise of the company or of oneself answers another question.
    """

    code, name, severity = "BQ503", "sales-pitch", Severity.WARNING
    within = "reflection"
    bad = (
        "I learned to ask first, and since then I do. ⟦This makes me a great fit for your company.⟧",
        Example("我学到了要先问，从那以后我每次都先问。⟦我相信我能为贵公司带来价值。⟧", front={"lang": "zh"}),
    )
    good = (
        "I learned to ask first, and since then I do. The company kept the rota.",
        Example("我学到了要先问，从那以后我每次都先问。公司保留了这份排班表。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a sentence that sells."""
        for sentence in story.sentences("reflection"):
            if pitch(sentence):
                help = "Leave it out, or say what you do differently since."
                yield self.finding(
                    sentence.span, "this sells to a company; the reflection asks what you learnt", help=help
                )
