from __future__ import annotations

import time

from bqlint.deadline import within


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
