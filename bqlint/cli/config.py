"""Show the settings that hold for a file or folder, and where each was set."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from typing import Any

from bqlint.cli.options import add_configuration, configured, write
from bqlint.render.terminal import inert
from bqlint.settings import keys, spelt


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint config`."""
    parser.add_argument(
        "path", nargs="?", default=".", metavar="FILE", help="a story or a folder (default: the current one)"
    )
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print one line a setting: name, value, origin; tables a line an entry."""
    path = os.path.abspath(options.path)
    settings = configured(options).of(path if os.path.isdir(path) else os.path.dirname(path))
    lines = []
    for key in keys():
        lines += [
            f"{name} = {_shown(value)}  # {settings.origins.get(name, 'default')}"
            for name, value in _entries(key, getattr(settings, key.replace("-", "_")))
        ]
    write("\n".join(map(inert, lines)) + "\n")
    return 0


def _entries(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """A setting as it is, or the entries of a table, under their dotted keys: `rules.BQ601.max-words`."""
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
