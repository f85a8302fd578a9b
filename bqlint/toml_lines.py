"""On which line of a TOML file a key stands; the standard reader does not say."""

from __future__ import annotations

from functools import lru_cache

from bqlint.pattern import pattern

_HEADER = pattern(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = pattern(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = pattern(r"[\w-]+|\"[^\"]*\"|'[^']*'")


def line_of(text: str, path: tuple[str, ...], holding: str = "", number: int = 0) -> int | None:
    """The line, counted from 1, of the key that `path` leads to, or of the nearest table or key above it.

    Of several lines that are as near, the first one that holds `holding` is taken. Of tables in a list, such as
    `[[overrides]]`, only the one of this `number`, counted from 1, is looked at; 0 is any.
    """
    found, depth, told = None, 0, False
    for at, line, here, place in _keys(text):
        if number and place and place != number:
            continue
        shared = next(
            (n for n, pair in enumerate(zip(here, path, strict=False)) if pair[0] != pair[1]), min(len(here), len(path))
        )
        holds = bool(holding) and holding in line
        if shared > depth or (shared and shared == depth and holds and not told):
            found, depth, told = at, shared, holds
            if depth == len(path) and (told or not holding):
                break
    return found


@lru_cache(maxsize=2)
def _keys(text: str) -> list[tuple[int, str, tuple[str, ...], int]]:
    """Each line of a table or a key: its number, its text, where it leads, and the how manieth of its list it is in."""
    found = []
    table: tuple[str, ...] = ()
    listed: dict[tuple[str, ...], int] = {}
    for at, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = here = _parts(header[1])
            if line.lstrip().startswith("[["):
                listed[table] = listed.get(table, 0) + 1
        elif key := _KEY.match(line):
            here = (*table, *_parts(key[1]))
        else:
            continue
        above = (table[:length] for length in range(len(table), 0, -1))
        found.append((at, line, here, next((listed[each] for each in above if each in listed), 0)))
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
