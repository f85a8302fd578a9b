"""A configuration file laid over what it extends: presets by name, and files of the same repository."""

from __future__ import annotations

import os
from collections.abc import Mapping

from bqlint.configuration.files import inside, place_of, table_in
from bqlint.configuration.review import TABLES
from bqlint.configuration.values import READERS, below, field_of
from bqlint.errors import ConfigError
from bqlint.nearest import did_you_mean
from bqlint.policy.grade import STATUS
from bqlint.policy.select import is_own
from bqlint.settings import Settings, known
from bqlint.typed import Any, NamedTuple
from bqlint.upwards import top_of

_PRESETS = os.path.join(os.path.dirname(__file__), "presets")
MAX_CHAIN = 8
"""Files that extend one another in a row; a team needs two or three."""


class _Layer(NamedTuple):
    """The values that files set, by field of `Settings`, where each dotted key of them was set, and all files."""

    values: Mapping[str, Any] = {}
    origins: Mapping[str, str] = {}
    files: tuple[str, ...] = ()


def load_file(path: str) -> Settings:
    """The settings in a configuration file; ConfigError with place and nearest name where something is wrong."""
    return from_table(_table(path, path), path)


def from_table(table: Mapping[str, Any], path: str) -> Settings:
    """The settings in a parsed TOML table that stood in `path`."""
    layer = _over(_Layer({"status": STATUS}), _layer(table, path, (os.path.realpath(path),)))
    root = os.path.dirname(os.path.abspath(path))
    _check_selectors(layer, path)
    return Settings(**layer.values, root=root, origins=layer.origins, files=layer.files)


def _check_selectors(layer: _Layer, path: str) -> None:
    """ConfigError where a selector means a rule of the team's own that is not declared."""
    if layer.values.get("plugins"):
        return  # only they know what codes they bring
    declared = [declaration.code for declaration in layer.values.get("rule", ())]
    named = [
        (key, code) for key in ("select", "ignore", "extend-select") for code in layer.values.get(field_of(key), ())
    ]
    for override in layer.values.get("overrides", ()):
        named += [("overrides", code) for code in (*override.select, *override.ignore)]
    for key, code in named:
        if is_own(code) and not any(each.startswith(code) for each in declared):
            meant = did_you_mean(code, declared)
            raise ConfigError(
                f"`{code}` is no rule{meant}", place=place_of(path, key, code), hint="declare it: [[rule]]"
            )


def presets() -> tuple[str, ...]:
    """The names of the shipped presets."""
    return tuple(sorted(name.removesuffix(".toml") for name in os.listdir(_PRESETS) if name.endswith(".toml")))


def preset_text(name: str) -> str:
    """The TOML of a shipped preset."""
    with open(os.path.join(_PRESETS, f"{name}.toml"), encoding="utf-8") as stream:
        return stream.read()


def _table(path: str, place: str) -> Mapping[str, Any]:
    table = table_in(path)
    if table is None:
        raise ConfigError("there is no [tool.bqlint] table", place=place)
    return table


def _layer(table: Mapping[str, Any], path: str, chain: tuple[str, ...]) -> _Layer:
    """What `table` sets, over what it extends; `chain` holds the files on the way here."""
    own = _own(table, path)
    layer = _Layer()
    for name in own.values.get("extends", ()):
        layer = _over(layer, _extended(name, path, chain))
    return _over(layer, own)


def _own(table: Mapping[str, Any], path: str) -> _Layer:
    """What `table` itself sets."""
    settable = known()
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for key, value in table.items():
        if key not in settable:
            raise ConfigError(f"`{key[:60]}` is not a setting{did_you_mean(key, settable)}", place=place_of(path, key))
        values[field_of(key)] = {**READERS, **TABLES}[key](value, key, path)
        origins[key] = place_of(path, key)
        origins.update((dotted, place_of(path, written)) for dotted, written in below(key, value))
    folder = os.path.dirname(os.path.abspath(path))
    if values.get("gate", {}).get("allowed_signers"):
        signers = inside(folder, folder, values["gate"]["allowed_signers"], origins["gate.allowed-signers"])
        values["gate"] = {**values["gate"], "allowed_signers": signers}
    for key in ("schema", "confidential"):
        if values.get(key):
            values[key] = inside(folder, folder, values[key], origins[key])
    for key in ("banks", "plugins"):
        if key in values:
            values[key] = tuple(inside(folder, folder, name, place_of(path, key, name)) for name in values[key])
    named = (values[key] for key in ("schema", "confidential") if values.get(key))
    return _Layer(values, origins, (path, *named, *values.get("banks", ())))


def _over(base: _Layer, upper: _Layer) -> _Layer:
    """`upper` laid over `base`: tables are merged, lists of tables follow those of the base, the rest is replaced."""
    values = {**base.values, **upper.values}
    for field in ("rules", "sections", "status", "gate"):
        if field in base.values and field in upper.values:
            values[field] = _merged(base.values[field], upper.values[field])
    for field in ("overrides", "rule"):
        if field in upper.values:
            values[field] = (*base.values.get(field, ()), *upper.values[field])
    return _Layer(values, {**base.origins, **upper.origins}, (*base.files, *upper.files))


def _merged(base: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, value in upper.items():
        merged[name] = {**merged[name], **value} if isinstance(value, Mapping) and name in merged else value
    return merged


def _extended(name: str, path: str, chain: tuple[str, ...]) -> _Layer:
    """The layer that `extends` names: a preset, or a file of this repository. Nothing is ever fetched."""
    place = place_of(path, "extends", name)
    if name in presets():
        preset = os.path.join(_PRESETS, f"{name}.toml")
        layer = _layer(_table(preset, place), preset, (*chain, preset))
        return _Layer(layer.values, dict.fromkeys(layer.origins, f"preset {name}"))
    if not name.endswith(".toml") or "://" in name:
        hint = f"presets are {', '.join(presets())}; a file is named by its path, nothing is fetched"
        raise ConfigError(
            f"`{name[:80]}` is no preset and no file{did_you_mean(name, presets())}", place=place, hint=hint
        )
    folder = os.path.dirname(os.path.abspath(path))
    real = inside(top_of(folder), folder, name, place)
    if real in chain:
        raise ConfigError(f"`{name[:80]}` extends itself", place=place)
    if len(chain) >= MAX_CHAIN:
        raise ConfigError(f"more than {MAX_CHAIN} files extend one another", place=place)
    return _layer(_table(real, place), real, (*chain, real))
