"""Names of people, held against each other: one person must not pass for two by a letter that only looks alike."""

from __future__ import annotations

_LOOKS_LATIN = {
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "һ": "h", "н": "h", "і": "i", "ї": "i", "ј": "j",
    "к": "k", "ӏ": "l", "м": "m", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t", "ս": "u", "ѵ": "v",
    "ԝ": "w", "х": "x", "у": "y", "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v",
    "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "ı": "i", "ł": "l", "ø": "o", "0": "o", "1": "l",
}  # fmt: skip
"""Letters in lower case that readers, and most typefaces, do not tell from a Latin one."""


def are_alike(one: str, other: str) -> bool:
    """Whether two names may be one person's: case, accents, width, blanks and look-alike letters make no difference."""
    return _skeleton(one) == _skeleton(other) != ""


def _skeleton(name: str) -> str:
    """What is left of a name once all that a reader overlooks is gone."""
    from unicodedata import category, normalize

    folded = normalize("NFKD", normalize("NFKC", name).casefold())
    letters = (letter for letter in folded if category(letter) not in ("Mn", "Me", "Cf", "Zs"))
    return "".join(_LOOKS_LATIN.get(letter, letter) for letter in letters)
