from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bqlint import one, run
from bqlint.configuration import Configured
from bqlint.parsing import Parsed
from bqlint.policy.judge import Policy
from tests.cli.samples import GOOD


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def codes(folder: Path) -> dict[str, list[str]]:
    reports = run.lint(["."], Configured(), Policy(date(2026, 1, 1)))
    return {report.source.path: [f.code for f in report.findings if f.severity.value == "error"] for report in reports}


def test_a_file_that_takes_too_long_is_given_up_and_the_others_are_linted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text(GOOD)
    genuine = one.parse

    def endless(source: object, grammar: object) -> Parsed:
        while source.path == "a.md":  # type: ignore[attr-defined]
            pass
        return genuine(source, grammar)  # type: ignore[arg-type]

    monkeypatch.setattr(one, "parse", endless)
    monkeypatch.setattr(one, "SECONDS", 1.0)
    assert codes(folder) == {"a.md": ["BQ007"], "b.md": []}


def test_a_file_that_takes_all_memory_is_given_up_and_the_others_are_linted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text(GOOD)
    genuine = one.parse

    def greedy(source: object, grammar: object) -> Parsed:
        if source.path == "a.md":  # type: ignore[attr-defined]
            raise MemoryError
        return genuine(source, grammar)  # type: ignore[arg-type]

    monkeypatch.setattr(one, "parse", greedy)
    assert codes(folder) == {"a.md": ["BQ007"], "b.md": []}


def test_a_link_out_of_the_repository_is_not_read(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.md"
    secret.write_text("---\ntitle: [secret\n---\n")
    (folder / "link.md").symlink_to(secret)
    (folder / "real.md").write_text(GOOD)
    (folder / "inside.md").symlink_to(folder / "real.md")
    assert codes(folder) == {"inside.md": [], "link.md": ["BQ001"], "real.md": []}


def test_a_repositorys_own_schema_replaces_the_shipped_one(folder: Path) -> None:
    (folder / "own.json").write_text('{"type": "object", "required": ["client"]}')
    (folder / "bqlint.toml").write_text('schema = "own.json"\n')
    (folder / "x.md").write_text(GOOD)
    assert codes(folder) == {"x.md": ["BQ101"]}
    (folder / "x.md").write_text(GOOD.replace("status: draft", "client: ward 7\nstatus: whatever"))
    assert codes(folder) == {"x.md": []}
