"""Front matter against a JSON Schema, as one plain sentence at the exact key or value. The only importer of jsonschema.

jsonschema is the judge of what is wrong, and slow to import; so a small reader of the common keywords first says
whether the data is certainly valid, and only otherwise the judge is called. No `$ref` leaves the schema: the registry
is closed, nothing is fetched or read from disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bqlint.errors import ConfigError
from bqlint.finding import Edit, Fix, Problem, Span
from bqlint.nearest import did_you_mean, nearest
from bqlint.node import Node

_HERE = Path(__file__).parent
_TYPES = {
    "string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "null": "empty",
    "array": "a list", "object": "a mapping",
}  # fmt: skip
_IGNORED = frozenset(
    ["$schema", "$id", "$comment", "title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly"]
)


def shipped(name: str) -> Path:
    """The file of the schema `name`: inside an installed package, or at the top of a checkout."""
    installed = _HERE / "schemas" / name
    return installed if installed.exists() else _HERE.parent / "schema" / name


def load(path: Path) -> dict[str, Any]:
    """The schema in a file; ConfigError where it is no JSON object."""
    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"the schema cannot be read: {error.strerror}", place=str(path)) from None
    except (ValueError, RecursionError) as error:
        place = f"{path}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else str(path)
        raise ConfigError("the schema is not JSON", place=place) from None
    if not isinstance(schema, dict):
        raise ConfigError("the schema is not a JSON object", place=str(path))
    return schema


def check_schema(schema: Mapping[str, Any], place: str) -> None:
    """ConfigError where a repository's own schema is no valid JSON Schema 2020-12, or refers outside itself."""
    import jsonschema
    import referencing.exceptions

    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        for reference in _references(schema):
            if not reference.startswith("#"):
                raise ConfigError(
                    f"`$ref` to {reference[:80]!r} leads out of the schema", place=place, hint="use `#/$defs/…`"
                )
    except jsonschema.SchemaError as error:
        where = "/".join(str(step) for step in error.absolute_path)
        raise ConfigError(f"not a valid JSON Schema at `{where or '#'}`: {_clip(error.message)}", place=place) from None
    except (RecursionError, referencing.exceptions.Unresolvable):
        raise ConfigError("the schema is nested too deep", place=place) from None


def judge(schema: Mapping[str, Any]) -> Callable[[Node], tuple[Problem, ...]]:
    """A function from the root node of a front matter to its schema violations (BQ101), in the order of the text."""

    def problems(root: Node) -> tuple[Problem, ...]:
        if certainly_valid(root.value, schema):
            return ()
        return tuple(sorted(_violations(root, schema), key=lambda problem: (problem.span, problem.message)))

    return problems


def certainly_valid(value: Any, schema: Any) -> bool:
    """Whether `value` fits `schema` by the common keywords; False also means "ask the judge"."""
    if schema is True:
        return True
    if not isinstance(schema, Mapping):
        return False
    for keyword, rule in schema.items():
        if keyword in _IGNORED or keyword in ("properties", "items", "additionalProperties"):
            continue
        test = _QUICK.get(keyword)
        if test is None or not test(value, rule):
            return False
    if isinstance(value, dict):
        known = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        return all(certainly_valid(item, known.get(key, others)) for key, item in value.items())
    if isinstance(value, list) and "items" in schema:
        return all(certainly_valid(item, schema["items"]) for item in value)
    return True


def _is_type(value: Any, names: Any) -> bool:
    kinds = {bool: "boolean", str: "string", int: "integer", list: "array", dict: "object", type(None): "null"}
    kind = kinds.get(type(value))
    wanted = names if isinstance(names, list) else [names]
    return kind in wanted or (kind == "integer" and "number" in wanted)


def _distinct(value: Any, wanted: Any) -> bool:
    if not isinstance(value, list) or not wanted:
        return True
    return all(isinstance(item, str) for item in value) and len(set(value)) == len(value)


_QUICK: dict[str, Callable[[Any, Any], bool]] = {
    "type": _is_type,
    "enum": lambda value, allowed: isinstance(value, str) and value in allowed,
    "required": lambda value, keys: not isinstance(value, dict) or all(key in value for key in keys),
    "pattern": lambda value, pattern: not isinstance(value, str) or bool(re.search(pattern, value)),
    "minLength": lambda value, least: not isinstance(value, str) or len(value) >= least,
    "maxLength": lambda value, most: not isinstance(value, str) or len(value) <= most,
    "minItems": lambda value, least: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda value, most: not isinstance(value, list) or len(value) <= most,
    "uniqueItems": _distinct,
    "minimum": lambda value, least: not isinstance(value, int) or (not isinstance(value, bool) and value >= least),
    "maximum": lambda value, most: not isinstance(value, int) or (not isinstance(value, bool) and value <= most),
}


def _violations(root: Node, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """What jsonschema finds, one problem a cause."""
    import jsonschema
    from referencing import Registry

    validator = jsonschema.Draft202012Validator(schema, registry=Registry())
    try:
        found = [
            problem for error in validator.iter_errors(root.value) for problem in _explained(root, _best_cause(error))
        ]
        meant = " ".join(problem.message.partition("; did you mean ")[2] for problem in found)
        yield from (problem for problem in found if not any(f"`{key}`?" in meant for key in _missing(problem)))
    except Exception as error:  # a schema that cannot be followed: unresolvable or endless $ref, a bad pattern
        what = type(error).__name__.lstrip("_")
        yield Problem(
            "BQ101", Span(0, 3), f"the schema cannot be applied to this front matter ({what})", "Check the schema."
        )


def _missing(problem: Problem) -> tuple[str, ...]:
    """The key that a violation misses; where another key is that one misspelt, the mistake is told once."""
    match = re.match(r"the key `([^`]+)` is missing", problem.message)
    return (match[1],) if match else ()


def _best_cause(error: Any) -> Any:
    """Of an `anyOf` or `oneOf`, the branch that came nearest; any other error itself."""
    from jsonschema.exceptions import best_match

    return (best_match([error]) or error) if error.context else error


def _explained(root: Node, error: Any) -> Iterator[Problem]:
    """One sentence for one violation, at the key or the value that it speaks of."""
    path = list(error.absolute_path)
    node = root.at(path)
    name = _named(path)
    if error.validator == "additionalProperties" and isinstance(error.schema.get("properties", {}), Mapping):
        known = error.schema.get("properties", {})
        for key in node.keys:
            if key.value not in known:
                yield _unknown_key(key, known, set(node.value))
        return
    if error.validator == "required":
        missing = next(
            (key for key in error.validator_value if key not in error.instance and repr(key) in error.message), "?"
        )
        span = Span(0, 3) if node is root else node.span
        where = "" if node is root else f" in {name}"
        example = _example(error.schema.get("properties", {}).get(missing, {}))
        yield Problem("BQ101", span, f"the key `{missing}` is missing{where}", f"Add `{missing}:`{example}.")
        return
    message, help = _sentence(name, error)
    yield Problem("BQ101", node.span, message, help)


def _unknown_key(key: Node, known: Mapping[str, Any], present: set[str]) -> Problem:
    name = nearest(key.value, known)
    meant = f"; did you mean `{name}`{', which is there already' if name in present else ''}?" if name else ""
    allowed = ", ".join(f"`{name}`" for name in known)
    fix = Fix(True, (Edit(*key.span, name),)) if name and name not in present else None
    return Problem("BQ101", key.span, f"`{_clip(key.value)}` is not a known key{meant}", f"Known keys: {allowed}.", fix)


def _named(path: list[str | int]) -> str:
    """How a sentence names the value at `path`: `reviews[0].by`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return f"`{_clip(text)}`" if text else "the front matter"


def _quoted(value: Any) -> str:
    return f"`{_clip(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))}`"


def _kinds(names: Any) -> str:
    wanted: list[str] = names if isinstance(names, list) else [names]
    return " or ".join(_TYPES.get(name, name) for name in wanted)


def _kind_of(value: Any) -> str:
    for name in ("null", "boolean", "integer", "string", "array", "object"):
        if _is_type(value, name):
            return _TYPES[name]
    return "a number"


def _enum(name: str, error: Any) -> tuple[str, str]:
    allowed = [str(value) for value in error.validator_value]
    meant = did_you_mean(str(error.instance), allowed)
    return (
        f"{_quoted(error.instance)} is not a known value of {name}{meant}",
        f"Use {' or '.join(f'`{a}`' for a in allowed)}.",
    )


def _type(name: str, error: Any) -> tuple[str, str]:
    wanted = _kinds(error.validator_value)
    quote = " Put it in quotes." if "string" in wanted or ("text" in wanted and isinstance(error.instance, int)) else ""
    return f"{name} is {_kind_of(error.instance)}; it must be {wanted}", f"{_described(error.schema)}{quote}"


def _pattern(name: str, error: Any) -> tuple[str, str]:
    return (
        f"{_quoted(error.instance)} is not a valid {name}",
        f"{_described(error.schema)}{_example(error.schema, ' Write it as')}",
    )


_EXPLAINED: dict[str, Callable[[str, Any], tuple[str, str]]] = {"enum": _enum, "type": _type, "pattern": _pattern}
_SENTENCES = {
    "const": "{name} is {value}; it must be {limit}",
    "minLength": "{name} has {size} characters; at least {limit} are needed",
    "maxLength": "{name} has {size} characters; at most {limit} are allowed",
    "minItems": "{name} lists {size}; at least {limit} are needed",
    "maxItems": "{name} lists {size}; at most {limit} are allowed",
    "uniqueItems": "{name} lists the same value twice",
    "minimum": "{name} is {value}; at least {limit} is allowed",
    "maximum": "{name} is {value}; at most {limit} is allowed",
}


def _sentence(name: str, error: Any) -> tuple[str, str]:
    """Message and help for a violation of one keyword."""
    if error.validator in ("minLength", "pattern") and not str(error.instance).strip():
        return f"{name} is {'blank' if error.instance else 'empty'}", _described(error.schema)
    if error.validator in _EXPLAINED:
        return _EXPLAINED[error.validator](name, error)
    if error.validator not in _SENTENCES:
        return f"{name} does not fit the schema: {_clip(error.message)}", _described(error.schema)
    size = len(error.instance) if isinstance(error.instance, (str, list, dict)) else 0
    values = {"value": _quoted(error.instance), "size": size, "limit": _clip(str(error.validator_value))}
    return _SENTENCES[error.validator].format(name=name, **values), _described(error.schema)


def _described(schema: Any) -> str:
    text = schema.get("description", "") if isinstance(schema, Mapping) else ""
    return _clip(str(text), 200)


def _example(schema: Any, before: str = ", such as") -> str:
    """The schema's first example, in words that follow `before`; nothing where it has none."""
    examples = schema.get("examples") if isinstance(schema, Mapping) else None
    return f"{before} {_quoted(examples[0])}" if isinstance(examples, list) and examples else ""


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


def _clip(text: str, most: int = 80) -> str:
    """At most `most` characters on one line; a message never prints a page of somebody's file."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
