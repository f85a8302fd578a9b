"""How each value of a configuration file is read: a wrong type or an unknown name stops the run and says where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bqlint.configuration.declarations import declarations
from bqlint.configuration.files import place_of
from bqlint.errors import BqlintError, ConfigError
from bqlint.finding import Severity
from bqlint.headings import ROLES
from bqlint.nearest import did_you_mean
from bqlint.policy.select import codes, is_own
from bqlint.rules import load
from bqlint.settings import Override, spelt
from bqlint.typed import Any


def codes_of(selector: str, key: str, path: str) -> tuple[str, ...]:
    """The rules that a selector of the configuration means."""
    try:
        return codes(selector)
    except BqlintError as error:
        raise ConfigError(error.message, place=place_of(path, key, selector), hint=error.hint) from None


def field_of(key: str) -> str:
    """The field of `Settings`, or the option of a rule, that a key of TOML spells."""
    return key.replace("-", "_")


def wrong(key: str, path: str, wanted: str, value: Any) -> ConfigError:
    """The error for a value of another kind than `wanted`."""
    kind = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return ConfigError(
        f"`{key}` is {kind.get(type(value), 'something else')}; it must be {wanted}", place=place_of(path, key)
    )


def texts(value: Any, key: str, path: str) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise wrong(key, path, "a list of texts", value)
    return tuple(value)


def selectors(value: Any, key: str, path: str) -> tuple[str, ...]:
    """Selectors of rules, as they are written."""
    for selector in texts(value, key, path):
        if not is_own(selector):
            codes_of(selector, key, path)
    return tuple(value)


def boolean(value: Any, key: str, path: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise wrong(key, path, "true or false", value)
    return value


def _bytes(value: Any, key: str, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 100_000_000:
        raise wrong(key, path, "a number of bytes from 1 to 100000000", value)
    return value


def text(value: Any, key: str, path: str) -> str:
    """Text."""
    if not isinstance(value, str):
        raise wrong(key, path, "text", value)
    return value


def severity(value: Any, key: str, path: str) -> str:
    """The name of a severity."""
    levels = [severity.value for severity in Severity]
    if not isinstance(value, str):
        raise wrong(key, path, " or ".join(levels), value)
    if value not in levels:
        raise ConfigError(
            f"`{value[:60]}` is no severity{did_you_mean(value, levels)}",
            place=place_of(path, key),
            hint=f"use {', '.join(levels)}",
        )
    return value


def _sections(value: Any, key: str, path: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise wrong(key, path, "a table of roles", value)
    for role in value:
        if role not in ROLES:
            raise ConfigError(
                f"`{role[:60]}` is no section role{did_you_mean(role, ROLES)}",
                place=place_of(path, f"{key}.{role}"),
                hint=f"use {', '.join(ROLES)}",
            )
    return {role: texts(names, f"{key}.{role}", path) for role, names in value.items()}


def _rule_tables(value: Any, key: str, path: str) -> dict[str, dict[str, Any]]:
    """Options by rule code; a rule may be named by code or name, an option as its page spells it."""
    if not isinstance(value, dict):
        raise wrong(key, path, "a table of rules", value)
    tables: dict[str, dict[str, Any]] = {}
    for selector, given in value.items():
        found = codes_of(selector, f"{key}.{selector}", path)
        if len(found) != 1:
            raise ConfigError(
                f"`{key}.{selector}` means {len(found)} rules; name one", place=place_of(path, f"{key}.{selector}")
            )
        if not isinstance(given, dict):
            raise wrong(f"{key}.{selector}", path, "a table of options", given)
        tables[found[0]] = dict(_rule_options(found[0], given, f"{key}.{selector}", path))
    return tables


def _rule_options(code: str, given: Mapping[str, Any], key: str, path: str) -> Iterator[tuple[str, Any]]:
    options = load()[code].options()
    names = [*(spelt(name) for name in options), "severity"]
    for name, value in given.items():
        if name not in names:
            raise ConfigError(
                f"{code} has no option `{name[:60]}`{did_you_mean(name, names)}", place=place_of(path, f"{key}.{name}")
            )
        if name == "severity":
            yield name, severity(value, f"{key}.{name}", path)
            continue
        default = options[field_of(name)].default
        if type(value) is not type(default) and not (isinstance(default, float) and type(value) is int):
            raise wrong(
                f"{key}.{name}",
                path,
                {int: "a whole number", float: "a number", bool: "true or false", str: "text"}[type(default)],
                value,
            )
        if isinstance(value, (int, float)) and value < 0:
            raise ConfigError(
                f"`{key}.{name}` is {value}; it must not be negative", place=place_of(path, f"{key}.{name}")
            )
        yield field_of(name), value


def _override_tables(value: Any, key: str, path: str) -> tuple[Override, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise wrong(key, path, "a list of tables: [[overrides]]", value)
    return tuple(_override(item, path, number) for number, item in enumerate(value, 1))


def _override(table: Mapping[str, Any], path: str, number: int) -> Override:
    """The override that the table of this `number` is."""
    readers: dict[str, Callable[[Any, str, str], Any]] = {
        "paths": texts,
        "ignore": selectors,
        "select": selectors,
        "rules": _rule_tables,
    }
    for name in table:
        if name not in readers:
            raise ConfigError(
                f"`overrides.{name[:60]}` is not a setting{did_you_mean(name, readers)}",
                place=place_of(path, f"overrides.{name}", number=number),
            )
    place = place_of(path, "overrides", number=number)
    if not table.get("paths"):
        raise ConfigError("an override names no `paths`", place=place)
    values = {name: readers[name](value, f"overrides.{name}", path) for name, value in table.items()}
    written = below("rules", table.get("rules", {}))
    origins = {dotted: place_of(path, f"overrides.{key}", number=number) for dotted, key in written}
    return Override(**values, place=place, origins=origins)


def below(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """The dotted keys of the tables below `key`, a rule by its code, each with how it is written there."""
    if key in ("sections", "gate"):
        yield from ((f"{key}.{name}",) * 2 for name in value)
    elif key == "status":
        yield from ((f"{key}.{status}.{name}",) * 2 for status, given in value.items() for name in given)
    elif key == "rules":
        for rule, given in value.items():
            (code,) = codes(rule)
            yield from ((f"{key}.{code}.{option}", f"{key}.{rule}.{option}") for option in given)


def _extends(value: Any, key: str, path: str) -> tuple[str, ...]:
    """One name or a list of them, as people write either."""
    return texts([value] if isinstance(value, str) else value, key, path)


READERS: dict[str, Callable[[Any, str, str], Any]] = {
    "extends": _extends,
    "rule": declarations,
    "select": selectors, "ignore": selectors, "extend-select": selectors,
    "include": texts, "exclude": texts, "extend-exclude": texts, "respect-gitignore": boolean,
    "fail-on": severity, "max-bytes": _bytes, "schema": text, "banks": texts, "plugins": texts,
    "confidential": text, "sections": _sections, "rules": _rule_tables, "overrides": _override_tables,
}  # fmt: skip
"""How the value of each key is read."""
