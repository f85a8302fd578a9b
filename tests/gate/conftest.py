from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Bqlint, Ran
from tests.gate.team import Team


def _nothing(*_: str) -> Ran:
    raise NotImplementedError


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team's repository as all tests find it, made once."""
    folder = tmp_path_factory.mktemp("begun")
    Team(folder, _nothing).begin()
    return folder


@pytest.fixture
def team(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Team:
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    return Team(tmp_path, bqlint)
