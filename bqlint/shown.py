"""How people are told of a file: findings, errors and `bqlint config` name each in the same way."""

from __future__ import annotations

import os


def shown(path: str) -> str:
    """`path` relative to the current folder where it is below it, else as it is; always with "/"."""
    relative = os.path.relpath(path)
    told = path if relative.split(os.sep)[0] == os.pardir else relative
    return told.replace(os.sep, "/")
