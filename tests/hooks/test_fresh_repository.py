"""A repository as `bqlint init` makes it, with the real nox and the real pre-commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bqlint import cli
from tests.hooks.test_pre_commit import git, pre_commit


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fresh")
    assert cli.run(("init", str(folder))) == 0
    git(folder, "init")
    git(folder, "add", "--all")
    return folder


def test_its_lint_session_passes(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "nox", "-s", "lint"], cwd=repository, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "All clear: 1 story checked, nothing found." in done.stdout


def test_its_hooks_pass(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path))
    done = pre_commit(repository, "run", "--all-files")
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout
