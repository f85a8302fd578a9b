"""A parsed story: front matter, sections by role, paragraphs, sentences, words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from bqlint import prose, tokens
from bqlint.bank import Bank
from bqlint.block import Block
from bqlint.finding import Span
from bqlint.frontmatter import FrontMatter
from bqlint.lazy import lazy
from bqlint.prose import Sentence
from bqlint.source import Source
from bqlint.speech import without_speech
from bqlint.typed import Any, NamedTuple

PROSE = frozenset(("paragraph", "item", "quote", "cell"))
"""The kinds of block that hold what is told."""
ENGLISH_WORDS_A_MINUTE = 140
"""Speaking rate for the estimate of spoken time; 120 to 160 is usual (National Center for Voice and Speech)."""
CHINESE_CHARACTERS_A_MINUTE = 240
"""No sourced norm was found; it gives a Chinese answer the time of its translation."""


class _Part(NamedTuple):
    roles: tuple[str, ...]
    heading: Block | None
    span: Span
    blocks: tuple[Block, ...]
    lang: str


class Section(_Part):
    """A heading and what stands under it; `heading` is None for prose before any heading."""

    @lazy
    def role(self) -> str:
        """The role by which rules and reports name the section."""
        return self.roles[0] if self.roles else "other"

    @property
    def place(self) -> Span:
        """Where to speak of the section as a whole: its heading, else its first line."""
        if self.heading:
            return self.heading.span
        return self.blocks[0].span if self.blocks else Span(self.span.start, self.span.start)

    @lazy
    def told(self) -> tuple[Block, ...]:
        """The blocks that are spoken, quoted speech included."""
        return tuple(block for block in self.blocks if block.kind in PROSE)

    @lazy
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold prose, with other people's speech blanked."""
        texts = [without_speech(block.text) for block in self.told]
        return tuple(
            block if text is block.text else block._replace(text=text)
            for block, text in zip(self.told, texts, strict=True)
        )

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the section's prose, in order."""
        return tuple(
            sentence
            for block in self.prose
            for sentence in prose.sentences(block.text, block.span.start, self.lang, block.kind)
        )

    @lazy
    def words(self) -> tuple[Span, ...]:
        """Every word that is spoken, quoted speech included; a Chinese character is one of them."""
        return tuple(word for block in self.told for word in tokens.words(block.text, block.span.start))

    @lazy
    def spelt(self) -> list[str]:
        """The same words as they are spelt."""
        return [word for block in self.told for word in tokens.spelt(block.text)]

    @lazy
    def characters(self) -> int:
        """How many of the words are Chinese characters."""
        return sum(tokens.han_in(block.text) for block in self.told)

    @lazy
    def weight(self) -> float:
        """Spoken words for limits: one a word, half a Chinese character."""
        return len(self.spelt) - self.characters / 2


class Asked(NamedTuple):
    """A question that the front matter names: its text, its place, and its kind where the bank knows it."""

    text: str
    span: Span
    kind: str | None


class _Whole(NamedTuple):
    source: Source
    front: FrontMatter
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    heading: Block | None = None
    bank: Bank = Bank()


class Story(_Whole):
    """One story, as rules see it."""

    @property
    def data(self) -> dict[str, Any]:
        """The front matter as plain data."""
        return dict(self.front.root.value) if self.front.root else {}

    @property
    def title(self) -> str:
        """The title: of the front matter, else of the first heading, else the file's name."""
        title = self.data.get("title")
        return str(title) if title else self.heading.text.strip() if self.heading else self.source.path

    @property
    def lang(self) -> str:
        """The story's main language, `en` or `zh`."""
        return "zh" if self.data.get("lang") == "zh" else "en"

    @property
    def place(self) -> Span:
        """Where to speak of the story as a whole: its heading, else the first line."""
        return self.heading.span if self.heading else Span(0, len(self.source.line(1)))

    @lazy
    def asked(self) -> tuple[Asked, ...]:
        """The questions that the story says it answers."""
        root = self.front.root
        entry = root.entry("questions") if root else ()
        nodes = [node for node in entry[-1].items if isinstance(node.value, str)] if entry else []
        return tuple(Asked(node.value, node.span, self.bank.kinds.get(node.value)) for node in nodes)

    @property
    def is_past(self) -> bool:
        """Whether the story answers a question about what happened; only a purely situational one does not."""
        return not self.asked or any(asked.kind != "situational" for asked in self.asked)

    def section(self, role: str) -> Section | None:
        """The first section that tells `role`, or None."""
        return next((section for section in self.sections if role in section.roles), None)

    def section_at(self, offset: int) -> str | None:
        """The role of the section that `offset` stands in, None in front matter and title."""
        at = bisect_right(self._section_starts, offset) - 1
        return self.sections[at].role if at >= 0 and offset < self.sections[at].span.end else None

    @lazy
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    @lazy
    def spoken(self) -> tuple[Section, ...]:
        """The sections that an interviewer would hear: all but Notes."""
        return tuple(section for section in self.sections if section.role != "notes")

    @lazy
    def words(self) -> tuple[Span, ...]:
        """The spoken words of the story, in order."""
        return tuple(word for section in self.spoken for word in section.words)

    def word(self, number: int) -> Span:
        """The place of the spoken word `number`, counted from 0; raises IndexError where there are no more."""
        for section in self.spoken:
            if number < len(section.spelt):
                return section.words[number]
            number -= len(section.spelt)
        raise IndexError(number)

    @lazy
    def weight(self) -> float:
        """Spoken words for limits, as `Section.weight`."""
        return sum(section.weight for section in self.spoken)

    @lazy
    def spoken_seconds(self) -> float:
        """How long the story takes to tell, in seconds, each language at its own rate."""
        number = sum(len(section.spelt) for section in self.spoken)
        han = sum(section.characters for section in self.spoken)
        return 60 * ((number - han) / ENGLISH_WORDS_A_MINUTE + han / CHINESE_CHARACTERS_A_MINUTE)

    def sentences(self, *roles: str) -> Iterator[Sentence]:
        """The sentences of the sections with these roles; of all spoken ones where none is named."""
        for section in self.spoken:
            if not roles or section.role in roles:
                yield from section.sentences
