"""Question banks from YAML files, by the same strict reader as front matter, judged by schema/bank.schema.json."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bqlint import frontmatter, schema
from bqlint.bank.question import Question
from bqlint.errors import ConfigError
from bqlint.source import Source, read
from bqlint.typed import Any

_HERE = Path(__file__).parent
MAX_BYTES = 256_000


@cache
def shipped() -> tuple[Question, ...]:
    """Every question that bqlint ships, bank by bank: the general one first."""
    files = sorted(_HERE.glob("*.yaml"), key=lambda path: (path.stem != "general", path.stem))
    return tuple(question for file in files for question in read_bank(str(file)))


def read_bank(path: str) -> tuple[Question, ...]:
    """The questions of one file. Raises ConfigError, with the line, for what is no bank."""
    source = read(path, os.path.relpath(path), MAX_BYTES)
    if not isinstance(source, Source):
        raise ConfigError(source.message, place=os.path.relpath(path), hint=source.help)
    front = frontmatter.document(source.text)
    root = front.root
    problems = front.problems or (_judge()(root) if root else ())
    if root is None or problems:
        line = source.position(problems[0].span.start)[0]
        raise ConfigError(_of_a_bank(problems[0].message), place=f"{source.path}:{line}", hint=problems[0].help)
    return tuple(_questions(root.value, source.path))


def _questions(data: dict[str, Any], path: str) -> Iterator[Question]:
    """The questions of valid data; ConfigError where an id stands twice or a principle is not listed."""
    principles = {principle["id"]: principle["name"] for principle in data.get("principles", [])}
    seen = set()
    for each in data["questions"]:
        if each["id"] in seen:
            raise ConfigError(f"the id `{each['id']}` stands twice", place=path)
        seen.add(each["id"])
        principle = each.get("principle", "")
        if principle and principle not in principles:
            raise ConfigError(f"`{principle}` is none of the bank's principles", place=path, hint="list it there")
        yield Question(
            f"{data['bank']}/{each['id']}",
            each["text"],
            each["kind"],
            tuple(each["competencies"]),
            each["strong"]["mid"],
            each["strong"]["senior"],
            principles.get(principle, ""),
            tuple(each.get("also", ())),
        )


@cache
def _judge() -> Any:
    return schema.judge(schema.load(schema.shipped("bank.schema.json")))


def _of_a_bank(message: str) -> str:
    return message.replace("the front matter", "the question bank")
