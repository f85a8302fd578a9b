from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bqlint import configuration
from bqlint.simple_toml import MAX_LINES, simple_table

PIECES = (
    "\n", "\n", " ", "a", "b-c", "_", "-", "1", "01", "é", " = ", "=", '"x"', '"a, b"', '"', "'", "\\", "[", "]", "[[",
    "]]", ".", ",", ", ", "# x", "#", "true", "false", "1.5", "\t", "\r\n", "[a]\n", "[a.b]\n", "[rules.BQ601]\n",
    'a = "x"\n', 'b = ["x", "y"]\n', 'c = [\n  "x",\n  "y",\n]\n', "d = 3\n", "e = true\n", "\u200b", "{}",
    "2027-01-31",
)  # fmt: skip
PRESETS = sorted((Path(configuration.__file__).parent / "presets").glob("*.toml"))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example('[a.b]\n[a]\nx = "1"\n')
@example('a = "x"\n[a]\n')
@example('a = ["x"]\n[a.b]\n')
@example("a = [ , ]\n")
@example('a = ["x" "y"]\n')
@example("[]\n")
@example('= "x"\n')
@example('a = [\n"x"\n]]\n')
def test_what_is_read_is_what_tomllib_reads(text: str) -> None:
    found = simple_table(text)
    if found is not None:
        assert found == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        '# How bqlint lints this repository.\ninclude = ["stories/**/*.md"]\n',
        'extends = ["default"]\nmax-bytes = 2000\nrespect-gitignore = false\n\n[rules.BQ601]\nmax-words = 400\n',
        'ignore = [\n  "BQ601",\n  "BQ7"\n]\n[status.draft]\nat-most = "warning"\n',
        '[tool.bqlint]\nfail-on = "warning"\n',
    ],
)
def test_what_people_write_is_simple(text: str) -> None:
    assert simple_table(text) == tomllib.loads(text)


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_presets_are_read_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert simple_table(text) in (None, tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    ["a = 'x'", "a.b = 1", "a = 1_000", "a = -1", 'a = "\\u0041"', "a = {}", "[[rule]]", 'a = "x" # why',
     "a = 1\na = 2", "[a]\n[a]", "\n" * (MAX_LINES + 1), 'a = ["x",\n# why\n"y"]', "a = [1]", "a",
     'a = """x"""', "a = [", "[a", "\ta = 1"],
)  # fmt: skip
def test_what_is_more_is_left_to_the_library(text: str) -> None:
    assert simple_table(text) is None
