"""By what a judged story is kept: the digest of all that it rests on."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import takewhile

from bqlint.cache.digest import digest, opened, program
from bqlint.confidential.place import of_the_key
from bqlint.policy.judge import Policy
from bqlint.record import Shown
from bqlint.settings import Settings
from bqlint.task import Task
from bqlint.typed import Any


class Keys:
    """The keys of one run: of stories under its policy, and of what the rules across them say."""

    def __init__(self, policy: Policy, across: bool, shown: Shown | None) -> None:
        self.policy, self.across, self._shown = policy, across, shown
        self._settings: dict[int, bytes] = {}
        self._folders: dict[tuple[int, str], Any] = {}

    def of(self, task: Task, raw: bytes) -> bytes:
        """The key of a story with the bytes `raw`, and of what rules across stories say of it."""
        found = task.found
        folder = id(found.settings), found.path[: found.path.rfind(os.sep) + 1]
        if folder not in self._folders:
            self._folders[folder] = self._base(folder[1], found.settings)
        day = self.policy.today if _may_suppress(raw) else ""
        named = f"{found.name}\0{found.relative}\0{day}\0{len(raw)}\0".encode("utf-8", "surrogatepass")
        state = self._folders[folder].copy()
        state.update(b"".join((named, raw)))
        key: bytes = state.digest()
        return self.upon(key, task.more)

    def upon(self, key: bytes, more: bytes) -> bytes:
        """The key of a story of which rules across stories say `more`; `key` is that of the story alone."""
        return digest(key, more) if key and more else key

    def across_of(self, settings: Settings, names: Sequence[str]) -> bytes:
        """The key of what rules across stories say of those below the folder that these files have in common."""
        parts = zip(min(names).split("/"), max(names).split("/"), strict=False)
        folder = "/".join(one for one, other in takewhile(lambda each: each[0] == each[1], parts))
        return digest(self._of_settings(settings), os.fsencode(os.getcwd()), folder.encode("utf-8", "surrogatepass"))

    def _base(self, folder: str, settings: Settings) -> Any:
        """What all stories of one folder have in common: settings, baseline, format and the program."""
        baseline = self.policy.baseline_of(os.path.abspath(folder))
        known = repr((os.getcwd(), baseline.folder, baseline.entries)) if baseline else ""
        common = repr((self.across, self._shown, known)).encode("utf-8", "surrogatepass")
        return opened(self._of_settings(settings), common)

    def _of_settings(self, settings: Settings) -> bytes:
        """The digest of settings, of the files that stories are read by, and of the program."""
        if id(settings) not in self._settings:
            told = repr(settings._replace(root="", origins={}, files=()))
            told += repr((settings.deny_list(), of_the_key()))
            read = [_content(file) for file in (settings.schema, *settings.banks, settings.deny_list()) if file]
            self._settings[id(settings)] = digest(program(), told.encode("utf-8", "surrogatepass"), *read)
        return self._settings[id(settings)]


def _may_suppress(raw: bytes) -> bool:
    """Whether a story may hold a suppression, so that the day counts: in a comment, or in its front matter."""
    front = raw[: raw.find(b"\n---\n")]
    return b"<" in raw or b"lint" in front or b"\\" in front  # a key may be written with escapes


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
