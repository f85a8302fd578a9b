"""What a command costs as a whole process, and several commands side by side."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Cost(NamedTuple):
    """Processor and wall time in seconds, with all child processes; peak memory of the largest process in MiB."""

    cpu: float
    wall: float
    peak: float


class Command(NamedTuple):
    """A command line, where it runs, whether it may end with other than 0, and what is done before each run."""

    line: Sequence[str]
    folder: Path
    may_find: bool = False
    before: Callable[[], None] | None = None


def run(command: Command) -> Cost:
    """Run it once, its output thrown away; raises RuntimeError where it could not do its work."""
    if command.before is not None:
        command.before()
    began = time.perf_counter()
    process = subprocess.Popen(
        command.line, cwd=command.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not (command.may_find and 0 < process.returncode < 126):
        raise RuntimeError(f"{' '.join(command.line[:3])} …: ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def side_by_side(commands: Mapping[str, Command], rounds: int) -> dict[str, Cost]:
    """The medians of each command over `rounds` after one that is not counted, all of them run in turn each round."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = run(command)
            if number:
                costs[name].append(cost)
    return {name: Cost(*map(median, zip(*each, strict=True))) for name, each in costs.items()}
