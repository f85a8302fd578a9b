"""Folders of stories: the same output whatever the cache holds and however many processes work, dying ones too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bqlint import cli, one
from bqlint.errors import ConfigError
from bqlint.parsing import Parsed
from bqlint.workers import shared
from tests.cli.samples import FLAWED, GOOD

Check = Callable[..., tuple[int, str]]
SUPPRESSED = FLAWED.replace(
    "## Result", "<!-- bqlint: ignore BQ302 until 2031-01-01 -- the log is lost -->\n\n## Result"
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve stories: copies of one another, suppressed findings, one that cannot be read as YAML."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "stories").mkdir()
    for number in range(4):
        for name, text in (("good", GOOD), ("flawed", FLAWED), ("muted", SUPPRESSED)):
            told = text.replace("title: ", f"title: {number} ", 1)
            (tmp_path / "stories" / f"{name}-{number}.md").write_text(told)
    (tmp_path / "stories" / "flawed-3.md").write_text("---\ntitle: [broken\n---\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def run(*words: str) -> tuple[int, str]:
        code = cli.run(["check", *(words or ["."])])
        return code, capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    "words",
    [
        ("stories",),
        (".", "--output-format", "json"),
        (".", "--output-format", "concise", "--color", "always", "--statistics"),
        (".", "--show-suppressed"),
        (".", "--output-format", "sarif"),
        ("stories/flawed-1.md", "stories/muted-2.md"),
    ],
)
def test_the_output_is_the_same_with_and_without_a_cache_and_with_any_number_of_processes(
    words: tuple[str, ...], library: Path, check: Check
) -> None:
    plain = check(*words, "--no-cache", "--jobs", "1")
    assert check(*words, "--no-cache", "--jobs", "3") == plain
    assert check(*words, "--jobs", "2") == plain
    assert check(*words) == plain
    os.utime(library / "stories" / "good-1.md")
    assert check(*words, "--jobs", "2") == plain


def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of stories that are parsed from now on."""
    seen: list[str] = []
    genuine = one.parse

    def counted(source: object, grammar: object) -> Parsed:
        seen.append(source.path)  # type: ignore[attr-defined]
        return genuine(source, grammar)  # type: ignore[arg-type]

    monkeypatch.setattr(one, "parse", counted)
    return seen


def test_of_stories_that_were_linted_before_only_the_changed_one_is_parsed(
    library: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    check("--jobs", "1", ".")
    seen = parses(monkeypatch)
    check(".")
    assert seen == []
    changed = library / "stories" / "flawed-1.md"
    changed.write_text(changed.read_text() + "\n## Notes\n\nAsk the porters.\n")
    assert check(".") == check(".", "--no-cache")
    assert set(seen[: seen.index("stories/flawed-1.md") + 1]) <= {"stories/flawed-1.md"}


CHANGES: dict[str, tuple[str, str]] = {
    "an option of a rule": ("bqlint.toml", "[rules.BQ601]\nmin-words = 900\n"),
    "a rule across stories": ("bqlint.toml", 'ignore = ["BQ902"]\n'),
    "a setting for some paths": ("bqlint.toml", '[[overrides]]\npaths = ["stories/flawed-*"]\nignore = ["BQ3"]\n'),
    "a bank": ("bqlint.toml", 'banks = ["team.yaml"]\n'),
    "a baseline": (".bqlint-baseline.jsonl", ""),
    "an ignore file": (".gitignore", "flawed-1.md\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_a_verdict_rests_on_is_noticed(change: tuple[str, str], library: Path, check: Check) -> None:
    (library / "team.yaml").write_text(
        "id: team\ntitle: Ours\nquestions:\n- {id: team/x, text: Why?, competencies: [x]}\n"
    )
    check(".")
    (library / change[0]).write_text(change[1])
    if change[0].startswith(".bqlint"):
        cli.run(["baseline"])
    check(".")
    assert check(".") == check(".", "--no-cache")


def test_a_bank_that_changes_is_read_again(library: Path, check: Check) -> None:
    (library / "bqlint.toml").write_text('schema = "own.json"\n')
    (library / "own.json").write_text("{}")
    first = check(".")
    (library / "own.json").write_text('{"required": ["mood"]}')
    assert check(".") == check(".", "--no-cache") != first


@pytest.mark.parametrize(
    "key", ["", "lint", '"l\\x69nt"', "'lint'"], ids=["comment", "front matter", "escaped key", "quoted key"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_another_day_ends_a_suppression(key: str, end: str, library: Path, check: Check) -> None:
    if key:
        wish = f'{key}: {{ignore: ["BQ302 until 2031-01-01 -- the log is lost"]}}\n'
        for path in library.rglob("muted-*.md"):
            path.write_text(FLAWED.replace("title: ", f"{wish}title: ", 1), newline=end)
    today = ("stories", "--today", "2030-12-31", "--select", "BQ922")
    later = ("stories", "--today", "2031-01-02", "--select", "BQ922")
    assert "BQ922" not in check(*today)[1]
    assert check(*later) == check(*later, "--no-cache")
    assert "BQ922" in check(*later)[1]


def test_damaged_records_are_made_anew(library: Path, check: Check) -> None:
    plain = check(".")
    for file in Path(os.environ["XDG_CACHE_HOME"]).rglob("??"):
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(bytes(content))
    assert check(".") == plain


def test_a_story_that_kills_its_worker_costs_no_other_story(
    library: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = one.parse

    def deadly(source: object, grammar: object) -> Parsed:
        if source.path.endswith("good-2.md") and os.getpid() != parent:  # type: ignore[attr-defined]
            os._exit(7)
        return genuine(source, grammar)  # type: ignore[arg-type]

    parent = os.getpid()
    expected = check("stories", "--no-cache", "--select", "BQ2,BQ008", "--output-format", "concise")[1].splitlines()
    monkeypatch.setattr(one, "parse", deadly)
    out = check("stories", "--jobs", "2", "--select", "BQ2,BQ008", "--output-format", "concise")[1].splitlines()
    lost = [line for line in out if "BQ008" in line]
    assert len(lost) == 1
    assert lost[0].startswith("stories/good-2.md:1:1:")
    assert [line for line in expected[:-1] if line not in out and "good-2" not in line] == []
    assert check("stories", "--jobs", "1") == check("stories", "--no-cache", "--jobs", "1")


def test_what_bqlint_fails_on_is_said_of_that_story(
    library: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = one.parse

    def broken(source: object, grammar: object) -> Parsed:
        if source.path.endswith("good-2.md"):  # type: ignore[attr-defined]
            raise RecursionError
        return genuine(source, grammar)  # type: ignore[arg-type]

    monkeypatch.setattr(one, "parse", broken)
    outputs = [check("stories", "--no-cache", "--jobs", jobs, "--output-format", "concise") for jobs in "12"]
    assert outputs[0] == outputs[1]
    assert "stories/good-2.md:1:1: error BQ008" in outputs[0][1]


def test_an_error_of_the_settings_is_the_same_from_any_process() -> None:
    def work(number: int) -> bytes:
        if number % 3 == 2:
            raise ConfigError(f"story {number}", place="bqlint.toml:1", hint="mend it")
        return b"%d" % number

    def told(jobs: int) -> Iterator[str]:
        try:
            yield from map(str, shared(range(20), work, work, jobs))
        except ConfigError as error:
            yield f"{error} {error.place} {error.hint}"

    assert [*told(4)][-1] == [*told(1)][-1] == "bqlint.toml:1: story 2 (mend it) bqlint.toml:1 mend it"


def test_results_of_any_size_come_back_from_more_workers_than_items() -> None:
    made = dict(shared([3, 1, 2], lambda number: bytes(number * 700_000), bytes, 8))
    assert {number: len(said) for number, said in made.items()} == {1: 700_000, 2: 1_400_000, 3: 2_100_000}


_HANGS = """
import os, sys, time
from bqlint import one
genuine, parent = one.parse, os.getpid()
def slow(source, grammar):
    if os.getpid() == parent: return genuine(source, grammar)
    print("at it", flush=True)
    end = time.monotonic() + 60
    while time.monotonic() < end: pass
one.parse = slow
from bqlint.cli import run
sys.exit(run(["check", "stories", "--no-cache", "--jobs", "3"]))
"""


@pytest.fixture
def hanging(library: Path) -> Iterator[subprocess.Popen[str]]:
    """A run in its own process group whose workers are all at a story that takes a minute."""
    command = [sys.executable, "-P", "-c", _HANGS]
    for path in [*(library / "stories").iterdir()][8:]:
        path.unlink()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The children of a process that runs, once there are some."""
    for _ in range(200):
        found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        if found:
            return list(map(int, found))
        time.sleep(0.05)
    raise AssertionError("no worker was started")


def are_gone(processes: list[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(is_running(each) for each in processes):
            return True
        time.sleep(0.02)
    return False


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for a process's children")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT"])
def test_workers_end_with_their_parent(name: str, hanging: subprocess.Popen[str]) -> None:
    workers = workers_of(hanging)
    assert hanging.stdout is not None
    hanging.stdout.readline()
    os.kill(hanging.pid, getattr(signal, name))
    began = time.monotonic()
    code = hanging.wait(5)
    assert code == (-signal.SIGKILL if name == "SIGKILL" else 130)
    assert time.monotonic() - began < 2  # half a second on an idle machine
    assert are_gone(workers, 3)
