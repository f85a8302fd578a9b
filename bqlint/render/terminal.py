"""What the terminal formats share: inert text, colours, display width, the closing line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.finding import Severity
from bqlint.pattern import pattern
from bqlint.report import Report, Tally, tallies, total

_UNSAFE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]|[\t\n]")
_COLORS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2", "good": "32"}
WORD = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "hint"}
"""How people read a severity."""

_COMMAND = pattern(r"^( *)::", re.MULTILINE)


def inert(text: str) -> str:
    """Foreign text with nothing in it that a terminal acts on; of the same length, so that columns stay true.

    Nor does the log of a CI runner, which takes `##[command]` or `##vso[command]` anywhere in a line for its own.
    """
    shown = text if text.isprintable() else _UNSAFE.sub(_in_its_place, text)
    return shown.replace("##[", "#\ufffd[").replace("##vso[", "#\ufffdvso[")


def _in_its_place(unsafe: re.Match[str]) -> str:
    return " " if unsafe[0] in "\t\n" else "\ufffd"


def named(path: str) -> str:
    """A file's name to begin a line with: `::command::` at that place is one of a CI runner's, too."""
    shown = inert(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def without_commands(text: str) -> str:
    """`text` of many lines, none of which begins with a command to a CI runner."""
    return _COMMAND.sub("\\1\ufffd:", text)


def painted(text: str, how: str, color: bool) -> str:
    """`text` in one of the few colours, or as it is."""
    return f"\x1b[{_COLORS[how]}m{text}\x1b[0m" if color else text


def width(text: str) -> int:
    """How many columns `text` takes on a terminal; Chinese characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def closing(reports: Sequence[Report], color: bool) -> str:
    """The last lines: what was found, in how many stories, what can be fixed, and what is not shown."""
    stories = f"{len(reports)} {'story' if len(reports) == 1 else 'stories'}"
    tally = total(reports)
    found = dict(zip(Severity, tally, strict=False))
    if not reports:
        return "No story was checked.\n"
    if not tally.counted:
        return painted(f"All clear: {stories} checked, nothing found.", "good", color) + "\n" + _hidden(tally)
    parts = [f"{number} {WORD[severity]}{'' if number == 1 else 's'}" for severity, number in found.items() if number]
    flawed = sum(number for tally, number in tallies(reports).items() if tally.counted)
    line = (
        f"Found {', '.join(parts)} in {flawed} of {stories}."
        if len(reports) > 1
        else f"Found {', '.join(parts)} in {stories}."
    )
    return f"{line}\n{_fixable(tally)}{_hidden(tally)}"


def _fixable(tally: Tally) -> str:
    """How many of the findings can be mended, and by which command."""
    told = f"{tally.safe} can be fixed with `bqlint check --fix`.\n" if tally.safe else ""
    if tally.unsafe:
        fixes_change = "hidden fix changes" if tally.unsafe == 1 else "hidden fixes change"
        told += f"{tally.unsafe} {fixes_change} words: `bqlint check --unsafe-fixes --diff` shows how.\n"
    return told


def _hidden(tally: Tally) -> str:
    """How many findings were accepted or suppressed, so that a clean run cannot be taken for a clean story."""
    told = [f"{tally.known} in the baseline"] * bool(tally.known)
    told += [f"{tally.suppressed} suppressed"] * bool(tally.suppressed)
    return f"Not shown: {', '.join(told)}; `bqlint check --show-suppressed` lists them.\n" if told else ""
