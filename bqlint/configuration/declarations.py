"""`[[rule]]`: the rules that a team declares, read and checked key by key."""

from __future__ import annotations

from collections.abc import Mapping

from bqlint.configuration.files import place_of
from bqlint.errors import ConfigError
from bqlint.finding import Severity
from bqlint.headings import ROLES
from bqlint.nearest import did_you_mean
from bqlint.policy.select import is_declared
from bqlint.rules.declared import KINDS, Declaration
from bqlint.settings import spelt
from bqlint.typed import Any

_KEYS = tuple(name for name in Declaration._fields if name != "place")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "section": ROLES,
    "severity": tuple(severity.value for severity in Severity),
}


def declarations(value: Any, key: str, path: str) -> tuple[Declaration, ...]:
    """The rules that the tables declare; ConfigError for what is none, and for a code that stands twice."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ConfigError(f"`{key}` must be a list of tables: [[rule]]", place=place_of(path, key))
    declared: dict[str, Declaration] = {}
    for table in value:
        one = _declaration(table, place_of(path, key, str(table.get("code", ""))))
        if one.code in declared:
            raise ConfigError(f"the rule {one.code} is declared twice", place=one.place)
        declared[one.code] = one
    return tuple(declared.values())


def _declaration(table: Mapping[str, Any], place: str) -> Declaration:
    known = [spelt(name) for name in _KEYS]
    for name, value in table.items():
        if name not in known:
            raise ConfigError(f"`rule.{name[:60]}` is not a setting{did_you_mean(name, known)}", place=place)
        _check(name, value, place)
    code = table.get("code", "")
    if not is_declared(code):
        raise ConfigError("a rule needs a `code` of its own, such as TEAM001 (BQ is taken)", place=place)
    if not table.get("message"):
        raise ConfigError(f"the rule {code} has no `message`", place=place)
    if bool(table.get("words")) == bool(table.get("pattern")):
        raise ConfigError(f"the rule {code} needs either `words` or a `pattern`", place=place)
    if table.get("kind") == "replace" and "replacement" not in table:
        raise ConfigError(f"the rule {code} has no `replacement`", place=place, hint='"" takes the words out')
    values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in table.items()}
    declaration = Declaration(**values, place=place)
    declaration.compiled()
    return declaration


def _check(name: str, value: Any, place: str) -> None:
    """ConfigError where `value` is not what the key `name` of a rule takes."""
    if name == "words":
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise ConfigError("`rule.words` must be a list of words", place=place)
    elif name == "most":
        if type(value) is not int or value < 0:
            raise ConfigError("`rule.most` must be a whole number, not below 0", place=place)
    elif not isinstance(value, str):
        raise ConfigError(f"`rule.{name}` must be text", place=place)
    elif name in _CHOICES and value not in _CHOICES[name]:
        meant, hint = did_you_mean(value, _CHOICES[name]), f"use {', '.join(_CHOICES[name])}"
        raise ConfigError(f"`{value[:40]}` is no {name}{meant}", place=place, hint=hint)
