"""File names and file systems: whatever a folder holds, each file is judged or named, and nothing outside is read."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

from bqlint.render import FORMATS
from tests.hostile.lab import FAULT, NAME, WITNESS, bqlint, check, refused, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such names and files are of POSIX")

NAMES = (
    b"new\nline.md", b"carriage\rreturn.md", b"tab\tname.md", b"bell\x07.md", b"\x1b[2Jclear.md",
    b"\x1b]0;title\x07.md",
    b"\x9b31m.md", "\u202egnp.md".encode(), "\u2066a\u2069.md".encode(), "\u2028line.md".encode(),
    "\ufeffbom.md".encode(),
    b"-dash.md", b"--fix.md", b"--config=x.md", b"-.md", b"::error::x.md", b" ::error::y.md", b"##[add-mask]z.md",
    b"##vso[task.x]y.md", b"%0Aerror.md", b"a%20b.md", b"a?b#c.md", b"a:b.md", b"a b.md", b" lead.md", b"trail .md",
    b"quote'.md", b'quote".md', b"back`tick`.md", b"$(touch owned).md", b"; touch owned;.md", b"| cat.md", b"&amp;.md",
    b"<script>.md", b"]]>.md", b"-->.md", b"a\\b.md", b"*.md", b"[a].md", b"{a,b}.md", b"!a.md", b"~.md", b"..md",
    b"...md", b"\xff\xfe.md", b"caf\xe9.md", b"\xed\xa0\x80.md", "café.md".encode(), "cafe\u0301.md".encode(),
    b"CON.md", b"nul.md", b"a" * 252 + b".md", "情".encode() * 84 + b".md", "🙂.md".encode(), b"@file.md", b"=.md",
    b"a.md.md", b"README .md", b"x.MD.md", b"{0}.md", b"%s.md", b"\\x1b.md", b"a;b=c.md",
)  # fmt: skip


def named(folder: Path) -> list[bytes]:
    """The witness under every name that this file system can hold."""
    tree(folder, {})
    held = []
    for name in NAMES:
        try:
            with open(os.path.join(os.fsencode(folder), name), "xb") as stream:
                stream.write(WITNESS.encode())
        except OSError:
            continue
        held.append(name)
    return held


def test_a_story_of_any_name_is_found_and_told_by_it(tmp_path: Path) -> None:
    held = named(tmp_path)
    found = {each["path"] for each in check(cwd=tmp_path).findings if each["code"] == FAULT}
    told = {os.fsdecode(name).encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") for name in held}
    assert found - {NAME} == {"".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in name) for name in told}
    assert not (tmp_path / "owned").exists()


def test_a_story_of_any_name_can_be_named(tmp_path: Path) -> None:
    held = named(tmp_path)
    outcome = check("--", *held, NAME, cwd=tmp_path)
    assert len({each["path"] for each in outcome.findings if each["code"] == FAULT}) >= len(held) - 3
    plain = [name for name in held if name != b"-.md"]
    assert check(*plain, NAME, cwd=tmp_path).out.count(b'"BQ201"') >= len(plain)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_lets_a_name_act(tmp_path: Path, name: str) -> None:
    named(tmp_path)
    outcome = bqlint("check", "--output-format", name, cwd=tmp_path)
    assert outcome.code == 1
    text = outcome.out.decode()
    bad = [c for c in text if not (c == "\n" or c.isprintable() or c == "\u00ad")]
    assert [c for c in bad if ord(c) < 0xA0 or c in "\u202e\u2066\u2069\u2028\ufeff"] == []
    assert "##[" not in text
    assert "##vso[" not in text
    if name != "github":
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text, parse_constant=pytest.fail)


EVIL = (
    "\x1b[2J", "\u202e", "\u2028", "\x85", "::error::x", " ::error::x", "##[error]x", "##vso[task.x]y", "=1+1", "@x",
    "<script>x</script>", "]]>", "-->", "\ufffe", "\u200b" * 99, "\r", "'\"><img src=x>",
)  # fmt: skip
SAYING = (
    ("inspect",), ("coverage",), ("coverage", "--output-format", "markdown"), ("coverage", "--output-format", "json"),
    ("coverage", "--output-format", "svg"), ("coverage", "--output-format", "csv"), ("status",),
    ("status", "--output-format", "json"), ("check", "--diff", "--unsafe-fixes"), ("question",), ("config", "0.md"),
    ("question", "--output-format", "json", "evil"), ("baseline",), ("baseline", "--check"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", SAYING, ids=" ".join)
def test_nothing_that_a_command_prints_acts(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    stories = {}
    for number, sign in enumerate(EVIL):
        held = json.dumps(sign)
        told = WITNESS.replace("author: sam", f"author: {held}\nevent: {held}").replace("# The", f"# {sign} The")
        told = told.replace("## Task", f"## {sign}\n\nText {sign} was significantly better.  \n\n\n\n## Task")
        stories[f"{number}.md"] = told.replace("title: The witness", f"title: {held}\ntags: [{held}]")
        stories[f"{number}-asked.md"] = WITNESS.replace("general/proudest-project", held)
    tree(tmp_path, stories)
    outcome = bqlint(*arguments, cwd=tmp_path)
    for text in (outcome.out.decode().replace("\r\n", "\n"), outcome.err):
        assert [c for c in text if (c < " " and c not in "\n\t") or c in "\x85\x1b\u202e\u2028\ufeff"] == []
        assert "##[" not in text
        assert "##vso[" not in text
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    if "svg" in arguments:
        assert b"<script" not in outcome.out
        assert b"<img" not in outcome.out
    if "csv" in arguments:
        cells = [cell for row in csv.reader(io.StringIO(outcome.out.decode())) for cell in row]
        assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.md").write_text("---\ntitle: hunter2 [\n---\nhunter2\n")
    (folder / "secret.toml").write_text('hunter2 = "hunter2"\n')
    (folder / "secret.json").write_text('{"hunter2": hunter2}')
    return folder


def test_links_lead_nowhere_outside(tmp_path: Path, outside: Path) -> None:
    tree(tmp_path, {"real/x.md": WITNESS})
    links = {
        "out.md": outside / "secret.md",
        "passwd.md": Path("/etc/passwd"),
        "environ.md": Path("/proc/self/environ"),
        "zero.md": Path("/dev/zero"),
        "tty.md": Path("/dev/tty"),
        "up.md": Path("../" * 20 + "etc/passwd"),
        "loop.md": tmp_path / "loop.md",
        "loop-a.md": tmp_path / "loop-b.md",
        "loop-b.md": tmp_path / "loop-a.md",
        "gone.md": tmp_path / "nothing.md",
        "folder.md": tmp_path / "real",
        "again": tmp_path,
        "outside": outside,
    }
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    (tmp_path / "inside.md").symlink_to(tmp_path / "real" / "x.md")
    outcome = check(cwd=tmp_path)
    assert b"hunter2" not in outcome.out
    assert b"root:" not in outcome.out
    refused_ones = [name for name in links if name.endswith(".md") and name != "folder.md"]
    assert [name for name in refused_ones if outcome.codes(name) != {"BQ001"}] == []
    assert FAULT in outcome.codes("inside.md")
    named_ones = check(NAME, *refused_ones, cwd=tmp_path)
    assert [name for name in refused_ones if named_ones.codes(name) != {"BQ001"}] == []


def test_no_command_writes_through_a_link_that_leads_out(tmp_path: Path, outside: Path) -> None:
    notes = "# Tell me about a conflict\n\nSituation: I had one.\n\nResult: I won by 5%.\n"
    tree(tmp_path, {"notes.txt": notes, "bqlint.toml": ""})
    (outside / "report").write_text("kept")
    shutil.copytree(outside, tmp_path / "as-it-was")
    for name in (".bqlint-baseline.jsonl", ".bqlint-confidential", "report.json", "approved.md"):
        (tmp_path / name).symlink_to(outside / "report")
    for name in ("stories", ".github", "copies"):
        (tmp_path / name).symlink_to(outside)
    git = tmp_path / ".git"
    for arguments in (
        ("baseline",), ("baseline", "--prune"), ("confidential", "add"),
        ("check", "--output-format", "json=report.json"),
        ("check", "--output-format", "sarif=stories/new.sarif"), ("coverage", "--output-format", "svg=report.json"),
        ("import", "notes.txt", "--to", "stories", "--force"), ("import", "notes.txt", "--to", "stories/new"),
        ("new", "general/conflict"), ("init", "--team"), ("check", "--redact", "copies"), ("approve", "approved.md"),
        ("check", "--fix", "approved.md"), ("check", "--fix", "stories"), ("config", "stories"),
    ):  # fmt: skip
        environment = {"BQLINT_CONFIDENTIAL_KEY": "ab" * 32, "HOME": str(git)}
        outcome = bqlint(*arguments, cwd=tmp_path, stdin=b"Acme\n", env=environment)
        assert outcome.code or arguments[0] == "config" or "--fix" in arguments, arguments
        assert sorted(os.listdir(outside)) == sorted(os.listdir(tmp_path / "as-it-was")), arguments
        assert (outside / "report").read_text() == "kept", arguments


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    tree(tmp_path, {})
    os.mkfifo(tmp_path / ".bqlint-baseline.jsonl")
    assert "not a regular file" in refused("baseline", cwd=tmp_path)
    assert (tmp_path / ".bqlint-baseline.jsonl").is_fifo()


def test_a_linked_folder_is_not_followed_out(tmp_path: Path, outside: Path) -> None:
    tree(tmp_path, {})
    (tmp_path / "out").symlink_to(outside)
    outcome = check("out/secret.md", NAME, cwd=tmp_path)
    assert outcome.codes("out/secret.md") == {"BQ001"}
    assert b"hunter2" not in outcome.out


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    tree(tmp_path, {"folder.md/inside.md": WITNESS, "empty.md/.keep": ""})
    os.mkfifo(tmp_path / "pipe.md")
    here = os.getcwd()
    os.chdir(tmp_path)  # a socket's name may have some hundred bytes only
    try:
        server = socket.socket(socket.AF_UNIX)
        server.bind("socket.md")
    finally:
        os.chdir(here)
    outcome = check(cwd=tmp_path)
    assert outcome.codes("pipe.md") == {"BQ001"}
    assert outcome.codes("socket.md") == {"BQ001"}
    assert FAULT in outcome.codes("folder.md/inside.md")
    assert check("pipe.md", "socket.md", NAME, cwd=tmp_path).codes("pipe.md") == {"BQ001"}
    server.close()


def test_devices_that_are_named_are_not_read(tmp_path: Path) -> None:
    tree(tmp_path, {})
    devices = [name for name in ("/dev/zero", "/dev/null", "/dev/full", "/dev/random") if os.path.exists(name)]
    outcome = check(*devices, NAME, cwd=tmp_path)
    assert [name for name in devices if outcome.codes(name) != {"BQ001"}] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    tree(tmp_path, {"closed.md": WITNESS, "closed/x.md": WITNESS})
    (tmp_path / "closed.md").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        outcome = check(cwd=tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert outcome.codes("closed.md") == {"BQ001"}
    assert any(each["code"] == "BQ001" and each["path"] == "closed" for each in outcome.findings)


def test_folders_may_be_nested_deeply(tmp_path: Path) -> None:
    tree(tmp_path, {})
    here = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1_200):
            os.mkdir("d")
            os.chdir("d")
        Path("deep.md").write_text(WITNESS)
        os.chdir(tmp_path)
        check(cwd=tmp_path)
    finally:
        os.chdir(here)
        for _ in range(30):  # a tree too deep for rmtree's recursion goes in slices
            deep = tmp_path / Path(*["d"] * 40)
            if not deep.exists():
                break
            shutil.move(deep, tmp_path / "moved")
            shutil.rmtree(tmp_path / "d")
            (tmp_path / "moved").rename(tmp_path / "d")


def test_many_files_in_one_folder(tmp_path: Path) -> None:
    tree(tmp_path, {f"{n}.md": b"\xff" for n in range(300)})
    assert check(cwd=tmp_path).out.count(b'"BQ002"') == 300


def test_files_too_large_are_refused_unread(tmp_path: Path) -> None:
    tree(tmp_path, {"edge.md": WITNESS + "\n" * (1_000_000 - len(WITNESS))})
    with open(tmp_path / "sparse.md", "wb") as stream:
        stream.truncate(1 << 40)
    with open(tmp_path / "over.md", "wb") as stream:
        stream.write(b"a" * 1_000_001)
    outcome = check(cwd=tmp_path)
    assert outcome.codes("sparse.md") == outcome.codes("over.md") == {"BQ003"}
    assert FAULT in outcome.codes("edge.md")


def test_ignore_files_are_data(tmp_path: Path) -> None:
    tree(tmp_path, {"a/.gitignore": b"\xff\xfe\x00" * 100, "a/x.md": WITNESS, "b/x.md": WITNESS, "c/x.md": WITNESS})
    (tmp_path / "b" / ".gitignore").write_text("*" * 5_000 + "\n" + "[" * 5_000 + "\n" + "a*" * 200 + "b\n!\n\\\n")
    (tmp_path / "c" / ".gitignore").symlink_to("/dev/zero")
    outcome = check(cwd=tmp_path)
    assert FAULT in outcome.codes("a/x.md")
    assert FAULT in outcome.codes("c/x.md")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    tree(tmp_path, {})
    assert "no such file or folder" in refused("check", "nothing.md", cwd=tmp_path)
    assert "no such file or folder" in refused("check", "\x1b[2J\u202e.md", cwd=tmp_path)
    assert "no such file or folder" in refused("check", b"\xff.md", cwd=tmp_path)
    assert "no such file or folder" in refused("check", "a" * 500 + ".md", cwd=tmp_path)
