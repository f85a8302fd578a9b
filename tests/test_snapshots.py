"""What people read, word for word: tests/snapshots/*.md and their .out; BQLINT_REWRITE=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Bqlint, Ran

FOLDER = Path(__file__).parent / "snapshots"
STORIES = sorted(path.name for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", STORIES)
def test_output_reads_as_before(name: str, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(FOLDER)
    ran: Ran = bqlint("check", name, "--isolated", "--color", "never")
    expected = FOLDER / name.replace(".md", ".out")
    if os.environ.get("BQLINT_REWRITE"):
        expected.write_text(ran.out, encoding="utf-8")
    assert ran.out == expected.read_text(encoding="utf-8")
