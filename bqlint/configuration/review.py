"""`[status]` and `[gate]`: how a team reviews its stories, read and checked key by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bqlint.configuration.files import place_of
from bqlint.configuration.values import boolean, codes_of, field_of, selectors, severity, text, texts, wrong
from bqlint.errors import ConfigError
from bqlint.finding import Severity
from bqlint.nearest import did_you_mean
from bqlint.policy.select import is_own
from bqlint.team.terms import ORDER, Role
from bqlint.typed import Any

Reader = Callable[[Any, str, str], Any]


def _read(value: Any, key: str, path: str, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """The table `value` by field, each key read by its reader. Raises ConfigError for one that has none."""
    if not isinstance(value, dict):
        raise wrong(key, path, "a table", value)
    for name in value:
        if name not in readers:
            place = place_of(path, f"{key}.{name}")
            raise ConfigError(f"`{key}.{name[:60]}` is not a setting{did_you_mean(name, readers)}", place=place)
    return {field_of(name): readers[name](given, f"{key}.{name}", path) for name, given in value.items()}


def _exempt(value: Any, key: str, path: str) -> tuple[str, ...]:
    """The codes of the rules that selectors mean; those of a team's own rules, and their families, as they are."""
    chosen = selectors(value, key, path)
    return tuple(code for one in chosen for code in ((one,) if is_own(one) else codes_of(one, key, path)))


_STATUS: Mapping[str, Reader] = {"at-most": severity, "at-least": severity, "exempt": _exempt}


def _statuses(value: Any, key: str, path: str) -> dict[str, Any]:
    """What holds for each status; a schema of the repository's own may have other ones than the usual."""
    if not isinstance(value, dict):
        raise wrong(key, path, "a table of statuses", value)
    found = {status: _read(given, f"{key}.{status}", path, _STATUS) for status, given in value.items()}
    for status, given in found.items():
        gravest, mildest = given.get("at_most", "error"), given.get("at_least", "info")
        if Severity(mildest).rank < Severity(gravest).rank:
            message = f"`{key}.{status}` is at most {gravest} and at least {mildest}"
            raise ConfigError(message, place=place_of(path, f"{key}.{status}.at-least"))
    return found


def _count(value: Any, key: str, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 50:
        raise wrong(key, path, "a number from 0 to 50", value)
    return value


def _status_name(value: Any, key: str, path: str) -> str:
    if value not in ORDER:
        meant = did_you_mean(str(value), ORDER)
        hint = f"use {', '.join(ORDER)}"
        raise ConfigError(f"`{str(value)[:60]}` is no status{meant}", place=place_of(path, key), hint=hint)
    return text(value, key, path)


def _people(value: Any, key: str, path: str) -> dict[str, tuple[str, ...]]:
    """The e-mail addresses of each name; one or a list of them."""
    if not isinstance(value, dict):
        raise wrong(key, path, "a table of names", value)
    return {name: _addresses(given, f"{key}.{name}", path) for name, given in value.items()}


def _addresses(value: Any, key: str, path: str) -> tuple[str, ...]:
    given = texts([value] if isinstance(value, str) else value, key, path)
    for address in given:
        if "@" not in address:
            raise ConfigError(f"`{address[:60]}` is no e-mail address", place=place_of(path, key))
    return given


def _roles(value: Any, key: str, path: str) -> tuple[Role, ...]:
    if not isinstance(value, dict):
        raise wrong(key, path, "a table of roles", value)
    found = []
    for name, given in value.items():
        role = Role(name, **{"approvers": (), **_read(given, f"{key}.{name}", path, _ROLE)})
        if len(role.approvers) < role.approvals:
            message = f"the role `{name}` names {len(role.approvers)} approvers and asks for {role.approvals}"
            raise ConfigError(message, place=place_of(path, f"{key}.{name}"))
        found.append(role)
    return tuple(found)


_ROLE: Mapping[str, Reader] = {"approvers": texts, "approvals": _count}
_GATE: Mapping[str, Reader] = {
    "required-status": _status_name, "approvals": _count, "approvers": texts, "roles": _roles, "people": _people,
    "require-signed": boolean, "allowed-signers": text, "allow-deletion": boolean,
}  # fmt: skip


def _gate(value: Any, key: str, path: str) -> dict[str, Any]:
    """What the gate asks for. Raises ConfigError for terms that nobody could meet."""
    terms = _read(value, key, path, _GATE)
    if terms.get("require_signed") and not terms.get("allowed_signers"):
        hint = "allowed-signers names a file of this repository as ssh-keygen reads it"
        raise ConfigError("`require-signed` needs `allowed-signers`", place=place_of(path, key), hint=hint)
    return terms


TABLES: Mapping[str, Reader] = {"status": _statuses, "gate": _gate}
"""How the value of each table is read."""
