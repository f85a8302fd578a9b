"""BQ1xx: front matter that is YAML, but not what a story's front matter is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.finding import Edit, Finding, Fix, Severity
from bqlint.nearest import did_you_mean
from bqlint.node import Node
from bqlint.pattern import pattern
from bqlint.rules.base import Example, Option, Rule
from bqlint.story import Story

_GUESSES = 20
"""A guess takes a millisecond; somebody who needs more of them than that needs the list."""
_ID = pattern(r"\A[\w.-]+/[\w.-]+")


class SchemaViolation(Rule):
    """A key or value of the front matter is not what the schema allows.

    Coverage, review gates and search go by the front matter: a misspelt key silently takes a story out of all three.
    """

    code, name, severity = "BQ101", "schema-violation", Severity.ERROR
    bad = (
        Example("---\ntitle: T\nquestions: []\nstatus: ⟦drafty⟧\nauthor: sam\n---\n", "file"),
        Example(
            "---\ntitle: T\nquestions: []\n⟦stauts⟧: draft\nauthor: sam\n---\n",
            "file",
            fixed="---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\n---\n",
        ),
        Example("⟦---⟧\ntitle: T\nquestions: []\nstatus: draft\n---\n", "file"),
        Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\nevent: ⟦May 2024⟧\n---\n", "file"),
    )
    good = (
        Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\nevent: 2024-05\n---\n", "file"),
        Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: NO\nevent: 2024\n---\n", "file"),
    )


class UnknownQuestion(Rule):
    """The story names a question that the bank does not hold.

    Coverage counts a story for the questions that it names; one that points nowhere answers nothing. A question in
    its own words is allowed, and only noted: give it an id once the bank has one like it.
    """

    code, name, severity = "BQ102", "unknown-question", Severity.ERROR
    within = "file"
    bad = (
        Example("---\ntitle: T\nquestions: [⟦general/conflct⟧]\nstatus: draft\nauthor: sam\n---\n"),
        Example("---\ntitle: T\nquestions:\n- ⟦Tell me about a conflict.⟧\nstatus: draft\nauthor: sam\n---\n"),
    )
    good = (
        Example("---\ntitle: T\nquestions: [general/conflict]\nstatus: draft\nauthor: sam\n---\n"),
        Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\n---\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a question without a known kind; the first ones say which was meant."""
        for number, asked in enumerate(asked for asked in story.asked if asked.kind is None):
            guessed = number < _GUESSES
            if _ID.fullmatch(asked.text):
                meant = did_you_mean(asked.text, story.bank.kinds) if guessed else ""
                yield self.finding(
                    asked.span,
                    f"the question bank holds no `{asked.text[:80]}`{meant}",
                    help="`bqlint question WORDS` finds ids.",
                )
            else:
                message = "this question is in its own words, not an id of the question bank"
                near = ", ".join(f"`{each}`" for each in story.bank.nearest(asked.text)) if guessed else ""
                help = f"Nearest: {near}." if near else "`bqlint question WORDS` finds ids."
                yield self.finding(asked.span, message, help=help, severity=Severity.INFO)


class UnnamedPrinciple(Rule):
    """The story names no question of the company that it is kept for.

    Amazon's interviewers each hold two principles; a story that names none is not found when it is needed.
    """

    code, name, severity = "BQ103", "unnamed-principle", Severity.WARNING
    within = "file"
    bank = Option("", "the question bank that every story must name a question of; none where it is empty")
    bad = (
        Example(
            "---\ntitle: T\nquestions: ⟦[general/conflict]⟧\nstatus: draft\nauthor: sam\n---\n",
            given={"bank": "amazon"},
        ),
    )
    good = (
        Example("---\ntitle: T\nquestions: [general/conflict]\nstatus: draft\nauthor: sam\n---\n"),
        Example(
            "---\ntitle: T\nquestions: [amazon/have-backbone-1]\nstatus: draft\nauthor: sam\n---\n",
            given={"bank": "amazon"},
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the list of questions."""
        entry = story.front.root.entry("questions") if story.front.root else ()
        if self.bank and entry and not any(asked.text.startswith(f"{self.bank}/") for asked in story.asked):
            help = f"`bqlint question WORDS --bank {self.bank}` finds one that fits."
            yield self.finding(entry[-1].span, f"the story names no question of the bank `{self.bank}`", help=help)


KEYS = ("title", "questions", "status", "author", "level", "event", "lang", "tags", "lint", "reviews")
"""The keys of the shipped schema, in its order."""


class UnusualKeyOrder(Rule):
    """The keys of the front matter are not in the order that all other stories have.

    Whoever opens thirty stories in a row looks for the status in the same place each time.
    """

    code, name, severity = "BQ104", "unusual-key-order", Severity.INFO
    within = "file"
    bad = (
        Example(
            "---\nauthor: sam\nquestions: []\n# ready soon\nstatus: draft\n⟦title⟧: T\n---\n",
            fixed="---\ntitle: T\nquestions: []\n# ready soon\nstatus: draft\nauthor: sam\n---\n",
        ),
    )
    good = (
        Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\n---\n"),
        Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\nlang: en\n---\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the first key that stands too late."""
        keys = story.front.root.keys if story.front.root else []
        known = [key for key in keys if key.value in KEYS]
        wanted = sorted(known, key=lambda key: KEYS.index(key.value))
        late = next((should for key, should in zip(known, wanted, strict=True) if key is not should), None)
        if late is not None:
            help = f"The usual order is {', '.join(f'`{key.value}`' for key in wanted)}."
            fix = _reordered(story, keys, wanted)
            yield self.finding(late.span, f"`{late.value}` stands later than usual", help=help, fix=fix)


def _reordered(story: Story, keys: Sequence[Node], wanted: Sequence[Node]) -> Fix | None:
    """The known keys' entries in their order, in the places that known keys have; comments go with the key below.

    None where an entry does not begin a line.
    """
    text = story.source.text
    lines = [text.rfind("\n", 0, key.span.start) + 1 for key in keys]
    if any(text[line : key.span.start].strip() for line, key in zip(lines, keys, strict=True)):
        return None
    starts = [_above_comments(text, line) for line in lines]
    close = text.rfind("\n", 0, story.front.body) + 1
    if text[close : close + 3] not in ("---", "...") or len(set(starts)) < len(starts):
        return None
    entries = {id(key): text[start:end] for key, start, end in zip(keys, starts, [*starts[1:], close], strict=True)}
    following = iter(wanted)
    told = "".join(entries[id(next(following) if key.value in KEYS else key)] for key in keys)
    return Fix(True, (Edit(starts[0], close, told),))


def _above_comments(text: str, start: int) -> int:
    """The start of the comment lines right above the line that begins at `start`, or `start`."""
    while True:
        above = text.rfind("\n", 0, start - 1) + 1
        if not above or not text[above:start].lstrip().startswith("#"):
            return start
        start = above
