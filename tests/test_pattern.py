"""Patterns from their compiled forms are what `re.compile` makes of them; forms of other interpreters are not used."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bqlint import pattern
from scripts import wheel_modules

ROOT = Path(__file__).parent.parent
CHINESE = ROOT / "tests" / "snapshots" / "chinese-answer.md"


@pytest.fixture(scope="module")
def recorded() -> bytes:
    """What is recorded when a wheel is built, from one story."""
    return wheel_modules.built(ROOT, [CHINESE])["patterns"]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the patterns of a wheel would stand."""
    monkeypatch.setattr(pattern, "_BUILT", str(tmp_path / "patterns"))
    pattern._forms.cache_clear()
    yield tmp_path / "patterns"
    pattern._forms.cache_clear()


def test_each_is_what_this_interpreter_compiles(recorded: bytes, built: Path) -> None:
    built.write_bytes(recorded)
    known = pattern._forms()
    assert len(known) > 50
    different = [each for each in known if pattern.compiled(*each) != re.compile(*each)]
    assert different == []
    groups = [(pattern.compiled(*each).groupindex, re.compile(*each).groupindex) for each in known]
    assert all(ours == theirs for ours, theirs in groups)


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "other", "text", "foreign"])
def test_what_is_damaged_or_of_another_interpreter_is_not_used(damage: str, recorded: bytes, built: Path) -> None:
    maker, forms = marshal.loads(recorded)
    content = {
        "empty": b"",
        "cut": recorded[: len(recorded) // 2],
        "other": marshal.dumps((maker.replace("3.", "2."), forms)),
        "text": b"no patterns",
        "foreign": marshal.dumps([1, 2, 3]),
    }
    if damage in content:
        built.write_bytes(content[damage])
    assert pattern._forms() == {}
    assert pattern.compiled("[a-z]+").fullmatch("abc")
