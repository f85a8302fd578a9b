"""The deny-list in its file, and the commands that keep it, in a repository as a team has it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint

KEY = "quiet-harbour-seven-lanterns"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a story that names Quillon, and a home without a key."""
    folder = tmp_path / "stories"
    (folder / ".git").mkdir(parents=True)
    (folder / "x.md").write_text(
        GOOD.replace("status: draft", "status: in-review").replace("Our bakery", "Quillon's bakery")
    )
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    for name in ("BQLINT_CONFIDENTIAL_KEY", "BQLINT_CONFIDENTIAL_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_from_a_key_to_a_finding(team: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    assert bqlint("confidential", "key").code == 0
    (key,) = (team.parent / "home").rglob("*.key")
    assert key.stat().st_mode & 0o077 == 0
    typed(monkeypatch, "Quillon\nBlue Heron\n")
    added = bqlint("confidential", "add")
    assert added.out.startswith("1 word, 7 letters\n2 words, 9 letters\n2 of 2 added; 2 in .bqlint-confidential.\n")
    assert "uillon" not in (team / ".bqlint-confidential").read_text() + added.out + added.err
    ran = bqlint("check", "x.md", "--output-format", "concise")
    assert (ran.code, ran.out.count("BQ801"), "uillon" in ran.out) == (1, 1, False)
    assert "x.md:11:1: error BQ801 a name of the deny-list is told: `Q••••••••`\n" in ran.out


def test_lines_are_sorted_and_a_term_stands_once(team: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.setenv("BQLINT_CONFIDENTIAL_KEY", KEY)
    for terms in ("Delta\nAlpha\n", "Beta\nALPHA\n", "beta\n"):
        typed(monkeypatch, terms)
        bqlint("confidential", "add")
    lines = [line for line in (team / ".bqlint-confidential").read_text().splitlines() if not line.startswith("#")]
    assert len(lines) == 3
    assert lines == sorted(lines)
    typed(monkeypatch, "delta\nGamma\n")
    removed = bqlint("confidential", "remove")
    assert (removed.code, removed.out.splitlines()[-1]) == (1, "1 of 2 removed; 2 in .bqlint-confidential.")


def test_two_branches_that_add_terms_merge_without_a_conflict(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Amber", "Birch", "Cedar", "Drift", "Ember", "Fjord"]
    environment = {**os.environ, "BQLINT_CONFIDENTIAL_KEY": KEY, "GIT_CONFIG_GLOBAL": os.devnull}

    def run(*command: str, text: str = "") -> None:
        subprocess.run(command, input=text.encode(), cwd=team, env=environment, check=True, capture_output=True)

    def add(terms: list[str], message: str) -> None:
        run(sys.executable, "-P", "-m", "bqlint", "confidential", "add", text="\n".join(terms))
        run("git", "add", ".")
        run("git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", message)

    run("git", "init", "-q", "-b", "main")
    (team / ".gitattributes").write_text(".bqlint-confidential merge=union\n")
    add(names[:2], "base")
    run("git", "switch", "-qc", "other")
    add(names[2:4], "theirs")
    run("git", "switch", "-q", "main")
    add(names[4:], "ours")
    run("git", "-c", "user.name=t", "-c", "user.email=t@t", "merge", "-q", "other", "-m", "both")
    assert (team / ".bqlint-confidential").read_text().count("hmac-sha256") == 6


_ON_A_TERMINAL = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_what_is_typed_on_a_terminal_is_not_shown(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BQLINT_CONFIDENTIAL_KEY", KEY)
    command = (sys.executable, "-P", "-m", "bqlint", "confidential", "add")
    told = b""
    with subprocess.Popen(
        [sys.executable, "-c", _ON_A_TERMINAL, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as shell:
        assert shell.stdin
        assert shell.stdout
        for answer in (b"Quillon\n", b"\n"):
            while not told.endswith(b"ends): "):
                told += shell.stdout.read(1)
            shell.stdin.write(answer)
            told += b"|"
        told += shell.stdout.read()
    assert shell.returncode == 0
    assert b"1 of 1 added" in told
    assert b"uillon" not in told


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (None, "the key is missing by which 1 term could be compared (set $BQLINT_CONFIDENTIAL_KEY"),
        ("another-key-of-some-length", "1 of 1 term need another key ("),
        ("short", "$BQLINT_CONFIDENTIAL_KEY: the key is shorter than 20 characters"),
    ],
)
def test_a_missing_or_wrong_key_never_passes(
    key: str | None, said: str, team: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.setenv("BQLINT_CONFIDENTIAL_KEY", KEY)
    typed(monkeypatch, "Quillon")
    bqlint("confidential", "add")
    monkeypatch.delenv("BQLINT_CONFIDENTIAL_KEY")
    if key:
        monkeypatch.setenv("BQLINT_CONFIDENTIAL_KEY", key)
    for command in (("check",), ("check", "x.md"), ("check", "--diff"), ("baseline",)):
        ran = bqlint(*command)
        assert (ran.code, ran.out) == (2, ""), command
        assert said in ran.err
        assert ran.err.count("\n") == 1
    if key != "short":
        assert bqlint("check", "--ignore", "BQ801").code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Quillon", ".bqlint-confidential:2: this is no line of a deny-list"),
        ("\udc80", "the deny-list is not UTF-8 text"),
    ],
)
def test_what_is_no_line_of_a_list_is_refused_unseen(line: str, said: str, team: Path, bqlint: Bqlint) -> None:
    (team / ".bqlint-confidential").write_bytes(f"# ours\n{line}\n".encode("utf-8", "surrogateescape"))
    ran = bqlint("check")
    assert ran.code == 2
    assert said in ran.err
    assert "Quillon" not in ran.err


def test_a_key_inside_a_repository_is_refused(team: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    (team / "key").write_text(KEY)
    monkeypatch.setenv("BQLINT_CONFIDENTIAL_KEY_FILE", str(team / "key"))
    typed(monkeypatch, "Quillon")
    ran = bqlint("confidential", "add")
    assert ran.code == 2
    assert "the key of the deny-list stands inside a repository" in ran.err


def test_a_list_that_the_settings_name_must_be_there(team: Path, bqlint: Bqlint) -> None:
    (team / "bqlint.toml").write_text('confidential = "names"\n')
    ran = bqlint("check")
    assert (ran.code, ran.err) == (2, "bqlint: bqlint.toml:1: `names` is not a file\n")


def test_a_key_is_never_overwritten(team: Path, bqlint: Bqlint) -> None:
    assert bqlint("confidential", "key").code == 0
    assert bqlint("confidential", "key").code == 2
