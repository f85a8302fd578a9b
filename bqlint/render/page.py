"""A rule's documentation, made from the rule itself: what is wrong, why it matters, options, examples."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache

from bqlint.render.terminal import inert
from bqlint.rules.base import Example, Rule
from bqlint.rules.declared import Declaration
from bqlint.settings import spelt
from bqlint.typed import Any

_OWNERSHIP = "ownership"
"""BQ401 to BQ403 share one judgement: whether the Action is told as one's own."""


def page(rule: type[Rule], depth: int = 1) -> str:
    """The Markdown page of one rule, its title a heading of level `depth`."""
    title, part = "#" * depth, "#" * (depth + 1)
    parts = [
        f"{title} {rule.code} {rule.name}",
        f"**{rule.summary()}** Severity: {rule.severity.value}.{measured(rule)}",
        f"{part} Why an interviewer cares\n\n{rule.reason()}",
    ]
    bad = [example for is_bad, example in rule.examples() if is_bad]
    good = [example for is_bad, example in rule.examples() if not is_bad]
    if bad:
        parts.append(f"{part} Found\n\n⟦ ⟧ mark the place.\n\n{_examples(bad)}")
    if good:
        parts.append(f"{part} Not found\n\n{_examples(good)}")
    if rule.options():
        parts.append(f"{part} Options\n\n" + "\n".join(_options(rule)))
    return "\n\n".join(parts) + "\n"


def declared_page(rule: Declaration) -> str:
    """The Markdown page of a rule that a team declares itself."""
    looked_for = (
        f"pattern `{rule.pattern}`" if rule.pattern else f"words {', '.join(f'`{word}`' for word in rule.words)}"
    )
    kind = {
        "forbid": "not allowed",
        "require": "required",
        "replace": f"to be replaced by `{rule.replacement}`",
        "limit": f"at most {rule.most}",
    }[rule.kind]
    where = rule.section.title() or "whole story"
    parts = [
        f"# {rule.code}",
        f"**{rule.message}** Severity: {rule.severity}.",
        f"A rule of this repository, declared at {rule.place}: in the {where}, the {looked_for}: {kind}.",
        *([rule.help] if rule.help else []),
    ]
    return "\n\n".join(map(inert, parts)) + "\n"


def data(rule: type[Rule]) -> dict[str, Any]:
    """The same as JSON data, for other programs."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": rule.summary(),
        "reason": rule.reason(),
        "options": {
            spelt(name): {"default": option.default, "description": option.doc, "source": option.source}
            for name, option in rule.options().items()
        },
        "bad": [example.text for is_bad, example in rule.examples() if is_bad],
        "fixed": [example.fixed for is_bad, example in rule.examples() if is_bad],
        "good": [example.text for is_bad, example in rule.examples() if not is_bad],
        "measured": _figures(rule),
    }


def _figures(rule: type[Rule]) -> dict[str, float] | None:
    """Precision, recall and F1 on bqlint's labelled text; None for a rule that only counts or parses."""
    return _record().get(rule.code) or (_record().get(_OWNERSHIP) if rule.code.startswith("BQ4") else None)


def measured(rule: type[Rule]) -> str:
    """How often the rule was right on the labelled text, as a sentence."""
    figures = _figures(rule)
    if not figures:
        return ""
    unseen = _record().get(f"{rule.code}, unseen")
    apart = f"; on {unseen['rows']} more that nobody looked at since: {_shares(unseen)}" if unseen else ""
    return f" Measured on {figures['rows']} labelled texts: {_shares(figures)}{apart}."


def _shares(figures: dict[str, float]) -> str:
    return f"precision {figures['precision']:.2f}, recall {figures['recall']:.2f}"


@cache
def _record() -> dict[str, dict[str, float]]:
    path = os.path.join(os.path.dirname(__file__), "measured.json")
    with open(path, encoding="utf-8") as stream:
        record: dict[str, dict[str, float]] = json.load(stream)
    return record


def _options(rule: type[Rule]) -> list[str]:
    lines = [f"Set them under `[rules.{rule.code}]`.", ""]
    for name, option in rule.options().items():
        source = f" ({option.source})" if option.source else ""
        lines.append(f"- `{spelt(name)} = {str(option.default).lower()}`: {option.doc}{source}.")
    return lines


_WHERE = {"body": "", "file": "", "repository": "In stories side by side"}


def _examples(examples: Sequence[Example]) -> str:
    """Examples as indented blocks, each under where it stands and what it was given, or "or" where that is the same."""
    parts: list[str] = []
    before = ""
    for example in examples:
        lead = _lead(example)
        if parts:
            parts.append("or" if lead == before else lead or "As a whole:")
        elif lead:
            parts.append(lead)
        parts.append(_block(example.text))
        if example.fixed:
            parts += ["which a fix makes:", _block(example.fixed)]
        before = lead
    return "\n\n".join(parts)


def _lead(example: Example) -> str:
    setting = [f"`{spelt(name)} = {value}`" for name, value in example.given.items()]
    where = _WHERE.get(example.within, f"In the {example.within.title()}")
    with_options = f"with {', '.join(setting)}" if setting else ""
    lead = " ".join(part for part in (where, with_options) if part)
    return f"{lead[:1].upper()}{lead[1:]}:" if lead else ""


def _block(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))
