from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Bqlint
from tests.gate.team import Team


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Team:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    return Team(tmp_path, bqlint)
