"""Arguments, streams, suppressions and fixes: the exit code is a contract, and no file is left torn."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.lab import FAULT, NAME, WITNESS, bqlint, check, refused, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals are of POSIX")

WRONG: tuple[tuple[str | bytes, ...], ...] = (
    ("chekc",), ("--nonsense",), ("\x1b[2J",), ("",), (b"\xff",), ("check", "--nonsense"), ("check", "--jobs", "x"),
    ("check", "--jobs", "-1"), ("check", "--jobs", "9" * 400), ("check", "--jobs", "1e3"), ("check", "--jobs", "nan"),
    ("check", "--max-warnings", "-1"), ("check", "--max-warnings", "x"), ("check", "--fail-on", "fatal"),
    ("check", "--fail-on", ""), ("check", "--today", "yesterday"), ("check", "--today", "2024-02-30"),
    ("check", "--today", "9" * 100), ("check", "--today", ""), ("check", "--since", "--output=owned"),
    ("check", "--since", "HEAD"), ("check", "--since", "\x1b[2J"), ("check", "--since", b"\xff\xfe"),
    ("check", "--since", "a" * 10_000), ("check", "--since", ""), ("check", "--since=-x"), ("check", "--staged"),
    ("check", "--output-format", "xml"), ("check", "--output-format", ""), ("check", "--output-format", "="),
    ("check", "--output-format", "json=/nowhere/x"), ("check", "--output-format", "json=."),
    ("check", "--output-format", "json=a", "--output-format", "sarif=a"), ("check", "--select", "BQ9999"),
    ("check", "--select", "\u202e"), ("check", "--ignore", "x" * 5_000), ("check", "--config", "nothing.toml"),
    ("check", "--config", "."), ("check", "--config", "/dev/zero"), ("check", "--config", NAME),
    ("check", "--config", "x.toml", "--isolated"), ("check", "--allow-plugins", "--untrusted"), ("check", "-", NAME),
    ("check", "--color", "maybe"), ("check", "--unsafe-fixes"), ("check", "--staged", "--fix"), ("check", "--fix=1"),
    ("inspect", "nothing.md"), ("rule", "BQ9999"), ("rule", "\x1b"), ("baseline", "x"),
    ("import", "nothing.md", "--to", "x"), ("import", NAME, "--to", NAME), ("import", "/dev/zero", "--to", "x"),
    ("import",), ("new", "../../escape"), ("new", "x\x00y"[:1] + "/" * 3), ("completion", "tcsh"),
    ("cache", "burn"), ("check", "x" * 100_000), ("check", "--config", "x" * 5_000), ("import", NAME, "--to", ""),
)  # fmt: skip


def test_wrong_arguments_are_one_line_and_exit_code_two(tmp_path: Path) -> None:
    tree(tmp_path, {})
    missed = []
    for arguments in WRONG:
        try:
            refused(*arguments, cwd=tmp_path)
        except AssertionError as error:
            missed.append(f"{arguments}: {str(error)[:300]}")
    assert missed == []
    assert sorted(os.listdir(tmp_path)) == [".git", NAME]


def test_standard_input_is_a_story(tmp_path: Path) -> None:
    tree(tmp_path, {})
    for stdin in (b"", b"\xff", b"\x00" * 2_000_000, b"---\n" * 1_000, WITNESS.encode()):
        for name in ("x.md", "../x.md", "/x.md", "\x1b.md", "::error::.md", "a" * 300 + ".md", "nowhere/x.md"):
            outcome = bqlint(
                "check", "-", "--stdin-filename", name, "--output-format", "json", cwd=tmp_path, stdin=stdin
            )
            assert outcome.code == 1
            assert outcome.findings


def closed(*numbers: int) -> Callable[[], None]:
    return lambda: [os.close(number) for number in numbers] and None  # type: ignore[func-returns-value]


def test_output_that_cannot_be_written_is_exit_code_two(tmp_path: Path) -> None:
    tree(tmp_path, {})
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        for name in ("full", "json", "sarif", "github"):
            outcome = bqlint("check", "--output-format", name, cwd=tmp_path, out=full)
            assert outcome.code == 2
            assert outcome.err.count("\n") == 1
        assert bqlint("--help", cwd=tmp_path, out=full).code == 2
        assert bqlint("rule", cwd=tmp_path, out=full).code == 2
    finally:
        os.close(full)
    assert refused("check", "--output-format", "json=/dev/full", cwd=tmp_path)
    (tmp_path / "closed").mkdir()
    assert refused("check", "--output-format", "json=closed/no/x.json", cwd=tmp_path)


def test_a_reader_that_leaves_is_exit_code_two(tmp_path: Path) -> None:
    tree(tmp_path, {f"{n}.md": WITNESS for n in range(200)})
    reading, writing = os.pipe()
    os.close(reading)
    outcome = bqlint("check", "--output-format", "json", cwd=tmp_path, out=writing)
    os.close(writing)
    assert outcome.code == 2
    assert outcome.err == ""
    for arguments in (("check", "--help"), ("rule", "--all"), ("--help",)):
        reading, writing = os.pipe()
        os.close(reading)
        assert bqlint(*arguments, cwd=tmp_path, out=writing).code == 2
        os.close(writing)


@pytest.mark.parametrize("numbers", [(0,), (1,), (2,), (1, 2), (0, 1, 2)])
def test_closed_streams_are_no_crash(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    tree(tmp_path, {})
    code = bqlint("check", cwd=tmp_path, before=closed(*numbers)).code
    assert code == (2 if 1 in numbers else 1)


def test_without_a_standard_output_nothing_is_done_and_that_is_said(tmp_path: Path) -> None:
    tree(tmp_path, {})
    command = f"'{sys.executable}' -P -m bqlint check --fix >&-"  # a new interpreter: its sys.stdout is None then
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "bqlint: standard output is closed\n")


def limited(what: int, size: int) -> Callable[[], None]:
    def before() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(what, (size, size))

    return before


MESSY = WITNESS.replace("status: in-review", "status: in-review\nstauts: x").replace("\n## Task", "  \n\n\n\n## Goal")


def test_a_fix_that_cannot_be_written_leaves_the_file(tmp_path: Path) -> None:
    raw = MESSY.encode()
    tree(tmp_path, {f"{n}.md": raw for n in range(3)})
    outcome = bqlint("check", "--fix", "--no-cache", cwd=tmp_path, before=limited(resource.RLIMIT_FSIZE, 0))
    assert outcome.code == 2
    assert [(tmp_path / f"{n}.md").read_bytes() == raw for n in range(3)] == [True] * 3
    assert [name for name in os.listdir(tmp_path) if name.startswith(".bqlint-")] == []


def test_few_descriptors_and_little_memory_are_no_crash(tmp_path: Path) -> None:
    tree(tmp_path, {f"{n}.md": WITNESS for n in range(40)})
    check(cwd=tmp_path, before=limited(resource.RLIMIT_NOFILE, 24))
    check(cwd=tmp_path, before=limited(resource.RLIMIT_AS, 1 << 30))


def test_fixes_write_only_what_they_read(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.md").write_text(MESSY)
    kept = {
        "latin.md": MESSY.encode() + b"\xe9",
        "conflict.md": MESSY.encode() + b"\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n",
        "twice.md": MESSY.replace("author: sam", "author: sam\nauthor: kim").encode(),
        "open.md": MESSY.replace("---\n# The", "# The").encode(),
        "nul.md": MESSY.encode() + b"\x00",
    }
    tree(tmp_path, {**kept, "plain.md": MESSY})
    (tmp_path / "link.md").symlink_to(outside / "x.md")
    (tmp_path / "folder").symlink_to(outside)
    outcome = bqlint("check", "--fix", ".", "folder/x.md", cwd=tmp_path)
    assert outcome.code == 1
    assert [name for name, raw in kept.items() if (tmp_path / name).read_bytes() != raw] == []
    assert (outside / "x.md").read_text() == MESSY
    assert (tmp_path / "plain.md").read_text() != MESSY


def test_fixes_converge_and_keep_what_bytes_are_special(tmp_path: Path) -> None:
    shapes = {
        "bom.md": b"\xef\xbb\xbf" + MESSY.encode(),
        "crlf.md": MESSY.replace("\n", "\r\n").encode(),
        "cr.md": MESSY.replace("\n", "\r").encode(),
        "mixed.md": MESSY.replace("\n", "\r\n", 5).encode(),
        "separators.md": (MESSY + "\n\u2028 \u0085 \x0c \x0b\n").encode(),
        "controls.md": (MESSY + "\n\x1b[2J \u202e \ufeff\n").encode(),
    }
    tree(tmp_path, shapes)
    (tmp_path / "crlf.md").chmod(0o640)
    bqlint("check", "--fix", cwd=tmp_path)
    once = {name: (tmp_path / name).read_bytes() for name in shapes}
    assert once["bom.md"].startswith(b"\xef\xbb\xbf---")
    assert b"\n" not in once["cr.md"]
    assert once["crlf.md"].count(b"\n") == once["crlf.md"].count(b"\r\n")
    assert (tmp_path / "crlf.md").stat().st_mode & 0o777 == 0o640
    bqlint("check", "--fix", cwd=tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in shapes} == once


ASKED = (
    "ignore-file ALL -- x", "ignore-file BQ -- x", "ignore-file BQ2 -- x", "ignore-file * -- x", "ignore-file -- x",
    "ignore-file", "ignore-file BQ001 BQ002 BQ004 BQ005 BQ006 BQ007 BQ008 -- x", "ignore-file BQ921 BQ922 BQ923 -- x",
    "ignore-file BQ911 BQ912 BQ913 -- x", "disable", "off", "ignore-all", "ignore ALL until 9999-99-99 -- x",
    "ignore-file " + " ".join(f"BQ{n:03}" for n in range(1_000)) + " -- x", "ignore-file \x1b[2J -- x",
    "ignore-file BQ201 until 0000-00-00 -- x", "ignore-file BQ201 until 2020-01-01 -- x", "ignore-file bq201x -- x",
    "ignore-file BQ201\u200b -- x", "ignore-file ВQ201 -- x", "ignore-file " + "x" * 10_000 + " -- x", "--", "-->",
)  # fmt: skip


def test_nothing_hides_more_than_it_names(tmp_path: Path) -> None:
    asked = {f"{n}.md": f"{WITNESS}\n<!-- bqlint: {wish} -->\n" for n, wish in enumerate(ASKED)}
    fronts = {
        f"f{n}.md": WITNESS.replace("author: sam", f"author: sam\nlint: {{ignore: [{json.dumps(wish)}]}}")
        for n, wish in enumerate(wish.removeprefix("ignore-file ") for wish in ASKED if "\x1b" not in wish)
    }
    hidden = {
        "broken.md": "---\nlint: {ignore: [BQ005 -- x]}\na: [\n---\n<!-- bqlint: ignore-file BQ005 -- x -->\n",
        "bad.md": b"<!-- bqlint: ignore-file BQ002 -- x -->\xff",
        "none.md": "<!-- bqlint: ignore-file BQ004 -- x -->\n",
        "conflict.md": f"{WITNESS}\n<!-- bqlint: ignore-file BQ006 -- x -->\n<<<<<<< a\n=======\n>>>>>>> b\n",
        "code.md": f"{WITNESS}\n```\n<!-- bqlint: ignore-file BQ201 -- x -->\n```\n",
        "quoted.md": f"{WITNESS}\n`<!-- bqlint: ignore-file BQ201 -- x -->`\n",
    }
    outcome = check(cwd=tree(tmp_path, {**asked, **fronts, **hidden}))
    assert [name for name in (*asked, *fronts, "code.md", "quoted.md") if FAULT not in outcome.codes(name)] == []
    found = [outcome.codes(name) for name in ("broken.md", "bad.md", "none.md", "conflict.md")]
    assert found == [{"BQ005"}, {"BQ002"}, {"BQ004"}, {"BQ006"}]
