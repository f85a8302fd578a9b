"""The rules, a file a family. Nothing registers: `load` keeps the rule classes that the family modules define."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from bqlint.rules.base import Rule


@cache
def load() -> dict[str, type[Rule]]:
    """Every rule class by its code, in the order of the codes."""
    families = sorted(name[:-3] for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py"))
    found = [
        value
        for family in families
        if family not in ("__init__", "base")
        for value in vars(import_module(f"{__name__}.{family}")).values()
        if isinstance(value, type)
        and issubclass(value, Rule)
        and value.code
        and value.__module__.endswith(f".{family}")
    ]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}
