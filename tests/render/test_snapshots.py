"""Each format of one story, word for word, for people to look at; BQLINT_REWRITE=1 writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bqlint.render import FORMATS
from tests.conftest import Bqlint

FOLDER = Path(__file__).parent / "snapshots"
RULES = "BQ101,BQ201,BQ207,BQ604,BQ921"
"""Rules that only count and parse: what others judge may change with their words."""
PASSING = re.compile(r'(?<="markdown": ")[^"\\]*(?:\\.[^"\\]*)*|(?<="semanticVersion": ")[^"]*')
"""What changes with a rule's examples, or with a release."""


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_reads_as_before(name: str, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(FOLDER)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    options = ("--isolated", "--select", RULES, "--today", "2026-01-31", "--color", "never", "--output-format", name)
    out = PASSING.sub("…", bqlint("check", "night-ferry.md", *options).out)
    expected = FOLDER / f"night-ferry.{name}.out"
    if os.environ.get("BQLINT_REWRITE"):
        expected.write_text(out, encoding="utf-8")
    assert out == expected.read_text(encoding="utf-8")
