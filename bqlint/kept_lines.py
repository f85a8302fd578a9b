"""The lines of a file that a repository keeps for bqlint: a baseline, a deny-list."""

from __future__ import annotations

import os

from bqlint.errors import ConfigError
from bqlint.shown import shown


def kept_lines(path: str, what: str, most: int) -> list[str]:
    """The lines of the file, which is called `what`; ConfigError where it is over `most` bytes or cannot be read."""
    place = shown(path)
    try:
        if os.path.getsize(path) > most:
            raise ConfigError(f"the {what} is larger than {most:,} bytes", place=place)
        with open(path, encoding="utf-8") as stream:
            return stream.read().split("\n")
    except OSError as error:
        raise ConfigError(f"the {what} cannot be read: {error.strerror}", place=place) from None
    except UnicodeDecodeError:
        raise ConfigError(f"the {what} is not UTF-8 text", place=place) from None
