"""README's commands and outputs are what one gets."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from bqlint import schema
from bqlint.bank import Bank
from tests.conftest import Bqlint

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_example_output_is_real(bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "tests" / "readme")
    (block,) = blocks("console")
    command, _, output = block.partition("\n")
    assert bqlint(*command.removeprefix("$ bqlint ").split(), "--isolated").out == output


def test_every_command_and_session_it_names_exists() -> None:
    from bqlint.cli import COMMANDS

    assert set(re.findall(r"(?:`|^ {4})bqlint ([a-z]+)", README, re.MULTILINE)) <= set(COMMANDS)
    sessions = set(re.findall(r"nox -s ([a-z]+)", README))
    assert sessions == {"lint", "tests"}
    assert sessions <= set(re.findall(r"^def ([a-z]+)\(session", (ROOT / "noxfile.py").read_text(), re.MULTILINE))


def test_it_counts_the_questions_of_the_bank() -> None:
    assert set(re.findall(r"(\d+) questions", README)) == {str(len(Bank().questions()))}


def test_the_example_story_is_a_story(bqlint: Bqlint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(blocks("markdown")[0])
    assert "BQ1" not in bqlint("check", "x.md", "--output-format", "concise").out


def test_the_example_configurations_are_valid(bqlint: Bqlint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (toml,) = blocks("toml")
    jsonschema.validate(tomllib.loads(toml), schema.load(schema.shipped("config.schema.json")))
    (tmp_path / "bqlint.toml").write_text(toml)
    assert 'fail-on = "warning"  # bqlint.toml:3' in bqlint("config").out
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert {hook["id"] for repo in yaml.safe_load(blocks("yaml")[0])["repos"] for hook in repo["hooks"]} <= hooks
