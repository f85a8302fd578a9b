"""What is to be linted."""

from __future__ import annotations

from bqlint.discover import Found
from bqlint.finding import Finding
from bqlint.typed import NamedTuple


class Task(NamedTuple):
    """A file to lint, and findings of the rules across stories that speak of it.

    `key` is what the story alone is kept by, where it was looked at before in the same run.
    """

    found: Found
    more: tuple[Finding, ...] = ()
    key: bytes = b""
