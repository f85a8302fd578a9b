"""BQ210 to BQ213: what is told well and written untidily; each has a fix that keeps every word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from bqlint.block import Block
from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.headings import ALIASES, CHINESE, SPOKEN, heading_of, roles_of
from bqlint.pattern import pattern
from bqlint.rules.base import Example, Rule, body
from bqlint.story import Story

_TRADITIONAL = frozenset(("任務", "行動", "結果"))
"""Canonical names in traditional characters."""


class HeadingAlias(Rule):
    """A section stands under another name than its STAR name.

    Aliases are read like the names; one name a section in all stories lets people and searches find it.
    """

    code, name, severity = "BQ210", "heading-alias", Severity.INFO
    within = "situation"
    local = True
    bad = (
        Example("## ⟦Context⟧\nThe bakery lost its trade.", fixed="## Situation\nThe bakery lost its trade."),
        Example("## ⟦背景⟧\n面包店晚上的生意没有了。", front={"lang": "zh"}, fixed="## 情境\n面包店晚上的生意没有了。"),
    )
    good = ("## SITUATION\nThe bakery lost its trade.", "## 1. Situation: the evening\nThe bakery lost its trade.")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a heading that is one of the shipped aliases; a team's own are meant."""
        for section in story.sections:
            if section.heading is None or len(section.roles) != 1:
                continue
            text = section.heading.text
            lang = "zh" if any(letter >= "\u3400" for letter in text) else "en"
            name = heading_of(section.roles, lang)
            if text.casefold() in ALIASES and text.casefold() != name.casefold() and text not in _TRADITIONAL:
                span = section.heading.span
                yield self.finding(
                    span, f"`{text}` is another name for {name}", help=f"Call it {name}.", fix=_replaced(span, name)
                )


_NAMES = frozenset((*SPOKEN, *"star", "lesson", "learning", "context", "outcome", *CHINESE.values()))
_LABEL = pattern(
    r"(?P<bold>\*\*|__)?(?P<name>[A-Za-z][A-Za-z ]{0,30}|[\u4e00-\u9fff]{2,6})"
    r"(?(bold)(?:\s*[:：]\s*(?P=bold)|(?P=bold)\s*[:：]?)|\s*[:：])[ \t]*"
)
_LABEL_SIGNS = (":", "：", "**", "__")
"""Every label holds one of these; most paragraphs hold none, and are not searched."""
_LINE_START = pattern(r"(?:^|(?<=\n)|(?<=\r)(?!\n))[ \t]{0,3}")


class LabelledSection(Rule):
    """A part of the story is marked by a label in front of its text instead of a heading.

    "S: …" and "**Situation:** …" read well on paper; a heading is what tools, and whoever skims, can find.
    """

    code, name = "BQ211", "labelled-section"
    within = "body"
    bad = (
        Example(
            "⟦**Situation:**⟧ It broke.\n\n⟦**Task**:⟧ Mend it.\n",
            fixed="\n## Situation\n\nIt broke.\n\n## Task\n\nMend it.\n",
        ),
        Example("⟦S:⟧ It broke.\n⟦T:⟧ Mend it.\n", fixed="\n## Situation\n\nIt broke.\n\n## Task\n\nMend it.\n"),
        Example("⟦情境：⟧机器坏了。\n", front={"lang": "zh"}, fixed="\n## 情境\n\n机器坏了。\n"),
    )
    good = (
        Example(body("Situation: It broke.", "Task: **Task:** mend it.")),
        Example(body("Situation: The goal: no more queues. Result: unknown.", "Result: A: we won.")),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a label whose role no heading has opened."""
        told = {role for section in story.sections if section.heading for role in section.roles}
        labels: list[tuple[str, Span, int]] = []
        for block in story.blocks:
            if block.kind == "paragraph" and not block.nested:
                labels += self._labels(story, block, told)
        for role, label, line in labels:
            if len(labels) > 1 or label.of(story.source.text)[1] not in ":：":  # a single "A:" may answer a "Q:"
                yield self._label(story, label, line, role)

    def _labels(self, story: Story, block: Block, told: set[str]) -> Iterator[tuple[str, Span, int]]:
        """The role, the place and the start of the line of each label in a paragraph; `told` grows by the roles."""
        text = story.source.text
        said = block.span.of(text)
        if not any(sign in said for sign in _LABEL_SIGNS):
            return
        for start in _LINE_START.finditer(said):
            label = _LABEL.match(text, block.span.start + start.end(), block.span.end)
            roles = roles_of(label["name"]) if label else ()
            if label is None or len(roles) != 1 or roles[0] not in SPOKEN or roles[0] in told:
                continue
            if label["bold"] or label["name"].casefold() in _NAMES:
                told.add(roles[0])
                yield roles[0], Span(*label.span()), block.span.start + start.start()

    def _label(self, story: Story, label: Span, line: int, role: str) -> Finding:
        """The finding on one label; its line begins at `line`."""
        text, end = story.source.text, story.source.line_end
        said = label.of(text).rstrip()
        name = heading_of((role,), "zh" if any(letter >= "\u3400" for letter in said) else "en")
        above = text[: max(line - len(end), 0)].endswith(("\n", "\r")) or not line
        follows = end if text.startswith(("\n", "\r"), label.end) else end * 2
        edit = Edit(line, label.end, f"{'' if above else end}## {name}{follows}")
        span = Span(label.start, label.start + len(said))
        return self.finding(
            span, f"`{said}` marks the {name} without a heading", help=f"Write `## {name}`.", fix=Fix(True, (edit,))
        )


def _replaced(span: Span, text: str) -> Fix:
    return Fix(True, (Edit(span.start, span.end, text),))


_END = r"(?:\r\n|\n|\r(?!\n))"
_TRAILING = pattern(rf"(?<![ \t])[ \t]+(?={_END})")
_BLANKS = pattern(rf"{_END}[ \t]*{_END}(?:[ \t]*{_END})+")
_STRAY = ("\n\n\n", " \n", "\t\n", "\r")
"""Either of the two holds one of these; most text holds none, and is not searched."""
_VERBATIM = frozenset(("code", "html"))
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_FIXED_WIDTH = "\u00a0\u2000-\u200a\u202f"
_PASTED = pattern(f"(?P<nothing>[{_INVISIBLE}]+)|(?<=[a-z,;]) *[{_FIXED_WIDTH}][ {_FIXED_WIDTH}]*(?=[a-z])")
"""Signs that a paste from a web page or a word processor leaves: some show nothing, some keep two plain words together,
which nobody means; beside a figure, a capital or a mark they may be meant."""


class StrayWhiteSpace(Rule):
    """White space ends a line, repeats itself, or came along in a paste.

    Nobody hears it; in a review it hides the line that was changed, and a search for two words does not find them.
    """

    code, name, severity = "BQ212", "stray-white-space", Severity.INFO
    within = "body"
    bad = (
        Example("## Action\n\nI rang.⟦ ⟧\n\n\n\nI came back.\n", fixed="## Action\n\nI rang.\n\nI came back.\n"),
        Example("## Action\nI rang them⟦.⟧", fixed="## Action\nI rang them.\n"),
        Example("## Action\nI⟦\u200b⟧ rang\u00a0the three.\n", fixed="## Action\nI rang the three.\n"),
    )
    good = (
        Example("## Action\n\nI rang them,  \nand they came.\n"),
        Example("## Action\n\n```\na  \n\n\n\nb\n```\n"),
        Example("## Action\n\nI rang Mr\u00a0Berg at 3\u00a0pm, as `a\u00a0b` says.\n"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a story, at the first place; its fix mends all of them."""
        edits = sorted(self._edits(story))
        if edits:
            start, end = edits[0].start, edits[0].end
            places = f"{len(edits)} places have" if len(edits) > 1 else "one place has"
            span = Span(start, end) if start < end else Span(max(0, start - 1), start)
            fix, help = Fix(True, tuple(edits)), "`bqlint check --fix` removes it."
            yield self.finding(span, f"{places} stray white space", help=help, fix=fix, about="white space")

    def _edits(self, story: Story) -> Iterator[Edit]:
        text, first, line_end = story.source.text, story.front.body, story.source.line_end
        kept = sorted(block.span for block in story.blocks if block.kind in _VERBATIM)
        end = len(text.rstrip(" \t\r\n"))
        if end > first and text[end:] != line_end and _begun(kept, end + 1).end < end:
            yield Edit(end, len(text), line_end)
        if any(map(text.__contains__, _STRAY)):
            yield from self._between(story, end, kept)
        if not text.isascii():
            yield from self._pasted(story)

    def _between(self, story: Story, end: int, kept: list[Span]) -> Iterator[Edit]:
        """What takes out white space between the front matter and `end`, except in what is `kept` as it is."""
        text, first, line_end = story.source.text, story.front.body, story.source.line_end
        prose = sorted(block.span for block in story.blocks if block.kind not in _VERBATIM)
        runs = [Span(*blanks.span()) for blanks in _BLANKS.finditer(text, first, end)]
        for run in runs:
            if _begun(kept, run.end).end <= run.start:
                yield Edit(*run, line_end * 2)
        for trailing in _TRAILING.finditer(text, first, end):
            start, stop = trailing.span()
            is_break = stop - start > 1 and stop < _begun(prose, start).end
            is_in_run = start < _begun(runs, start + 1).end
            if not is_break and not is_in_run and _begun(kept, start + 1).end < start:
                yield Edit(start, stop, "")

    def _pasted(self, story: Story) -> Iterator[Edit]:
        """What takes out the signs that a paste left in prose; code and comments, which blanks mask, keep theirs."""
        for block in story.blocks:
            for sign in _PASTED.finditer(block.text):
                place = Span(*sign.span()).shifted(block.span.start)
                if place.of(story.source.text) == sign[0]:
                    yield Edit(*place, "" if sign["nothing"] else " ")


def _begun(spans: list[Span], offset: int) -> Span:
    """The last of `spans`, which are in order and apart, that begins before `offset`; an empty one where none does."""
    at = bisect_left(spans, (offset,))
    return spans[at - 1] if at else Span(-1, -1)


_QUOTES = {"“": "”", '"': '"', "「": "」"}
_LEAST_WORDS = 8


class QuotedAnswer(Rule):
    """A whole section stands in quotation marks.

    It is your own answer; in quotation marks it reads as somebody else's.
    """

    code, name, severity = "BQ213", "quoted-answer", Severity.INFO
    within = "situation"
    bad = (
        Example(
            "⟦“⟧In May the bakery lost the whole of its evening trade.”",
            fixed="In May the bakery lost the whole of its evening trade.",
        ),
    )
    good = ("“We close at four,” said the owner, and I had until June to win the evening “back”", "“We close at four.”")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a section, on the opening mark."""
        text = story.source.text
        for section in story.spoken:
            prose = [block for block in section.blocks if block.kind == "paragraph"]
            if not prose or len(prose) != len(section.blocks):
                continue
            start, end = prose[0].span.start, prose[-1].span.end
            close = _QUOTES.get(text[start], "")
            if not close or text[end - 1] != close or section.weight < _LEAST_WORDS:
                continue
            if not set(text[start + 1 : end - 1]) & {text[start], close}:
                fix = Fix(True, (Edit(start, start + 1, ""), Edit(end - 1, end, "")))
                help = "Remove the quotation marks: it is your own answer."
                yield self.finding(Span(start, start + 1), "the whole section is quoted", help=help, fix=fix)
