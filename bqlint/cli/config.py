"""Show the settings that hold for a file or folder, and where each was set."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping

from bqlint.cli.options import add_configuration, configured, write
from bqlint.render.terminal import inert
from bqlint.rules import load
from bqlint.settings import Settings, keys, spelt
from bqlint.typed import Any


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint config`."""
    parser.add_argument(
        "path", nargs="?", default=".", metavar="FILE", help="a story or a folder (default: the current one)"
    )
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line a setting, `name = value  # origin`; tables an entry a line, the running rules option by option."""
    path = os.path.abspath(options.path)
    is_folder = os.path.isdir(path)
    settings = configured(options).of(path if is_folder else os.path.dirname(path))
    relative = "" if is_folder else os.path.relpath(path, settings.root).replace(os.sep, "/")
    lines = [*_settings(settings, relative), *_rules(settings, relative)]
    write("".join(f"{inert(line)}\n" for line in lines))
    return 0


def _settings(settings: Settings, path: str) -> Iterator[str]:
    """Every setting but the options of rules."""
    for key in keys():
        value = getattr(settings, key.replace("-", "_"))
        if key == "overrides" and value:
            for number, override in enumerate(value, 1):
                beside = "" if not path or override in settings.overrides_for(path) else ", not for this file"
                yield _line(f"overrides.{number}", override._replace(place="", origins={}), override.place + beside)
        elif key == "rule" and value:
            for declared in value:
                yield _line(f"rule.{declared.code}", declared._replace(place=""), declared.place)
        elif key != "rules":
            for name, item in _entries(key, value):
                yield _line(name, item, settings.origins.get(name, "default"))


def _rules(settings: Settings, path: str) -> Iterator[str]:
    """The options of the rules that run on `path`, and how many rules do not."""
    origins = dict(settings.origins)
    for override in settings.overrides_for(path) if path else ():
        origins.update(override.origins)
    running = {rule.code: rule for rule in settings.rules_for(path)}
    for code, rule in running.items():
        for option in rule.options():
            name = f"rules.{code}.{spelt(option)}"
            yield _line(name, getattr(rule, option), origins.get(name, "default"))
        if (name := f"rules.{code}.severity") in origins:
            yield _line(name, rule.level.value, origins[name])
    if path and settings.excludes(path):
        yield "# this file is excluded: nothing is checked in it"
        return
    off = [code for code in load() if code not in running]
    yield f"# {len(running)} rules run here" + (f", {len(off)} do not: {', '.join(off)}" if off else "")


def _line(name: str, value: Any, origin: str) -> str:
    return f"{name} = {_shown(value)}  # {origin}"


def _entries(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """A setting as it is, or the entries of a table, under their dotted keys: `sections.situation`."""
    if not isinstance(value, Mapping) or not value:
        yield name, value
        return
    for key, item in value.items():
        yield from _entries(f"{name}.{spelt(key)}", item)


def _shown(value: Any) -> str:
    """A value as TOML writes it, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if hasattr(value, "_asdict"):
        return _shown({name: item for name, item in value._asdict().items() if item})
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{spelt(str(key))} = {_shown(item)}" for key, item in value.items()) + "}"
    return repr(value) if not isinstance(value, str) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
