"""What jsonschema finds wrong, as one plain sentence at the exact key or value, with the way out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from bqlint.finding import Edit, Fix, Problem, Span
from bqlint.nearest import did_you_mean, nearest
from bqlint.node import Node
from bqlint.schema.quick import is_type
from bqlint.typed import Any

_TYPES = {
    "string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "null": "empty",
    "array": "a list", "object": "a mapping",
}  # fmt: skip


def explained(root: Node, errors: Iterable[Any]) -> Iterator[Problem]:
    """One problem for each cause of the errors that jsonschema found in the data of `root`, in their order."""
    found = [problem for error in errors for problem in _explained(root, _best_cause(error))]
    meant = " ".join(problem.message.partition("; did you mean ")[2] for problem in found)
    yield from (problem for problem in found if not any(f"`{key}`?" in meant for key in _missing(problem)))


def _missing(problem: Problem) -> tuple[str, ...]:
    """The key that a violation misses; where another key is that one misspelt, the mistake is told once."""
    match = re.match(r"the key `([^`]+)` is missing", problem.message)
    return (match[1],) if match else ()


def _best_cause(error: Any) -> Any:
    """Of an `anyOf` or `oneOf`, the first thing wrong by the branch that came nearest; any other error itself.

    A branch for another type says nothing, unless all are; then their types are put together.
    """
    branches: dict[Any, list[Any]] = {}
    for each in error.context or ():
        branches.setdefault(each.schema_path[0], []).append(each)
    fitting = [found for found in branches.values() if not any(_is_of_another_type(each) for each in found)]
    if fitting:
        return _best_cause(min(fitting, key=len)[0])
    others = [each for found in branches.values() for each in found if _is_of_another_type(each)]
    if not others:
        return error
    wanted = [each.validator_value for each in others]
    others[0].validator_value = [name for value in wanted for name in (value if isinstance(value, list) else [value])]
    return others[0]


def _is_of_another_type(error: Any) -> bool:
    return error.validator == "type" and not error.path


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
        yield Problem(
            "BQ101", span, f"the key `{clip(missing)}` is missing{where}", f"Add `{clip(missing)}:`{example}."
        )
        return
    message, help = _sentence(name, error)
    yield Problem("BQ101", node.span, message, help)


def _unknown_key(key: Node, known: Mapping[str, Any], present: set[str]) -> Problem:
    name = nearest(key.value, known)
    meant = f"; did you mean `{name}`{', which is there already' if name in present else ''}?" if name else ""
    allowed = ", ".join(f"`{name}`" for name in known)
    fix = Fix(True, (Edit(*key.span, name),)) if name and name not in present else None
    return Problem("BQ101", key.span, f"`{clip(key.value)}` is not a known key{meant}", f"Known keys: {allowed}.", fix)


def _named(path: list[str | int]) -> str:
    """How a sentence names the value at `path`: `reviews[0].by`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return f"`{clip(text)}`" if text else "the front matter"


def _quoted(value: Any) -> str:
    return f"`{clip(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))}`"


def _kinds(names: Any) -> str:
    wanted: list[str] = names if isinstance(names, list) else [names]
    return _one_of([_TYPES.get(name, name) for name in wanted])


def _kind_of(value: Any) -> str:
    for name in ("null", "boolean", "integer", "string", "array", "object"):
        if is_type(value, name):
            return _TYPES[name]
    return "a number"


def _enum(name: str, error: Any) -> tuple[str, str]:
    allowed = [str(value) for value in error.validator_value]
    meant = did_you_mean(str(error.instance), allowed)
    return (
        f"{_quoted(error.instance)} is not a known value of {name}{meant}",
        f"Use {_one_of([f'`{each}`' for each in allowed])}.",
    )


def _one_of(names: list[str]) -> str:
    """`a`, `b` or `c`."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _type(name: str, error: Any) -> tuple[str, str]:
    wanted = _kinds(error.validator_value)
    quote = " Put it in quotes." if "string" in wanted or ("text" in wanted and isinstance(error.instance, int)) else ""
    return f"{name} is {_kind_of(error.instance)}; it must be {wanted}", f"{_described(error.schema)}{quote}".strip()


def _pattern(name: str, error: Any) -> tuple[str, str]:
    return (
        f"{_quoted(error.instance)} is not a valid {name}",
        f"{_described(error.schema)}{_example(error.schema, ' Write it as', '.')}",
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
        return f"{name} does not fit the schema: {clip(error.message)}", _described(error.schema)
    size = len(error.instance) if isinstance(error.instance, (str, list, dict)) else 0
    values = {"value": _quoted(error.instance), "size": size, "limit": clip(str(error.validator_value))}
    return _SENTENCES[error.validator].format(name=name, **values), _described(error.schema)


def _described(schema: Any) -> str:
    text = schema.get("description", "") if isinstance(schema, Mapping) else ""
    return clip(str(text), 200)


def _example(schema: Any, before: str = ", such as", behind: str = "") -> str:
    """The schema's first example between `before` and `behind`; nothing where it has none."""
    examples = schema.get("examples") if isinstance(schema, Mapping) else None
    return f"{before} {_quoted(examples[0])}{behind}" if isinstance(examples, list) and examples else ""


def clip(text: str, most: int = 80) -> str:
    """At most `most` characters on one line; a message never prints a page of somebody's file."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
