from __future__ import annotations

from scripts.mutants import judged


def test_the_share_of_noticed_mutants_decides() -> None:
    told, is_good = judged({"total": 12, "killed": 7, "timeout": 1, "survived": 2, "no_tests": 2}, 80)
    assert (told, is_good) == (
        "12 mutants, 10 tested, 8 noticed, 2 without tests: 80.0 % of those tested (at least 80 % are wanted)",
        True,
    )
    assert not judged({"total": 12, "killed": 7, "survived": 5}, 80)[1]


def test_a_run_that_tested_nothing_fails() -> None:
    told, is_good = judged({"total": 900, "no_tests": 900}, 0)
    assert not is_good
    assert "none was tested" in told
