"""What a rule is: one small class with its code, its options, its page and its examples.

A rule is a pure function of a story and its options. Its docstring is its page: the first line says what is wrong,
the rest why an interviewer cares. Its examples are its tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from bqlint.finding import Finding, Fix, Problem, Severity, Span
from bqlint.story import Story
from bqlint.typed import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar, overload

if TYPE_CHECKING:
    from bqlint.repository.corpus import Corpus

Value = TypeVar("Value", int, float, bool, str)


class Option(Generic[Value]):
    """One setting of a rule, declared once: `self.max_words` is its value, `StoryTooLong.max_words` is the option.

    `doc` says what is counted, with its unit; `source` says where the default comes from.
    """

    def __init__(self, default: Value, doc: str, *, source: str = "") -> None:
        self.default: Value = default
        self.doc, self.source = doc, source
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, rule: None, owner: type) -> Option[Value]: ...
    @overload
    def __get__(self, rule: Rule, owner: type) -> Value: ...
    def __get__(self, rule: Rule | None, owner: type) -> Option[Value] | Value:
        if rule is None:
            return self
        value: Value = rule.given.get(self.name, self.default)
        return value


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Example(NamedTuple):
    """A piece of a story with ⟦the findings' places⟧ marked; tests run it and the rule's page shows it.

    `text` stands in the section `within` of an otherwise good story (in place of it where it begins with a heading), or
    is the whole body where `within` is "body" and the whole file where it is "file"; several files stand in
    a "repository", each under a line `=== its-name.md`. `given` are option values, `front` front-matter values. `fixed`
    is what the fixes make of `text`, where the rule has any.
    """

    text: str
    within: str = ""
    given: Mapping[str, Any] = _NOTHING
    front: Mapping[str, Any] = _NOTHING
    fixed: str = ""


def body(*parts: str) -> str:
    """The body of an example: "Action: I sold it." is the section `## Action` with that text, other parts are lines."""
    return "\n".join(map(_section, parts)) + "\n"


def _section(part: str) -> str:
    heading, colon, text = part.partition(":")
    is_one = heading and colon and not part.startswith("#") and text[:1] in ("", " ")
    return f"## {heading}\n{text[1:]}" if is_one else part


class Rule:
    """The base of all rules. A subclass names itself and yields findings."""

    code: ClassVar[str] = ""
    name: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.WARNING
    within: ClassVar[str] = "result"
    """The section that the examples stand in, unless an example says otherwise."""
    local: ClassVar[bool] = False
    """Whether a finding speaks of its own words alone, so that only changed lines need be looked at for it."""
    bad: ClassVar[tuple[Example | str, ...]] = ()
    good: ClassVar[tuple[Example | str, ...]] = ()

    def __init__(self, given: Mapping[str, Any] | None = None, severity: Severity | None = None) -> None:
        self.given = given or {}
        self.level = severity or self.severity

    def check(self, story: Story) -> Iterator[Finding]:
        """The rule's findings in `story`; a rule whose problems the parsers find has none to add."""
        yield from ()

    def finding(
        self,
        span: Span,
        message: str,
        *,
        help: str,
        section: str | None = None,
        severity: Severity | None = None,
        fix: Fix | None = None,
        about: str = "",
    ) -> Finding:
        """A finding of this rule at `span`; `severity` only where the rule itself grades what it found.

        A severity from the configuration wins over the rule's own grading. `about` is for `Finding.about`.
        """
        level = self.level if self.level is not self.severity else severity or self.severity
        return Finding(self.code, self.name, level, span, message, help, section, fix, about)

    def found(self, problem: Problem) -> Finding:
        """A problem that a reader or parser met, as this rule's finding."""
        return self.finding(problem.span, problem.message, help=problem.help, fix=problem.fix)

    @classmethod
    def summary(cls) -> str:
        """What is wrong, in one line."""
        return (cls.__doc__ or "").strip().partition("\n")[0]

    @classmethod
    def reason(cls) -> str:
        """Why an interviewer cares."""
        paragraphs = (cls.__doc__ or "").partition("\n")[2].strip().split("\n\n")
        return "\n\n".join(" ".join(line.strip() for line in part.splitlines()) for part in paragraphs)

    @classmethod
    def options(cls) -> dict[str, Option[Any]]:
        """The rule's options by name, in the order of their declaration."""
        return {name: value for name, value in vars(cls).items() if isinstance(value, Option)}

    @classmethod
    def examples(cls) -> tuple[tuple[bool, Example], ...]:
        """All examples, each with whether it is a bad one."""
        marked = (*((True, example) for example in cls.bad), *((False, example) for example in cls.good))
        return tuple((bad, cls._placed(example)) for bad, example in marked)

    @classmethod
    def _placed(cls, example: Example | str) -> Example:
        example = Example(example) if isinstance(example, str) else example
        return example if example.within else example._replace(within=cls.within)


class ConfidentialRule(Rule):
    """The base of the rules about what must not leave: whatever they find is masked in all that is told of the file.

    So it is where the rule itself is not selected, or suppressed.
    """

    local = True
    _NO_PROSE = ("author", "questions", "reviews")
    """Keys of the front matter that name people and questions on purpose."""

    def labelled(self, text: str) -> Sequence[tuple[Span, str]]:
        """The places in any text that must not leave, in order, each with a word for what stands there."""
        raise NotImplementedError

    def secrets(self, text: str) -> Sequence[Span]:
        """The same places alone."""
        return [span for span, _ in self.labelled(text)]

    def secrets_of(self, story: Story) -> list[Span]:
        """The places in a whole file, but for front matter that is there to name somebody."""
        root = story.front.root
        left_out = [entry[-1].span for key in self._NO_PROSE if root for entry in (root.entry(key),) if entry]
        return [
            span
            for span in self.secrets(story.source.text)
            if not any(each.start <= span.start < each.end for each in left_out)
        ]


CONFIGURATION = ""
"""In the place of a path: the finding speaks of no story but of what the configuration asks of all of them."""


class RepositoryRule(Rule):
    """The base of the rules across stories. They run where a folder is linted, not where single files are named."""

    within = "repository"

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """The rule's findings, each with the path of its story or CONFIGURATION; pure, in the same order everywhere."""
        raise NotImplementedError
