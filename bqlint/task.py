"""What is to be linted."""

from __future__ import annotations

from bqlint.discover import Found
from bqlint.typed import NamedTuple


class Task(NamedTuple):
    """A file to lint, and the packed findings of the rules across stories that speak of it."""

    found: Found
    more: bytes = b""
