"""Options that are spelt out in full and right, read without argparse, whose import and parser cost a third of a start.

A command declares its options once, by the calls that argparse takes. What is not plain here (help, errors, words
behind `--`, unusual spellings) is left to argparse, which tells it or takes it.
"""

from __future__ import annotations

from types import SimpleNamespace

from bqlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SWITCH, _APPEND = "store_true", "append"


class PlainOptions:
    """What a command takes: options with two dashes, each a switch or one with a value, and any number of paths."""

    def __init__(self) -> None:
        self._given: dict[str, dict[str, Any]] = {}
        self._groups: list[_Group] = []
        self._paths = ""

    def add_argument(self, name: str, **given: Any) -> None:
        """As argparse's, for what the class can hold."""
        if name.startswith("--"):
            self._given[name] = given
        else:
            self._paths = name

    def add_mutually_exclusive_group(self) -> _Group:
        """As argparse's: a group of options of which one may be given."""
        self._groups.append(_Group(self))
        return self._groups[-1]

    def read(self, words: Sequence[str]) -> SimpleNamespace | None:
        """The values of `words`, as argparse would name them; None where they are not plain."""
        found: dict[str, Any] = {name: _default(given) for name, given in self._given.items()}
        paths: list[str] = []
        last = -1
        waiting = iter(enumerate(words))
        for number, word in waiting:
            if not word.startswith("-") or word == "-":
                if paths and last != number - 1:
                    return None  # paths on both sides of an option
                paths.append(word)
                last = number
                continue
            name, equals, value = word.partition("=")
            given = self._given.get(name)
            if given is None or (equals and not value):
                return None
            if given.get("action") == _SWITCH:
                if equals:
                    return None
                found[name] = True
                continue
            if not equals:
                value = next(waiting, (0, "-"))[1]
                if value.startswith("-"):
                    return None
            try:
                held = given.get("type", str)(value)
            except Exception:  # whatever a type raises, argparse says it
                return None
            if held not in given.get("choices", (held,)):
                return None
            found[name] = [*found[name], held] if given.get("action") == _APPEND else held
        if any(group.is_torn(found) for group in self._groups):
            return None
        named = {name[2:].replace("-", "_"): value for name, value in found.items()}
        return SimpleNamespace(**named, **{self._paths: paths} if self._paths else {})


def _default(given: dict[str, Any]) -> Any:
    return given.get("default", False if given.get("action") == _SWITCH else None)


class _Group:
    """Options of which one may be given."""

    def __init__(self, options: PlainOptions) -> None:
        self._names: list[str] = []
        self._add: Callable[..., None] = options.add_argument

    def add_argument(self, name: str, **given: Any) -> None:
        """Another of them."""
        self._names.append(name)
        self._add(name, **given)

    def is_torn(self, found: dict[str, Any]) -> bool:
        """Whether more than one was given."""
        return sum(found[name] not in (None, False) for name in self._names) > 1
