"""Write schema/config.schema.json from the settings and the rules: `python scripts/build_config_schema.py`.

Editors read it to complete and check bqlint.toml. A test fails when it is stale.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bqlint.finding import Severity
from bqlint.headings import ROLES
from bqlint.policy.select import known
from bqlint.rules import load
from bqlint.rules.declared import KINDS
from bqlint.settings import Settings, keys, spelt
from bqlint.team.terms import ORDER, Terms

TARGET = Path(__file__).parent.parent / "schema" / "config.schema.json"
_TYPES = {int: "integer", float: "number", bool: "boolean", str: "string"}


def schema() -> dict[str, Any]:
    """The JSON Schema of a bqlint.toml."""
    selectors = {"type": "array", "items": {"$ref": "#/$defs/selector"}}
    texts = {"type": "array", "items": {"type": "string"}}
    shapes: dict[str, dict[str, Any]] = {
        "extends": {"anyOf": [{"type": "string"}, texts]},
        "select": selectors,
        "ignore": selectors,
        "extend-select": selectors,
        "include": texts,
        "exclude": texts,
        "extend-exclude": texts,
        "respect-gitignore": {"type": "boolean"},
        "fail-on": {"$ref": "#/$defs/severity"},
        "max-bytes": {"type": "integer", "minimum": 1, "maximum": 100_000_000},
        "schema": {"type": "string"},
        "confidential": {"type": "string"},
        "banks": texts,
        "plugins": texts,
        "status": {"type": "object", "additionalProperties": {"$ref": "#/$defs/status"}},
        "gate": _gate(),
        "rule": {"type": "array", "items": {"$ref": "#/$defs/declaration"}},
        "sections": {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(ROLES, texts)},
        "rules": {"$ref": "#/$defs/rules"},
        "overrides": {"type": "array", "items": {"$ref": "#/$defs/override"}},
    }
    defaults = Settings()
    properties = {}
    for key, doc in keys().items():
        default = getattr(defaults, key.replace("-", "_"))
        properties[key] = {"description": doc, **shapes[key], "default": _as_json(default)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:bqlint:config",
        "title": "Configuration of bqlint",
        "description": "bqlint.toml, or the table [tool.bqlint] of pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": {
            "severity": {"enum": [severity.value for severity in Severity]},
            "selector": {"anyOf": [{"enum": ["ALL", *known()]}, {"type": "string", "pattern": "^BQ[0-9]{0,3}$"}]},
            "rules": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    name: {"$ref": f"#/$defs/{code}"} for code, rule in load().items() for name in (code, rule.name)
                },
            },
            "override": {
                "type": "object",
                "additionalProperties": False,
                "required": ["paths"],
                "properties": {
                    "paths": {"description": "Paths below the configuration file, as gitignore writes them.", **texts},
                    "ignore": selectors,
                    "select": selectors,
                    "rules": {"$ref": "#/$defs/rules"},
                },
            },
            "declaration": _declaration(),
            "status": _status(selectors),
            **{code: _rule(code) for code in load()},
        },
    }


def _status(selectors: dict[str, Any]) -> dict[str, Any]:
    """The shape of what holds for stories of one status."""
    return {
        "description": "How grave the findings in stories of this status are.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "at-most": {"description": "Graver findings count as this.", "$ref": "#/$defs/severity"},
            "at-least": {"description": "Milder findings count as this.", "$ref": "#/$defs/severity"},
            "exempt": {"description": "Rules whose findings stay as grave as they are.", **selectors},
        },
    }


def _gate() -> dict[str, Any]:
    """The shape of what a team asks of an approval."""
    count = {"type": "integer", "minimum": 0, "maximum": 50}
    names = {"type": "array", "items": {"type": "string"}}
    address = {"type": "string", "pattern": "@"}
    role = {
        "type": "object",
        "additionalProperties": False,
        "required": ["approvers"],
        "properties": {
            "approvers": {"description": "Who has this role.", **names},
            "approvals": {"description": "How many of them must approve.", **count, "default": 1},
        },
    }
    properties: dict[str, dict[str, Any]] = {
        "required-status": {"description": "What a changed story must have reached.", "enum": list(ORDER)},
        "approvals": {"description": "How many people must approve.", **count},
        "approvers": {"description": "Who may approve; anybody but the author where no one is named.", **names},
        "roles": {"description": "More approvers, by role.", "type": "object", "additionalProperties": role},
        "people": {
            "description": "The e-mail addresses by which git knows a name.",
            "type": "object",
            "additionalProperties": {"anyOf": [address, {"type": "array", "items": address}]},
        },
        "require-signed": {"description": "Whether an approval's commit must be signed.", "type": "boolean"},
        "allowed-signers": {
            "description": "The file of this repository that says whose SSH keys are whose, as ssh-keygen reads it.",
            "type": "string",
        },
        "allow-deletion": {"description": "Whether one person may delete an approved story.", "type": "boolean"},
    }
    defaults = {spelt(name): value for name, value in Terms._field_defaults.items() if type(value) in _TYPES}
    for name, shape in properties.items():
        shape.update({"default": defaults[name]} if name in defaults else {})
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _declaration() -> dict[str, Any]:
    """The shape of a rule that a team declares."""
    text = {"type": "string"}
    return {
        "description": "A rule of the team's own; it needs `words` (whole words, any case) or a `pattern`.",
        "type": "object",
        "additionalProperties": False,
        "required": ["code", "message"],
        "properties": {
            "code": {"description": "Such as TEAM001.", "type": "string", "pattern": "^(?!BQ)[A-Z]{2,12}[0-9]{1,4}$"},
            "message": {"description": "What is wrong.", **text},
            "kind": {"description": "What the words mean (default: forbid).", "enum": list(KINDS)},
            "section": {"description": "Only in this section.", "enum": list(ROLES)},
            "words": {"description": "Whole words or phrases.", "type": "array", "items": text},
            "pattern": {"description": "A regular expression instead.", **text},
            "most": {"description": "How often it may stand, for `limit`.", "type": "integer", "minimum": 0},
            "replacement": {"description": "What to write instead, for `replace`.", **text},
            "help": {"description": "The way out.", **text},
            "severity": {"$ref": "#/$defs/severity"},
        },
    }


def _rule(code: str) -> dict[str, Any]:
    rule = load()[code]
    options = {
        spelt(name): {
            "description": f"{option.doc}{f' ({option.source})' if option.source else ''}.",
            "type": _TYPES[type(option.default)],
            **({} if isinstance(option.default, (bool, str)) else {"minimum": 0}),
            "default": option.default,
        }
        for name, option in rule.options().items()
    }
    severity = {"description": f"Instead of {rule.severity.value}.", "$ref": "#/$defs/severity"}
    return {
        "description": rule.summary(),
        "type": "object",
        "additionalProperties": False,
        "properties": {**options, "severity": severity},
    }


def _as_json(default: Any) -> Any:
    """A default as JSON writes it."""
    if isinstance(default, tuple):
        return list(default)
    return {spelt(key): _as_json(value) for key, value in default.items()} if isinstance(default, Mapping) else default


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(f"wrote {TARGET}")
