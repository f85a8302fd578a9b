"""Which rules run: selectors by code, family prefix, name or ALL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bqlint.errors import BqlintError
from bqlint.nearest import did_you_mean
from bqlint.pattern import pattern
from bqlint.rules import load

ALL = "ALL"
_DECLARED = pattern(r"(?!BQ)[A-Z]{2,12}[0-9]{1,4}")
_OWN = pattern(r"(?!BQ)[A-Z]{2,12}[0-9]{0,4}")
_READING = "BQ0"
"""Findings about files that cannot be read or parsed cannot be deselected: they would hide a story unseen."""


def is_declared(code: str) -> bool:
    """Whether a code looks like that of a rule that a team declares itself: `TEAM001`."""
    return _DECLARED.fullmatch(code) is not None


def is_own(selector: str) -> bool:
    """Whether a selector means a team's own rules: one of their codes, or a family of them such as `TEAM`."""
    if selector == ALL or not _OWN.fullmatch(selector):
        return False
    return selector.lower() not in {rule.name for rule in load().values()}


def picks(select: Sequence[str], ignore: Sequence[str], code: str, name: str) -> bool:
    """Whether a team's own rule runs: of selectors that disagree the more exact one wins, and `ignore` a tie."""

    def exactness(selectors: Sequence[str]) -> int:
        met = [each for each in selectors if each in (ALL, name) or (is_own(each) and code.startswith(each))]
        return max((0 if each == ALL else len(each) for each in met), default=-1)

    return exactness(select) > exactness(ignore)


def codes(selector: str) -> tuple[str, ...]:
    """The rule codes that a selector (`BQ302`, `BQ3`, `vague-magnitude`, `ALL`) means; BqlintError where none."""
    rules = load()
    wanted = selector.strip()
    if wanted.upper() == ALL:
        return tuple(rules)
    prefix = wanted.upper()
    if prefix == "BQ" or (prefix.startswith("BQ") and prefix[2:].isdigit()):
        found = tuple(code for code in rules if code.startswith(prefix))
    else:
        found = tuple(code for code, rule in rules.items() if rule.name == wanted.lower())
    if not found:
        raise BqlintError(f"`{wanted[:60]}` is no rule{did_you_mean(wanted, known())}", hint="`bqlint rule` lists them")
    return found


def known() -> tuple[str, ...]:
    """Every code and every name, for did-you-mean."""
    return tuple(name for code, rule in load().items() for name in (code, rule.name))


def selected(select: Sequence[str], ignore: Sequence[str], extend: Sequence[str] = ()) -> tuple[str, ...]:
    """The codes to run, in order: of two selectors that disagree the more exact one wins, and `ignore` a tie."""
    weight: dict[str, tuple[int, bool]] = {}
    for chosen, wanted in ((_ranked((*select, *extend)), True), (_ranked(ignore), False)):
        for rank, code in chosen:
            if rank >= weight.get(code, (-1, False))[0]:
                weight[code] = (rank, wanted)
    return tuple(code for code in load() if code.startswith(_READING) or weight.get(code, (0, False))[1])


def _ranked(selectors: Iterable[str]) -> list[tuple[int, str]]:
    """Each code that a selector means, with how exact the selector is."""
    return [
        (0 if selector.upper() == ALL else len(selector) if selector.upper().startswith("BQ") else 5, code)
        for selector in selectors
        if not is_own(selector)
        for code in codes(selector)
    ]
