"""Repositories that try to run something, or to hide what changed: nothing runs, and what cannot be told is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.lab import FAULT, NAME, WITNESS, bqlint, check, refused, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that must not run are shell scripts")


def git(folder: Path, *arguments: str, **options: str) -> str:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@e.example", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@e.example", **options,
    }  # fmt: skip
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits; the witness is new in the second, another story is changed and staged."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    tree(folder, {"old.md": WITNESS})
    (folder / NAME).unlink()
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "one")
    git(folder, "branch", "base")
    tree(folder, {"odd\nname.md": WITNESS, "-x.md": WITNESS})
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "two")
    (folder / "old.md").write_text(WITNESS.replace("evening trade", "morning trade"))
    git(folder, "add", "-A")
    return folder


def armed(folder: Path) -> Path:
    """The same, and every program that git may be told to run leaves a mark."""
    program = folder.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {folder.parent}/owned\ncat\n")
    program.chmod(0o755)
    for key in (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "diff.external",
        "gpg.program",
        "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "diff.evil.command",
        "merge.evil.driver", "credential.helper", "uploadpack.packObjectsHook", "alias.rev-parse", "alias.ls-tree",
        "alias.ls-files", "alias.cat-file", "alias.merge-base", "interactive.diffFilter", "pager.ls-tree", "pager.log",
        "remote.origin.uploadpack", "core.alternateRefsCommand",
    ):  # fmt: skip
        git(folder, "config", key, f"!{program}" if key.startswith("alias") else str(program))
    git(folder, "config", "core.hooksPath", str(folder / "hooks"))
    git(folder, "config", "remote.origin.url", f"ext::{program}")
    git(folder, "config", "remote.origin.promisor", "true")
    (folder / "hooks").mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-commit", "fsmonitor-watchman"):
        (folder / "hooks" / name).symlink_to(program)
    (folder / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n")
    return folder


def is_owned(folder: Path) -> bool:
    return (folder.parent / "owned").exists()


def test_nothing_that_a_repository_configures_runs(repository: Path) -> None:
    armed(repository)
    assert check("--since", "base", cwd=repository).codes("old.md") & {FAULT}
    assert bqlint("check", "--staged", "--output-format", "json", cwd=repository).codes("old.md") == {FAULT, "BQ601"}
    check(cwd=repository)
    bqlint("check", "--fix", cwd=repository)
    bqlint("check", "--untrusted", "--since", "base", cwd=repository)
    for command in (
        ("baseline", "write"),
        ("new", "general/conflict"),
        ("coverage",),
        ("gate",),
        ("report",),
        ("init",),
    ):
        bqlint(*command, cwd=repository)
    assert not is_owned(repository)


def test_the_environment_does_not_choose_another_repository(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    armed(other)
    for name, value in {
        "GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other), "GIT_OBJECT_DIRECTORY": str(other),
        "GIT_NAMESPACE": "x", "GIT_EXTERNAL_DIFF": str(tmp_path / "program"), "GIT_CONFIG_COUNT": "x",
        "GIT_CONFIG_GLOBAL": str(other / ".git" / "config"), "GIT_SSH_COMMAND": str(tmp_path / "program"),
        "GIT_TRACE": str(tmp_path / "owned"), "GIT_EXEC_PATH": str(other), "GIT_CEILING_DIRECTORIES": str(tmp_path),
    }.items():  # fmt: skip
        assert FAULT in check("--since", "base", cwd=repository, env={name: value}).codes(NAME)
    assert not is_owned(repository)


def test_a_folder_shaped_like_a_repository_is_none(repository: Path) -> None:
    bare = repository / "stories"
    git(repository, "init", "-q", "--bare", "stories")
    (bare / "x.md").write_text(WITNESS)
    for key in ("core.fsmonitor", "core.pager", "diff.external"):
        git(bare, "config", key, f"touch {repository.parent}/owned;:")
    git(bare, "config", "core.worktree", str(bare))
    git(bare, "config", "core.bare", "false")
    for arguments in (("check", "."), ("check", "--since", "base", "."), ("check", "--staged")):
        bqlint(*arguments, cwd=bare)
    check("--since", "base", cwd=repository)
    assert not is_owned(repository)


def test_replaced_and_grafted_history_hides_nothing(repository: Path) -> None:
    one, two = git(repository, "rev-parse", "base", "HEAD").split()
    git(repository, "replace", one, two)
    assert FAULT in check("--since", "base", cwd=repository).codes(NAME)


def test_history_that_is_missing_is_said(repository: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    assert "shallow" in refused("check", "--since", "origin/base", cwd=shallow)
    assert "shallow" in refused("check", "--since", "HEAD~1", cwd=shallow)
    other = tmp_path / "unrelated"
    other.mkdir()
    git(other, "init", "-q")
    tree(other, {})
    assert "commit" in refused("check", "--since", "HEAD", cwd=other)
    git(repository, "checkout", "-q", "--orphan", "alone")
    git(repository, "commit", "-qm", "three")
    assert "no common history" in refused("check", "--since", "base", cwd=repository)


def test_names_of_commits_are_names(repository: Path) -> None:
    for ref in (
        "--help", "-x", "--output=owned", "HEAD; touch owned", "$(touch owned)", "HEAD:old.md", "HEAD^{tree}", ":/two",
        "@{-1}", "HEAD..base", "^HEAD", "a b", "\n", "\x1b[2J", "refs/heads/../../x", "'", '"',
    ):  # fmt: skip
        outcome = bqlint("check", f"--since={ref}", cwd=repository)
        assert outcome.code in (1, 2)
        assert "\x1b" not in outcome.err
    git(repository, "update-ref", "refs/heads/\u202e;x", "base")
    git(repository, "update-ref", "refs/heads/a'b", "base")
    check("--since", "\u202e;x", cwd=repository)
    check("--since", "a'b", cwd=repository)
    assert not (repository / "owned").exists()


def test_how_git_is_told_to_print_changes_nothing(repository: Path) -> None:
    plain = bqlint("status", cwd=repository).out
    with open(repository / ".git" / "config", "a") as stream:
        stream.write("[i18n]\n\tlogOutputEncoding = utf-16\n[log]\n\tdate = format:%x00\n\tshowSignature = true\n")
        stream.write(
            "[color]\n\tui = always\n[diff]\n\tnoprefix = true\n\trelative = true\n[core]\n\tquotePath = true\n"
        )
    assert bqlint("status", cwd=repository).out == plain


def test_a_file_of_a_commit_that_is_too_large_is_named_and_hides_no_other(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "work")
    large = repository / "large.md"
    large.write_bytes(b"a" * 60_000_000)
    git(repository, "add", "-A")
    large.write_text("small")
    staged = bqlint("check", "--staged", "--output-format", "json", cwd=repository)
    assert staged.codes("large.md") == {"BQ003"}
    assert FAULT in staged.codes("old.md")
    git(repository, "commit", "-qm", "three")
    told = bqlint("gate", "--base", "base", cwd=repository)
    assert told.code == 1
    assert b"REFUSED large.md" in told.out
    assert b"REFUSED witness.md" in told.out


def test_git_that_waits_for_ever_is_not_waited_for(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(repository / ".git" / "pipe")
    with open(repository / ".git" / "config", "a") as stream:
        stream.write("[include]\n\tpath = pipe\n")
    monkeypatch.setattr("bqlint.git.SECONDS", 0.2)
    for arguments in (("check", "--since", "base"), ("check", "--staged"), ("gate", "--base", "base")):
        assert "did not answer" in refused(*arguments, cwd=repository)
    check(NAME, cwd=repository)


def test_a_broken_repository_is_said(repository: Path) -> None:
    (repository / ".git" / "HEAD").write_text("nonsense\n")
    refused("check", "--since", "base", cwd=repository)
    check(cwd=repository)
    (repository / ".git" / "HEAD").unlink()
    refused("check", "--staged", cwd=repository)
    (repository / ".git" / "index").write_bytes(b"DIRC\xff\xff\xff\xff")
    check(cwd=repository)
