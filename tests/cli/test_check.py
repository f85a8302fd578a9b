from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from bqlint import schema
from tests.cli.samples import FLAWED, GOOD
from tests.conftest import Bqlint

COMMAND = [sys.executable, "-P", "-m", "bqlint"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "flawed.md").write_text(FLAWED)
    return tmp_path


EXPECTED = [
    ("BQ101", "error", "`stauts` is not a known key; did you mean `status`?", "stauts"),
    ("BQ101", "error", "`principal` is not a known value of `level`", "principal"),
    ("BQ101", "error", "`May 2024` is not a valid `event`", "May 2024"),
    ("BQ201", "warning", "there is no Task section", "Tidying the ward's stock room"),
    ("BQ302", "warning", "`significantly reduced` claims a size without a figure", "significantly reduced"),
]


def test_five_flaws_are_five_findings_at_their_places_in_json(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "flawed.md", "--output-format", "json")
    found = json.loads(ran.out)
    jsonschema.validate(found, schema.load(schema.shipped("diagnostics.schema.json")))
    seen = [f for f in found["findings"] if f["severity"] != "info"]
    places = [FLAWED[f["range"]["start"]["offset"] : f["range"]["end"]["offset"]] for f in seen]
    assert [(f["code"], f["severity"], place) for f, place in zip(seen, places, strict=True)] == [
        (code, severity, place) for code, severity, _, place in EXPECTED
    ]
    for finding, (_, _, message, _) in zip(seen, EXPECTED, strict=True):
        assert finding["message"].startswith(message)
        start = finding["range"]["start"]
        assert FLAWED.split("\n")[start["line"] - 1][start["column"] - 1 :].startswith(places[seen.index(finding)][:5])
    assert found["summary"]["errors"] == 3
    assert ran.code == 1


def test_five_flaws_are_five_findings_at_their_places_in_concise_and_full(folder: Path, bqlint: Bqlint) -> None:
    concise = bqlint("check", "flawed.md", "--output-format", "concise").out.splitlines()
    full = bqlint("check", "flawed.md").out
    for code, severity, message, place in EXPECTED:
        line = next(
            n for n, text in enumerate(FLAWED.split("\n"), 1) if place in text and (code != "BQ201" or text[0] == "#")
        )
        column = FLAWED.split("\n")[line - 1].index(place) + 1
        assert any(text.startswith(f"flawed.md:{line}:{column}: {severity} {code} {message}") for text in concise)
        assert f"flawed.md:{line}:{column}: {severity} {code}" in full
        assert " | " + " " * (column - 1) + "^" * len(place) in full
    assert any(line.startswith("Found 3 errors, 2 warnings") for line in concise[-3:])


def test_a_clean_run_says_so_and_how_many_stories_it_checked(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "good.md")
    assert (ran.code, ran.out, ran.err) == (0, "All clear: 1 story checked, nothing found.\n", "")


def test_no_file_matched_is_a_notice(folder: Path, bqlint: Bqlint) -> None:
    (folder / "empty").mkdir()
    ran = bqlint("check", "empty")
    assert ran.code == 0
    assert "no story matched empty" in ran.err


def test_broken_files_get_their_finding_and_the_others_are_linted(folder: Path, bqlint: Bqlint) -> None:
    (folder / "a-binary.md").write_bytes(b"\xff\xfe\x00\x01")
    (folder / "b-yaml.md").write_text("---\ntitle: [\n---\n# T\n")
    (folder / "c-none.md").write_text("# T\n")
    (folder / "d-conflict.md").write_text("---\ntitle: T\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n")
    ran = bqlint("check", ".", "--output-format", "json", "--select", "BQ0,BQ302")
    found = {(f["path"], f["code"]) for f in json.loads(ran.out)["findings"]}
    assert found == {
        ("a-binary.md", "BQ002"),
        ("b-yaml.md", "BQ005"),
        ("c-none.md", "BQ004"),
        ("d-conflict.md", "BQ006"),
        ("flawed.md", "BQ302"),
    }
    assert ran.code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["check", "missing.md"], 2, "missing.md: there is no such file or folder"),
        (["check", "--select", "BQ999"], 2, "`BQ999` is no rule; did you mean `BQ"),
        (["check", "--output-format", "jsn"], 2, "did you mean `json`?"),
        (["check", "--nonsense"], 2, "unrecognized arguments: --nonsense"),
        (["check", "--outputformat", "json"], 2, "--outputformat; did you mean `--output-format`?"),
        (["check", "--fail-on", "eror"], 2, "did you mean `error`?"),
        (["check", "--today", "x"], 2, "argument --today: `x` is not a day; write it as 2027-01-31"),
        (["check", "--today", "2027-13-01"], 2, "`2027-13-01` is not a day"),
        (["check", "--max-warnings", "-1"], 2, "argument --max-warnings: `-1` is not a whole number from 0 up"),
        (["check", "--output-format", "json="], 2, "`json=` names no file"),
        (["check", "--config", "x.toml"], 2, "x.toml: there is no such configuration file"),
        (["chek"], 2, "`chek` is no command; did you mean `check`?"),
        (["rule", "vague-magnitud"], 2, "did you mean `vague-magnitude`?"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    folder: Path, bqlint: Bqlint, arguments: list[str], code: int, said: str
) -> None:
    ran = bqlint(*arguments)
    assert ran.code == code
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_a_wrong_configuration_names_key_file_and_nearest_name(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text('select = ["ALL"]\nignroe = ["BQ6"]\n')
    ran = bqlint("check", "good.md")
    assert (ran.code, ran.err) == (2, "bqlint: bqlint.toml:2: `ignroe` is not a setting; did you mean `ignore`?\n")


def test_options_severity_overrides_and_aliases_of_the_configuration_hold(folder: Path, bqlint: Bqlint) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "x.md").write_text(FLAWED.replace("## Action", "## What I did there"))
    (folder / "bqlint.toml").write_text(
        'select = ["BQ201", "BQ302", "story-length"]\n[sections]\naction = ["What I did there"]\n'
        '[rules.vague-magnitude]\nseverity = "error"\n[rules.BQ601]\nmin-words = 1\n'
        '[[overrides]]\npaths = ["old/**"]\nignore = ["BQ302"]\n'
    )
    ran = bqlint("check", "old/x.md", "flawed.md", "--output-format", "json")
    found = [(f["path"], f["code"], f["severity"], f["section"]) for f in json.loads(ran.out)["findings"]]
    assert found == [
        ("old/x.md", "BQ201", "warning", "task"),
        ("flawed.md", "BQ201", "warning", "task"),
        ("flawed.md", "BQ302", "error", "result"),
    ]


def test_fail_on_and_exit_zero_decide_the_exit_code(folder: Path, bqlint: Bqlint) -> None:
    only = ["check", "flawed.md", "--select", "BQ302"]
    assert bqlint(*only).code == 0
    assert bqlint(*only, "--fail-on", "warning").code == 1
    assert bqlint(*only, "--fail-on", "warning", "--exit-zero").code == 0


def test_each_story_fails_by_the_configuration_nearest_to_it(folder: Path, bqlint: Bqlint) -> None:
    (folder / "new").mkdir()
    (folder / "new" / "bqlint.toml").write_text('fail-on = "warning"\n')
    only = ["--select", "BQ302"]
    assert bqlint("check", "flawed.md", "new", *only).code == 0
    (folder / "flawed.md").rename(folder / "new" / "flawed.md")
    assert bqlint("check", "new", *only).code == 1
    assert bqlint("check", "new", *only, "--fail-on", "error").code == 0


def test_what_is_asked_for_besides_leaves_json_readable(folder: Path, bqlint: Bqlint) -> None:
    besides = ["--statistics", "--show-suppressed"]
    ran = bqlint("check", "flawed.md", "--output-format", "json", *besides)
    assert json.loads(ran.out)["summary"]["files"] == 1
    assert "     3  BQ101  schema-violation\n" in ran.err
    ran = bqlint("check", "flawed.md", "--output-format", "json=out.json", *besides)
    assert "     3  BQ101  schema-violation\n" in ran.out


def test_several_formats_go_to_several_places(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "flawed.md", "--output-format", "concise", "--output-format", "json=out.json")
    assert ran.out.startswith("flawed.md:")
    assert json.loads((folder / "out.json").read_text())["summary"]["files"] == 1


def test_standard_input_is_linted_under_its_name(folder: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "check", "-", "--stdin-filename", "stories/x.md", "--output-format", "concise"],
        input=FLAWED.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.startswith(b"stories/x.md:4:1: error BQ101")


def test_named_paths_obey_excludes(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text('extend-exclude = ["flawed.md"]\n')
    (folder / "README.md").write_text("# no story\n")
    assert bqlint("check", "good.md", "flawed.md", "README.md").out == "All clear: 1 story checked, nothing found.\n"


def test_named_paths_obey_includes_when_asked(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text('include = ["good.md"]\n')
    assert bqlint("check", "good.md", "flawed.md").code == 1
    ran = bqlint("check", "good.md", "flawed.md", "--respect-include")
    assert ran.out == "All clear: 1 story checked, nothing found.\n"


def test_a_name_that_looks_like_an_option_is_a_story(folder: Path, bqlint: Bqlint) -> None:
    (folder / "--exit-zero=x.md").write_text("# no front matter\n")
    ran = bqlint("check", "--exit-zero=x.md", "--output-format", "concise")
    assert ran.code == 1
    assert "--exit-zero=x.md:1:1: error BQ004" in ran.out


def test_statistics_count_by_rule(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "flawed.md", "--select", "BQ1,BQ3", "--statistics", "--output-format", "concise")
    assert "     3  BQ101  schema-violation\n     1  BQ302  vague-magnitude\n" in ran.out


@pytest.mark.parametrize(
    ("environment", "arguments", "colored"),
    [({}, [], False), ({"FORCE_COLOR": "1"}, [], True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
     ({}, ["--color", "always"], True), ({"FORCE_COLOR": "1"}, ["--color", "never"], False)],
)  # fmt: skip
def test_color_is_as_asked(
    folder: Path,
    bqlint: Bqlint,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: list[str],
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in bqlint("check", "flawed.md", *arguments).out) == colored


def test_names_and_text_cannot_act_on_the_terminal(folder: Path, bqlint: Bqlint) -> None:
    (folder / "a\x1b[2Jb.md").write_text("---\ntitle: T\n\u202estauts: x\n---\n# T\n## \x1b]0;owned\x07Foo\n")
    for name in ("full", "concise"):
        out = bqlint("check", "a\x1b[2Jb.md", "--output-format", name).out
        assert not set(out) & set("\x1b\x07\u202e")


def test_ctrl_c_exits_with_130_and_no_traceback(folder: Path) -> None:
    for number in range(3000):
        (folder / f"s{number}.md").write_text(GOOD)
    process = subprocess.Popen([*COMMAND, "check", "--jobs", "2", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(2000):  # until it is at work, however busy the machine
        if process.poll() is not None or (children.exists() and children.read_text()):
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, b"")


def test_a_full_device_is_exit_code_2(folder: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "check", "flawed.md"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
