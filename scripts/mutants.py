"""Change a part of bqlint in small ways, a sample of them if time is short; tests must notice.

`python -m scripts.mutants [PERCENT] [--of PART] [--minutes N] [--seed N]`: the mutants of PART are shuffled by the
seed and tested until they or the minutes are used up. Fails where none was tested, which a change of the tests' layout
may cause unseen, and where fewer than PERCENT of those tested were noticed.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """What is mutated, and the tests that are to notice it."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]


PARTS = {
    "judging": Part(
        ("bqlint/engine.py", "bqlint/policy/*", "bqlint/edits.py", "bqlint/fingerprint.py"),
        ("tests/policy", "tests/fixing", "tests/test_engine.py", "tests/test_fingerprint.py"),
    ),
    "rules": Part(("bqlint/rules/*",), ("tests/rules",)),
    "language": Part(("bqlint/language/*",), ("tests/language", "tests/rules")),
}
NOTICED = ("killed", "timeout", "suspicious", "segfault")
_PLAIN = "disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true"
"""pytest escapes names of tests once more at each of mutmut's runs in one process, and then does not find them."""
BATCH = 40
"""Mutants that one run of mutmut is given: enough to be worth its start, few enough to end near the time."""


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


def prepared(part: Part, folder: Path) -> Path:
    """A copy of the project in `folder` whose settings of mutmut name `part`."""
    project = folder / "project"
    shutil.copytree(".", project, ignore=shutil.ignore_patterns(".*", "mutants", "__pycache__", "*.egg-info"))
    settings = project / "pyproject.toml"
    lists = f"only_mutate = {json.dumps(part.sources)}\npytest_add_cli_args_test_selection = {json.dumps(part.tests)}\n"
    text = settings.read_text().replace("[tool.mutmut]\n", f"[tool.mutmut]\n{lists}")
    settings.write_text(text.replace("[tool.pytest.ini_options]\n", f"[tool.pytest.ini_options]\n{_PLAIN}\n"))
    return project


def mutmut(project: Path, *arguments: str, seconds: float | None = None) -> str:
    """What mutmut prints; it is ended after so many seconds."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "mutmut", *arguments], cwd=project, capture_output=True, text=True, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def results(project: Path, *, all: bool) -> dict[str, str]:
    """What became of each mutant by its name; without `all`, of those that something is to be said of."""
    lines = mutmut(project, "results", "--all", str(all)).splitlines()
    return {name.strip(): told.strip() for name, _, told in (line.rpartition(":") for line in lines) if name}


def tested(project: Path, minutes: float | None, seed: int) -> None:
    """Test the mutants in an order that the seed gives, until the minutes are over."""
    until = time.monotonic() + 60 * minutes if minutes else None
    mutmut(project, "run", "none of this name")  # makes them all
    names = sorted(results(project, all=True))
    random.Random(seed).shuffle(names)  # noqa: S311
    waiting = iter(names)
    while (batch := list(islice(waiting, BATCH))) and (until is None or time.monotonic() < until):
        mutmut(project, "run", *batch, seconds=until and max(1.0, until - time.monotonic()))


def main() -> int:
    """Test the mutants, name those that nothing noticed, and judge; 1 where that is bad."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("least", nargs="?", type=float, default=75.0, metavar="PERCENT")
    parser.add_argument("--of", choices=PARTS, default="judging", metavar="PART")
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = prepared(PARTS[options.of], Path(folder))
        tested(project, options.minutes, options.seed)
        for name, told in results(project, all=False).items():
            if told == "survived":
                print("\n".join((f"survived: {name}", mutmut(project, "show", name))))
        mutmut(project, "export-cicd-stats")
        found = json.loads((project / "mutants" / "mutmut-cicd-stats.json").read_text(encoding="utf-8"))
    told, is_good = judged(found, options.least)
    print(told)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
