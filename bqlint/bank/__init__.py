"""The question bank: which questions there are, by id, and of what kind each is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_INDEX = Path(__file__).parent / "index.txt"


@cache
def kinds() -> Mapping[str, str]:
    """Question id to its kind (past, situational or self-description), from the index that the bank files are made into."""
    return dict(line.split() for line in _INDEX.read_text(encoding="utf-8").splitlines())
