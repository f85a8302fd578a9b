"""The banks that bqlint ships."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import yaml

from bqlint import schema
from bqlint.bank import kinds
from bqlint.bank.read import shipped

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "bqlint" / "bank").glob("*.yaml"))
SCHEMA = schema.load(schema.shipped("bank.schema.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_bank_fits_its_schema_and_is_named_like_its_file(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    jsonschema.validate(data, SCHEMA)
    assert data["bank"] == file.stem


def test_the_schema_is_closed_and_describes_everything() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    waiting = [SCHEMA]
    while waiting:
        part = waiting.pop()
        for name, spec in part.get("properties", {}).items():
            assert spec["description"], name
            assert "examples" in spec, name
            waiting += [spec, spec.get("items", {})]
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
        waiting += part.get("$defs", {}).values()


def test_the_index_is_what_the_banks_say() -> None:
    """`python scripts/build_bank_index.py` writes it anew."""
    script = runpy.run_path(str(ROOT / "scripts" / "build_bank_index.py"))
    assert (ROOT / "bqlint" / "bank" / "index.txt").read_text(encoding="utf-8") == script["text"]()
    assert kinds() == {question.id: question.kind for question in shipped()}


def test_the_banks_are_as_large_as_they_promise() -> None:
    counts = Counter(question.bank for question in shipped())
    assert set(counts) == {"general", "amazon", "google", "meta", "jpmorgan"}
    assert counts["general"] >= 40
    principles = Counter(question.principle for question in shipped() if question.bank == "amazon")
    assert len(principles) == 16
    assert all(3 <= number <= 5 for number in principles.values())


def test_ids_and_wordings_are_unique() -> None:
    assert len({question.id for question in shipped()}) == len(shipped())
    wordings = [re.sub(r"\W+", " ", text).casefold() for q in shipped() for text in (q.text, *q.also)]
    assert [text for text, number in Counter(wordings).items() if number > 1] == []


def test_every_competency_of_the_vocabulary_is_asked_for_somewhere() -> None:
    named = set(SCHEMA["$defs"]["question"]["properties"]["competencies"]["items"]["enum"])
    assert named == {competency for question in shipped() for competency in question.competencies}


def test_general_asks_for_what_happened_but_for_some() -> None:
    asked = Counter(question.kind for question in shipped() if question.bank == "general")
    assert asked["situational"] >= 3
    assert asked["self-description"] >= 3


def test_the_shipped_stories_name_questions_that_exist() -> None:
    for story in sorted((ROOT / "stories").glob("*.md")):
        front = yaml.safe_load(story.read_text(encoding="utf-8").split("---")[1])
        assert set(front["questions"]) <= set(kinds()), story.name
