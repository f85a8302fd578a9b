"""The action and the examples for continuous integration are what their platforms read, and run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bqlint.cli import parser_of
from tests.cli.samples import GOOD

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXAMPLES = [
    yaml.safe_load(block)
    for block in re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)
]


def lint(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action in `folder`, with the bqlint that runs this test."""
    step = ACTION["runs"]["steps"][-1]
    bin = folder / "temp" / "bqlint" / "bin"
    bin.mkdir(parents=True)
    (bin / "bqlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m bqlint "$@"\n')
    (bin / "bqlint").chmod(0o755)
    defaults = {name: described["default"] for name, described in ACTION["inputs"].items()}
    given = {name: _filled(value, {**defaults, **inputs}) for name, value in step["env"].items()}
    environment = {**os.environ, **given, "RUNNER_TEMP": str(folder / "temp")}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _filled(value: str, inputs: dict[str, str]) -> str:
    match = re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value)
    assert match, value
    return inputs[match[1]]


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_the_action_lints_what_it_is_given_and_fails_on_errors(tmp_path: Path) -> None:
    (tmp_path / "my stories").mkdir()
    (tmp_path / "my stories" / "x.md").write_text(GOOD)
    (tmp_path / "y.md").write_text(GOOD.replace("status: draft", "status: drafty"))
    good = lint(tmp_path, paths="my stories\n")
    assert (good.returncode, good.stdout) == (0, "All clear: 1 story checked, nothing found.\n")
    shutil.rmtree(tmp_path / "temp")
    bad = lint(tmp_path, options="--ignore=BQ9\n--isolated")
    assert bad.returncode == 1
    assert bad.stdout.startswith("::error file=y.md,line=4,")


def test_no_step_puts_an_input_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_the_commands_of_the_examples_have_the_options_they_use() -> None:
    github, gitlab = EXAMPLES
    options = github["jobs"]["lint"]["steps"][-1]["with"]
    assert set(options) <= set(ACTION["inputs"])
    commands = [line.split() for line in gitlab["stories"]["script"] if line.startswith("bqlint check")]
    commands.append(["bqlint", "check", *options["options"].split("\n")[0].split("$")[0:1]])
    for command in commands:
        parser_of("check").parse_args(command[2:])
    assert gitlab["stories"]["artifacts"]["reports"]["codequality"] in " ".join(gitlab["stories"]["script"])
