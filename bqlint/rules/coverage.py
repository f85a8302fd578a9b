"""BQ904 and BQ905: whether the stories together answer what will be asked, and none has to answer too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bqlint.finding import Finding, Severity, Span
from bqlint.nearest import did_you_mean
from bqlint.rules.base import CONFIGURATION, Example, Option, RepositoryRule
from bqlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from bqlint.bank.question import Question
    from bqlint.repository.corpus import Corpus

_FRONT = "---\ntitle: {title}\nquestions: [{questions}]\n---\n## Action\nI rang.\n"
_NAMED = 3


def _stories(*questions: str, **options: object) -> Example:
    """A configuration with these options of BQ904, and a story for each list of questions."""
    told = "\n".join(f"{key.replace('_', '-')} = {value!r}" for key, value in options.items()).replace("'", '"')
    files = [f"=== bqlint.toml\n{{mark}}[rules.BQ904]\n{told}\n"]
    files += [
        f"=== {number}.md\n{_FRONT.format(title=f'T{number}', questions=each)}" for number, each in enumerate(questions)
    ]
    return Example("".join(files), "repository", options)


def _marked(example: Example, mark: str = "") -> Example:
    return example._replace(text=example.text.replace("{mark}", mark))


class QuestionWithoutStory(RepositoryRule):
    """The stories leave a question, a principle or a competency without an answer.

    Interviewers divide the principles among themselves; the one that no story tells of is asked by somebody. Silent
    until quotas are set; the `amazon` preset asks for a story for each leadership principle.
    """

    code, name, severity = "BQ904", "question-without-story", Severity.WARNING
    banks = Option("", "question banks, apart by blanks, of which every question needs stories")
    principles_of = Option("", "question banks, apart by blanks, of which every principle needs stories")
    competencies = Option("", "stories that competencies, or single questions, need: `conflict=2 general/failure=4`")
    least_stories = Option(1, "stories that each question and each principle needs")
    bad = (
        _marked(_stories("jpmorgan/why-this-bank", banks="jpmorgan"), "⟦⟧"),
        _marked(_stories("amazon/frugality-1", principles_of="amazon", least_stories=1), "⟦⟧"),
        _marked(_stories("general/conflict", competencies="conflict=2"), "⟦⟧"),
    )
    good = (
        _marked(_stories("general/failure")),
        _marked(_stories("general/conflict", "general/conflict", competencies="conflict=2")),
    )

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """One finding a quota that is not met, on the configuration that sets it."""
        if not (self.banks or self.principles_of or self.competencies):
            return
        told = Counter(question for story in corpus.over("questions", 0) for question in set(story.questions))
        asked = corpus.bank.questions()
        for bank in self.banks.split():
            stories = {question.id: told[question.id] for question in asked if question.bank == bank}
            yield from self._missing(stories, f"questions of `{bank}`")
        for bank in self.principles_of.split():
            named = [question for question in asked if question.bank == bank and question.principle]
            principles = dict.fromkeys((question.principle for question in named), 0)
            for question in named:
                principles[question.principle] += told[question.id]
            yield from self._missing(principles, f"principles of `{bank}`")
        for wish in self.competencies.split():
            yield from self._told_of(wish, asked, corpus)

    def _told_of(self, wish: str, asked: Sequence[Question], corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        name, _, number = wish.partition("=")
        least = int(number) if number.isdigit() else 1
        ids = {question.id for question in asked if name in (question.id, *question.competencies)}
        stories = sum(1 for story in corpus.over("questions", 0) if not ids.isdisjoint(story.questions))
        if not ids:
            known = sorted({competency for question in asked for competency in question.competencies})
            yield self._on_configuration(
                f"no question of the bank asks for `{name}`{did_you_mean(name, known)}", f"Known: {', '.join(known)}."
            )
        elif stories < least:
            help = f"`bqlint question --competency {name}` lists what is asked."
            told = "1 story tells" if stories == 1 else f"{stories or 'no'} stories tell"
            wanted = "1 is" if least == 1 else f"{least} are"
            yield self._on_configuration(f"{told} of {name}; at least {wanted} wanted", help)

    def _missing(self, stories: dict[str, int], kind: str) -> Iterator[tuple[str, Finding]]:
        missing = [name for name, number in stories.items() if number < self.least_stories]
        if missing:
            few = "no story" if self.least_stories == 1 else f"fewer than {self.least_stories} stories"
            message = f"{len(missing)} of {len(stories)} {kind} have {few}: {_some(missing)}"
            yield self._on_configuration(message, "`bqlint new QUESTION` begins one.")

    def _on_configuration(self, message: str, help: str) -> tuple[str, Finding]:
        return CONFIGURATION, self.finding(Span(0, 0), message, help=help)


def _some(names: Iterable[str]) -> str:
    first, *rest = names
    shown = ", ".join([first, *rest[: _NAMED - 1]])
    return f"{shown} …" if len(rest) >= _NAMED else shown


class OverusedStory(RepositoryRule):
    """One story has to answer too many questions.

    In one interview day it can be told once; the fifth question that needs it gets a worse one.
    """

    code, name, severity = "BQ905", "overused-story", Severity.INFO
    most_questions = Option(6, "questions that one story may name", source="an interview day has four to six talks")
    bad = (
        Example(
            "=== bread.md\n---\ntitle: T\nquestions: [general/conflict, general/failure]\n---\n# ⟦T⟧\n",
            "repository",
            {"most_questions": 1},
        ),
    )
    good = (
        Example(
            "=== bread.md\n---\ntitle: T\nquestions: [general/conflict, general/failure]\n---\n# T\n", "repository"
        ),
        Example("=== bread.md\n---\ntitle: T\nquestions: []\n---\n# T\n", "repository"),
    )

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """One finding a story that names more questions than one story can answer."""
        for story in corpus.over("questions", self.most_questions):
            message = (
                f"this story is named for {len(story.questions)} questions; up to {self.most_questions} are advised"
            )
            help = "Keep those that it answers best, and tell others by another story."
            yield story.path, self.finding(story.place, message, help=help)
