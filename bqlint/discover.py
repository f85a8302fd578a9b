"""Which files are stories: named paths, and folders searched without following links or recursing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from bqlint.errors import UsageError
from bqlint.gitignore import Ignore, ignore_file, ignored
from bqlint.globs import sorted_globs
from bqlint.settings import Settings
from bqlint.shown import shown
from bqlint.typed import NamedTuple


class Found(NamedTuple):
    """A story file: how to open it, how findings name it, and the settings that hold for it."""

    path: str
    name: str
    settings: Settings
    below: str | None = None

    @property
    def relative(self) -> str:
        """The path below the folder of its configuration, for patterns."""
        return _below(self.settings.root, self.path) if self.below is None else self.below


def discover(paths: Sequence[str], settings_of: Callable[[str], Settings]) -> Iterator[Found]:
    """The story files that `paths` mean, each once, in the order given, folders in the order of their names.

    A named path is taken unless the settings pass over it; UsageError where it does not exist.
    """
    seen: set[str] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError("there is no such file or folder", place=path)
        walked = _walk(path, settings_of) if os.path.isdir(path) else _named(path, settings_of)
        for found in walked:
            if len(paths) > 1:  # a file may be meant twice
                known = len(seen)
                seen.add(os.path.abspath(found.path))
                if len(seen) == known:
                    continue
            yield found


def _named(path: str, settings_of: Callable[[str], Settings]) -> Iterator[Found]:
    found = Found(path, shown(path), settings_of(os.path.dirname(os.path.abspath(path))))
    if not found.settings.passes_over(found.relative):
        yield found


def unseen(path: str, settings_of: Callable[[str], Settings]) -> Found | None:
    """The story at `path`, of which the disk knows nothing, where searching its folder would have found it."""
    found = Found(path, shown(path), settings_of(os.path.dirname(os.path.abspath(path))))
    settings, below = found.settings, found.relative
    is_story = sorted_globs(settings.include).meet(below) and not settings.excluded().meet(below)
    return found if is_story else None


def _walk(top: str, settings_of: Callable[[str], Settings]) -> Iterator[Found]:
    """The stories below `top`, found with a list of folders instead of recursion: 1,200 nested ones are no trouble."""
    waiting: list[tuple[str, tuple[Ignore, ...]]] = [(top, _ignores_above(top))]
    while waiting:
        folder, ignores = waiting.pop()
        settings = settings_of(os.path.abspath(folder))
        ignores = (*ignores, *ignore_file(folder)) if settings.respect_gitignore else ()
        folders = []
        entries = _entries(folder)
        if entries is None:
            if folder == top:
                raise UsageError("the folder cannot be searched", place=top)
            yield Found(folder, shown(folder), settings)  # opening it says why
            continue
        named, below = _prefix(shown(folder)), _prefix(_below(settings.root, folder))
        excluded, included = settings.excluded(), sorted_globs(settings.include)
        for entry in entries:
            relative = below + entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if excluded.meet(relative) or (ignores and ignored(entry.path, is_folder, ignores)):
                continue
            if is_folder:
                folders.append((entry.path, ignores))
            elif included.meet(relative) and not (entry.is_symlink() and os.path.isdir(entry.path)):
                yield Found(entry.path, named + entry.name, settings, relative)
        waiting.extend(reversed(folders))


def _entries(folder: str) -> list[os.DirEntry[str]] | None:
    """What a folder holds, in the order of the names; None where it cannot be searched."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=attrgetter("name"))
    except OSError:
        return None


def _ignores_above(top: str) -> tuple[Ignore, ...]:
    """The .gitignore files of the folders above `top`, up to the top of its repository."""
    found: list[Ignore] = []
    current = os.path.abspath(top)
    while not os.path.exists(os.path.join(current, ".git")):
        above = os.path.dirname(current)
        if above == current:
            return ()
        current = above
        found[:0] = ignore_file(current)
    return tuple(found)


def _prefix(folder: str) -> str:
    """What stands before the names in a folder; nothing for the folder that paths begin in."""
    return "" if folder == os.curdir else f"{folder.rstrip('/')}/"


def _below(root: str, path: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")
