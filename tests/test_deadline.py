from __future__ import annotations

import time

import pytest

from bqlint import deadline
from bqlint.deadline import SECONDS, allowed, within


def busy(seconds: float) -> str:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return "done"


def test_what_is_quick_is_returned_and_what_is_slow_given_up() -> None:
    assert within(5, lambda: "done", lambda: "given up") == "done"
    assert within(0.02, lambda: busy(5), lambda: "given up") == "given up"


def test_a_limit_inside_another_ends_first_and_the_outer_one_goes_on() -> None:
    def work() -> list[str]:
        return [within(0.02, lambda: busy(5), lambda: "inner"), busy(5)]

    began = time.process_time()
    assert within(0.2, work, lambda: ["outer"]) == ["outer"]
    assert time.process_time() - began < 2
    assert within(5, lambda: [within(0.02, lambda: busy(5), lambda: "inner"), "on"], list) == ["inner", "on"]


def test_an_alarm_that_is_swallowed_rings_again() -> None:
    class Swallowing:
        def __del__(self) -> None:
            busy(0.1)

    def work() -> str:
        held = [Swallowing()]
        held.clear()
        return busy(10)

    began = time.process_time()
    assert within(0.05, work, lambda: "given up") == "given up"
    assert time.process_time() - began < 5


def test_a_file_may_take_as_long_as_it_is_large() -> None:
    assert allowed(0) < allowed(50_000) < SECONDS / 2 < allowed(500_000) < allowed(1_000_000) == allowed(9_000_000)
    assert allowed(1_000_000) == SECONDS


def test_a_process_that_has_lost_much_time_waits_a_tenth_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "PATIENCE", 0.15)
    monkeypatch.setattr(deadline, "_lost", 0.0)
    took = []
    for _ in range(3):
        began = time.process_time()
        assert within(0.1, lambda: busy(9), lambda: "given up") == "given up"
        took.append(time.process_time() - began)
    assert took[2] < min(took[:2]) / 2
