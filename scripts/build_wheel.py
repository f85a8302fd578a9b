"""The hook by which hatch puts what scripts/wheel_modules.py builds into a wheel, as `bqlint/built`."""

from __future__ import annotations

import runpy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Built(BuildHookInterface[Any]):
    """What hatch calls around the making of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write them into a folder of their own, from which they are put into the wheel."""
        self._folder = TemporaryDirectory()
        built = runpy.run_path(str(Path(__file__).with_name("wheel_modules.py")))["built"]
        root = Path(self.root)
        files = {} if version == "editable" else built(root, sorted((root / "stories").glob("*.md")))
        for name, content in files.items():
            path = Path(self._folder.name, name)
            path.write_bytes(content)
            build_data["force_include"][str(path)] = f"bqlint/built/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        self._folder.cleanup()
