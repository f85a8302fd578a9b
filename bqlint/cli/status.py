"""Show where each story stands: status, age, author, and what stands between it and approval."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date

from bqlint.cli.options import add_configuration, configured, write
from bqlint.policy.judge import Policy, baseline_above
from bqlint.render.strict_json import strict_json
from bqlint.render.terminal import inert, named, width
from bqlint.standing import Standing, standings
from bqlint.team.terms import ORDER

_CELL = 40
_HEAD = ("status", "untouched", "author", "story", "between it and approval")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint status`."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="stories or folders (default: the current folder)")
    parser.add_argument("--author", metavar="NAME", help="only stories of this author")
    parser.add_argument("--status", choices=ORDER, help="only stories of this status")
    parser.add_argument("--output-format", choices=("table", "json"), default="table", help="(default: table)")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day that ages are counted to")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Print the table; it judges nothing, so that the exit code is 0."""
    settings = configured(options, status={})  # a draft is held against what a review will ask
    policy = Policy(options.today or date.today(), baseline_of=baseline_above)
    found = [
        standing
        for standing in standings(options.paths or ["."], settings, policy)
        if options.author in (None, standing.author) and options.status in (None, standing.status)
    ]
    write(_json(found) if options.output_format == "json" else _table(found))
    return 0


def _table(found: Sequence[Standing]) -> str:
    """A row a story, then how many there are."""
    rows = [_HEAD, *(_row(standing) for standing in found)]
    widths = [max(width(row[column]) for row in rows) for column in range(len(_HEAD) - 1)]
    lines = [
        "  ".join([*(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]
    return "".join(f"{line}\n" for line in (*lines, "", _summary(found))) if found else "No story was found.\n"


def _row(standing: Standing) -> tuple[str, ...]:
    days = "now" if standing.days is None else f"{standing.days} day{'' if standing.days == 1 else 's'}"
    wanted = "; ".join(standing.wanted) or "nothing"
    status, author = (_clip(text) for text in (standing.status or "unread", standing.author or "-"))
    return named(status), days, *map(inert, (author, standing.path, wanted))


def _clip(text: str) -> str:
    """A cell as wide as a name may be; a story that is not valid may hold a page instead."""
    return text if len(text) <= _CELL else f"{text[: _CELL - 1]}…"


def _summary(found: Sequence[Standing]) -> str:
    """How many stories there are of each status, and how many are approved with nothing against it."""
    counts = Counter(standing.status or "unread" for standing in found)
    number = f"{len(found)} {'story' if len(found) == 1 else 'stories'}"
    return f"{number}: {', '.join(f'{count} {inert(status)}' for status, count in counts.items())}."


def _json(found: Sequence[Standing]) -> str:
    """The same for other programs; schema/status.schema.json describes it."""
    stories = [
        {
            **{name: getattr(standing, name) for name in ("path", "title", "status", "author", "days")},
            "approvals": [{**each.review._asdict(), "void": each.void} for each in standing.approvals],
            "wanted": list(standing.wanted),
        }
        for standing in found
    ]
    return strict_json({"version": 1, "stories": stories}) + "\n"
