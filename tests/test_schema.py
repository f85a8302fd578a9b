from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from referencing import Registry

from bqlint.errors import ConfigError
from bqlint.finding import Problem
from bqlint.frontmatter import parse
from bqlint.schema import check_schema, judge, load, shipped
from bqlint.schema.quick import certainly_valid
from tests.conftest import Within

STORY = load(shipped("story.schema.json"))
GOOD = {"title": "T", "questions": "[a/b]", "status": "draft", "author": "sam"}


def judged(yaml: str, schema: dict[str, Any] = STORY) -> list[tuple[str, str]]:
    """What stands at each violation of `yaml`, and its message."""
    text = f"---\n{yaml}\n---\n"
    front = parse(text)
    assert front.root is not None, front.problems
    problems = judge(schema)(front.root)
    assert all(isinstance(problem, Problem) and problem.code == "BQ101" for problem in problems)
    assert all("\n" not in problem.message + problem.help for problem in problems)
    return [(problem.span.of(text), problem.message) for problem in problems]


def written(**changed: str | None) -> str:
    """A good front matter with some keys changed, or left out where they are None."""
    return "\n".join(f"{key}: {value}" for key, value in {**GOOD, **changed}.items() if value is not None)


def review(**changed: str | None) -> str:
    keys = {"by": "kim", "on": "2026-03-14", "digest": f"sha256:{'0f' * 16}", **changed}
    return written(
        reviews="\n  - " + "\n    ".join(f"{key}: {value}" for key, value in keys.items() if value is not None)
    )


@pytest.mark.parametrize(
    "yaml",
    [
        written(),
        written(level="staff", event="2024-05", lang="zh", tags="[a, b]", reviews="[]"),
        written(event="2024"),
        written(event="2024-12-31", questions="[]"),
        review(),
    ],
)
def test_good_front_matter_is_good(yaml: str) -> None:
    assert judged(yaml) == []


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        (written(status="done"), [("done", "`done` is not a known value of `status`")]),
        (written(status="aproved"), [
            ("aproved", "`aproved` is not a known value of `status`; did you mean `approved`?")]),
        (written(level="3"), [("3", "`3` is not a known value of `level`")]),
        (written(lang="'EN'"), [("'EN'", "`EN` is not a known value of `lang`; did you mean `en`?")]),
        (written(title="7"), [("7", "`title` is a whole number; it must be text")]),
        (written(title="true"), [("true", "`title` is true or false; it must be text")]),
        (written(title="[a]"), [("[a]", "`title` is a list; it must be text")]),
        (written(author="{a: b}"), [("{a: b}", "`author` is a mapping; it must be text")]),
        (written(author=""), [("", "`author` is empty; it must be text")]),
        (written(questions="a/b"), [("a/b", "`questions` is text; it must be a list")]),
        (written(questions="[a/b, 7]"), [("7", "`questions[1]` is a whole number; it must be text")]),
        (written(questions="[a/b, '']"), [("''", "`questions[1]` is empty")]),
        (written(tags="[a, b, a]"), [("[a, b, a]", "`tags` lists the same value twice")]),
        (written(tags=f"[{'x' * 51}]"), [("x" * 51, "`tags[0]` has 51 characters; at most 50 are allowed")]),
        (written(tags=str([f"t{n}" for n in range(51)])), [
            (str([f"t{n}" for n in range(51)]), "`tags` lists 51; at most 50 are allowed")]),
        (written(title="' '"), [("' '", "`title` is blank")]),
        (written(event="May"), [("May", "`May` is not a valid `event`")]),
        (written(event="2024-13"), [("2024-13", "`2024-13` is not a valid `event`")]),
        (written(event="999"), [("999", "`event` is `999`; at least 1000 is allowed")]),
        (written(event="3000"), [("3000", "`event` is `3000`; at most 2999 is allowed")]),
        (written(event="[2024]"), [("[2024]", "`event` is a list; it must be text or a whole number")]),
        (written(author=None), [("---", "the key `author` is missing")]),
        (written(author=None, status=None), [("---", "the key `author` is missing"), ("---",
            "the key `status` is missing")]),
        (written(status=None, stauts="draft"), [("stauts", "`stauts` is not a known key; did you mean `status`?")]),
        (written(mood="good"), [("mood", "`mood` is not a known key")]),
        (written(stauts="x"), [
            ("stauts", "`stauts` is not a known key; did you mean `status`, which is there already?")]),
        (written(titel="x"), [("titel", "`titel` is not a known key; did you mean `title`, which is there already?")]),
        (written(**{"'Tags'": "[a]", "'a\\nb'": "x"}), [
            ("'Tags'", "`Tags` is not a known key; did you mean `tags`?"), ("'a\\nb'", "`a\\nb` is not a known key")]),
        (review(on="March"), [("March", "`March` is not a valid `reviews[0].on`")]),
        (review(by="''"), [("''", "`reviews[0].by` is empty")]),
        (review(mood="good"), [("mood", "`mood` is not a known key")]),
        (review(digest=None), [
            ("by: kim\n    on: 2026-03-14", "the key `digest` is missing in `reviews[0]`")]),
        (review(digest=None, digset="x"), [("digset", "`digset` is not a known key; did you mean `digest`?")]),
        (written(reviews="[x]"), [("x", "`reviews[0]` is text; it must be a mapping")]),
    ],
)  # fmt: skip
def test_each_violation_is_one_plain_sentence_at_its_key_or_value(yaml: str, found: list[tuple[str, str]]) -> None:
    assert judged(yaml) == found


def keywords(schema: Any) -> set[str]:
    """The keywords that say what is valid, in a schema and below."""
    below = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    notes = {"$schema", "$id", "title", "description", "examples", "default", "properties", "items"}
    return (set(schema) - notes).union(*(keywords(part) for part in below))


def test_every_keyword_of_the_storys_schema_has_a_violation_above() -> None:
    cases = test_each_violation_is_one_plain_sentence_at_its_key_or_value.pytestmark[0].args[1]
    validator = jsonschema.Draft202012Validator(STORY)
    fronts = [parse(f"---\n{yaml}\n---\n").root for yaml, _ in cases]
    seen = {error.validator for root in fronts if root for error in validator.iter_errors(root.value)}
    assert seen == keywords(STORY)


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"const": "x"}, [("7", "`a` is `7`; it must be x")]),
        ({"enum": ["7", None]}, [("7", "`7` is not a known value of `a`; did you mean `7`?")]),
        ({"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 9}]}, [("7",
            "`a` is `7`; at least 9 is allowed")]),
        ({"anyOf": [{"type": "array"}, {"$ref": "#/$defs/big"}]}, [("7", "`a` is `7`; at least 9 is allowed")]),
        ({"oneOf": [{"type": "string"}, {"type": "null"}]}, [
            ("7", "`a` is a whole number; it must be text or empty")]),
        ({"anyOf": [{"enum": ["17", "x"]}, {"type": "object"}]}, [
            ("7", "`7` is not a known value of `a`; did you mean `17`?")]),
        ({"anyOf": [{"oneOf": [{"type": "array"}, {"const": 8}]}, {"type": "string"}]}, [
            ("7", "`a` is `7`; it must be 8")]),
        ({"not": {"type": "integer"}}, [("7",
            "`a` does not fit the schema: 7 should not be valid under {'type': 'integer'}")]),
        ({"multipleOf": 2}, [("7", "`a` does not fit the schema: 7 is not a multiple of 2")]),
        (True, []),
    ],
)  # fmt: skip
def test_a_repositorys_own_schema_is_told_by_its_nearest_cause(schema: Any, found: list[tuple[str, str]]) -> None:
    whole = {"$defs": {"big": {"type": "integer", "minimum": 9}}, "properties": {"a": schema}}
    check_schema(whole, "own.json")
    assert judged("a: 7", whole) == found


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}]},
        {"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"$ref": "#/$defs/y"}, "y": {"$ref": "#/$defs/x"}}},
        {"properties": {"a": {"$ref": "#/nowhere"}}},
        {"properties": {"a": {"$ref": "#nowhere"}}},
        {"patternProperties": {"(": {}}},
        {"properties": {"a": {"multipleOf": 1e-320}}},
    ],
)
def test_a_schema_that_cannot_be_followed_is_one_violation_and_no_crash(schema: dict[str, Any], within: Within) -> None:
    with within(5):
        (found,) = judged("a: 7", schema)
    assert "the schema cannot be applied to this front matter" in found[1] or found[0] == "7"


def _references(canary: str) -> list[str]:
    return [
        "http://127.0.0.1:9/x.json",
        "https://example.org/x",
        f"file://{canary}",
        canary,
        "urn:bqlint:other",
        "x.json",
    ]


@pytest.mark.parametrize("where", ["top", "below", "dynamic", "with-id"])
@pytest.mark.parametrize("number", range(6))
def test_a_reference_out_of_the_schema_is_refused_and_never_followed(where: str, number: int, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"const": "canary"}')
    reference = _references(str(tmp_path / "x.json"))[number]
    schema: dict[str, Any] = {
        "top": {"$ref": reference},
        "below": {"properties": {"a": {"anyOf": [{"$ref": reference}]}}},
        "dynamic": {"properties": {"a": {"$dynamicRef": reference}}},
        "with-id": {"$id": f"file://{tmp_path}/own.json", "properties": {"a": {"$ref": reference}}},
    }[where]
    with pytest.raises(ConfigError, match="leads out of the schema") as caught:
        check_schema(schema, "own.json")
    assert str(caught.value).startswith("own.json: ")
    (found,) = judged("a: 7", schema)  # and if it were asked all the same, nothing would be read
    assert "cannot be applied" in found[1]
    assert "canary" not in found[1]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "sting"}, "at `type`"),
        ({"properties": {"a": {"minLength": -1}}}, "at `properties/a/minLength`"),
        ({"properties": {"a": {"pattern": "("}}}, "at `properties/a/pattern`"),
        ({"required": "a"}, "at `required`"),
        ({"properties": []}, "at `properties`"),
    ],
)
def test_a_schema_that_is_none_is_told_with_its_place(schema: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_schema(schema, "own.json")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "own.json:1: the schema is not JSON"),
        (b"{\n\n,", "own.json:3: the schema is not JSON"),
        (b"[]", "own.json: the schema is not a JSON object"),
        (b"\xff", "own.json: the schema is not JSON"),
        (b"[" * 100_000, "own.json: the schema is not JSON"),
        (b'{"a": ' * 40_000, "own.json: the schema is not JSON"),
        (b" " * 256_001, "own.json: the schema is larger than 256,000 bytes"),
        (b'{"minimum": ' + b"9" * 5_000 + b"}", "own.json: the schema is not JSON"),
        (None, "own.json: the schema cannot be read: No such file or directory"),
    ],
)
def test_a_schema_file_that_cannot_be_used_is_one_line(content: bytes | None, said: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "own.json").write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "own.json")
    assert str(caught.value) == f"{tmp_path}/{said}"


def test_a_schema_nested_too_deep_is_refused() -> None:
    schema: dict[str, Any] = {}
    for _ in range(5_000):
        schema = {"not": schema}
    with pytest.raises(ConfigError, match="nested too deep"):
        check_schema(schema, "own.json")


def test_allowed_values_are_listed_as_people_list_them() -> None:
    root = parse("---\na: 7\n---\n").root
    assert root
    told = judge({"properties": {"a": {"enum": ["x", "y", "z"]}}})(root)
    assert [problem.help for problem in told] == ["Use `x`, `y` or `z`."]
    told = judge({"properties": {"a": {"type": ["string", "array", "null"]}}})(root)
    assert [problem.message for problem in told] == ["`a` is a whole number; it must be text, a list or empty"]


@pytest.mark.parametrize("reference", ["#/$defs/none", "#nowhere"])
def test_a_reference_that_leads_nowhere_is_told_before_any_story_is_judged(reference: str) -> None:
    with pytest.raises(ConfigError, match="leads nowhere in the schema"):
        check_schema({"properties": {"a": {"$ref": reference}}}, "own.json")


def test_the_shipped_schema_is_closed_and_says_what_each_key_is_for() -> None:
    check_schema(STORY, "story.schema.json")
    item = STORY["properties"]["reviews"]["items"]
    assert STORY["additionalProperties"] is item["additionalProperties"] is False
    assert all(rule["description"] for part in (STORY, item) for rule in part["properties"].values())


TEXTS = st.sampled_from(
    [
        "",
        " ",
        "a",
        "draft",
        "approved",
        "zh",
        "2024",
        "2024-05",
        "2024-05-01",
        "sha256:" + "0" * 16,
        "x" * 51,
        "x" * 501,
    ]
)
ATOMS = st.one_of(TEXTS, st.integers(-1, 3001), st.booleans(), st.none())
VALUES = st.recursive(
    ATOMS, lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(TEXTS, below, max_size=3)), max_leaves=6
)
REVIEWS = st.fixed_dictionaries({"by": TEXTS, "on": TEXTS, "digest": TEXTS}, optional={"mood": ATOMS})
FRONTS = st.fixed_dictionaries(
    {
        "title": st.just("T") | VALUES,
        "questions": st.lists(TEXTS, max_size=3) | VALUES,
        "status": st.just("draft") | ATOMS,
        "author": st.just("sam") | ATOMS,
    },
    optional={
        "level": st.just("mid") | ATOMS,
        "event": ATOMS,
        "lang": st.just("zh") | ATOMS,
        "tags": st.lists(TEXTS, max_size=3) | VALUES,
        "reviews": st.lists(REVIEWS, max_size=2) | VALUES,
        "mood": ATOMS,
    },
)
SCHEMAS = st.recursive(
    st.one_of(
        st.booleans(),
        st.fixed_dictionaries({}, optional={
            "type": st.sampled_from(["string", "integer", "number", "boolean", "null", "array", "object", ["string",
                "integer"]]),
            "enum": st.lists(ATOMS, min_size=1, max_size=3), "const": ATOMS, "pattern": st.sampled_from(["^a", "\\S",
                "4$"]),
            "minLength": st.integers(0, 2), "maxLength": st.integers(0, 2), "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2), "uniqueItems": st.booleans(), "minimum": st.integers(0, 3),
            "maximum": st.integers(0, 3),
            "required": st.lists(st.sampled_from(["a", ""]), max_size=1), "multipleOf": st.just(2), "default": ATOMS,
            "minProperties": st.just(1), "format": st.just("date"),
        }),
    ),
    lambda below: st.fixed_dictionaries({}, optional={
        "properties": st.dictionaries(TEXTS, below, max_size=2), "additionalProperties": below, "items": below,
        "patternProperties": st.fixed_dictionaries({"a": below}), "prefixItems": st.lists(below, min_size=1,
            max_size=2),
        "not": below, "anyOf": st.lists(below, min_size=1, max_size=2), "if": below, "then": below,
        "type": st.just("array"),
        "propertyNames": below, "contains": below, "dependentRequired": st.just({"a": ["draft"]}),
        "unevaluatedItems": below,
    }),
    max_leaves=5,
)  # fmt: skip


def truly_valid(value: Any, schema: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema, registry=Registry()).is_valid(value))


@given(FRONTS)
def test_the_quick_reader_never_passes_front_matter_that_jsonschema_refuses(value: Any) -> None:
    assert truly_valid(value, STORY) or not certainly_valid(value, STORY)


@given(VALUES, SCHEMAS)
@settings(max_examples=200)
def test_the_quick_reader_never_passes_what_any_schema_refuses(value: Any, schema: Any) -> None:
    assert truly_valid(value, schema) or not certainly_valid(value, schema)


def test_the_quick_reader_knows_an_ordinary_front_matter_without_the_judge() -> None:
    value = {"title": "T", "questions": ["a/b"], "status": "draft", "author": "sam", "event": "2024", "tags": ["x"]}
    assert certainly_valid(value, STORY)
    assert certainly_valid(
        {**value, "reviews": [{"by": "kim", "on": "2026-03-14", "digest": "sha256:" + "0" * 16}]}, STORY
    )


@given(FRONTS)
def test_there_is_a_violation_exactly_where_jsonschema_refuses(value: Any) -> None:
    root = parse("---\n" + json.dumps(value) + "\n---\n").root
    assert root is not None
    assert root.value == value
    assert bool(judge(STORY)(root)) != truly_valid(value, STORY)
