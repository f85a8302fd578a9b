"""Where the cache is kept: in the user's own cache folder, which no repository can name."""

from __future__ import annotations

import os
import sys

FORMAT = "1"
"""The folder's part for this way of writing records; another version of bqlint may keep another beside it."""


def folder(given: str | None = None) -> str | None:
    """The folder of the cache: `given`, else below the user's cache folder; None where the user has none."""
    if given:
        return os.path.abspath(given)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # the XDG Base Directory Specification: a relative path is to be ignored
        base = os.path.expanduser(_USUAL.get(sys.platform, "~/.cache"))
    return os.path.join(base, "bqlint") if os.path.isabs(base) else None


_USUAL = {"darwin": "~/Library/Caches", "win32": "~\\AppData\\Local"}
