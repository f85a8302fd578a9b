"""Front matter against a JSON Schema. The only importer of jsonschema, which judges what is wrong, slow to import.

So a small reader of the common keywords first says whether the data is certainly valid (quick.py), and only otherwise
the judge is called, and what it finds is put into words (violation.py). No `$ref` leaves the schema: the registry is
closed, nothing is fetched or read from disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

from bqlint.deadline import within
from bqlint.errors import ConfigError
from bqlint.finding import Problem, Span
from bqlint.node import Node
from bqlint.schema.quick import certainly_valid
from bqlint.shown import shown
from bqlint.typed import Any

_HERE = os.path.dirname(os.path.dirname(__file__))
MAX_BYTES = 256_000
SECONDS = 0.5
"""For one schema on one story, which takes milliseconds: a repository's own may take longer than anybody waits."""


def shipped(name: str) -> str:
    """The file of the schema `name`: inside an installed package, or at the top of a checkout."""
    installed = os.path.join(_HERE, "schemas", name)
    return installed if os.path.exists(installed) else os.path.join(os.path.dirname(_HERE), "schema", name)


def of_stories() -> dict[str, Any]:
    """The shipped schema of a story's front matter; an installed package holds it in a module, as it was read."""
    try:
        from bqlint.built.schemas import SCHEMAS
    except ImportError:
        return load(shipped(_OF_STORIES))
    found: dict[str, Any] = SCHEMAS[_OF_STORIES]
    return found


_OF_STORIES = "story.schema.json"


def load(path: str | os.PathLike[str]) -> dict[str, Any]:
    """The schema in a file; ConfigError where it is no JSON object."""
    import json

    try:
        if os.stat(path).st_size > MAX_BYTES:
            raise ConfigError(f"the schema is larger than {MAX_BYTES:,} bytes", place=shown(str(path)))
        with open(path, encoding="utf-8") as stream:
            schema = json.loads(stream.read())
    except OSError as error:
        raise ConfigError(f"the schema cannot be read: {error.strerror}", place=shown(str(path))) from None
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError("the schema is not JSON", place=f"{shown(str(path))}{line}") from None
    if not isinstance(schema, dict):
        raise ConfigError("the schema is not a JSON object", place=shown(str(path)))
    return schema


def check_schema(schema: Mapping[str, Any], path: str) -> None:
    """ConfigError where a repository's own schema is no valid JSON Schema 2020-12, or refers to what is not in it."""
    import jsonschema

    place = shown(path)
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        for reference in _references(schema):
            _check_reference(reference, schema, place)
    except jsonschema.SchemaError as error:
        where = "/".join(str(step) for step in error.absolute_path)
        why = " ".join(error.message.split())[:80]
        raise ConfigError(f"not a valid JSON Schema at `{where or '#'}`: {why}", place=place) from None
    except RecursionError:
        raise ConfigError("the schema is nested too deep", place=place) from None


def _check_reference(reference: str, schema: Mapping[str, Any], place: str) -> None:
    """ConfigError for a `$ref` that leads out of the schema, or nowhere in it."""
    import referencing.exceptions
    import referencing.jsonschema

    if not reference.startswith("#"):
        raise ConfigError(f"`$ref` to {reference[:80]!r} leads out of the schema", place=place, hint="use `#/$defs/…`")
    whole = referencing.jsonschema.DRAFT202012.create_resource(schema)
    try:
        referencing.Registry().resolver_with_root(whole).lookup(reference)
    except referencing.exceptions.Unresolvable:
        raise ConfigError(f"`$ref` to {reference[:80]!r} leads nowhere in the schema", place=place) from None


def judge(schema: Mapping[str, Any]) -> Callable[[Node], tuple[Problem, ...]]:
    """A function from the root node of a front matter to its schema violations (BQ101), in the order of the text."""

    def problems(root: Node) -> tuple[Problem, ...]:
        if within(SECONDS, lambda: certainly_valid(root.value, schema), lambda: False):
            return ()
        import jsonschema  # noqa: F401  (its import is no part of the time)

        found = within(SECONDS, lambda: list(_violations(root, schema)), lambda: [_inapplicable("too slow")])
        return tuple(sorted(found, key=lambda problem: (problem.span, problem.message)))

    return problems


def _inapplicable(why: str) -> Problem:
    message = f"the schema cannot be applied to this front matter ({why})"
    return Problem("BQ101", Span(0, 3), message, "Check the schema.")


def _violations(root: Node, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """What jsonschema finds, one problem a cause."""
    import jsonschema
    from referencing import Registry

    from bqlint.schema.violation import explained

    validator = jsonschema.Draft202012Validator(schema, registry=Registry())
    try:
        yield from explained(root, validator.iter_errors(root.value))
    except RecursionError:
        yield _inapplicable("it leads back to itself")
    except Exception as error:  # a schema that cannot be followed: a bad pattern
        yield _inapplicable(type(error).__name__.lstrip("_"))


def _references(schema: Any) -> Iterator[str]:
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            for key, value in part.items():
                if key in ("$ref", "$dynamicRef") and isinstance(value, str):
                    yield value
                waiting.append(value)
        elif isinstance(part, list):
            waiting.extend(part)
