"""Rules that a team declares in its bqlint.toml: words or a pattern, and what is wrong with them. They run no code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bqlint.deadline import GaveUp, within
from bqlint.errors import ConfigError
from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.lazy import lazy
from bqlint.rules.base import Rule
from bqlint.story import Section, Story
from bqlint.typed import NamedTuple

KINDS = ("forbid", "require", "replace", "limit")
SECONDS = 0.1
"""For one pattern on one story, which takes microseconds; one that takes longer is given up, and named."""
PATIENCE = 10
"""Stories on which a pattern may be given up before it is tried on no other, so that thousands do not add up."""
MAX_PATTERN = 1_000
"""Characters of a pattern."""


class Declaration(NamedTuple):
    """A rule as `[[rule]]` declares it.

    `section` is a role, "" for all that is spoken. `words` are whole words in any letter case, `pattern` is a regular
    expression; one of the two is given. `most` is for `limit`, `replacement` for `replace`.
    """

    code: str
    message: str
    kind: str = "forbid"
    section: str = ""
    words: tuple[str, ...] = ()
    pattern: str = ""
    most: int = 0
    replacement: str = ""
    help: str = ""
    severity: str = "warning"
    place: str = ""

    def compiled(self) -> re.Pattern[str]:
        """The expression that finds it. Raises ConfigError for a pattern that is none."""
        if len(self.pattern) > MAX_PATTERN:
            raise ConfigError(f"the pattern has over {MAX_PATTERN:,} characters", place=self.place, hint="use `words`")
        try:
            return re.compile(self.pattern or _of_words(self.words), re.IGNORECASE if self.words else 0)
        except (re.error, OverflowError, RecursionError) as error:
            raise ConfigError(f"`{self.pattern[:60]}` is no regular expression: {error}", place=self.place) from None


def _of_words(words: tuple[str, ...]) -> str:
    """An expression for whole words, the longest first; a blank stands for any white space."""
    spelt = [r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True)]
    return "|".join(rf"(?<!\w){word}(?!\w)" if word.isascii() else word for word in spelt)


class DeclaredRule(Rule):
    """A rule that the repository's configuration declares.

    The reason is the team's own; the message gives it.
    """

    def __init__(self, declaration: Declaration) -> None:
        super().__init__()
        self.declaration = declaration
        self.given_up = 0
        self.code = declaration.code  # type: ignore[misc]
        self.name = declaration.code.lower()  # type: ignore[misc]
        self.local = declaration.kind in ("forbid", "replace")  # type: ignore[misc]
        self.level = Severity(declaration.severity)

    @lazy
    def _pattern(self) -> re.Pattern[str]:
        return self.declaration.compiled()

    def check(self, story: Story) -> Iterator[Finding]:
        """What the declaration's kind asks for. Raises GaveUp where its pattern takes too long."""
        asked = self.declaration
        sections = [section for section in story.spoken if asked.section in ("", section.role)]
        if not asked.pattern:
            found = list(self._matches(sections))
        elif self.given_up < PATIENCE:
            found = within(SECONDS, lambda: list(self._matches(sections)), self._too_slow)
        else:
            found = self._too_slow()
        if asked.kind == "require" and sections and not found:
            place = sections[0].place if asked.section else story.place
            yield self._finding(place)
        elif asked.kind == "limit" and len(found) > asked.most:
            yield self._finding(found[asked.most])
        elif asked.kind in ("forbid", "replace"):
            yield from map(self._finding, found)

    def _matches(self, sections: list[Section]) -> Iterator[Span]:
        for section in sections:
            for block in section.prose:
                for match in self._pattern.finditer(block.text):
                    if match.end() > match.start():
                        yield Span(*match.span()).shifted(block.span.start)

    def _finding(self, span: Span) -> Finding:
        asked = self.declaration
        fix = Fix(False, (Edit(span.start, span.end, asked.replacement),)) if asked.kind == "replace" else None
        written = f"Write `{asked.replacement}`." if asked.replacement else "Leave it out."
        help = asked.help or (written if fix else "")
        return self.finding(span, asked.message, help=help, fix=fix)

    def _too_slow(self) -> list[Span]:
        is_tried = self.given_up < PATIENCE
        self.given_up += 1
        where = "this story" if is_tried else f"{PATIENCE} stories, and was not tried on this one"
        took = f"took over {SECONDS} seconds on {where}; it repeats what repeats itself"
        message = f"the pattern of {self.code} ({self.declaration.place}) {took}"
        raise GaveUp(message, "Use `words`, or a simpler pattern.")
