from __future__ import annotations

from pathlib import Path

import pytest

import bqlint
from tests.cli.samples import GOOD


def test_every_name_of_the_interface_is_there_and_documented() -> None:
    for name in bqlint.__all__:
        assert getattr(bqlint, name).__doc__


def test_lint_text_finds_what_a_file_would_be_found_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = bqlint.lint_text(GOOD.replace("status: draft", "status: drafty"))
    assert report is not None
    assert [(finding.code, finding.span.of(report.source.text)) for finding in report.findings] == [("BQ101", "drafty")]


def test_lint_paths_reports_each_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD)
    (tmp_path / "y.md").write_text("no front matter")
    reports = {report.source.path: [finding.code for finding in report.findings] for report in bqlint.lint_paths(".")}
    assert reports == {"x.md": [], "y.md": ["BQ004"]}


def test_any_other_name_is_refused_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Linter'"):
        bqlint.Linter  # noqa: B018
