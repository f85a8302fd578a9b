"""Judge what mutation testing found: `python -m scripts.mutants [PERCENT]` after `mutmut run` and its statistics.

Fails where no mutant was tested, which a change of the tests' layout may cause unseen, and where fewer than PERCENT
of those that tests reach were noticed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

STATISTICS = Path("mutants/mutmut-cicd-stats.json")
NOTICED = ("killed", "timeout", "suspicious", "segfault")


def judged(found: dict[str, int], least: float) -> tuple[str, bool]:
    """What to tell of the statistics, and whether they are good enough."""
    noticed = sum(found.get(name, 0) for name in NOTICED)
    tested = noticed + found.get("survived", 0)
    told = (
        f"{found.get('total', 0)} mutants, {tested} tested, {noticed} noticed, {found.get('no_tests', 0)} without tests"
    )
    if not tested:
        return f"{told}: none was tested, so this says nothing", False
    share = 100 * noticed / tested
    return f"{told}: {share:.1f} % of those tested (at least {least:.0f} % are wanted)", share >= least


def main() -> int:
    """Print the judgement; 1 where it is bad."""
    found = json.loads(STATISTICS.read_text(encoding="utf-8"))
    told, is_good = judged(found, float(sys.argv[1]) if len(sys.argv) > 1 else 75.0)
    print(told)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
