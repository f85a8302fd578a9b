"""The word lists of the importer: one purpose a file in words/, one entry a line, `#` starts a comment."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent / "words"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of words/`name`.txt, the longest first."""
    lines = (_WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True))


def begins(text: str, name: str) -> str:
    """The entry of a list that `text`, in lower case, begins with as whole words; "" where it is none."""
    for entry in entries(name):
        if text.startswith(entry) and not (entry.isascii() and text[len(entry) : len(entry) + 1].isalnum()):
            return entry
    return ""


def mentions(text: str, name: str) -> bool:
    """Whether `text`, in lower case, has an entry of a list anywhere, as whole words."""
    return bool(_anywhere(name).search(text))


@cache
def _anywhere(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(entry)}\b" for entry in entries(name)))
