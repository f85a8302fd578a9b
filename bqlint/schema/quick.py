"""Whether data is certainly valid by the common keywords of JSON Schema, told without jsonschema, slow to import."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bqlint.typed import Any

_IGNORED = frozenset(
    ["$schema", "$id", "$comment", "title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly"]
)


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


def is_type(value: Any, names: Any) -> bool:
    """Whether `value` is of a type of JSON Schema, or of one of several."""
    kinds = {bool: "boolean", str: "string", int: "integer", list: "array", dict: "object", type(None): "null"}
    kind = kinds.get(type(value))
    wanted = names if isinstance(names, list) else [names]
    return kind in wanted or (kind == "integer" and "number" in wanted)


def _distinct(value: Any, wanted: Any) -> bool:
    if not isinstance(value, list) or not wanted:
        return True
    return all(isinstance(item, str) for item in value) and len(set(value)) == len(value)


_QUICK: dict[str, Callable[[Any, Any], bool]] = {
    "type": is_type,
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
