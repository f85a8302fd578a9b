"""Where what a run found goes: each format to standard output or to its file, and the summary of a CI step."""

from __future__ import annotations

import os
from collections.abc import Sequence

from bqlint.errors import UsageError
from bqlint.nearest import did_you_mean
from bqlint.render import FORMATS, render
from bqlint.report import Report
from bqlint.typed import NamedTuple
from bqlint.upwards import refuse_link_out

_READ_BY_PEOPLE = ("full", "concise", "github", "markdown")


class Output(NamedTuple):
    """A format, and the file that it goes to; "" is standard output."""

    format: str
    file: str


def wanted(options: Sequence[str], formats: Sequence[str] = FORMATS) -> list[Output]:
    """What the `--output-format` options ask for, the first of `formats` where there is none.

    UsageError for what cannot be had.
    """
    outputs = [_output(option, formats) for option in options] or [Output(formats[0], "")]
    files = [output.file for output in outputs if output.file]
    for file in files:
        if files.count(file) > 1:
            raise UsageError("two outputs cannot go to one file", place=file, hint="give each its own")
    return outputs


def put(outputs: Sequence[Output], reports: Sequence[Report], color: bool) -> str:
    """Write every output that has a file; returns the others, for standard output. OSError where one cannot be written.

    With `github`, the runner's step summary gets a report too.
    """
    told = ""
    for output in outputs:
        if output.file:
            into(output.file, render(output.format, reports))
        else:
            told += render(output.format, reports, color)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(output.format == "github" for output in outputs):
        with open(summary, "a", encoding="utf-8", newline="\n") as stream:
            stream.write(render("markdown", reports))
    return told


def into(file: str, text: str) -> None:
    """Write `text` into a file that the user named, a device included. Raises OSError."""
    refuse_link_out(file)
    with open(file, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
        stream.write(text)


def is_read_by_people(outputs: Sequence[Output]) -> bool:
    """Whether standard output has room for more words: no program reads it as one document."""
    return all(output.file or output.format in _READ_BY_PEOPLE for output in outputs)


def _output(option: str, formats: Sequence[str]) -> Output:
    name, equals, file = option.partition("=")
    if equals and not file:
        raise UsageError(f"`{name[:60]}=` names no file", hint=f"{name[:60]}=FILE")
    if name not in formats:
        raise UsageError(
            f"`{name[:60]}` is no output format{did_you_mean(name, formats)}", hint=f"use {', '.join(formats)}"
        )
    return Output(name, file)
