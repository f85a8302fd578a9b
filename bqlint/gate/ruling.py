"""The verdict on each story that a branch changes: what of it is refused, and why."""

from __future__ import annotations

import os
import posixpath
from datetime import date

from bqlint import git
from bqlint.deadline import allowed, within
from bqlint.discover import Found
from bqlint.errors import ConfigError
from bqlint.finding import Severity
from bqlint.gate.approvals import Proof, Refusal, Witness, weigh
from bqlint.gate.trusted import MAILMAP, Trusted
from bqlint.lazy import lazy
from bqlint.one import grammar
from bqlint.parsing import parse
from bqlint.policy.judge import Policy, baseline_above
from bqlint.run import report_on
from bqlint.settings import APPROVALS
from bqlint.source import Source, decode
from bqlint.story import Story
from bqlint.team.history import History, Place, Version
from bqlint.team.objects import Entry, Missing, Objects
from bqlint.team.roster import Roster
from bqlint.team.terms import ORDER, Terms
from bqlint.typed import NamedTuple
from bqlint.upwards import BASELINE, CONFIGURATIONS

_SHOWN = 3
"""Findings of a story that are told; `bqlint check` tells them all."""


class Ruling(NamedTuple):
    """One changed story: what is refused, and what shows that the rest may pass."""

    path: str
    refused: tuple[str, ...]
    shown: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What the gate looked at and what came of it. `overruled` are files of the branch that had no say."""

    base: str
    head: str
    rulings: tuple[Ruling, ...]
    overruled: tuple[str, ...]
    terms: Terms

    @property
    def passes(self) -> bool:
        """Whether nothing is refused."""
        return not any(ruling.refused for ruling in self.rulings)


class _Change(NamedTuple):
    """A path that the branch changes: what stood there where it began, and what stands there now."""

    path: str
    was: Entry | None
    now: Entry | None


class Gate:
    """The branch that HEAD is, held against the base that `ref` names; `folder` is a place for the base's settings."""

    def __init__(self, objects: Objects, ref: str, folder: str, today: date) -> None:
        top = objects.top
        self._objects, self._folder, self._ref = objects, folder, ref
        self._base = objects.commit(git.commit_of(ref, top))
        self._head = objects.commit(git.commit_of("HEAD", top))
        self._forks = [objects.commit(fork) for fork in git.fork_points(self._base.id, self._head.id, ref, top)]
        self._history = History(objects)
        self._policy = Policy(today, baseline_of=baseline_above)
        try:
            self._trusted = Trusted(objects, self._base.tree, folder)
        except ConfigError as error:
            raise _in_words(error, ref, folder) from None
        self._mailmap = self._trusted.mailmap()

    def outcome(self) -> Outcome:
        """The verdict on every story that the branch changes or deletes. Raises ConfigError for the base's settings."""
        try:
            rulings = [self._ruling(change) for change in self._changes if self._trusted.is_story(change.path)]
            terms = self._trusted.settings("").terms
        except ConfigError as error:
            raise _in_words(error, self._ref, self._folder) from None
        named = (change.path for change in self._changes)
        overruled = tuple(path for path in named if path in self._trusted.files or _configures(path))
        return Outcome(self._base.id, self._head.id, tuple(filter(None, rulings)), overruled, terms)

    @lazy
    def _changes(self) -> tuple[_Change, ...]:
        """What the branch changes since any commit where it left the base, and what is not on the base already."""
        found: dict[str, _Change] = {}
        for fork in self._forks:
            for path, was, now in self._objects.differences(fork.tree, self._head.tree):
                if self._objects.at(self._base.tree, path) != now:
                    found.setdefault(path, _Change(path, was, now))
        return tuple(found[path] for path in sorted(found))

    def _ruling(self, change: _Change) -> Ruling | None:
        if change.now is None:
            return self._deleted(change)
        if not change.now.is_file:
            return Ruling(change.path, ("it is a link or a module; a story is an ordinary file",))
        found = self._trusted.found(change.path)
        try:
            raw = self._objects.content(change.now.id)
        except Missing as missing:
            return Ruling(change.path, (str(missing),))
        source = decode(raw, found.name) if len(raw) <= found.settings.max_bytes else None
        if not isinstance(source, Source):
            return Ruling(change.path, (source.message if source else "the file is too large",))
        parsed = within(allowed(len(source.text)), lambda: parse(source, grammar(found.settings)), lambda: None)
        if parsed is None or parsed.story is None or parsed.problems:
            problems = parsed.problems[:_SHOWN] if parsed else ()
            told = tuple(f"{problem.code} {problem.message}" for problem in problems)
            return Ruling(change.path, told or ("it cannot be read in time",))
        return self._judged(change, parsed.story, source)

    def _judged(self, change: _Change, story: Story, source: Source) -> Ruling:
        """The ruling on a story that can be read: its status, its approvals, its findings by the base's settings."""
        found = self._trusted.found(change.path)
        terms = found.settings.terms
        status = str(story.data.get("status"))
        refused: list[str] = []
        shown: list[str] = []
        if not terms.is_reached(status):
            refused.append(f"its status is `{status}`; `{terms.required_status}` is required")
        if ORDER[-1] in (status, terms.required_status):
            witness = Witness(
                self._history, Roster(terms, self._mailmap), self._base.id, self._on_base(change), self._folder
            )
            verdicts = weigh(story, Place(self._head.id, change.path), witness)
            refused += [verdict.reason for verdict in verdicts if isinstance(verdict, Refusal)]
            proofs = [verdict for verdict in verdicts if isinstance(verdict, Proof)]
            refused += [f"it has {want}" for want in terms.missing({proof.review.by for proof in proofs})]
            shown += [f"approved by {proof.review.by} on {proof.review.on}: {proof.how}" for proof in proofs]
        refused += self._errors(found, source)
        return Ruling(change.path, tuple(refused), tuple(shown))

    def _errors(self, found: Found, source: Source) -> list[str]:
        """The errors in a story, the first few in words; approvals are weighed elsewhere."""
        report = report_on(found, self._policy, source)
        findings = report.findings if report else ()
        errors = [each for each in findings if each.severity is Severity.ERROR and not each.code.startswith(APPROVALS)]
        told = [f"line {source.position(each.span.start)[0]}: {each.code} {each.message}" for each in errors[:_SHOWN]]
        return told + ([f"{len(errors) - _SHOWN} more errors: `bqlint check`"] if len(errors) > _SHOWN else [])

    def _on_base(self, change: _Change) -> Version | None:
        """The story as the base has it, under its old name where it was renamed.

        A file that is no story to the base was weighed by no gate.
        """
        there = self._history.parsed(self._objects.at(self._base.tree, change.path))
        if there:
            return there
        old = self._history.renamed(self._base.tree, self._head.tree, self._history.parsed(change.now))
        if old is None or not self._trusted.is_story(old):
            return None
        return self._history.parsed(self._objects.at(self._base.tree, old))

    def _deleted(self, change: _Change) -> Ruling | None:
        """The ruling on a story that is gone; None where it is judged under another name."""
        version = self._history.parsed(change.was)
        if version is None or version.status != ORDER[-1]:
            return Ruling(change.path, (), ("deleted; it had not been approved",))
        for fork in self._forks:
            path = self._history.renamed(self._head.tree, fork.tree, version)
            if path:
                moved = f"it was moved to {path}, where the base looks for no story"
                return None if self._trusted.is_story(path) else Ruling(change.path, (moved,))
        if change.path in self._earlier_names:
            return None
        if self._trusted.found(change.path).settings.terms.allow_deletion:
            return Ruling(change.path, (), ("deleted, as `allow-deletion` lets one person do",))
        return Ruling(change.path, ("it was approved, and nobody can approve its deletion",))

    @lazy
    def _earlier_names(self) -> frozenset[str]:
        """The paths that stories new to the base had in the history that this clone holds."""
        found: set[str] = set()
        for change in self._changes:
            if change.was is None and self._trusted.is_story(change.path):
                try:
                    found.update(place.path for place in self._history.earlier(Place(self._head.id, change.path)))
                except Missing:
                    continue
        return frozenset(found)


def _configures(path: str) -> bool:
    """Whether a file may say how stories are judged, or whose commits are whose."""
    return path == MAILMAP or posixpath.basename(path) in (*CONFIGURATIONS, BASELINE)


def _in_words(error: ConfigError, ref: str, folder: str) -> ConfigError:
    """An error in the base's configuration, its place named as the base holds it."""
    place = os.path.abspath(error.place).removeprefix(folder + os.sep) if error.place else ""
    return ConfigError(error.message, place=f"{ref}:{place}", hint=error.hint)
