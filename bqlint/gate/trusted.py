"""The configuration of the base, written out for as long as a gate looks, so that no change judges itself."""

from __future__ import annotations

import os
import posixpath
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from bqlint.configuration import Configured
from bqlint.discover import Found
from bqlint.errors import ConfigError
from bqlint.globs import matches
from bqlint.settings import Settings
from bqlint.team.mailmap import Mailmap
from bqlint.team.objects import Objects
from bqlint.upwards import BASELINE, CONFIGURATIONS

MAILMAP = ".mailmap"


class Trusted:
    """What the tree of the base says of stories: which files are some, how they are judged, who is who.

    `folder` is a place of its own to write configuration to; nothing else is ever written there. Raises ConfigError.
    """

    def __init__(self, objects: Objects, tree: str, folder: str) -> None:
        self._objects, self._tree, self._folder = objects, tree, folder
        os.mkdir(os.path.join(folder, ".git"))  # no configuration above it is looked for
        self.files = frozenset(self._written())
        if not self.files.intersection(CONFIGURATIONS):
            self._write(CONFIGURATIONS[0], b"")  # paths are below it, wherever the folder lies
        self._configured = Configured()

    def settings(self, folder: str) -> Settings:
        """The settings of the base for a folder of the repository."""
        return self._configured.of(os.path.join(self._folder, folder) if folder else self._folder)

    def found(self, path: str) -> Found:
        """A story of the repository, to be judged by the base's settings."""
        here = os.path.join(self._folder, path)
        return Found(here, here, self.settings(posixpath.dirname(path)))

    def is_story(self, path: str) -> bool:
        """Whether the base takes the file at `path` for a story, as a search of the whole repository would."""
        parts = path.split("/")
        for number in range(1, len(parts)):
            folder = self.found("/".join(parts[:number]))
            if folder.settings.excludes(folder.relative):
                return False
        found = self.found(path)
        return matches(found.relative, found.settings.include) and not found.settings.excludes(found.relative)

    def mailmap(self) -> Mailmap:
        """The .mailmap of the base."""
        entry = self._objects.at(self._tree, MAILMAP)
        content = self._objects.content(entry.id) if entry and entry.is_file else b""
        return Mailmap(content.decode("utf-8", "replace"))

    def _written(self) -> Iterator[str]:
        """Write out every configuration file of the base, and every file that one names."""
        waiting = list(self._standing("", self._tree))
        done: set[str] = set()
        while waiting:
            path = waiting.pop()
            entry = self._objects.at(self._tree, path)
            if path in done or entry is None:
                continue
            if not entry.is_file:
                raise ConfigError("the configuration is no ordinary file", place=path)
            done.add(path)
            content = self._objects.content(entry.id)
            self._write(path, content)
            yield path
            if path.endswith(".toml"):
                folder = posixpath.dirname(path)
                named = (posixpath.normpath(posixpath.join(folder, text)) for text in _texts(content))
                waiting += [each for each in named if not each.startswith("../") and self._is_file(each)]

    def _standing(self, above: str, tree: str) -> Iterator[str]:
        """The paths of the configuration files and baselines of a tree."""
        for name, entry in self._objects.tree(tree).items():
            if entry.mode == "40000":
                yield from self._standing(f"{above}{name}/", entry.id)
            elif name in (*CONFIGURATIONS, BASELINE):
                yield f"{above}{name}"

    def _is_file(self, path: str) -> bool:
        entry = self._objects.at(self._tree, path)
        return entry is not None and entry.mode != "40000"

    def _write(self, path: str, content: bytes) -> None:
        target = os.path.join(self._folder, *path.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as stream:
            stream.write(content)


def _texts(content: bytes) -> Iterator[str]:
    """Every text of a TOML file; none of what is no TOML, of which the reader of configuration will speak."""
    waiting: list[Any] = []
    try:
        waiting.append(tomllib.loads(content.decode("utf-8")) if len(content) <= 256_000 else {})
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
