"""A folder with something hostile in it, a witness beside it, and the real command line run over both.

The witness is a plainly broken story: whatever stands beside it, its fault must be reported. Every run is a process of
its own, whose time, memory and exit code are those that a user would meet.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

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
PATIENCE = 60.0
"""Seconds after which a run counts as hung. What a run may take is judged where it is measured."""


class Outcome(NamedTuple):
    """How a run ended: exit code (negative for a signal), output, seconds of the clock and of the processor."""

    code: int
    out: bytes
    err: str
    seconds: float
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
    cache: bool = False,
    **options: Any,
) -> Outcome:
    """Run `bqlint ARGUMENTS` in a folder; fails on a traceback, a hang, or a code that it may not end by."""
    command = [sys.executable, "-P", "-m", "bqlint", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "BQLINT_"))}
    environment.update(env or {})
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        options = {"stdout": out, "stderr": err, **options}
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdin=subprocess.PIPE, **options)
        assert process.stdin is not None
        try:
            process.stdin.write(stdin)
            process.stdin.close()
        except BrokenPipeError:
            pass
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - began > PATIENCE:
                process.kill()
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        out.seek(0)
        err.seek(0)
        printed, said = out.read(), err.read().decode("utf-8", "backslashreplace")
    outcome = Outcome(
        process.returncode, printed, said, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    )
    told = f"bqlint {arguments}: exit {outcome.code} after {seconds:.1f} s\n{said[-2000:]}\n{printed[-500:]!r}"
    assert outcome.code in (0, 1, 2), told
    assert "Traceback" not in said, told
    assert b"BQ008" not in printed, told
    return outcome


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
    outcome = bqlint("check", *arguments, "--output-format", "json", cwd=cwd, **options)
    assert outcome.code == 1, (outcome.code, outcome.err[-2000:])
    assert FAULT in outcome.codes(NAME), outcome.err[-2000:]
    assert outcome.out.isascii()
    return outcome
