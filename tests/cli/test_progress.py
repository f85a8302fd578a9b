"""The bar of a long run on a terminal."""

from __future__ import annotations

import io

import pytest

from bqlint.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, seconds: list[float]) -> str:
    """What a run over four stories draws that stand done at these times."""
    clock = iter([0.0, *seconds])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with progress.progress() as tick:
        for done in range(len(seconds)):
            tick(done + 1, len(seconds))
    return terminal.getvalue()


def test_a_short_run_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, [0.1, 0.4, 0.7, 0.9]) == ""


def test_a_long_run_draws_one_line_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    told = drawn(monkeypatch, [0.9, 1.2, 1.25, 2.0])
    assert [part for part in told.split("\r") if part] == [
        "███████████████░░░░░░░░░░░░░░░ 2 of 4 stories\x1b[K",
        "██████████████████████████████ 4 of 4 stories\x1b[K",
        "\x1b[K",
    ]
