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


_TEAM_FILES = {".github/workflows/gate.yml": "gate.yml", ".github/CODEOWNERS": "CODEOWNERS"}
"""The same, for a team that reviews its stories."""
OWNERS = "@your-org/coaches"


def fresh_repository(requirement: str) -> dict[str, str]:
    """Path to text of every file of a new repository, which installs bqlint as `requirement` says."""
    return {path: _filled(template, requirement) for path, template in _FILES.items()}


def fresh_gate(requirement: str, owners: str) -> dict[str, str]:
    """The files that put a gate before the merges of a repository, whose terms `owners` guard."""
    files = {path: _filled(template, requirement) for path, template in _TEAM_FILES.items()}
    return {path: text.replace("$owners", owners) for path, text in files.items()}


def gate_terms() -> str:
    """What the configuration of a team begins with."""
    return _filled("gate.toml", "")


def _filled(template: str, requirement: str) -> str:
    written = json.dumps(requirement)[1:-1]
    return (_TEMPLATES / template).read_text(encoding="utf-8").replace("$requirement", written)


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
