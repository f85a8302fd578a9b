"""Configuration as nearly all repositories have it, read without tomllib, whose import costs half a bare interpreter.

Only what TOML reads in the same way is read here: tables, and keys with plain text, whole numbers, true, false or lists
of text. For anything else, mistakes included, the answer is None, and the library is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from bqlint.typed import Any

MAX_LINES = 200
_MOST_DIGITS = 18


class _NotSimple(Exception):
    """What the library has to read."""


def simple_table(text: str) -> dict[str, Any] | None:
    """What the TOML in `text` holds; None where it may be more than simple."""
    if not text.replace("\n", "").isprintable() or text.count("\n") > MAX_LINES:
        return None
    root: dict[str, Any] = {}
    table = root
    lines = iter(text.split("\n"))
    try:
        for line in lines:
            told = line.strip()
            if told.startswith("["):
                table = _opened(told, root)
            elif told and not told.startswith("#"):
                key, _, value = told.partition("=")
                _put(table, key.strip(), _value(value.strip(), lines))
    except _NotSimple:
        return None
    return root


def _opened(header: str, root: dict[str, Any]) -> dict[str, Any]:
    """The table that a line `[a.b]` opens, which must be a new one."""
    if not header.endswith("]"):
        raise _NotSimple
    table = root
    *above, last = header[1:-1].split(".")
    for name in above:
        table = table[name] if name in table else _put(table, name, {})
        if not isinstance(table, dict):
            raise _NotSimple
    opened: dict[str, Any] = _put(table, last, {})
    return opened


def _put(table: dict[str, Any], key: str, value: Any) -> Any:
    """Put a value under a bare key that is not there yet."""
    letters = key.replace("-", "").replace("_", "")
    if key in table or not key.isascii() or not (letters.isalnum() or (key and not letters)):
        raise _NotSimple
    table[key] = value
    return value


def _value(told: str, lines: Iterator[str]) -> Any:
    """A value; a list may go on in the next lines."""
    if told in ("true", "false"):
        return told == "true"
    if told.startswith("["):
        while not told.endswith("]"):
            told += next(lines, "#").strip()
            if "#" in told:
                raise _NotSimple
        items = told[1:-1].split(",")
        return [_text(item.strip()) for item in (items if items[-1].strip() else items[:-1])]
    if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS and (told[0] != "0" or told == "0"):
        return int(told)
    return _text(told)


def _text(told: str) -> str:
    """A text in plain quotes."""
    inside = told[1:-1]
    if len(told) < 2 or told != f'"{inside}"' or '"' in inside or "\\" in inside:
        raise _NotSimple
    return inside
