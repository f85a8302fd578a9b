from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NoReturn

import jsonschema
import pytest

from bqlint import schema
from bqlint.rules import load
from tests.cli.samples import FLAWED, GOOD
from tests.conftest import Bqlint


def test_inspect_prints_what_its_schema_describes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD)
    (tmp_path / "y.md").write_text(FLAWED)
    ran = bqlint("inspect", "x.md", "y.md")
    model = json.loads(ran.out)
    jsonschema.validate(model, schema.load(schema.shipped("inspect.schema.json")))
    story = model["stories"][0]
    assert [section["role"] for section in story["sections"]] == ["situation", "task", "action", "result", "reflection"]
    result = story["sections"][3]["sentences"]
    assert [figure["text"] for figure in result[0]["figures"] if figure["kind"] == "outcome"] == [
        "from 90 to 310 euros"
    ]
    assert story["front_matter"]["questions"] == ["general/proudest-project"]
    for each in model["stories"]:
        text = (tmp_path / each["path"]).read_text()
        for section in each["sections"]:
            for sentence in section["sentences"]:
                for part in (sentence, *sentence["figures"], *sentence["vague"]):
                    assert part["text"] == text[part["range"]["start"]["offset"] : part["range"]["end"]["offset"]]


def test_inspect_says_which_file_is_no_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text("# none\n")
    ran = bqlint("inspect", "x.md")
    assert (ran.code, json.loads(ran.out)["stories"]) == (1, [])
    assert ran.err.startswith("x.md:1:1: BQ004 the file has no front matter")


def test_rule_prints_the_examples_and_options_of_a_rule(bqlint: Bqlint) -> None:
    page = bqlint("rule", "BQ301").out
    assert page == bqlint("rule", "result-not-quantified").out
    assert page.startswith("# BQ301 result-not-quantified\n")
    for _, example in load()["BQ301"].examples():
        assert all(line in page for line in example.text.splitlines())
    assert "`max-words = 500`" in bqlint("rule", "BQ601").out


def test_rule_shows_what_a_fix_makes_and_keeps_examples_apart(bqlint: Bqlint) -> None:
    page = bqlint("rule", "BQ302").out
    first = "    I ⟦significantly reduced⟧ the waiting time.\n\nwhich a fix makes:\n\n    I reduced the waiting time.\n"
    assert f"In the Result:\n\n{first}\nor\n\n    Waiting times" in page


def test_rule_without_a_name_lists_all(bqlint: Bqlint) -> None:
    lines = bqlint("rule").out.splitlines()
    assert [line.split()[0] for line in lines] == list(load())


def test_config_shows_each_setting_and_where_it_was_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.bqlint]\nfail-on = "info"\n')
    lines = bqlint("config").out.splitlines()
    assert 'fail-on = "info"  # pyproject.toml:2' in lines
    assert "ignore = []  # default" in lines


def test_config_shows_what_holds_for_one_file_the_overrides_included(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bqlint.toml").write_text(
        '[rules.long-sentence]\nlong-words = 20\n[[overrides]]\npaths = ["old/**"]\nignore = ["BQ7"]\n'
        '[[overrides]]\npaths = ["old/**"]\n[overrides.rules.BQ604]\nlong-words = 35\nseverity = "error"\n'
        '[[rule]]\ncode = "TEAM001"\nmessage = "No."\nwords = ["loaf"]\n'
    )
    old = bqlint("config", "old/x.md").out.splitlines()
    assert "rules.BQ604.long-words = 35  # bqlint.toml:9" in old
    assert 'rules.BQ604.severity = "error"  # bqlint.toml:10' in old
    assert "rules.BQ604.max-words = 40  # default" in old
    assert 'overrides.1 = {paths = ["old/**"], ignore = ["BQ7"]}  # bqlint.toml:3' in old
    assert old[-1].endswith("rules run here, 3 do not: BQ701, BQ702, BQ703")
    new = bqlint("config", "new.md").out.splitlines()
    assert "rules.BQ604.long-words = 20  # bqlint.toml:2" in new
    assert 'overrides.1 = {paths = ["old/**"], ignore = ["BQ7"]}  # bqlint.toml:3, not for this file' in new
    assert any(line.startswith("rule.TEAM001 = {") and line.endswith("}  # bqlint.toml:12") for line in new)
    assert bqlint("config", "README.md").out.splitlines()[-1] == "# this file is excluded: nothing is checked in it"


def test_help_and_version(bqlint: Bqlint) -> None:
    from bqlint import __version__

    assert bqlint("--version").out == f"bqlint {__version__}\n"
    assert "commands:" in bqlint("--help").out
    assert bqlint().code == 2


def test_an_error_of_its_own_is_one_line_and_exit_code_two(
    bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> NoReturn:
        raise RuntimeError("never shown\n")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bqlint.cli.config.run", broken)
    ran = bqlint("config")
    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(r"bqlint: internal error in __init__\.py:\d+: RuntimeError; .*report it\n", ran.err)
