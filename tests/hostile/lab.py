"""A folder with something hostile in it, a witness beside it, and the real command line run over both.

The witness is a plainly broken story: whatever stands beside it, its fault must be reported. Every run is a process of
its own. In the usual tests it is a fork of this one, which saves the start; `nox -s hostile` starts each cold, as users
do, and measures its time and memory.
"""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple

COLD = "BQLINT_HOSTILE_COLD" in os.environ
WITNESS = """---
title: The witness
questions: [general/proudest-project]
status: in-review
author: sam
---
# The witness

## Situation

Our bakery had lost its evening trade, and we threw away sixty loaves on most days of that winter.

## Task

I ran the afternoon shift, and the owner gave me until June to win the evening back or close at four.

## Action

I asked every guest for two weeks what they would come back for. I moved the second baking from noon to four.
"""
"""It has neither Result nor Reflection: BQ201, an error, at its title."""
NAME = "witness.md"
FAULT = "BQ201"
PATIENCE = 120.0
"""Seconds after which a run counts as hung. What a run may take is judged where it is measured."""


class Outcome(NamedTuple):
    """How a run ended: exit code (negative for a signal), output, seconds of the processor, megabytes at most."""

    code: int
    out: bytes
    err: str
    cpu: float
    megabytes: float

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of a run that printed JSON."""
        found: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return found

    def codes(self, name: str) -> set[str]:
        """The codes of the findings in one file."""
        return {each["code"] for each in self.findings if each["path"] == name}


def bqlint(
    *arguments: str | bytes,
    cwd: str | os.PathLike[str],
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    before: Callable[[], None] | None = None,
    out: int | None = None,
) -> Outcome:
    """Run `bqlint ARGUMENTS` in a folder; fails on a traceback, a hang, a signal, or a code that it may not end by.

    `before` is called in the new process, `out` is a descriptor for its standard output.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "BQLINT_", "GITHUB_"))}
    environment = {**kept, "XDG_CACHE_HOME": os.path.join(os.fspath(cwd), ".git", "cache"), **(env or {})}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as said:
        given.write(stdin)
        given.seek(0)
        streams = (given.fileno(), printed.fileno() if out is None else out, said.fileno())
        start = _started if COLD else _forked
        status, cpu, megabytes = _ended(start(arguments, os.fspath(cwd), environment, streams, before))
        outcome = Outcome(status, _held(printed), _held(said).decode("utf-8", "backslashreplace"), cpu, megabytes)
    told = f"bqlint {arguments}: exit {outcome.code} after {cpu:.1f} s\n{outcome.err[-2000:]}\n{outcome.out[-500:]!r}"
    assert outcome.code in (0, 1, 2), told
    assert "Traceback" not in outcome.err, told
    assert "internal error" not in outcome.err, told
    assert b'"code": "BQ008"' not in outcome.out, told
    assert b"error BQ008" not in outcome.out, told
    return outcome


Streams = tuple[int, int, int]
_SHARED = ("jsonschema", "markdown_it", "pathspec", "yaml", "bqlint.cli.check", "bqlint.across", "bqlint.many",
           "bqlint.commonmark", "bqlint.language.en.figures", "bqlint.language.zh.figures")  # fmt: skip
"""What a fork need not import again."""


def _started(
    arguments: tuple[str | bytes, ...],
    cwd: str,
    environment: Mapping[str, str],
    streams: Streams,
    before: Callable[[], None] | None,
) -> int:
    """The id of a new process that runs the command line in an interpreter of its own."""
    command = [sys.executable, "-P", "-m", "bqlint", *arguments]
    given, printed, said = streams
    process = subprocess.Popen(
        command, cwd=cwd, env=dict(environment), stdin=given, stdout=printed, stderr=said, preexec_fn=before
    )
    process.returncode = 0  # `_ended` waits for it
    return process.pid


def _forked(
    arguments: tuple[str | bytes, ...],
    cwd: str,
    environment: Mapping[str, str],
    streams: Streams,
    before: Callable[[], None] | None,
) -> int:
    """The id of a fork of this process that runs the command line; it never returns here."""
    for module in _SHARED:
        import_module(module)
    process = os.fork()
    if process:
        return process
    code = 99
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["bqlint", *(os.fsdecode(argument) for argument in arguments)]
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, "rb", closefd=False)))
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "wb", closefd=False)))
        error = io.BufferedWriter(io.FileIO(2, "wb", closefd=False))
        sys.stderr = io.TextIOWrapper(error, errors="backslashreplace", line_buffering=True)
        if before:
            before()
        from bqlint.__main__ import main

        code = main()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _ended(process: int) -> tuple[int, float, float]:
    """Exit code, seconds of the processor and megabytes of a child that is waited for."""
    until = time.monotonic() + PATIENCE
    while True:
        pid, status, usage = os.wait4(process, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        if time.monotonic() > until:
            os.kill(process, signal.SIGKILL)
        time.sleep(0.002)


def _held(stream: IO[bytes]) -> bytes:
    stream.seek(0)
    return stream.read()


def tree(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """A repository's folder that holds `files` and the witness."""
    (folder / ".git").mkdir(exist_ok=True)
    for name, content in {NAME: WITNESS, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return folder


def check(*arguments: str | bytes, cwd: str | os.PathLike[str], **options: Any) -> Outcome:
    """Run `bqlint check … --output-format json`; the witness must be reported, and the exit code say so."""
    outcome = bqlint("check", "--output-format", "json", *arguments, cwd=cwd, **options)
    assert outcome.code == 1, (outcome.code, outcome.err[-2000:])
    assert FAULT in outcome.codes(NAME), outcome.err[-2000:]
    assert outcome.out.isascii()
    return outcome


def refused(*arguments: str | bytes, cwd: str | os.PathLike[str], **options: Any) -> str:
    """Run `bqlint …` that cannot be done: exit code 2 and one line, which is returned."""
    outcome = bqlint(*arguments, cwd=cwd, **options)
    assert outcome.code == 2, (arguments, outcome.code, outcome.out[-500:])
    assert outcome.out == b""
    lines = outcome.err.splitlines()
    assert len(lines) == 1, outcome.err
    assert lines[0].startswith("bqlint: "), outcome.err
    assert len(lines[0]) < 1_200, lines[0]
    assert lines[0].isprintable(), lines[0]
    return lines[0]
