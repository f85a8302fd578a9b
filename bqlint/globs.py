"""Path patterns of excludes, includes and overrides, as gitignore writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression over a relative path with "/"; it matches a path or a folder above it.

    A glob without a slash matches at any depth; `*` and `?` stop at a slash, `**` does not.
    """
    body = glob.rstrip("/")
    anchored = "/" in body
    signs = {"**/": "(?:[^/]+/)*", "/**": "/.+", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|/\*\*$|\*|\?)", body.removeprefix("./").lstrip("/"))
    inner = "".join(signs.get(part) or re.escape(part) for part in parts)
    return re.compile(("" if anchored else "(?:.*/)?") + inner + "(?:/.*)?")


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether `path`, relative to the folder that the globs speak of, or a folder above it is meant by one of them."""
    return any(_pattern(glob).fullmatch(path) for glob in globs)
