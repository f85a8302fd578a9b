"""Measure bqlint side by side with other linters and write docs/performance.md: `nox -s bench`.

Every figure is a median over rounds in which all commands run in turn. R is `python -c pass` of a virtual environment
that holds bqlint alone, installed from a wheel. Ratios are what counts: times are those of one machine on one day.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.benchmark.peers import Peer, peers
from scripts.benchmark.phases import dearest_rules, phases
from scripts.benchmark.processes import Command, Cost, run, side_by_side
from scripts.benchmark.stories import stories, write

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "performance.md"
CHINESE = ROOT / "tests" / "snapshots" / "chinese-answer.md"
MANY, MOST = 1_000, 10_000
CORPORA = {"one": 1, "many": MANY, "twice": 2 * MANY, "four": 4 * MANY, "most": MOST}


def main() -> None:
    """Prepare the corpora and the tools in the folder named, measure, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:  # not below this checkout: linters obey its .gitignore
        page = _page(Path(folder), options.rounds)
    options.page.write_text(page, encoding="utf-8")
    print(page)


def _page(folder: Path, rounds: int) -> str:
    """The page, from corpora and tools that are put into `folder`."""
    python = _clean_environment(folder / "clean")
    for name, count in CORPORA.items():
        write(folder / name, stories(count))
    sections = [
        _starts(folder, python, rounds * 3),
        _throughput(folder, python, peers(folder / "node"), rounds),
        _warm(folder, python, rounds),
        _growth(folder, python, rounds),
        _planted(),
        _profile(folder),
    ]
    return "\n\n".join([_HEAD.format(machine=_machine()), *sections]) + "\n"


_HEAD = """\
# How fast bqlint is

Made by `nox -s bench`, which writes the corpora (the same for the same seed), installs the linters that bqlint is
measured beside, and runs all commands in turn. R is one `python -c pass` in a virtual environment that holds bqlint
alone. Times are medians on one machine ({machine}); only the ratios mean something elsewhere.
A peak of 22 MiB is that of the measuring process itself: what is below it cannot be told."""


def _machine() -> str:
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"


def _clean_environment(folder: Path) -> Path:
    """The Python of a new environment with bqlint as users install it, and nothing else."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ROOT], check=True)
    return python


def _bqlint(python: Path, *arguments: str) -> tuple[str, ...]:
    return (str(python.with_name("bqlint")), *arguments)


def _check(python: Path, cache: Path | None) -> tuple[str, ...]:
    stored = ("--no-cache",) if cache is None else ("--cache-dir", str(cache))
    return _bqlint(python, "check", "--exit-zero", "--output-format", "concise", *stored)


def _starts(folder: Path, python: Path, rounds: int) -> str:
    """One process for one story."""
    one, cache, new = folder / "one", folder / "cache-one", folder / "cache-new"
    shutil.copy(CHINESE, one / "chinese.md")
    costs = side_by_side(
        {
            "`python -c pass`, R": Command((str(python), "-c", "pass"), one),
            "`bqlint --help`": Command(_bqlint(python, "--help"), one),
            "one story, nothing cached": Command(
                (*_check(python, new), "story-00000.md"), one, before=partial(shutil.rmtree, new, ignore_errors=True)
            ),
            "one story, `--no-cache`": Command((*_check(python, None), "story-00000.md"), one),
            "one Chinese story, `--no-cache`": Command((*_check(python, None), "chinese.md"), one),
            "one story, in the cache": Command((*_check(python, cache), "story-00000.md"), one),
        },
        rounds,
    )
    return "## Start-up\n\n" + _table(costs, "`python -c pass`, R", "R")


def _throughput(folder: Path, python: Path, others: Sequence[Peer], rounds: int) -> str:
    """1,000 stories without any cache."""
    many = folder / "many"
    files = sorted(path.name for path in many.iterdir())
    commands = {"bqlint": Command((*_check(python, None), "."), many)}
    for peer in others:
        line = [part for each in peer.line for part in (files if each == "{files}" else [each])]
        commands[f"{peer.name} {peer.version}"] = Command(line, many, may_find=True)
    absent = "" if any(peer.name == "Vale" for peer in others) else " Vale is measured where `vale` is on the path."
    return (
        f"## Throughput\n\n{MANY:,} stories of 2.2 KB, no cache, all rules of the default preset, those across stories "
        f"included; every linter with its own defaults (textlint with two rules).{absent}\n\n"
        + _table(side_by_side(commands, rounds), "bqlint", "bqlint")
    )


def _warm(folder: Path, python: Path, rounds: int) -> str:
    """10,000 stories, all but one in the cache."""
    most, cache, rumdl_cache = folder / "most", folder / "cache-most", folder / "cache-rumdl"
    cold = run(Command((*_check(python, cache), "."), most))
    rumdl = Path(sys.executable).with_name("rumdl")
    edits = iter(range(1_000_000))

    def edit(heading: str = "\n## Notes\n") -> None:
        text = next(stories(1)).text
        (most / "story-00000.md").write_text(f"{text}{heading}\nEdit {next(edits)}.\n", encoding="utf-8")

    commands = {
        "`python -c pass`, R": Command((str(python), "-c", "pass"), most),
        "bqlint, one story's notes changed": Command((*_check(python, cache), "."), most, before=edit),
        "bqlint, one story's words changed": Command((*_check(python, cache), "."), most, before=partial(edit, "")),
    }
    if rumdl.exists():
        line = (str(rumdl), "check", "--cache-dir", str(rumdl_cache), ".")
        commands["rumdl, one story changed"] = Command(line, most, may_find=True, before=edit)
    costs = {**side_by_side(commands, rounds), "bqlint, cold": cold}
    return f"## {MOST:,} stories and the cache\n\n" + _table(costs, "`python -c pass`, R", "R")


def _growth(folder: Path, python: Path, rounds: int) -> str:
    """Whether cost grows linearly, the rules across stories included."""
    commands = {
        f"{count:,} stories": Command((*_check(python, None), "."), folder / name)
        for name, count in CORPORA.items()
        if name in ("many", "twice", "four")
    }
    return "## Growth\n\n" + _table(side_by_side(commands, min(rounds, 3)), f"{MANY:,} stories", f"{MANY:,} stories")


def _planted() -> str:
    """Near-copies planted among many stories of three kinds: how many are found, and how many pairs that are none."""
    line = [sys.executable, "-m", "scripts.benchmark.copies"]
    said = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return "## Copies\n\n" + "\n".join(f"- {row}" for row in said.splitlines())


def _profile(folder: Path) -> str:
    """Where the time of a run goes."""
    paths = sorted((folder / "many").iterdir())[:300]
    rows = [f"| {name} | {cost:.2f} |" for name, cost in phases(paths)]
    rules = [f"| {name} | {cost:.2f} |" for name, cost in dearest_rules(paths, 10)]
    return "\n".join(
        [
            "## Where the time goes",
            "\nMilliseconds of one processor a story of 2.2 KB, warm, by phase:\n",
            "| phase | ms a story |\n| --- | --- |",
            *rows,
            "\nThe dearest rules, each asked alone, with the analysis that it would share with others:\n",
            "| rule | ms a story |\n| --- | --- |",
            *rules,
        ]
    )


def _table(costs: Mapping[str, Cost], unit: str, name: str) -> str:
    """A table of costs, and each as a multiple of that of `unit`."""
    return "\n".join(_rows(costs, costs[unit], name))


def _rows(costs: Mapping[str, Cost], unit: Cost, name: str) -> Iterator[str]:
    yield f"| command | CPU s | wall s | peak MiB | CPU / {name} | wall / {name} |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for command, cost in costs.items():
        ratios = f"{cost.cpu / unit.cpu:.2f} | {cost.wall / unit.wall:.2f}"
        yield f"| {command} | {cost.cpu:.3f} | {cost.wall:.3f} | {cost.peak:.0f} | {ratios} |"


if __name__ == "__main__":
    main()
