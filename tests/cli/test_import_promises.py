"""What `bqlint import` promises of every notebook: all or nothing, names that any machine takes, every word kept."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from itertools import repeat
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bqlint import cli
from tests.conftest import Bqlint
from tests.notebook.samples import ALL, TWO_EXAMPLES

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md|_unplaced\.md")
ASKED = st.one_of(
    st.sampled_from(
        ["../x", "CON", "nul", "a/b\\c", "café", "cafe\u0301", "CAFÉ", "x" * 300, "讲一次", "phase", "phase 2", ""]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
)
TOLD = st.lists(st.sampled_from([line for text in ALL.values() for line in text.split("\n")]), max_size=5)
ENTRIES = st.lists(st.tuples(ASKED, TOLD), max_size=8)


def notebook(entries: list[tuple[str, list[str]]]) -> str:
    return "\n".join(f"## Question 1: {asked}\n" + "\n".join(told) for asked, told in entries)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def body(text: str) -> str:
    """A story without its front matter, whose words stand in the body, too."""
    return text.split("\n---\n", 1)[-1]


def imported(text: str, *options: str) -> dict[str, str]:
    """The files that the command makes of a notebook, by name."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "notes.md"), Path(folder, "stories")
        source.write_text(text, encoding="utf-8")
        assert cli.run(["import", str(source), "--to", str(target), "--author", "sam", *options]) == 0
        assert sorted(os.listdir(folder)) == (["notes.md", "stories"] if target.exists() else ["notes.md"])
        return {path.name: path.read_text(encoding="utf-8") for path in target.glob("**/*")}


@settings(max_examples=25)
@given(ENTRIES)
@example([("phase", ["I sang."]), ("phase", ["I sang."]), ("phase 2", ["I sang."])])
@example([("../../etc/passwd", ["I sang."]), ("CON", ["I sang."]), ("é" * 200, ["I sang."])])
@example([("café", ["I sang."]), ("cafe\u0301", ["I sang."]), ("CAFÉ", ["I sang."])])
def test_every_name_can_be_written_anywhere_and_every_word_is_in_some_file(
    entries: list[tuple[str, list[str]]],
) -> None:
    text = notebook(entries)
    files = imported(text)
    assert [name for name in files if not NAME.fullmatch(name) or len(name.encode()) > 80] == []
    assert len({unicodedata.normalize("NFC", name).casefold() for name in files}) == len(files)
    kept = sum((words(body(each)) for each in files.values()), Counter[str]())
    assert words(text) - kept == Counter()
    assert imported(text) == files


@settings(max_examples=15)
@given(ENTRIES)
def test_a_story_says_nothing_that_the_notebook_does_not(entries: list[tuple[str, list[str]]]) -> None:
    """Beside the notebook's words stand only headings, what labels the notes, and a number behind a title's copy.

    A title may end within a word that is longer than any title.
    """
    text = notebook(entries)
    ours = words(
        "Situation Task Action Result Reflection Notes and From the notebook Labels 情境 任务 行动 结果 反思 备注 和"
    )
    said = words(text)
    for name, story in imported(text).items():
        if name != "_unplaced.md":
            new = {word for word in words(body(story)) if word not in said and word not in ours}
            assert {word for word in new if not any(map(str.startswith, said, repeat(word)))} <= set("23456789")


def test_a_dry_run_and_the_run_speak_of_the_same_files(tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "notes.md").write_text(TWO_EXAMPLES)
    rows = bqlint("import", str(tmp_path / "notes.md"), "--to", str(tmp_path / "new"), "--dry-run").out
    assert not (tmp_path / "new").exists()
    assert bqlint("import", str(tmp_path / "notes.md"), "--to", str(tmp_path / "new")).code == 0
    assert sorted(re.findall(r"^(\S+\.md) ", rows, re.MULTILINE)) == sorted(os.listdir(tmp_path / "new"))


KILLED = """
import os, signal, sys
from bqlint import cli
left = [int(sys.argv[1])]
def count(event, arguments):
    if event in ("os.mkdir", "os.rename", "os.chmod") and ".bqlint-" in str(arguments):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
raise SystemExit(cli.run(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("moment", [1, 2, 3, 5, 8])
def test_a_kill_leaves_no_folder_or_the_whole_one(tmp_path: Path, bqlint: Bqlint, moment: int) -> None:
    (tmp_path / "notes.md").write_text(TWO_EXAMPLES)
    said = ["import", str(tmp_path / "notes.md"), "--author", "sam", "--to"]
    assert bqlint(*said, str(tmp_path / "whole")).code == 0
    whole = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    ran = subprocess.run(
        [sys.executable, "-P", "-c", KILLED, str(moment), *said, str(tmp_path / "new")],
        check=False,
        capture_output=True,
    )
    assert ran.returncode == -9
    assert not (tmp_path / "new").exists()
    assert bqlint(*said, str(tmp_path / "new")).code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == whole


def test_a_folder_in_the_way_of_one_story_stops_all_of_them(tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "notes.md").write_text(TWO_EXAMPLES)
    (tmp_path / "stories" / "sang-on-a-ferry-2.md").mkdir(parents=True)
    ran = bqlint("import", str(tmp_path / "notes.md"), "--to", str(tmp_path / "stories"), "--force")
    assert ran.code == 2
    assert "sang-on-a-ferry-2.md: this is a folder; nothing was written" in ran.err
    assert os.listdir(tmp_path / "stories") == ["sang-on-a-ferry-2.md"]


def test_a_place_that_cannot_be_written_is_one_line_that_names_it(tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "notes.md").write_text(TWO_EXAMPLES)
    (tmp_path / "file").write_text("x")
    ran = bqlint("import", str(tmp_path / "notes.md"), "--to", str(tmp_path / "file" / "stories"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "file/stories: the stories cannot be written: " in ran.err
