"""Configuration files: where they stand, what TOML they hold, and on which line of them a key is."""

from __future__ import annotations

import os

from bqlint.errors import ConfigError
from bqlint.pattern import pattern
from bqlint.shown import shown
from bqlint.simple_toml import simple_table
from bqlint.toml_lines import line_of
from bqlint.typed import Any
from bqlint.upwards import CONFIGURATIONS, top_of

MAX_CONFIG_BYTES = 256_000
MAX_VALUES = 4_000
"""Keys and entries of lists; each of them may have to be compared with every story."""
MAX_DOTS = 200
"""A key with 20,000 dots takes the TOML reader 5 s and 1.5 GB."""


def own(folder: str) -> str | None:
    """The configuration file that stands in `folder` itself; ConfigError for a link out of the repository."""
    for name in CONFIGURATIONS:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name == CONFIGURATIONS[0] or table_in(path) is not None):
            if os.path.islink(path):
                inside(top_of(folder), folder, name, path)
            return path
    return None


def table_in(path: str) -> dict[str, Any] | None:
    """The bqlint table of a TOML file; None for a pyproject.toml that has none."""
    try:
        if os.path.getsize(path) > MAX_CONFIG_BYTES:
            raise ConfigError(f"the file is larger than {MAX_CONFIG_BYTES:,} bytes", place=shown(path))
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        if os.path.basename(path) == "pyproject.toml" and "bqlint" not in text:
            return None
        if any(line.count(".") > MAX_DOTS for line in text.splitlines() if not line.lstrip().startswith("#")):
            raise ConfigError(f"a line holds more than {MAX_DOTS} dots", place=shown(path))
        data = simple_table(text)
        if data is None:
            import tomllib

            data = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"the file cannot be read: {error.strerror}", place=shown(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("the file is not UTF-8 text", place=shown(path)) from None
    except (ValueError, RecursionError) as error:
        raise _not_toml(error, shown(path)) from None
    if os.path.basename(path) != "pyproject.toml":
        return _of_bounded_size(data, path)
    tool = data.get("tool", {})
    table = tool.get("bqlint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("`tool.bqlint` is not a table", place=place_of(path, ""))
    return table and _of_bounded_size(table, path)


def _of_bounded_size(table: dict[str, Any], path: str) -> dict[str, Any]:
    """The same table; ConfigError where it holds more than anybody writes."""
    waiting: list[Any] = [table]
    count = 0
    while waiting:
        held = waiting.pop()
        count += len(held)
        if count > MAX_VALUES:
            raise ConfigError(f"the file holds more than {MAX_VALUES:,} values", place=shown(path))
        waiting += [
            each for each in (held.values() if isinstance(held, dict) else held) if isinstance(each, (dict, list))
        ]
    return table


def _not_toml(error: Exception, name: str) -> ConfigError:
    """What the TOML reader says, with the line in the place of the file."""
    told = _AT_LINE.fullmatch(str(error)[:200])
    place, why = (f"{name}:{told['line']}", told["why"]) if told else (name, str(error)[:120] or "nested too deep")
    return ConfigError(f"the file is not TOML: {why[:1].lower()}{why[1:]}", place=place)


_AT_LINE = pattern(r"(?s)\A(?P<why>.*) \(at line (?P<line>\d+), column \d+\)")


def place_of(path: str, key: str, holding: str = "", number: int = 0) -> str:
    """`file:line` of a dotted key, `holding` and `number` as for `line_of`."""
    name = shown(path)
    above = ("tool", "bqlint") if os.path.basename(path) == "pyproject.toml" else ()
    try:
        with open(path, encoding="utf-8") as stream:
            line = line_of(stream.read(), (*above, *key.split(".")), holding, number)
    except OSError:
        line = None
    return f"{name}:{line}" if line else name


def inside(top: str, folder: str, relative: str, place: str) -> str:
    """The real path of a file that a configuration in `folder` names, which must lie below `top`."""
    root, real = os.path.realpath(top), os.path.realpath(os.path.join(folder, relative.replace("\0", "?")))
    if os.path.commonpath([root, real]) != root:
        raise ConfigError(f"`{relative[:80]}` lies outside the repository", place=place)
    if not os.path.isfile(real):
        raise ConfigError(f"`{relative[:80]}` is not a file", place=place)
    return real
