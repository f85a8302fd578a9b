"""Rules that are code of somebody else's: installed packages' entry points, and Python files that a team names.

They run only where whoever starts bqlint said so, by `--allow-plugins` or `BQLINT_ALLOW_PLUGINS=1`; what a linted
repository holds cannot. The group of the entry points is `bqlint.rules`; each is a subclass of `Rule`, or a module of
such classes. A plugin's codes are of the form TEAM001.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from types import ModuleType

from bqlint.errors import ConfigError
from bqlint.policy.select import is_declared
from bqlint.rules.base import Rule
from bqlint.typed import Any

GROUP = "bqlint.rules"


def load(files: Sequence[str], place: str) -> tuple[type[Rule], ...]:
    """The rules of all installed plugins and of `files`, by code; `place` is where the files are named.

    ConfigError for a plugin that cannot be imported, has no rules, or takes a code that is taken.
    """
    found: dict[str, type[Rule]] = {}
    for name, rule in (*_installed(), *_of_files(files, place)):
        if not is_declared(rule.code):
            raise ConfigError(f"`{rule.code[:40]}` is no code for a plugin's rule", place=name, hint="TEAM001 is one")
        if found.setdefault(rule.code, rule) is not rule:
            raise ConfigError(f"two plugins have a rule {rule.code}", place=name)
    return tuple(found[code] for code in sorted(found))


def _installed() -> Iterator[tuple[str, type[Rule]]]:
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            plugin = entry.load()
        except Exception as error:
            raise ConfigError(
                f"the plugin cannot be imported: {_why(error)}", place=f"entry point {entry.name}"
            ) from None
        yield from ((f"entry point {entry.name}", rule) for rule in _rules(plugin, f"entry point {entry.name}"))


def _of_files(files: Sequence[str], place: str) -> Iterator[tuple[str, type[Rule]]]:
    from importlib.util import module_from_spec, spec_from_file_location

    for file in files:
        name = f"bqlint_plugin_{os.path.splitext(os.path.basename(file))[0]}"
        spec = spec_from_file_location(name, file)
        if spec is None or spec.loader is None:
            raise ConfigError(f"`{os.path.basename(file)[:60]}` is no Python file", place=place)
        module = module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            raise ConfigError(
                f"the plugin {os.path.basename(file)} cannot be run: {_why(error)}", place=place
            ) from None
        yield from ((file, rule) for rule in _rules(module, file))


def _rules(plugin: Any, name: str) -> list[type[Rule]]:
    """The rule classes that a plugin is or holds."""
    values = vars(plugin).values() if isinstance(plugin, ModuleType) else [plugin]
    rules = [
        value
        for value in values
        if isinstance(value, type) and issubclass(value, Rule) and value.code and _is_own(value, plugin)
    ]
    if not rules:
        raise ConfigError("the plugin holds no rule: no subclass of bqlint.rules.base.Rule with a code", place=name)
    return rules


def _is_own(rule: type[Rule], plugin: Any) -> bool:
    """Whether a rule is defined by the plugin and not only imported into it."""
    return not isinstance(plugin, ModuleType) or rule.__module__ == plugin.__name__


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
