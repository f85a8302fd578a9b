from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bqlint import atomic


def test_a_written_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic.write(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_mode_that_open_would_give(tmp_path: Path) -> None:
    atomic.write(str(tmp_path / "x.md"), b"new")
    (tmp_path / "y.md").write_bytes(b"")
    assert (tmp_path / "x.md").stat().st_mode == (tmp_path / "y.md").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    atomic.write(str(tmp_path / "link.md"), b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(str(path), b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("x.md", b"old")]


def test_create_makes_folders_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "x.md"
    atomic.create(str(path), b"first")
    with pytest.raises(FileExistsError):
        atomic.create(str(path), b"second")
    assert path.read_bytes() == b"first"


def test_create_does_not_write_through_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "x.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        atomic.create(str(tmp_path / "x.md"), b"text")
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_gets_all_files_or_none(tmp_path: Path, is_there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "made" / "stories"
    if is_there:
        folder.mkdir(parents=True)
        (folder / "a.md").write_text("old")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    write = atomic.write

    def full(path: str, content: bytes) -> None:
        if path.endswith("c.md"):
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(atomic, "write", full)
    with pytest.raises(OSError, match="No space left"):
        atomic.write_folder(str(folder), {"a.md": b"1", "b.md": b"2", "c.md": b"3"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == (before if is_there else ["made"])
    monkeypatch.undo()
    atomic.write_folder(str(folder), {"a.md": b"1", "b.md": b"2", "c.md": b"3"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.md": b"1", "b.md": b"2", "c.md": b"3"}
