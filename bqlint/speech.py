"""Speech that is somebody else's: quoted passages that do not count as the author's own prose."""

from __future__ import annotations

from bqlint.pattern import pattern
from bqlint.tokens import han_in

_QUOTED = pattern(r"“[^“”]*”|(?<!\d)\"[^\"]*\"|「[^「」]*」|『[^『』]*』")
_MARKS = '"“「『'
_OWN = pattern(r"(?:\bI\b|我)[^.!?。！？\"“”]{0,40}[,，:：]?\s*$")
_WORD = pattern(r"[^\W_]+")
_SHORTEST = 4
"""A quoted passage of fewer words is a name or a term ("fast path"), not speech."""


def without_speech(text: str) -> str:
    """Masked `text` of one block with other people's quoted speech blanked; quotes round the whole block stay.

    Speech is the author's own where it follows "I" in the same sentence ("I told them: “…”").
    """
    if not any(map(text.__contains__, _MARKS)):
        return text
    body = text.strip()
    parts: list[str] = []
    done = 0
    for match in _QUOTED.finditer(text):
        inside = match[0][1:-1]
        long = len(_WORD.findall(inside)) >= _SHORTEST or han_in(inside) >= 2 * _SHORTEST
        if (
            long
            and len(match[0]) < 0.8 * len(body)
            and not _OWN.search(text, max(done, match.start() - 60), match.start())
        ):
            parts += [text[done : match.start()], " " * len(match[0])]
            done = match.end()
    return "".join((*parts, text[done:]))
