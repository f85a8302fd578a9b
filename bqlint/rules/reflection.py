"""BQ5xx: whether the reflection holds a lesson, and one that was used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.finding import Finding, Severity
from bqlint.language.reflection import changed, considered, general, generic, lesson, pitch, used
from bqlint.prose import Sentence
from bqlint.rules.base import Example, Rule
from bqlint.story import Story


def _learnt(sentence: Sentence) -> bool:
    """Whether `sentence` draws a lesson, in whatever words."""
    return bool(lesson(sentence) or changed(sentence) or generic(sentence) or considered(sentence) or general(sentence))


def _generalises(sentences: Sequence[Sentence]) -> bool:
    """Whether a reflection is made of general advice: half of it or more."""
    return 2 * sum(general(sentence) is not None for sentence in sentences) >= len(sentences)


class MissingLesson(Rule):
    """The reflection holds no lesson.

    Reflection is what lifts a good answer to a strong one: a listener wants to hear what you took from it, about your
    own conduct, not the story once more.
    """

    code, name, severity = "BQ501", "missing-lesson", Severity.WARNING
    within = "reflection"
    bad = (
        "## ⟦Reflection⟧\nThe ward had forty beds and the night shift was short of two nurses.",
        Example("## ⟦反思⟧\n病房有四十张床，夜班少两个护士。", front={"lang": "zh"}),
    )
    good = (
        "I learned to ask the night shift before I change their rota.",
        "Looking back, I should have asked the night shift first. Since then I ask before I plan.",
        "Difficult colleagues often have good reasons. Sometimes good leadership means listening first.",
        Example("我学到了改排班之前要先问夜班的同事。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the heading of the reflection."""
        section = story.section("reflection")
        sentences = section.sentences if section else ()
        if section and sentences and not any(map(_learnt, sentences)):
            help = "Say what you would do again or otherwise: “I learned to …”, “Next time I …”, “Since then I …”."
            yield self.finding(section.place, "no lesson about your own conduct was found", help=help)


class UnchangedBehaviour(Rule):
    """The lesson is told, but nothing says that it was used since.

    A lesson that changed what you do is believed; strong reflections name the next time it was used.
    """

    code, name, severity = "BQ502", "unchanged-behaviour", Severity.INFO
    within = "reflection"
    bad = (
        "⟦I learned to ask the night shift before I change their rota.⟧",
        Example("⟦我学到了改排班之前要先问夜班的同事。⟧", front={"lang": "zh"}),
    )
    good = (
        "I learned to ask the night shift first. Since then I have asked before every change.",
        "I learned to ask first, and I now call the ward before I plan.",
        "I learned to ask first. For the spring rota I rang all six wards before I drew a line.",
        Example("我学到了要先问夜班的同事。从那以后，我每次改排班前都会先打电话。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the sentence of the lesson."""
        sentences = list(story.sentences("reflection"))
        first = next((at for at, sentence in enumerate(sentences) if lesson(sentence)), None)
        if first is not None and not any(map(changed, sentences)) and not any(map(used, sentences[first + 1 :])):
            help = "Add when you used it: “Since then I …”, “On the next project I …”."
            yield self.finding(sentences[first].span, "nothing says what you have done differently since", help=help)


class SalesPitch(Rule):
    """The reflection sells the speaker to a company instead of reflecting.

    An interviewer asked what you learnt; praise of the company or of oneself answers another question.
    """

    code, name, severity = "BQ503", "sales-pitch", Severity.WARNING
    local = True
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
                message = "this sells you to a company; a reflection says what you learnt"
                yield self.finding(sentence.span, message, help=help)


class GenericLesson(Rule):
    """The lesson could stand under any story.

    Generic learning ("it taught me the importance of teamwork") is the commonest reason for marks lost, say coaches:
    name the behaviour that you changed.
    """

    code, name, severity = "BQ504", "generic-lesson", Severity.INFO
    within = "reflection"
    bad = (
        "⟦It taught me the importance of teamwork.⟧",
        "⟦Sometimes leading a ward means making calls that nobody likes.⟧",
        Example("⟦这件事让我明白了团队合作的重要性。⟧", front={"lang": "zh"}),
    )
    good = (
        "It taught me the importance of teamwork. Since then I have asked the night shift before every change.",
        "I learned to ask the night shift before I change their rota.",
        Example("这件事让我明白了团队合作的重要性。从那以后，我每次都先问夜班。", front={"lang": "zh"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding: the first generic lesson of a reflection that holds no other."""
        sentences = list(story.sentences("reflection"))
        vague = [sentence for sentence in sentences if generic(sentence)]
        if not vague and sentences and _generalises(sentences):
            vague = [sentence for sentence in sentences if general(sentence)]
        if vague and not any(changed(s) or (lesson(s) and not generic(s)) for s in sentences):
            help = "Name the habit: what exactly you would do, or leave out, next time."
            yield self.finding(vague[0].span, "this lesson could stand under any story", help=help)
