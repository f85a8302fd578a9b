"""Modules that a wheel holds besides the files of the checkout, in which a start finds what it would look up.

`built/words.py` has every word list, which are hundreds of small files here; `built/schemas.py` the schema of a story,
read; `built/patterns` what this interpreter makes of the patterns that stories ask for; `built/files.py` the names of
all files that findings depend on. A checkout, or what is installed from it with `pip install -e`, has no such folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def built(root: Path, stories: Sequence[Path]) -> Mapping[str, bytes]:
    """What is built by file name, for the checkout below `root`; patterns are those that `stories` ask for."""
    texts = {name: text.encode("utf-8") for name, text in _modules(root).items()}
    return {**texts, "patterns": _patterns(root, stories)}


def _patterns(root: Path, stories: Sequence[Path]) -> bytes:
    """The compiled forms of patterns; nothing where they cannot be had, for nobody needs them."""
    command = [sys.executable, str(root / "scripts" / "record_patterns.py"), *map(str, stories)]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout if not done.returncode else b""


def _modules(root: Path) -> Mapping[str, str]:
    """The texts of the modules among them."""
    schema = json.loads((root / "schema" / "story.schema.json").read_text(encoding="utf-8"))
    texts = {
        "__init__.py": '"""Made when the wheel was built; scripts/wheel_modules.py tells of what."""\n',
        "words.py": f"LISTS = {_printed(words(root / 'bqlint' / 'language' / 'words'))}\n",
        "schemas.py": f"SCHEMAS = {_printed({'story.schema.json': schema})}\n",
    }
    names = [*files(root), *(f"built/{name}" for name in (*texts, "files.py", "patterns"))]
    return {**texts, "files.py": f"FILES = {_printed(sorted(names))}\n"}


def words(folder: Path) -> dict[str, str]:
    """The text of every word list by its name, as the files hold it but for comments and blank lines."""
    return {path.name.removesuffix(".txt"): _entries(path) for path in sorted(folder.glob("*.txt"))}


def _entries(path: Path) -> str:
    stripped = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "\n".join(entry for entry in stripped if entry)


def files(root: Path) -> list[str]:
    """The files of the package that a wheel holds as they are, relative to it, with the schemas that are put there."""
    package = root / "bqlint"
    found = [path.relative_to(package) for path in package.rglob("*") if path.is_file()]
    kept = [path for path in found if "__pycache__" not in path.parts and path.parent.as_posix() != "language/words"]
    return [path.as_posix() for path in kept] + [f"schemas/{path.name}" for path in (root / "schema").iterdir()]


def _printed(value: object) -> str:
    """A literal of `value`, a line for each item of a list or mapping."""
    if isinstance(value, dict):
        return "{" + "".join(f"\n{key!r}: {_printed(item)}," for key, item in value.items()) + "\n}"
    if isinstance(value, list):
        return "[" + "".join(f"\n{_printed(item)}," for item in value) + "\n]"
    return repr(value)
