from __future__ import annotations

from pathlib import Path

import pytest

from bqlint import cli
from tests.cli.samples import GOOD


def test_info_and_clean_tell_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "good.md").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    own = ["--cache-dir", str(tmp_path / "own")]
    assert cli.run(["check", "good.md", *own]) == 0
    assert cli.run(["cache", "info", *own]) == 0
    assert f"{tmp_path / 'own'}: 0.0 MB in" in capsys.readouterr().out
    assert cli.run(["cache", "clean", *own]) == 0
    assert not (tmp_path / "own").exists()
    assert cli.run(["cache", "clean", *own]) == 0
    assert "0.0 MB in 0 files deleted" in capsys.readouterr().out


def test_a_relative_cache_home_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cli.run(["cache", "info"]) == 0
    assert str(tmp_path) in capsys.readouterr().out
