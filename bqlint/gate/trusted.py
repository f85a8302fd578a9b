"""The configuration of the base, written out for as long as a gate looks, so that no change judges itself."""

from __future__ import annotations

import os
import posixpath
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bqlint.configuration import Configured
from bqlint.configuration.files import own
from bqlint.discover import Found
from bqlint.errors import ConfigError
from bqlint.globs import matches
from bqlint.settings import Settings
from bqlint.team.mailmap import Mailmap
from bqlint.team.objects import Objects
from bqlint.typed import Any
from bqlint.upwards import BASELINE, CONFIGURATIONS

MAILMAP = ".mailmap"
_KEYED = "BQ801"
"""The deny-list has a key, which a pipeline for strangers' branches does not get: `bqlint check` is to look."""


class Trusted:
    """What the tree of the base says of stories: which files are some, how they are judged, who is who.

    `folder` is a place of its own to write configuration to; nothing else is ever written there. Raises ConfigError.
    """

    def __init__(self, objects: Objects, tree: str, folder: str) -> None:
        self._objects, self._tree, self._folder = objects, tree, folder
        os.mkdir(os.path.join(folder, ".git"))  # no configuration above it is looked for
        self.files = frozenset(self._written())
        if own(folder) is None:
            self._write(CONFIGURATIONS[0], b"")  # patterns are to speak of paths below it, wherever the folder lies
        self._folders = {posixpath.dirname(path) for path in self.files if posixpath.basename(path) in CONFIGURATIONS}
        self._configured = Configured()
        self._settings: dict[Settings, Settings] = {}

    def settings(self, folder: str) -> Settings:
        """The settings of the base for a folder of the repository, without the rule that needs a secret."""
        settings = self._configured.of(self._here(self._configured_above(folder)[-1]))
        return self._settings.setdefault(settings, settings._replace(ignore=(*settings.ignore, _KEYED)))

    def found(self, path: str) -> Found:
        """A story of the repository, to be judged by the base's settings."""
        return Found(self._here(path), self._here(path), self.settings(posixpath.dirname(path)))

    def is_story(self, path: str) -> bool:
        """Whether the base takes the file at `path` for a story, as a search of the whole repository would."""
        folders = self._configured_above(posixpath.dirname(path))
        for outer, inner in pairwise(folders):
            settings = self.settings(outer)
            if settings.excludes(Found(self._here(inner), "", settings).relative):
                return False
        found = self.found(path)
        return matches(found.relative, found.settings.include) and not found.settings.excludes(found.relative)

    def _configured_above(self, folder: str) -> tuple[str, ...]:
        """The folders that hold a configuration, from the top, which always counts, down to `folder`."""
        names = folder.split("/")
        above = ("/".join(names[:number]) for number in range(1, len(names) + 1))
        return ("", *(each for each in above if each in self._folders))

    def _here(self, path: str) -> str:
        """Where a path of the repository stands in the folder that was written."""
        return os.path.join(self._folder, path) if path else self._folder

    def mailmap(self) -> Mailmap:
        """The .mailmap of the base."""
        entry = self._objects.at(self._tree, MAILMAP)
        content = self._objects.content(entry.id) if entry and entry.is_file else b""
        return Mailmap(content.decode("utf-8", "replace"))

    def _written(self) -> Iterator[str]:
        """Write out every configuration file of the base, and every file that one names."""
        names = (*CONFIGURATIONS, BASELINE)
        waiting = [path for path, _ in self._objects.files(self._tree) if posixpath.basename(path) in names]
        done: set[str] = set()
        while waiting:
            path = waiting.pop()
            entry = self._objects.at(self._tree, path)
            if path in done or entry is None:
                continue
            if not entry.is_file:
                raise ConfigError("the configuration is no ordinary file", place=self._here(path))
            done.add(path)
            content = self._objects.content(entry.id)
            self._write(path, content)
            yield path
            if path.endswith(".toml"):
                folder = posixpath.dirname(path)
                named = (posixpath.normpath(posixpath.join(folder, text)) for text in _texts(content))
                waiting += [each for each in named if not each.startswith("../") and self._is_file(each)]

    def _is_file(self, path: str) -> bool:
        entry = self._objects.at(self._tree, path)
        return entry is not None and not entry.is_folder

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
