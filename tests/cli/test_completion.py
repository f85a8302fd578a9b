"""The completion scripts, in the shells that are there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bqlint.cli import COMMANDS
from tests.conftest import Bqlint

BASH = shutil.which("bash")


def completed(script: str, folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of `words`."""
    (folder / "completion").write_text(script)
    typed = " ".join(f"'{word}'" for word in words)
    asked = f"source ./completion; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _bqlint; echo ${{COMPREPLY[@]}}"
    command = [BASH or "", "--norc", "-c", asked]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(not BASH, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["bqlint", "ch"], ["check"]),
        (["bqlint", "check", "--fail"], ["--fail-on"]),
        (["bqlint", "check", "--fail-on", ""], ["error", "warning", "info"]),
        (["bqlint", "check", "--output-format", "sa"], ["sarif"]),
        (["bqlint", "check", "--since", ""], []),
        (["bqlint", "rule", "BQ30"], ["BQ301", "BQ302"]),
        (["bqlint", "completion", "z"], ["zsh"]),
        (["bqlint", "check", "story"], []),
    ],
)
def test_bash_completes(bqlint: Bqlint, tmp_path: Path, words: list[str], offered: list[str]) -> None:
    assert completed(bqlint("completion", "bash").out, tmp_path, *words) == offered


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("bqlint ch", ["check"]),
        ("bqlint check --fail-on ", ["error", "info", "warning"]),
        ("bqlint check --output-format sa", ["sarif"]),
        ("bqlint rule BQ30", ["BQ301", "BQ302"]),
        ("bqlint completion z", ["zsh"]),
    ],
)
def test_fish_completes(bqlint: Bqlint, tmp_path: Path, line: str, offered: list[str]) -> None:
    (tmp_path / "script").write_text(bqlint("completion", "fish").out)
    command = ["fish", "--no-config", "-c", f"source ./script; complete -C '{line}'"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert [each.split("\t")[0] for each in told.splitlines()] == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_is_in_every_script_and_the_shell_can_read_it(bqlint: Bqlint, tmp_path: Path, shell: str) -> None:
    script = bqlint("completion", shell).out
    assert all(command in script for command in COMMANDS)
    assert "output-format" in script
    assert "sarif" in script
    if path := shutil.which(shell):
        (tmp_path / "script").write_text(script)
        subprocess.run([path, "-n", "script"], cwd=tmp_path, check=True)


def test_an_unknown_shell_is_one_line(bqlint: Bqlint) -> None:
    ran = bqlint("completion", "tcsh")
    assert ran.code == 2
    assert "'bash', 'zsh', 'fish'" in ran.err
