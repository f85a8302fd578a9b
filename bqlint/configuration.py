"""Configuration files: bqlint.toml or [tool.bqlint], read and checked into `Settings`.

Configuration is data: an unknown key, an unknown rule or a wrong type stops the run with one line that says where.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bqlint.errors import BqlintError, ConfigError
from bqlint.finding import Severity
from bqlint.headings import ROLES
from bqlint.nearest import did_you_mean
from bqlint.policy.select import codes
from bqlint.rules import load
from bqlint.settings import Override, Settings, keys, spelt
from bqlint.toml_lines import line_of

MAX_CONFIG_BYTES = 256_000
MAX_DOTS = 200
"""A key with 20,000 dots takes the TOML reader 5 s and 1.5 GB."""
NAMES = ("bqlint.toml", "pyproject.toml")


def find(folder: str) -> str | None:
    """The configuration file that holds in `folder`: the nearest upwards, not beyond the repository's top."""
    current = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(current, name)
            if os.path.isfile(path) and (name == NAMES[0] or _table(path) is not None):
                return path
        above = os.path.dirname(current)
        if above == current or os.path.exists(os.path.join(current, ".git")):
            return None
        current = above


def load_file(path: str) -> Settings:
    """The settings in a configuration file; ConfigError with place and nearest name where something is wrong."""
    table = _table(path)
    if table is None:
        raise ConfigError("there is no [tool.bqlint] table", place=path)
    return from_table(table, path)


def from_table(table: Mapping[str, Any], path: str) -> Settings:
    """The settings in a parsed TOML table that stood in `path`."""
    values: dict[str, Any] = {}
    known = keys()
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"`{key[:60]}` is not a setting{did_you_mean(key, known)}", place=_place(path, key))
        values[_field(key)] = _READERS[key](value, key, path)
    origins = {key: _place(path, key) for key in table}
    settings = replace(Settings(), **values, root=os.path.dirname(os.path.abspath(path)), origins=origins)
    if settings.schema:
        settings = replace(settings, schema=_inside(settings.root, settings.schema, _place(path, "schema")))
    return settings


def _table(path: str) -> dict[str, Any] | None:
    """The bqlint table of a TOML file; None for a pyproject.toml that has none."""
    import tomllib

    try:
        if os.path.getsize(path) > MAX_CONFIG_BYTES:
            raise ConfigError(f"the file is larger than {MAX_CONFIG_BYTES:,} bytes", place=path)
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        if os.path.basename(path) == "pyproject.toml" and "bqlint" not in text:
            return None
        if any(line.count(".") > MAX_DOTS for line in text.splitlines() if not line.lstrip().startswith("#")):
            raise ConfigError(f"a line holds more than {MAX_DOTS} dots", place=path)
        data = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"the file cannot be read: {error.strerror}", place=path) from None
    except UnicodeDecodeError:
        raise ConfigError("the file is not UTF-8 text", place=path) from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"the file is not TOML: {str(error)[:120] or 'nested too deep'}", place=path) from None
    if os.path.basename(path) != "pyproject.toml":
        return data
    tool = data.get("tool", {})
    table = tool.get("bqlint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("`tool.bqlint` is not a table", place=_place(path, ""))
    return table


def _place(path: str, key: str, holding: str = "") -> str:
    """`file:line` of a dotted key; of several such lines the first that holds `holding`."""
    name = os.path.relpath(path)
    name = path if name.startswith("..") else name.replace(os.sep, "/")
    above = ("tool", "bqlint") if os.path.basename(path) == "pyproject.toml" else ()
    try:
        with open(path, encoding="utf-8") as stream:
            line = line_of(stream.read(), (*above, *key.split(".")), holding)
    except OSError:
        line = None
    return f"{name}:{line}" if line else name


def _codes(selector: str, key: str, path: str) -> tuple[str, ...]:
    """The rules that a selector of the configuration means."""
    try:
        return codes(selector)
    except BqlintError as error:
        raise ConfigError(error.message, place=_place(path, key, selector), hint=error.hint) from None


def _inside(root: str, relative: str, place: str) -> str:
    """The real path of a file that the configuration names, which must lie below `root`."""
    real = os.path.realpath(os.path.join(root, relative.replace("\0", "?")))
    if os.path.commonpath([os.path.realpath(root), real]) != os.path.realpath(root):
        raise ConfigError(f"`{relative[:80]}` lies outside the repository", place=place)
    if not os.path.isfile(real):
        raise ConfigError(f"`{relative[:80]}` is not a file", place=place)
    return real


def _field(key: str) -> str:
    return key.replace("-", "_")


def _wrong(key: str, path: str, wanted: str, value: Any) -> ConfigError:
    kind = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return ConfigError(
        f"`{key}` is {kind.get(type(value), 'something else')}; it must be {wanted}", place=_place(path, key)
    )


def _texts(value: Any, key: str, path: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong(key, path, "a list of texts", value)
    return tuple(value)


def _selectors(value: Any, key: str, path: str) -> tuple[str, ...]:
    for selector in _texts(value, key, path):
        _codes(selector, key, path)
    return tuple(value)


def _boolean(value: Any, key: str, path: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(key, path, "true or false", value)
    return value


def _bytes(value: Any, key: str, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 100_000_000:
        raise _wrong(key, path, "a number of bytes from 1 to 100000000", value)
    return value


def _text(value: Any, key: str, path: str) -> str:
    if not isinstance(value, str):
        raise _wrong(key, path, "text", value)
    return value


def _severity(value: Any, key: str, path: str) -> str:
    levels = [severity.value for severity in Severity]
    if not isinstance(value, str):
        raise _wrong(key, path, " or ".join(levels), value)
    if value not in levels:
        raise ConfigError(
            f"`{value[:60]}` is no severity{did_you_mean(value, levels)}",
            place=_place(path, key),
            hint=f"use {', '.join(levels)}",
        )
    return value


def _sections(value: Any, key: str, path: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise _wrong(key, path, "a table of roles", value)
    for role in value:
        if role not in ROLES:
            raise ConfigError(
                f"`{role[:60]}` is no section role{did_you_mean(role, ROLES)}",
                place=_place(path, f"{key}.{role}"),
                hint=f"use {', '.join(ROLES)}",
            )
    return {role: _texts(names, f"{key}.{role}", path) for role, names in value.items()}


def _rule_tables(value: Any, key: str, path: str) -> dict[str, dict[str, Any]]:
    """Options by rule code; a rule may be named by code or name, an option as its page spells it."""
    if not isinstance(value, dict):
        raise _wrong(key, path, "a table of rules", value)
    tables: dict[str, dict[str, Any]] = {}
    for selector, given in value.items():
        found = _codes(selector, f"{key}.{selector}", path)
        if len(found) != 1:
            raise ConfigError(
                f"`{key}.{selector}` means {len(found)} rules; name one", place=_place(path, f"{key}.{selector}")
            )
        if not isinstance(given, dict):
            raise _wrong(f"{key}.{selector}", path, "a table of options", given)
        tables[found[0]] = dict(_rule_options(found[0], given, f"{key}.{selector}", path))
    return tables


def _rule_options(code: str, given: Mapping[str, Any], key: str, path: str) -> Iterator[tuple[str, Any]]:
    options = load()[code].options()
    names = [*(spelt(name) for name in options), "severity"]
    for name, value in given.items():
        if name not in names:
            raise ConfigError(
                f"{code} has no option `{name[:60]}`{did_you_mean(name, names)}", place=_place(path, f"{key}.{name}")
            )
        if name == "severity":
            yield name, _severity(value, f"{key}.{name}", path)
            continue
        default = options[_field(name)].default
        if type(value) is not type(default) and not (isinstance(default, float) and type(value) is int):
            raise _wrong(
                f"{key}.{name}",
                path,
                {int: "a whole number", float: "a number", bool: "true or false", str: "text"}[type(default)],
                value,
            )
        if isinstance(value, (int, float)) and value < 0:
            raise ConfigError(
                f"`{key}.{name}` is {value}; it must not be negative", place=_place(path, f"{key}.{name}")
            )
        yield _field(name), value


def _override_tables(value: Any, key: str, path: str) -> tuple[Override, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _wrong(key, path, "a list of tables: [[overrides]]", value)
    return tuple(_override(item, path) for item in value)


def _override(table: Mapping[str, Any], path: str) -> Override:
    readers: dict[str, Callable[[Any, str, str], Any]] = {
        "paths": _texts,
        "ignore": _selectors,
        "select": _selectors,
        "rules": _rule_tables,
    }
    for name in table:
        if name not in readers:
            raise ConfigError(
                f"`overrides.{name[:60]}` is not a setting{did_you_mean(name, readers)}",
                place=_place(path, f"overrides.{name}"),
            )
    if not table.get("paths"):
        raise ConfigError("an override names no `paths`", place=_place(path, "overrides"))
    return Override(**{name: readers[name](value, f"overrides.{name}", path) for name, value in table.items()})


_READERS: dict[str, Callable[[Any, str, str], Any]] = {
    "select": _selectors, "ignore": _selectors, "extend-select": _selectors,
    "include": _texts, "exclude": _texts, "extend-exclude": _texts, "respect-gitignore": _boolean,
    "fail-on": _severity, "max-bytes": _bytes, "schema": _text,
    "sections": _sections, "rules": _rule_tables, "overrides": _override_tables,
}  # fmt: skip
"""How the value of each key is read."""


class Configured:
    """The settings of each file: the nearest configuration, the one given, or the defaults; then the options."""

    def __init__(
        self, *, file: str | None = None, isolated: bool = False, laid_over: Mapping[str, Any] | None = None
    ) -> None:
        self._laid_over = dict(laid_over or {})
        self._isolated = isolated
        self._given = self._over(load_file(file)) if file else None
        self._folders: dict[str, Settings] = {}
        self._files: dict[str | None, Settings] = {}

    def of(self, folder: str) -> Settings:
        """The settings that hold in `folder`."""
        if self._given is not None:
            return self._given
        if folder not in self._folders:
            path = None if self._isolated else find(folder)
            if path not in self._files:
                base = load_file(path) if path else replace(Settings(), root=os.getcwd())
                self._files[path] = self._over(base)
            self._folders[folder] = self._files[path]
        return self._folders[folder]

    def _over(self, settings: Settings) -> Settings:
        """Settings with the command line's laid over them."""
        if not self._laid_over:
            return settings
        origins = {**settings.origins, **{spelt(name): "command line" for name in self._laid_over}}
        return replace(settings, **self._laid_over, origins=origins)
