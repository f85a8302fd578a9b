from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Problem
from bqlint.source import Source, decode, read
from tests.conftest import Within

TEXTS = st.text(alphabet="ab é😀\r\n\u2028\u2029\x0b\x0c\x85\x1c")
_LINE_END = re.compile(r"\r\n|\r|\n")


@given(TEXTS)
def test_every_offset_comes_back_from_its_line_and_column(text: str) -> None:
    source = Source("x.md", text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
        assert line == len(_LINE_END.findall(text, 0, offset)) + 1 - text[offset - 1 : offset + 1].count("\r\n")


@given(TEXTS)
def test_lines_end_at_lf_crlf_and_cr_and_nowhere_else(text: str) -> None:
    source = Source("x.md", text)
    lines = _LINE_END.split(text)
    assert [source.line(number) for number in range(1, len(source.line_starts) + 1)] == lines
    assert source.line(0) == source.line(len(lines) + 1) == ""


@given(TEXTS)
def test_bytes_come_back_from_the_text(text: str) -> None:
    for bom in (b"", b"\xef\xbb\xbf"):
        source = decode(bom + text.encode(), "x.md")
        assert source == Source("x.md", text, bool(bom))


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\rc", 4, (3, 1)),
        ("a\n\rb", 3, (3, 1)),
        ("a\u2028b\x0bc\x85d", 6, (1, 7)),
        ("😀é b", 3, (1, 4)),
    ],
)
def test_line_and_column_count_code_points_from_one(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Source("x.md", text).position(offset) == position


def test_the_digest_is_of_the_text_and_not_of_the_bom() -> None:
    plain, marked = decode("é".encode(), "a.md"), decode(b"\xef\xbb\xbf" + "é".encode(), "b.md")
    assert isinstance(plain, Source)
    assert isinstance(marked, Source)
    assert plain.digest == marked.digest == hashlib.sha256("é".encode()).hexdigest()
    assert plain.digest != Source("a.md", "e").digest


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("---\n".encode("utf-16"), "it is UTF-16"),
        ("\ufeff---\n".encode("utf-16-be"), "it is UTF-16"),
        (b"a\nb\ncaf\xe9\n", "byte 0xe9 on line 3 "),
        (b"a\r\nb\r\ncaf\xe9\r\n", "byte 0xe9 on line 3 "),
        (b"a\rb\rcaf\xe9\r", "byte 0xe9 on line 3 "),
        (b"\xef\xbb\xbfa\n\xff", "byte 0xff on line 2 "),
        (b"a\n\xed\xa0\x80", "byte 0xed on line 2 "),
        (b"a\nb\0c", "line 2 holds a NUL"),
        (b"a\rb\0c", "line 2 holds a NUL"),
        (b"\xef\xbb\xbf\0", "line 1 holds a NUL"),
    ],
)
def test_bytes_that_are_no_utf8_text_are_bq002_with_their_line(raw: bytes, said: str) -> None:
    problem = decode(raw, "x.md")
    assert isinstance(problem, Problem)
    assert (problem.code, said in problem.message) == ("BQ002", True), problem.message


@given(st.binary(max_size=60))
def test_any_bytes_are_a_source_or_bq002(raw: bytes) -> None:
    result = decode(raw, "x.md")
    assert isinstance(result, Source) or result.code == "BQ002"


def test_a_file_is_read_whole_and_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xef\xbb\xbfa\r\nb")
    (tmp_path / "link.md").symlink_to("x.md")
    assert read(str(tmp_path / "x.md"), "shown.md") == Source("shown.md", "a\r\nb", bom=True)
    assert read(str(tmp_path / "link.md"), "link.md") == Source("link.md", "a\r\nb", bom=True)


def test_a_file_that_cannot_be_opened_is_bq001(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling.md").symlink_to("nowhere")
    (tmp_path / "circle.md").symlink_to("circle.md")
    for name, said in (
        ("missing.md", "No such file"),
        ("dangling.md", "No such file"),
        ("circle.md", "symbolic links"),
        ("folder", "not a regular file"),
        ("x.md/y.md", "No such file"),
        ("nul\0.md", "null"),
        ("long" * 100, "too long"),
    ):
        problem = read(str(tmp_path / name), name)
        assert isinstance(problem, Problem), name
        assert (problem.code, said in problem.message) == ("BQ001", True), problem.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this platform")
def test_a_fifo_and_a_device_are_refused_without_waiting(tmp_path: Path, within: Within) -> None:
    os.mkfifo(tmp_path / "fifo.md")
    with within(2):
        for path in (str(tmp_path / "fifo.md"), "/dev/zero"):
            problem = read(path, "x.md")
            assert isinstance(problem, Problem)
            assert (problem.code, "not a regular file" in problem.message) == ("BQ001", True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_bq001(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("a")
    (tmp_path / "x.md").chmod(0)
    problem = read(str(tmp_path / "x.md"), "x.md")
    assert isinstance(problem, Problem)
    assert (problem.code, "denied" in problem.message) == ("BQ001", True)


def test_a_file_over_the_limit_is_bq003_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"a" * 1234)
    assert isinstance(read(str(path), "x.md", max_bytes=1234), Source)
    problem = read(str(path), "x.md", max_bytes=1233)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("BQ003", "the file has 1,234 bytes; at most 1,233 are read")
