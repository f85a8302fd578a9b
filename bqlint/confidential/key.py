"""The key of the deny-list: of the environment, or of a file that stands outside every repository."""

from __future__ import annotations

import os

from bqlint.confidential.place import FILE_VARIABLE, VARIABLE, key_file
from bqlint.errors import ConfigError
from bqlint.upwards import folders

SHORTEST = 20
"""Characters of a key at the least: who guesses it can try names against the list."""
_MOST = 10_000


def key() -> bytes | None:
    """The key, or None where there is none. Raises ConfigError for one that cannot be used."""
    told = os.environ.get(VARIABLE)
    file = key_file()
    if told:
        return _sound(told, f"${VARIABLE}")
    if not os.path.lexists(file):
        if os.environ.get(FILE_VARIABLE):
            raise ConfigError(f"${FILE_VARIABLE} names no file", place=file)
        return None
    return _of_file(file)


def _of_file(file: str) -> bytes:
    refuse_inside_a_repository(file)
    try:
        with open(file, encoding="utf-8") as stream:
            return _sound(stream.read(_MOST), file)
    except OSError as error:
        raise ConfigError(f"the key cannot be read: {error.strerror}", place=file) from None
    except UnicodeDecodeError:
        raise ConfigError("the key is not UTF-8 text", place=file) from None


def refuse_inside_a_repository(file: str) -> None:
    """ConfigError where `file` stands below a folder that git keeps, for there it would be committed."""
    *_, top = folders(os.path.dirname(os.path.realpath(file)))
    if os.path.exists(os.path.join(top, ".git")):
        hint = "keep it where no commit takes it along"
        raise ConfigError("the key of the deny-list stands inside a repository", place=file, hint=hint)


def _sound(text: str, place: str) -> bytes:
    told = text.strip()
    if len(told) < SHORTEST:
        hint = "`bqlint confidential key` makes one"
        raise ConfigError(f"the key is shorter than {SHORTEST} characters", place=place, hint=hint)
    return told.encode("utf-8", "surrogateescape")
