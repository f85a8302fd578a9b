"""Write docs/rules.md and docs/configuration.md from the code: `python scripts/build_docs.py`.

A test fails when they are stale.
"""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Any

from bqlint.configuration.layers import preset_text, presets
from bqlint.render.page import page
from bqlint.rules import load

ROOT = Path(__file__).parent.parent
FAMILIES = {
    "BQ0": "Reading",
    "BQ1": "Front matter",
    "BQ2": "Structure",
    "BQ3": "Result",
    "BQ4": "Ownership",
    "BQ5": "Reflection",
    "BQ6": "Length",
    "BQ7": "Readability",
    "BQ8": "Confidentiality",
    "BQ9": "Repository",
}

_RULES_ARE = """\
Made from the rules themselves by `scripts/build_docs.py`; `bqlint rule CODE` prints the same. `⟦ ⟧` mark the place of
a finding in an example. Where precision and recall are given, `nox -s judgement` measured them on the labelled text in
`tests/judgement/`."""
_CONFIGURATION_IS = """\
`bqlint.toml`, or `[tool.bqlint]` in `pyproject.toml`; the nearest one above a story holds for it, up to the top of the
repository. `bqlint config FILE` shows every setting that holds for a file, with the file and line that set it.
`schema/config.schema.json` lets an editor complete and check the file. The options of each rule are in
[rules.md](rules.md). Made from the schema by `scripts/build_docs.py`."""


def rules() -> str:
    """docs/rules.md: a table of all rules, then a section for each."""
    parts = ["# Rules", _RULES_ARE]
    for family, members in groupby(load().values(), key=lambda rule: rule.code[:3]):
        rows = [
            f"| [{r.code}](#{r.code.lower()}-{r.name}) | {r.name} | {r.severity.value} | {r.summary()} |"
            for r in members
        ]
        parts.append(
            "\n".join(
                [f"## {FAMILIES[family]}", "", "| code | name | severity | |", "| --- | --- | --- | --- |", *rows]
            )
        )
    parts += [page(rule, depth=2).rstrip("\n") for rule in load().values()]
    return "\n\n".join(parts) + "\n"


def configuration() -> str:
    """docs/configuration.md: every setting with its default, then the presets."""
    schema = json.loads((ROOT / "schema" / "config.schema.json").read_text(encoding="utf-8"))
    parts = ["# Configuration", _CONFIGURATION_IS, "## Settings"]
    parts += [
        f"### `{name}`\n\n{spec['description']} Default: `{_toml(spec.get('default'))}`."
        for name, spec in schema["properties"].items()
    ]
    parts.append("## Presets\n\nNamed by `extends`, alone or in a list; what a file sets itself is laid over them.")
    parts += [f"### `{name}`\n\n```toml\n{preset_text(name).rstrip()}\n```" for name in presets()]
    return "\n\n".join(parts) + "\n"


def _toml(value: Any) -> str:
    return "{}" if value == {} else json.dumps(value, ensure_ascii=False)


PAGES = {"rules.md": rules, "configuration.md": configuration}

if __name__ == "__main__":
    for name, text in PAGES.items():
        (ROOT / "docs" / name).write_text(text(), encoding="utf-8")
