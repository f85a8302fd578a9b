"""Configuration: bqlint.toml or [tool.bqlint], presets and files that it extends, read and checked into `Settings`.

Configuration is data: an unknown key, an unknown rule or a wrong type stops the run with one line that says where.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from bqlint.configuration.files import own
from bqlint.settings import Settings, spelt
from bqlint.typed import Any
from bqlint.upwards import folders


def _load(path: str) -> Settings:
    from bqlint.configuration.layers import load_file  # only where there is a file to load

    return load_file(path)


class Configured:
    """The settings of each file: the nearest configuration, the one given, or the defaults; then the options."""

    def __init__(
        self, *, file: str | None = None, isolated: bool = False, laid_over: Mapping[str, Any] | None = None
    ) -> None:
        self._laid_over = dict(laid_over or {})
        self._isolated = isolated
        self._given = self._over(_load(file)) if file else None
        self._folders: dict[str, Settings] = {}
        self._files: dict[str | None, Settings] = {}

    def of(self, folder: str) -> Settings:
        """The settings that hold in `folder`."""
        if self._given is not None:
            return self._given
        if folder not in self._folders:
            self._folders[folder] = self._nearest(folder)
        return self._folders[folder]

    def _nearest(self, folder: str) -> Settings:
        """The settings of the nearest file upwards; what is known of a folder above is not looked up again."""
        for current in () if self._isolated else folders(folder):
            if current in self._folders:
                return self._folders[current]
            path = own(current)
            if path:
                return self._in(path)
        return self._in(None)

    def _in(self, path: str | None) -> Settings:
        if path not in self._files:
            base = _load(path) if path else Settings(root=os.getcwd())
            self._files[path] = self._over(base)
        return self._files[path]

    def files(self) -> tuple[str, ...]:
        """Every file that the settings of this run were read from so far."""
        return tuple(dict.fromkeys(file for settings in self.used() for file in settings.files))

    def plugins(self) -> bool:
        """Whether any of them names plugins or lets them run."""
        return any(settings.plugins or settings.allow_plugins for settings in self.used())

    def used(self) -> tuple[Settings, ...]:
        """The settings that were asked for so far, each once."""
        return (*self._files.values(), *((self._given,) if self._given else ()))

    def _over(self, settings: Settings) -> Settings:
        """Settings with the command line's laid over them."""
        if not self._laid_over:
            return settings
        origins = {**settings.origins, **{spelt(name): "command line" for name in self._laid_over}}
        return settings._replace(**self._laid_over, origins=origins)
