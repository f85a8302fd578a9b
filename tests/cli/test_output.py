"""Where outputs go: standard output, files, the summary of a CI step."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bqlint.render import FORMATS
from tests.cli.samples import FLAWED
from tests.conftest import Bqlint

ONLY = ("check", "x.md", "--isolated", "--select", "BQ101,BQ2")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "x.md").write_text(FLAWED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def test_every_format_goes_to_a_file_of_its_own(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint(*ONLY, *(f"--output-format={name}=out.{name}" for name in FORMATS))
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert all("BQ101" in (folder / f"out.{name}").read_text() for name in FORMATS)
    assert json.loads((folder / "out.sarif").read_text())["version"] == "2.1.0"


def test_a_step_summary_is_added_to_what_the_step_wrote_before(
    folder: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "summary.md").write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    bqlint(*ONLY, "--output-format", "concise")
    assert (folder / "summary.md").read_text() == "# Before\n"
    assert bqlint(*ONLY, "--output-format", "github").out.startswith("::error file=x.md,line=4,")
    report = bqlint(*ONLY, "--output-format", "markdown").out
    assert (folder / "summary.md").read_text() == f"# Before\n{report}"


def test_without_a_runner_there_is_no_summary(folder: Path, bqlint: Bqlint) -> None:
    assert bqlint(*ONLY, "--output-format", "github").code == 1
    assert [path.name for path in folder.iterdir()] == ["x.md"]


@pytest.mark.parametrize("place", ["missing/out.json", "."])
def test_an_output_that_cannot_be_written_is_an_error(folder: Path, bqlint: Bqlint, place: str) -> None:
    ran = bqlint(*ONLY, f"--output-format=json={place}")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert place in ran.err


def test_two_outputs_in_one_file_would_lose_the_first(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint(*ONLY, "--output-format=json=out", "--output-format=sarif=out")
    assert (ran.code, ran.err) == (2, "bqlint: out: two outputs cannot go to one file (give each its own)\n")
    assert not (folder / "out").exists()


def test_a_format_is_imported_only_when_it_is_asked_for(folder: Path) -> None:
    script = "import sys; from bqlint.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"

    def formats(*options: str) -> set[str]:
        command = [sys.executable, "-P", "-c", script, *ONLY, *options]
        loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split()
        return {f"bqlint.render.{name.replace('-', '_')}" for name in FORMATS} & set(loaded) - {"bqlint.render.concise"}

    assert formats() == {"bqlint.render.full"}
    assert formats("--output-format", "junit") == {"bqlint.render.junit"}
