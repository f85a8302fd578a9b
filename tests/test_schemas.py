"""The shipped schemas are schemas, describe what they hold, and are not stale."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bqlint import schema

ROOT = Path(__file__).parent.parent
SCHEMAS = sorted((ROOT / "schema").glob("*.schema.json"))


def properties(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for value in part.values():
            yield from properties(value)
    elif isinstance(part, list):
        for value in part:
            yield from properties(value)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_is_valid_and_its_properties_are_described(path: Path) -> None:
    loaded = schema.load(path)
    jsonschema.Draft202012Validator.check_schema(loaded)
    assert loaded["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    undescribed = [name for name, part in properties(loaded) if not ("description" in part or "$ref" in part)]
    if path.name != "config.schema.json":  # roles of sections and names of rules are described where they are defined
        assert undescribed == []


def test_every_front_matter_property_has_valid_examples() -> None:
    story = schema.load(schema.shipped("story.schema.json"))
    for name, part in properties(story):
        assert part.get("examples"), name
        for example in part["examples"]:
            jsonschema.Draft202012Validator(part).validate(example)


def test_the_configurations_schema_is_what_the_settings_say() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_config_schema.py"))
    assert (ROOT / "schema" / "config.schema.json").read_text(encoding="utf-8") == script["text"]()
