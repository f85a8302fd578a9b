"""On which line of a TOML file a key stands; the standard reader does not say."""

from __future__ import annotations

from bqlint.pattern import pattern

_HEADER = pattern(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = pattern(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = pattern(r"[\w-]+|\"[^\"]*\"|'[^']*'")


def line_of(text: str, path: tuple[str, ...], holding: str = "", number: int = 0) -> int | None:
    """The line, counted from 1, of the key that `path` leads to, or of the nearest table or key above it.

    Of several lines that are as near, the first one that holds `holding` is taken. Of tables in a list, such as
    `[[overrides]]`, only the one of this `number`, counted from 1, is looked at; 0 is any.
    """
    found, depth, told, table = None, 0, False, tuple[str, ...]()
    listed: dict[tuple[str, ...], int] = {}
    for at, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = here = _parts(header[1])
            if line.lstrip().startswith("[["):
                listed[table] = listed.get(table, 0) + 1
        elif key := _KEY.match(line):
            here = (*table, *_parts(key[1]))
        else:
            here = ()
        if number and any(number != count and table[: len(each)] == each for each, count in listed.items()):
            continue
        shared = next(
            (n for n, pair in enumerate(zip(here, path, strict=False)) if pair[0] != pair[1]), min(len(here), len(path))
        )
        holds = bool(holding) and holding in line
        if shared > depth or (shared and shared == depth and holds and not told):
            found, depth, told = at, shared, holds
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
