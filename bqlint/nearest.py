"""The name that somebody meant: did-you-mean for keys, values, codes and commands."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is spelt most like `word`, or None where none is near."""
    from difflib import get_close_matches

    spelt = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold()[:100], spelt, n=1, cutoff=0.6)
    return spelt[close[0]] if close else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """`; did you mean `name`?`, or nothing."""
    name = nearest(word, names)
    return f"; did you mean `{name}`?" if name else ""
