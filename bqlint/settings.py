"""What a run goes by, in one frozen object: every setting declared once, with its default and what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from bqlint.finding import Severity
from bqlint.globs import matches
from bqlint.headings import ALIASES
from bqlint.policy.select import ALL, codes, is_declared, selected
from bqlint.rules import load
from bqlint.rules.base import Rule
from bqlint.rules.declared import Declaration
from bqlint.source import MAX_BYTES

EXCLUDED = (
    ".git", ".hg", ".svn", ".nox", ".tox", ".venv", "venv", "node_modules", "site-packages", "__pycache__", ".*_cache",
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "SUPPORT.md", "LICENSE.md",
    ".github", ".gitlab", "_unplaced.md",
)  # fmt: skip
"""Files and folders of a repository that are no stories."""


def _key(default: Any, doc: str) -> Any:
    """A setting: its default and what it is for, in one place."""
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, eq=False)
class Override:
    """Settings for the paths that match: more rules ignored, other options."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Settings:
    """What holds for the files below `root`. `origins` says where each key that is not a default was set."""

    extends: tuple[str, ...] = _key((), "Presets, or files of this repository, that these settings are laid over.")
    select: tuple[str, ...] = _key(("ALL",), "Rules to run: codes, family prefixes (`BQ6`), names, or `ALL`.")
    ignore: tuple[str, ...] = _key((), "Rules not to run; the more exact selector wins.")
    extend_select: tuple[str, ...] = _key((), "Rules to run besides `select`.")
    include: tuple[str, ...] = _key(("*.md", "*.markdown"), "Files that are stories, where a folder is searched.")
    exclude: tuple[str, ...] = _key(EXCLUDED, "Files and folders that are no stories, even where they are named.")
    extend_exclude: tuple[str, ...] = _key((), "More to exclude besides the default list.")
    respect_gitignore: bool = _key(True, "Whether a search of folders passes over what .gitignore files name.")
    fail_on: str = _key("error", "The least severity that makes the run fail: `error`, `warning` or `info`.")
    max_bytes: int = _key(MAX_BYTES, "Larger files are refused unread (BQ003).")
    schema: str = _key("", "A JSON Schema for the front matter, inside the repository, instead of the shipped one.")
    banks: tuple[str, ...] = _key((), "Question banks of the repository's own: YAML files inside it.")
    sections: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"doc": 'More heading aliases, by role: `situation = ["Setting the scene"]`.'}
    )
    rules: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict, metadata={"doc": "Options and severity by rule: `[rules.BQ601]`, `max-words = 400`."}
    )
    overrides: tuple[Override, ...] = _key((), 'Settings for some paths: `[[overrides]]`, `paths = ["drafts/**"]`.')
    rule: tuple[Declaration, ...] = _key((), "Rules of the team's own: `[[rule]]`, with `words` or a `pattern`.")
    plugins: tuple[str, ...] = _key(
        (), "Python files of this repository that hold rules; run with `--allow-plugins` only."
    )
    allow_plugins: bool = field(default=False, metadata={"internal": True})
    root: str = field(default="", metadata={"internal": True})
    origins: Mapping[str, str] = field(default_factory=dict, metadata={"internal": True})

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on `path` (relative to `root`), each with its options."""
        return _rules(self, tuple(override for override in self.overrides if matches(path, override.paths)))

    def own_codes(self) -> frozenset[str]:
        """The codes of the rules that the team declares or that plugins bring."""
        return frozenset((*(declaration.code for declaration in self.rule), *(rule.code for rule in _plugins(self))))

    def origin_of(self, code: str) -> str:
        """The file and line that asks for a rule: an option of it, else the preset that sets one; "" for none."""
        set_by = [origin for key, origin in self.origins.items() if key.startswith(f"rules.{code}.")]
        own = next((origin for origin in set_by if not origin.startswith("preset ")), "")
        return own or (self.origins.get("extends", "") if set_by else "")

    def excludes(self, path: str) -> bool:
        """Whether `path` (relative to `root`) is no story, though it may be named."""
        return matches(path, (*self.exclude, *self.extend_exclude))

    def aliases(self) -> Mapping[str, str]:
        """Heading text in lower case to role, the team's own included."""
        own = {alias.casefold(): role for role, names in self.sections.items() for alias in names}
        return {**ALIASES, **own}


@cache
def _rules(settings: Settings, overrides: tuple[Override, ...]) -> tuple[Rule, ...]:
    """The rules of `settings`, with the overrides laid over them in order; made once for all paths that share these."""
    wanted = selected(settings.select, settings.ignore, settings.extend_select)
    given = {code: dict(values) for code, values in settings.rules.items()}
    for override in overrides:
        more = [code for code in (selected(override.select, ()) if override.select else ()) if code not in wanted]
        less = {code for selector in override.ignore if not is_declared(selector) for code in codes(selector)}
        less -= {code for code in less if code.startswith("BQ0")}
        wanted = tuple(code for code in sorted((*wanted, *more)) if code not in less)
        for code, values in override.rules.items():
            given.setdefault(code, {}).update(values)
    shipped = tuple(_rule(code, given.get(code, {})) for code in wanted)
    return (*shipped, *_own(settings, overrides)) if settings.rule or settings.allow_plugins else shipped


def _own(settings: Settings, overrides: tuple[Override, ...]) -> Iterator[Rule]:
    """The team's own rules: those that `select` names, or all where it means all, less the ignored ones."""
    from bqlint.rules.declared import DeclaredRule

    chosen = {*settings.select, *settings.extend_select}
    ignored = {*settings.ignore, *(code for override in overrides for code in override.ignore)}
    own = (*map(DeclaredRule, settings.rule), *(plugin() for plugin in _plugins(settings)))
    for rule in own:
        if (ALL in chosen or rule.code in chosen) and rule.code not in ignored:
            yield rule


@cache
def _plugins(settings: Settings) -> tuple[type[Rule], ...]:
    """The rules of plugins, where whoever runs bqlint allows them."""
    if not settings.allow_plugins:
        return ()
    from bqlint.plugins import load as load_plugins

    return load_plugins(settings.plugins, settings.origins.get("plugins", ""))


def _rule(code: str, given: Mapping[str, Any]) -> Rule:
    options = {name: value for name, value in given.items() if name != "severity"}
    severity = Severity(given["severity"]) if "severity" in given else None
    return load()[code](options, severity)


def keys() -> dict[str, str]:
    """Every key as TOML spells it, with what it is for."""
    return {spelt(f.name): f.metadata["doc"] for f in fields(Settings) if "internal" not in f.metadata}


def spelt(name: str) -> str:
    """A setting's or an option's name as TOML and the command line spell it."""
    return name.replace("_", "-")
