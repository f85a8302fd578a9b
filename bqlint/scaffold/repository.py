"""A new repository of stories: every file that `bqlint init` writes, and how that repository installs bqlint."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bqlint import __version__

_TEMPLATES = Path(__file__).parent / "templates" / "repository"
_FILES = {
    "README.md": "README.md",
    "bqlint.toml": "bqlint.toml",
    "noxfile.py": "noxfile.py.in",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/bqlint.yml": "workflow.yml",
    ".gitignore": "gitignore",
    "stories/a-delivery-note-nobody-could-read.md": "example.md",
}
"""Path in the new repository to template."""


def fresh_repository(requirement: str) -> dict[str, str]:
    """Path to text of every file of a new repository, which installs bqlint as `requirement` says."""
    written = json.dumps(requirement)[1:-1]
    return {
        path: (_TEMPLATES / template).read_text(encoding="utf-8").replace("$requirement", written)
        for path, template in _FILES.items()
    }


def requirement() -> str:
    """How pip installs the bqlint that is running: its version from the index, or the place it was installed from.

    The place is in direct_url.json (PEP 610), which pip writes for folders, archives and version control.
    """
    try:
        origin = distribution("bqlint").read_text("direct_url.json")
    except PackageNotFoundError:
        origin = None
    if not origin:
        return f"bqlint=={__version__}"
    found = json.loads(origin)
    vcs = found.get("vcs_info")
    return f"bqlint @ {vcs['vcs']}+{found['url']}@{vcs['commit_id']}" if vcs else f"bqlint @ {found['url']}"
