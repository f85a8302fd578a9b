"""A check of named stories that was made before: the same answer without looking, and only where nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bqlint import cli
from bqlint.cli import recall
from bqlint.rules.result import VagueMagnitude
from tests.cli.samples import FLAWED, GOOD

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "flawed.md").write_text(FLAWED)
    (tmp_path / "stories" / "good.md").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def check(*words: str) -> tuple[int, str, str]:
        code = cli.run(["check", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return check


def is_recalled(*words: str) -> bool:
    """Whether a check with these words would be answered from the cache."""
    store = recall.store_for(words)
    key = recall._key(words, {})
    return store is not None and key is not None and store.get(key) is not None


@pytest.mark.parametrize(
    "words",
    [
        ("stories/flawed.md",),
        ("stories/good.md",),
        ("stories/flawed.md", "stories/good.md", "--output-format", "json"),
        ("./stories/flawed.md", "--color", "always", "--statistics"),
        ("stories/flawed.md", "--exit-zero", "--show-suppressed", "--select", "BQ3"),
        ("stories/flawed.md", "--max-warnings", "0"),
    ],
)
def test_an_answer_is_given_again_without_looking(words: tuple[str, ...], repository: Path, run: Run) -> None:
    first = run(*words)
    assert is_recalled(*words)
    assert run(*words) == first == run(*words, "--no-cache")


def test_the_second_answer_asks_no_rule(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("stories/flawed.md")
    monkeypatch.setattr(VagueMagnitude, "check", lambda _rule, _story: 1 / 0)
    assert run("stories/flawed.md") == first


def edit_in_place(root: Path) -> None:
    """Another text of the same size and time."""
    file = root / "stories" / "flawed.md"
    times = file.stat()
    file.write_text(FLAWED.replace("significantly", "by some degree"[:13]))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def write(name: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)

    return change


CONFIGURED = '[rules.BQ601]\nmin-words = 1\n[[overrides]]\npaths = ["x"]\nignore = ["BQ3"]\n'
BANK = "id: team\ntitle: Ours\nquestions: []\n"
CHANGES: dict[str, Callable[[Path], None]] = {
    "the story, at the same size and time": edit_in_place,
    "a configuration appears": write("bqlint.toml", 'ignore = ["BQ302"]\n'),
    "a configuration appears beside the story": write("stories/bqlint.toml", 'ignore = ["BQ302"]\n'),
    "an empty configuration appears": write("stories/bqlint.toml", ""),
    "a pyproject.toml appears": write("pyproject.toml", '[tool.bqlint]\nignore = ["BQ302"]\n'),
    "a baseline appears": write(".bqlint-baseline.jsonl", ""),
    "the story is gone": lambda root: (root / "stories" / "flawed.md").unlink(),
    "a folder in its place": lambda root: (
        (root / "stories" / "flawed.md").rename(root / "x.md") or (root / "stories" / "flawed.md").mkdir()
    ),  # type: ignore[func-returns-value]
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_an_answer_rests_on_brings_a_new_one(
    change: Callable[[Path], None], repository: Path, run: Run
) -> None:
    run("stories/flawed.md")
    assert is_recalled("stories/flawed.md")
    change(repository)
    assert not os.path.isfile("stories/flawed.md") or not is_recalled("stories/flawed.md")
    assert run("stories/flawed.md") == run("stories/flawed.md", "--no-cache")


@pytest.mark.parametrize("named", ["more.toml", "own.json"])
def test_a_file_that_the_settings_name_brings_a_new_answer(named: str, repository: Path, run: Run) -> None:
    (repository / "bqlint.toml").write_text('extends = ["more.toml"]\nschema = "own.json"\n')
    (repository / "more.toml").write_text("")
    (repository / "own.json").write_text("{}")
    first = run("stories/flawed.md")
    assert run("stories/flawed.md") == first
    (repository / named).write_text('ignore = ["BQ302"]' if named == "more.toml" else '{"required": ["mood"]}')
    second = run("stories/flawed.md")
    assert second != first
    assert second == run("stories/flawed.md", "--no-cache")


def test_another_day_another_program_another_environment(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("stories/flawed.md")
    for name, value in (("strftime", lambda _: "2031-01-01"), ("program", lambda: b"another version")):
        with monkeypatch.context() as patch:
            patch.setattr(recall, name, value)
            assert not is_recalled("stories/flawed.md")
    for variable in ("NO_COLOR", "BQLINT_ANYTHING"):
        with monkeypatch.context() as patch:
            patch.setenv(variable, "1")
            assert not is_recalled("stories/flawed.md")
    assert is_recalled("stories/flawed.md")


@pytest.mark.parametrize(
    "words",
    [
        ("stories",),
        (),
        ("stories/flawed.md", "--no-cache"),
        ("stories/flawed.md", "--untrusted"),
        ("stories/flawed.md", "--output-format", "json=report.json"),
        ("stories/flawed.md", "--fix"),
        ("stories/flawed.md", "--allow-plugins"),
    ],
)
def test_what_does_more_than_answer_is_done_each_time(words: tuple[str, ...], repository: Path, run: Run) -> None:
    run(*words)
    assert not is_recalled(*words)


def test_an_answer_about_what_was_linted_is_not_kept_for_what_stands_there_now(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves while bqlint looks: the old text's findings are not the new text's."""
    file = repository / "stories" / "flawed.md"
    honest = VagueMagnitude.check

    def saved_meanwhile(rule: VagueMagnitude, story: object) -> object:
        file.write_text(GOOD)
        return honest(rule, story)  # type: ignore[arg-type]

    monkeypatch.setattr(VagueMagnitude, "check", saved_meanwhile)
    run("stories/flawed.md")
    assert not is_recalled("stories/flawed.md")


@pytest.mark.parametrize("words", [("stories/secret.md",), ("stories/secret.md", "--select", "BQ3")])
def test_a_story_that_holds_something_confidential_is_in_no_cache(
    words: tuple[str, ...], repository: Path, run: Run, tmp_path: Path
) -> None:
    (repository / "stories" / "secret.md").write_text(FLAWED.replace("Complaints", "Complaints to jo@quay.example"))
    first = run(*words, "--cache-dir", str(tmp_path / "own"))
    assert not is_recalled(*words, "--cache-dir", str(tmp_path / "own"))
    assert run(*words) == first
    assert not any(b"quay" in path.read_bytes() for path in (tmp_path / "own").rglob("*") if path.is_file())


def test_the_deny_list_and_its_key_are_part_of_the_question(
    repository: Path, run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bqlint.confidential.listed import entry, text

    secret = "a-key-that-nobody-knows"
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    key = home / "bqlint" / "confidential.key"
    key.parent.mkdir(parents=True)
    key.write_text(secret)
    before = run("stories/good.md")
    listed = [made for made in (entry("Nowhere Bank", secret.encode()),) if made]
    (repository / ".bqlint-confidential").write_text(text(listed))
    assert not is_recalled("stories/good.md")
    assert run("stories/good.md") == before
    assert is_recalled("stories/good.md")
    key.unlink()
    assert run("stories/good.md")[0] == 2


def test_a_read_only_cache_is_no_trouble(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/1/nowhere")
    assert run("stories/flawed.md") == run("stories/flawed.md", "--no-cache")


def test_a_cache_of_the_users_choice(repository: Path, run: Run, tmp_path: Path) -> None:
    words = ("stories/flawed.md", "--cache-dir", str(tmp_path / "own"))
    first = run(*words)
    assert is_recalled(*words)
    assert run(*words) == first
    assert run("stories/flawed.md", f"--cache-dir={tmp_path / 'own'}") == first


def test_an_answer_with_signs_of_all_kinds_comes_out_as_it_went_in(repository: Path) -> None:
    (repository / "stories" / "flawed.md").write_text(FLAWED.replace("maze", "迷宫 – “maze” \u2028"), encoding="utf-8")
    command = [sys.executable, "-P", "-m", "bqlint", "check", "stories/flawed.md"]
    outputs = [subprocess.run(command, capture_output=True, check=False).stdout for _ in range(2)]
    assert outputs[0] == outputs[1]
    assert "迷宫".encode() in outputs[0] or outputs[0]
