"""BQ7xx: how the story sounds: hard words, unexplained acronyms, clichés."""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.finding import Finding, Severity, Span
from bqlint.language.lexicon import match, phrases, words
from bqlint.language.readability import Counts, flesch_reading_ease, syllables
from bqlint.pattern import pattern
from bqlint.rules.base import Example, Option, Rule
from bqlint.story import Story

_ACRONYM = pattern(r"(?<![\w-])[A-Z]{2,6}s?(?![\w-])")


class HardToSay(Rule):
    """The story is hard to say and hard to follow by ear.

    Long words in long sentences are read, not heard. The score is Flesch's reading ease: 60 to 70 is plain English,
    under 50 is difficult, under 30 is for academic papers. It means little for short texts and nothing for Chinese.
    """

    code, name, severity = "BQ701", "hard-to-say", Severity.INFO
    min_ease = Option(
        30, "Flesch reading ease under which a hint is given", source="Flesch 1948: under 30 is very difficult"
    )
    min_words = Option(100, "English words under which the score means nothing", source="unstable below some 200 words")
    within = "body"
    bad = (
        Example(
            "# ⟦T⟧\n## Action\nOrganisational considerations necessitated interdepartmental collaboration.\n",
            given={"min_words": 4},
        ),
    )
    good = (
        Example(
            "# T\n## Action\nThe shop was full, so I asked the cook to help us at the till.\n",
            given={"min_words": 4, "min_ease": 60},
        ),
        "Organisational considerations necessitated interdepartmental collaboration.",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, on the title."""
        english = [sentence for sentence in story.sentences() if sentence.lang == "en"]
        spelt = [word for sentence in english for word in sentence.tokens.words]
        if len(spelt) < max(self.min_words, 1):
            return
        ease = flesch_reading_ease(Counts(len(english), len(spelt), sum(map(syllables, spelt))))
        if ease < self.min_ease:
            message = f"Flesch reading ease is {ease:.0f}; at least {self.min_ease} is advised"
            help = "Use shorter sentences, and the words you would use to a friend."
            yield self.finding(story.place, message, help=help)


class UnexplainedAcronym(Rule):
    """Several acronyms are never explained.

    An interviewer from another team will not stop you to ask what an acronym means; they lose the thread instead.
    """

    code, name, severity = "BQ702", "unexplained-acronym", Severity.INFO
    local = True
    most = Option(2, "unexplained acronyms that are let through in one story", source="own guess; no norm was found")
    within = "action"
    bad = (Example("I moved the ⟦QRTZ⟧ to the ⟦PLMN⟧ node.", given={"most": 1}),)
    good = (
        Example("I moved the queue router (QRTZ) to the API and told HR.", given={"most": 0}),
        "I moved the QRTZ to the PLMN node.",
        Example("I moved the QRTZ (the queue router) to the API.", given={"most": 0}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding the first place of each, where there are more than `most`."""
        known = words("acronyms_known")
        first: dict[str, Span] = {}
        explained: set[str] = set()
        for section in story.spoken:
            for block in section.prose:
                if not _holds_capitals(block.text):
                    continue
                some = [found for found in _ACRONYM.finditer(block.text) if found[0].rstrip("s") not in known]
                for found in some if some and not _shouted(block.text) else ():
                    name = found[0].rstrip("s")
                    first.setdefault(name, Span(found.start(), found.end()).shifted(block.span.start))
                    if _is_explained(block.text, found.start(), found.end()):
                        explained.add(name)
        unexplained = [name for name in first if name not in explained]
        if len(unexplained) > self.most:
            for name in unexplained:
                help = f"Say it in full once: “the … ({name})”, or use everyday words."
                yield self.finding(first[name], f"`{name}` is never explained", help=help)


_CAPITALS = bytes.maketrans(bytes(range(65, 91)), b"A" * 26)


def _holds_capitals(text: str) -> bool:
    """Whether two capitals stand together in `text`; told in a thirtieth of the time of a pattern."""
    return b"AA" in text.encode("ascii", "replace").translate(_CAPITALS)


_NEAR = 40
"""Characters around an acronym that may say what it stands for."""


def _shouted(text: str) -> bool:
    """Whether a block is in capitals altogether, so that nothing in it is an acronym."""
    return text.upper() == text


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether an acronym stands in brackets behind its long form, or has it in brackets behind itself."""
    before = text[max(start - _NEAR, 0) : start].rstrip(" \"'“*_")
    after = text[end : end + _NEAR].lstrip(" \"'”*_")
    return before.endswith(("(", "（")) or after.startswith(
        ("(", "（", ", or ", ", short for ", ", the ", ", a ", " – ", "— ")
    )


class Cliche(Rule):
    """Phrases that everybody uses stand where something of one's own should.

    "Think outside the box" and "valuable lessons" sound learnt by heart, and say nothing that could be checked.
    """

    code, name, severity = "BQ703", "cliche", Severity.INFO
    local = True
    most = Option(1, "clichés that are let through in one story", source="coaching guides; two or more sound rehearsed")
    within = "action"
    bad = (Example("I had to ⟦think outside the box⟧ and ⟦hit the ground running⟧."),)
    good = (
        "I had to think outside the box.",
        Example("I had to think outside the box and hit the ground running.", given={"most": 2}),
        "The box stood outside, and I hit the brakes while running late.",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a cliché, where there are more than `most`."""
        found: list[Span] = []
        heads = phrases("cliches.en").keys()
        for sentence in story.sentences():
            tokens, free = sentence.tokens, 0
            if heads.isdisjoint(tokens.forms):
                continue
            for at in [at for at, form in enumerate(tokens.forms) if form in heads]:
                length = match(tokens, at, "cliches.en") if at >= free else 0
                if length:
                    found.append(tokens.span(at, at + length - 1))
                    free = at + length
        if len(found) > self.most:
            for span in found:
                message = f"`{span.of(story.source.text)}` is a cliché"
                yield self.finding(span, message, help="Say what really happened there.")
