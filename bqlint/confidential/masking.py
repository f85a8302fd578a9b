"""What may be told of a file in which something confidential stands: the same text, with that masked.

Masked text is as long as what it stands for, so every place in it is the place in the file. Whatever prints, stores or
compares a finding gets the masked text; only a fix that is written back into the file itself sees the true one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bqlint.finding import Span
from bqlint.typed import NamedTuple, Protocol

_SHOWN_FROM = 4
"""Characters of a match from which on the first one is shown, so that its author knows it again."""


class Guard(Protocol):
    """Whoever knows what is confidential in a text."""

    def secrets(self, text: str) -> Sequence[Span]:
        """The places in `text` that must not leave."""
        ...


class Mask(NamedTuple):
    """What is confidential in one file: its places, its texts, and who finds more of it in a message."""

    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    guards: Sequence[Guard]

    @classmethod
    def of(cls, text: str, spans: Iterable[Span], guards: Sequence[Guard]) -> Mask:
        """The mask of a text with these places."""
        places = tuple(sorted(set(spans)))
        said = {span.of(text) for span in places}
        said |= {" ".join(each.split()) for each in said}
        return cls(places, tuple(sorted(said, key=lambda each: (-len(each), each))), guards)

    def source(self, text: str) -> str:
        """The file's own text, masked in its places."""
        return over(text, self.spans)

    def told(self, text: str) -> str:
        """Any text that was made of the file's, masked wherever it tells what is confidential there."""
        for each in self.texts:
            if each in text:
                text = text.replace(each, masked(each))
        return over(text, [span for guard in self.guards for span in guard.secrets(text)])

    def holds(self, text: str) -> bool:
        """Whether `text` tells anything of what is confidential."""
        return self.told(text) != text


def masked(text: str) -> str:
    """`text` with dots for its characters, the first one kept where enough others follow; line ends stay."""
    shown = 1 if len(text) >= _SHOWN_FROM else 0
    return text[:shown] + "".join(each if each in "\r\n" else "•" for each in text[shown:])


def over(text: str, spans: Iterable[Span]) -> str:
    """`text` with these places masked; they may overlap."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            parts += [text[done : max(start, done)], masked(text[max(start, done) : end])]
            done = end
    return "".join((*parts, text[done:])) if parts else text
