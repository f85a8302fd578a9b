from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.cache import store
from bqlint.cache.digest import digest
from bqlint.cache.packing import packed, unpacked
from bqlint.cache.store import Store


def key(number: int) -> bytes:
    return digest(str(number).encode())


def same_file(number: int) -> bytes:
    """A key that shares its file with the others made here."""
    return b"\7" + key(number)[1:]


def filled(folder: Path, *numbers: int) -> Path:
    """A cache with a record a number, all in one file; that file."""
    kept = Store(str(folder))
    for number in numbers:
        kept.put(same_file(number), b"record %d" % number)
    kept.flush()
    return folder / "1" / "07"


def test_what_was_put_is_got_before_and_after_it_is_written(tmp_path: Path) -> None:
    kept = Store(str(tmp_path / "cache"))
    kept.put(key(1), b"one")
    assert kept.get(key(1)) == b"one"
    kept.flush()
    assert Store(str(tmp_path / "cache")).get(key(1)) == b"one"
    assert Store(str(tmp_path / "cache")).get(key(2)) is None


def test_the_later_of_two_records_counts(tmp_path: Path) -> None:
    for text in (b"old", b"new"):
        kept = Store(str(tmp_path))
        kept.put(key(1), text)
        kept.flush()
    assert Store(str(tmp_path)).get(key(1)) == b"new"


@given(
    damage=st.lists(
        st.tuples(st.sampled_from(("cut", "flip", "insert", "double")), st.floats(0, 1), st.binary(min_size=1)),
        min_size=1,
        max_size=3,
    )
)
def test_a_damaged_file_holds_what_was_written_or_nothing(
    damage: list[tuple[str, float, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    file = filled(folder, *range(5))
    content = file.read_bytes()
    for kind, share, more in damage:
        at = int(share * len(content))
        if kind == "cut":
            content = content[:at]
        elif kind == "flip":
            content = (
                content[:at] + bytes(255 - byte for byte in content[at : at + len(more)]) + content[at:][len(more) :]
            )
        elif kind == "insert":
            content = content[:at] + more + content[at:]
        else:
            content += content[at:]
    file.write_bytes(content)
    kept = Store(str(folder))
    for number in range(5):
        assert kept.get(same_file(number)) in (None, b"record %d" % number)
    kept.put(same_file(9), b"record 9")
    kept.flush()
    assert Store(str(folder)).get(same_file(9)) == b"record 9"


def test_a_torn_end_is_mended_by_the_next_run_that_writes(tmp_path: Path) -> None:
    file = filled(tmp_path, 1, 2)
    file.write_bytes(file.read_bytes()[:-3])
    kept = Store(str(tmp_path))
    assert kept.get(same_file(2)) is None
    kept.put(same_file(3), b"record 3")
    kept.flush()
    after = Store(str(tmp_path))
    assert [after.get(same_file(number)) for number in (1, 2, 3)] == [b"record 1", None, b"record 3"]


def test_a_full_file_keeps_the_newest_records_and_stays_below_its_limit(tmp_path: Path) -> None:
    for number in range(100):
        kept = Store(str(tmp_path))
        kept.put(same_file(number), bytes(10_000))
        kept.flush()
    size = (tmp_path / "1" / "07").stat().st_size
    assert size <= store.MOST_BYTES / 256
    after = Store(str(tmp_path))
    assert [after.get(same_file(number)) is None for number in (0, 85, 99)] == [True, False, False]


def test_a_record_too_large_for_the_cache_is_left_out(tmp_path: Path) -> None:
    kept = Store(str(tmp_path))
    kept.put(key(1), bytes(store.MOST_BYTES // 256))
    kept.flush()
    assert Store(str(tmp_path)).get(key(1)) is None


def in_the_way(kind: str, file: Path) -> None:
    """Put something else where a file of the cache was."""
    file.unlink()
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "link to itself":
        file.symlink_to(file)
    else:
        file.write_bytes(b"SQLite format 3\0" + bytes(4000))


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to itself", "another program's file"])
def test_nothing_that_stands_in_the_way_is_an_error(kind: str, tmp_path: Path) -> None:
    in_the_way(kind, filled(tmp_path, 1))
    kept = Store(str(tmp_path))
    assert kept.get(same_file(1)) is None
    kept.put(same_file(1), b"again")
    kept.flush()
    assert Store(str(tmp_path)).get(same_file(1)) in (None, b"again")


def test_no_folder_can_be_made_and_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = Store(str(tmp_path / "file"))
    kept.put(key(1), b"one")
    kept.flush()
    assert Store(str(tmp_path / "file")).get(key(1)) is None


def test_findings_of_stories_are_readable_by_their_user_alone(tmp_path: Path) -> None:
    file = filled(tmp_path / "cache", 1)
    assert [path.stat().st_mode & 0o077 for path in (tmp_path / "cache", file.parent, file)] == [0, 0, 0]


def test_a_draft_of_a_run_that_died_does_not_stop_the_others_for_long(tmp_path: Path) -> None:
    file = filled(tmp_path, 1)
    file.write_bytes(file.read_bytes()[:-1])
    draft = file.with_name("07.new")
    draft.write_bytes(b"half")
    os.utime(draft, (0, 0))
    for _ in range(2):
        kept = Store(str(tmp_path))
        kept.get(same_file(1))
        kept.put(same_file(2), b"record 2")
        kept.flush()
    assert Store(str(tmp_path)).get(same_file(2)) == b"record 2"
    assert not draft.exists()


def test_cleaning_deletes_the_cache_and_nothing_else(tmp_path: Path) -> None:
    filled(tmp_path, 1, 2)
    (tmp_path / "2").mkdir()
    (tmp_path / "2" / "ff").write_text("of a later version")
    (tmp_path / "1" / "letter.txt").write_text("mine")
    store.clean(str(tmp_path))
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["1", "letter.txt"]


@given(st.lists(st.binary()))
def test_parts_come_apart_as_they_were_put_together(parts: list[bytes]) -> None:
    assert unpacked(packed(*parts)) == parts


_WRITER = """
import random, sys
from bqlint.cache.store import Store
random.seed(int(sys.argv[2]))
while True:
    kept = Store(sys.argv[1])
    for _ in range(20):
        number = random.randrange(400)
        key = bytes([number % 2]) + number.to_bytes(15, "big")
        wanted = key * (number * 7)
        if kept.get(key) not in (None, wanted):
            sys.exit(3)
        kept.put(key, wanted)
    kept.flush()
"""


def test_eight_writers_killed_at_any_moment_leave_no_wrong_record(tmp_path: Path) -> None:
    def writer(seed: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-P", "-c", _WRITER, str(tmp_path), str(seed)])

    running = [writer(seed) for seed in range(8)]
    for seed in range(8, 14):
        time.sleep(0.05)
        killed = running.pop(0)
        killed.kill()
        assert killed.wait() != 3
        running.append(writer(seed))
    for each in running:
        each.kill()
        assert each.wait() != 3
    after = Store(str(tmp_path))
    keys = [bytes([number % 2]) + number.to_bytes(15, "big") for number in range(400)]
    found = [after.get(key) for key in keys]
    assert any(found)
    assert all(
        record in (None, key * (number * 7)) for number, (key, record) in enumerate(zip(keys, found, strict=True))
    )


def test_a_cache_inside_a_repository_follows_no_link_out_of_it(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "file").write_text("kept")
    (outside / "folder").mkdir()
    (tmp_path / ".git").mkdir()
    for name, target in (("cache", "folder"), ("with-folder/1", "folder"), ("with-tag/CACHEDIR.TAG", "file")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(outside / target)
    (tmp_path / "with-files" / "1").mkdir(parents=True)
    for number in range(256):
        (tmp_path / "with-files" / "1" / f"{number:02x}").symlink_to(outside / "file")
    for name in ("cache", "with-folder", "with-tag", "with-files"):
        store = Store(str(tmp_path / name))
        store.put(digest(name.encode()), b"record")
        store.flush()
    assert (outside / "file").read_text() == "kept"
    assert list((outside / "folder").iterdir()) == []
