"""What a run goes by, in one frozen object: every setting declared once, with its default and what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from bqlint.confidential.place import DENY_LIST
from bqlint.finding import Severity
from bqlint.globs import Globs, matches, sorted_globs
from bqlint.headings import ALIASES
from bqlint.policy.grade import STATUS
from bqlint.policy.select import ALL, codes, is_own, picks, selected
from bqlint.rules import load
from bqlint.rules.base import ConfidentialRule, Rule
from bqlint.rules.declared import Declaration
from bqlint.source import MAX_BYTES
from bqlint.team.terms import Terms
from bqlint.typed import Annotated, Any, NamedTuple
from bqlint.upwards import nearest

_DENIES = "BQ801"
EXCLUDED = (
    ".git", ".hg", ".svn", ".nox", ".tox", ".venv", "venv", "node_modules", "site-packages", "__pycache__", ".*_cache",
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "SUPPORT.md", "LICENSE.md",
    ".github", ".gitlab", "_unplaced.md",
)  # fmt: skip
"""Files and folders of a repository that are no stories."""


APPROVALS = "BQ91"
"""The rules that go by the table `[gate]`."""
Texts = tuple[str, ...]
Table = Mapping[str, Any]
_NONE: Table = MappingProxyType({})


class Override(NamedTuple):
    """Settings for the paths that match: more rules ignored, other options. `place` and `origins`: where it was set."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = _NONE
    place: str = ""
    origins: Mapping[str, str] = _NONE

    def __hash__(self) -> int:
        """By identity: tables have no hash."""
        return id(self)


class Settings(NamedTuple):
    """What holds for the files below `root`. `origins` says where each key that is not a default was set, and
    `files` are all that was read for them, and that stories are read by.

    A key that a file may set is annotated with what it is for. Settings are equal to themselves alone.
    """

    extends: Annotated[Texts, "Presets, or files of this repository, that these settings are laid over."] = ()
    select: Annotated[Texts, "Rules to run: codes, family prefixes (`BQ6`), names, or `ALL`."] = ("ALL",)
    ignore: Annotated[Texts, "Rules not to run; the more exact selector wins."] = ()
    extend_select: Annotated[Texts, "Rules to run besides `select`."] = ()
    include: Annotated[Texts, "Files that are stories, where a folder is searched."] = ("*.md", "*.markdown")
    exclude: Annotated[Texts, "Files and folders that are no stories, even where they are named."] = EXCLUDED
    extend_exclude: Annotated[Texts, "More to exclude besides the default list."] = ()
    respect_gitignore: Annotated[bool, "Whether a search of folders passes over what .gitignore files name."] = True
    fail_on: Annotated[str, "The least severity that makes the run fail: `error`, `warning` or `info`."] = "error"
    max_bytes: Annotated[int, "Larger files are refused unread (BQ003)."] = MAX_BYTES
    schema: Annotated[str, "A JSON Schema for the front matter, inside the repository, for the shipped one."] = ""
    banks: Annotated[Texts, "Question banks of the repository's own: YAML files inside it."] = ()
    confidential: Annotated[str, "The deny-list of BQ801 (default: `.bqlint-confidential`, where there is one)."] = ""
    sections: Annotated[
        Mapping[str, tuple[str, ...]], 'More heading aliases, by role: `situation = ["Setting the scene"]`.'
    ] = _NONE
    rules: Annotated[
        Mapping[str, Mapping[str, Any]], "Options and severity by rule: `[rules.BQ601]`, `max-words = 400`."
    ] = _NONE
    overrides: Annotated[tuple[Override, ...], 'For some paths: `[[overrides]]`, `paths = ["drafts/**"]`.'] = ()
    status: Annotated[
        Mapping[str, Mapping[str, Any]],
        "How grave findings are by the story's status: `[status.draft]`, `at-most`, `at-least`, `exempt`.",
    ] = STATUS
    gate: Annotated[
        Mapping[str, Any],
        "What approvals are asked for: `required-status`, `approvals`, `approvers`, `roles`, `people`, "
        "`require-signed`, `allowed-signers`, `allow-deletion`; docs/team.md tells of each.",
    ] = _NONE
    rule: Annotated[tuple[Declaration, ...], "Rules of the team's own: `[[rule]]`, with `words` or a `pattern`."] = ()
    plugins: Annotated[tuple[str, ...], "Python files that hold rules; run with `--allow-plugins` only."] = ()
    allow_plugins: bool = False
    respect_include: bool = False
    root: str = ""
    origins: Mapping[str, str] = _NONE
    files: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By identity: tables have no hash."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        """Whether it is the same object."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Whether it is another object."""
        return self is not other

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on `path` (relative to `root`), each with its options."""
        return _rules(self, self.overrides_for(path))

    def overrides_for(self, path: str) -> tuple[Override, ...]:
        """The overrides that hold for `path` (relative to `root`), in their order."""
        return tuple(override for override in self.overrides if matches(path, override.paths))

    def guards_for(self, path: str) -> tuple[ConfidentialRule, ...]:
        """The rules that know what is confidential in `path`, with their options, whether they are selected or not."""
        return _guards(self, tuple(override for override in self.overrides if matches(path, override.paths)))

    def deny_list(self) -> str | None:
        """The file of the deny-list: the one that the settings name, else the nearest upwards, else None."""
        return self.confidential or nearest(self.root or ".", DENY_LIST)

    def own_codes(self) -> frozenset[str]:
        """The codes of the rules that the team declares or that plugins bring."""
        return frozenset((*(declaration.code for declaration in self.rule), *(rule.code for rule in _plugins(self))))

    def origin_of(self, code: str) -> str:
        """The file and line that asks for a rule: an option of it, else the preset that sets one; "" for none."""
        set_by = [origin for key, origin in self.origins.items() if key.startswith(f"rules.{code}.")]
        own = next((origin for origin in set_by if not origin.startswith("preset ")), "")
        return own or (self.origins.get("extends", "") if set_by else "")

    @property
    def terms(self) -> Terms:
        """What the team asks of an approval."""
        return Terms(**self.gate)

    def excluded(self) -> Globs:
        """The globs of what is no story."""
        return sorted_globs((*self.exclude, *self.extend_exclude))

    def excludes(self, path: str) -> bool:
        """Whether `path` (relative to `root`) is no story, though it may be named."""
        return self.excluded().meet(path)

    def passes_over(self, path: str) -> bool:
        """Whether `path` is not looked at though it is named: it is excluded, or `respect_include` leaves it out."""
        return self.excludes(path) or (self.respect_include and not matches(path, self.include))

    def aliases(self) -> Mapping[str, str]:
        """Heading text in lower case to role, the team's own included."""
        own = {alias.casefold(): role for role, names in self.sections.items() for alias in names}
        return {**ALIASES, **own}


@cache
def _rules(settings: Settings, overrides: tuple[Override, ...]) -> tuple[Rule, ...]:
    """The rules of `settings`, with the overrides laid over them in order; made once for all paths that share these."""
    wanted, given = _chosen(settings, overrides)
    shipped = tuple(_rule(code, given.get(code, {}), settings, is_running=True) for code in wanted)
    return (*shipped, *_own(settings, overrides)) if settings.rule or settings.allow_plugins else shipped


@cache
def _guards(settings: Settings, overrides: tuple[Override, ...]) -> tuple[ConfidentialRule, ...]:
    """The confidentiality rules of `settings`; those that run are the same objects."""
    running = {rule.code: rule for rule in _rules(settings, overrides)}
    _, given = _chosen(settings, overrides)
    made = (
        running.get(code) or _rule(code, given.get(code, {}), settings, is_running=False)
        for code, rule in load().items()
        if issubclass(rule, ConfidentialRule)
    )
    return tuple(rule for rule in made if isinstance(rule, ConfidentialRule))


def _chosen(
    settings: Settings, overrides: tuple[Override, ...]
) -> tuple[tuple[str, ...], Mapping[str, Mapping[str, Any]]]:
    """The codes of the shipped rules that run, and the options of each rule that has any."""
    wanted = selected(settings.select, settings.ignore, settings.extend_select)
    given = {code: dict(values) for code, values in settings.rules.items()}
    for override in overrides:
        more = [code for code in (selected(override.select, ()) if override.select else ()) if code not in wanted]
        less = {code for selector in override.ignore if not is_own(selector) for code in codes(selector)}
        less -= {code for code in less if code.startswith("BQ0")}
        wanted = tuple(code for code in sorted((*wanted, *more)) if code not in less)
        for code, values in override.rules.items():
            given.setdefault(code, {}).update(values)
    return wanted, given


def _own(settings: Settings, overrides: tuple[Override, ...]) -> Iterator[Rule]:
    """The team's own rules that are selected, the overrides laid over that in their order."""
    from bqlint.rules.declared import DeclaredRule

    for rule in (*map(DeclaredRule, settings.rule), *(plugin() for plugin in _plugins(settings))):
        runs = picks((*settings.select, *settings.extend_select), settings.ignore, rule.code, rule.name)
        for override in overrides:
            runs = (runs or picks(override.select, (), rule.code, rule.name)) and picks(
                (ALL,), override.ignore, rule.code, rule.name
            )
        if runs:
            yield rule


@cache
def _plugins(settings: Settings) -> tuple[type[Rule], ...]:
    """The rules of plugins, where whoever runs bqlint allows them."""
    if not settings.allow_plugins:
        return ()
    from bqlint.plugins import load as load_plugins

    return load_plugins(settings.plugins, settings.origins.get("plugins", ""))


def _rule(code: str, given: Mapping[str, Any], settings: Settings, *, is_running: bool) -> Rule:
    options = {name: value for name, value in given.items() if name != "severity"}
    severity = Severity(given["severity"]) if "severity" in given else None
    if settings.gate and code.startswith(APPROVALS):
        options["gate"] = Terms(**settings.gate)
    if code == _DENIES and (path := settings.deny_list()):
        from bqlint.confidential.listed import load as load_list

        options["listed"] = load_list(path, must=is_running)
    return load()[code](options, severity)


def keys() -> dict[str, str]:
    """Every key as TOML spells it, with what it is for."""
    import typing  # noqa: TID251  (pages and schemas may wait)

    hints = typing.get_type_hints(Settings, localns={"Annotated": typing.Annotated}, include_extras=True)
    return {spelt(name): hint.__metadata__[0] for name, hint in hints.items() if hasattr(hint, "__metadata__")}


def known() -> tuple[str, ...]:
    """The same keys alone, which every start with a configuration asks for."""
    annotated = Settings.__annotations__.items()
    return tuple(spelt(name) for name, hint in annotated if str(hint).startswith("Annotated["))


def spelt(name: str) -> str:
    """A setting's or an option's name as TOML and the command line spell it."""
    return name.replace("_", "-")
