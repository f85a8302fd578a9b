"""Stories by the thousand, the same for the same seed: `python scripts/benchmark/stories.py DIR --count 1000`.

Each is some 2.2 KB long and told from sentence patterns whose gaps are filled by chance, so that no two are alike;
`--copies 50` adds near-copies of the first fifty, with every tenth sentence told anew.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

_TOLD_WITH = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
GAPS: dict[str, list[str]] = _TOLD_WITH["gaps"]
SENTENCES: dict[str, list[str]] = _TOLD_WITH["sentences"]
LENGTHS = {"Situation": 3, "Task": 2, "Action": 10, "Result": 3, "Reflection": 2}
"""Sentences in each section."""


class Told(NamedTuple):
    """A story by its file's name, and its text."""

    name: str
    text: str


def stories(count: int, seed: int = 1) -> Iterator[Told]:
    """`count` stories of some 2.2 KB, each different, the same for the same seed."""
    for number in range(count):
        chance = Random(f"{seed}/{number}")  # noqa: S311 - not for secrets
        yield Told(f"story-{number:05d}.md", _page(number, chance, _sentences(chance)))


def copies(count: int, seed: int = 1) -> Iterator[Told]:
    """A near-copy of each of the first `count` stories: every tenth sentence is told anew."""
    for number in range(count):
        chance, anew = Random(f"{seed}/{number}"), Random(f"{seed}/{number}/anew")  # noqa: S311 - not for secrets
        told = zip(_sentences(chance), _sentences(anew), strict=True)
        mixed = [other if at % 10 == 3 else one for at, (one, other) in enumerate(told)]
        yield Told(f"copied-{number:05d}.md", _page(number + 500_000, anew, mixed))


def _sentences(chance: Random) -> list[str]:
    return [
        _fill(pattern, chance)
        for section, number in LENGTHS.items()
        for pattern in chance.sample(SENTENCES[section], number)
    ]


def _fill(pattern: str, chance: Random) -> str:
    sizes = {
        "n": lambda: str(chance.randint(2, 19)),
        "m": lambda: str(chance.randint(20, 95)),
        "p": lambda: str(chance.randint(11, 80)),
        "k": lambda: f"{chance.randint(2, 90)},{chance.randint(100, 999)}",
        "year": lambda: str(chance.randint(2015, 2025)),
    }

    def gap(match: re.Match[str]) -> str:
        return sizes[match[1]]() if match[1] in sizes else chance.choice(GAPS[match[1]])

    text = re.sub(r"\{(\w+)\}", gap, pattern)
    return text[0].upper() + text[1:]


def _page(number: int, chance: Random, sentences: list[str]) -> str:
    title = f"{chance.choice(GAPS['person'])} and {chance.choice(GAPS['thing'])}, case {number}"
    front = f"title: {title}\nquestions: [general/conflict]\nstatus: in-review\nauthor: writer-{number % 40}"
    told = iter(sentences)
    body = "".join(f"\n## {name}\n\n{' '.join(next(told) for _ in range(each))}\n" for name, each in LENGTHS.items())
    return f"---\n{front}\n---\n\n# {title}\n{body}"


def write(folder: Path, told: Iterator[Told]) -> None:
    """Write stories into `folder`, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in told:
        (folder / name).write_text(text, encoding="utf-8", newline="")


def main() -> None:
    """Write the stories that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, stories(options.count, options.seed))
    write(options.folder, copies(options.copies, options.seed))


if __name__ == "__main__":
    main()
