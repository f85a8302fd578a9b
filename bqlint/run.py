"""The whole program as one paragraph: discover, read, parse, check, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from bqlint import schema
from bqlint.bank import Bank
from bqlint.confidential.masking import Mask
from bqlint.configuration import Configured
from bqlint.deadline import SECONDS, within
from bqlint.discover import Found, discover
from bqlint.engine import across as look_across
from bqlint.engine import check, place
from bqlint.finding import Finding, Problem, Span
from bqlint.parsing import Grammar, Parsed, parse
from bqlint.policy.judge import Policy, judge
from bqlint.policy.masking import mask_of, masked, masked_verdict
from bqlint.report import Report, Verdict
from bqlint.rules.base import CONFIGURATION, RepositoryRule, Rule
from bqlint.settings import Settings
from bqlint.source import Source, decode, read
from bqlint.story import Story

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary

_SHIPPED = "story.schema.json"


Tick = Callable[[int, int], None]
"""Told after each file how many are done, of how many."""


def lint(
    paths: Sequence[str], configured: Configured, policy: Policy, tick: Tick = lambda _done, _total: None
) -> Iterator[Report]:
    """A report for each story that `paths` mean; a file that cannot be read is one too, one without changes is none.

    Rules across stories run where `paths` name a folder, on all its stories, and where unchanged ones count as well.
    """
    files = tuple(discover(paths, configured.of))
    across = policy.changes is None and any(map(os.path.isdir, paths))
    linted: list[Linted] = []
    for found in files:
        linted.append(_linted(found, partial(_source, found, policy), policy, across))
        tick(len(linted), len(files))
    if across:
        linted = _looked_across(files, linted, policy)
    yield from (each.report for each in linted if each.report is not None)


def _looked_across(files: Sequence[Found], linted: Sequence[Linted], policy: Policy) -> list[Linted]:
    """The same; files of which rules across stories speak are judged again, with these findings among theirs."""
    by_settings: dict[int, list[int]] = {}
    for number, found in enumerate(files):
        by_settings.setdefault(id(found.settings), []).append(number)
    said: dict[str, list[Finding]] = {}
    asked: list[Linted] = []
    for numbers in by_settings.values():
        summaries = [linted[number].summary for number in numbers]
        told = _said_across([files[number] for number in numbers], list(filter(None, summaries)))
        asked += _on_configuration(told.pop(CONFIGURATION, []), files[numbers[0]].settings)
        said.update(told)
    return asked + [
        _linted(found, partial(_read, found), policy, True, said[found.name]) if found.name in said else each
        for found, each in zip(files, linted, strict=True)
    ]


def _on_configuration(findings: Sequence[Finding], settings: Settings) -> Iterator[Linted]:
    """A report on the file that sets each rule which speaks of no story, at the line that does so."""
    for finding in findings:
        origin = settings.origin_of(finding.code)
        file, _, line = origin.rpartition(":")
        source = read(file, file)
        if isinstance(source, Source) and line.isdigit():
            start = source.line_starts[min(int(line), len(source.line_starts)) - 1]
            span = Span(start, start + len(source.line(int(line))))
            guards = settings.guards_for("")
            mask = Mask.of(source.text, [span for guard in guards for span in guard.secrets(source.text)], guards)
            shown = source._replace(text=mask.source(source.text))
            yield Linted(Report(shown, Verdict(masked([finding._replace(span=span)], mask))))


def _said_across(files: Sequence[Found], summaries: Sequence[Summary]) -> dict[str, list[Finding]]:
    """What the rules across stories find in files under the same settings, by the file's name."""
    from bqlint.repository.corpus import corpus

    by_name = {found.name: found for found in files}
    rules = files[0].settings.rules_for("")
    bank = Bank(*files[0].settings.banks)
    masks: dict[str, Mask] = {}

    def parsed(name: str) -> Story | None:
        """The story that a rule wants to show; what is confidential in it is masked in all that the rules say."""
        one = parsed_file(by_name[name])
        masks[name] = mask_of(one, (), (), by_name[name].settings.guards_for(by_name[name].relative))
        return one.story

    told = look_across(corpus(summaries, parsed, bank), rules)
    secrets = sorted({text for mask in masks.values() for text in mask.texts}, key=lambda each: (-len(each), each))
    mask = Mask((), tuple(secrets), files[0].settings.guards_for(""))
    return {name: list(masked(findings, mask)) for name, findings in told.items()}


def lint_bytes(raw: bytes, name: str, configured: Configured, policy: Policy) -> Report | None:
    """The report for a story handed over, as an editor does, under the name `name`; None where that is excluded."""
    found = _handed_over(name, configured)
    if found.settings.passes_over(found.relative):
        return None
    return _linted(found, lambda: decode(raw, name), policy).report


def report_on(found: Found, policy: Policy, source: Source | None = None) -> Report | None:
    """The report on one file, or on `source` in the place of what it holds."""
    return _linted(found, partial(_source, found, policy) if source is None else lambda: source, policy).report


class Linted(NamedTuple):
    """What became of a file: its report, or none where it did not change, and its summary for rules across stories."""

    report: Report | None
    summary: Summary | None = None


def _linted(
    found: Found,
    reading: Callable[[], Source | Problem | None],
    policy: Policy,
    across: bool = False,
    more: Sequence[Finding] = (),
) -> Linted:
    """Read, parse, check and judge one file within its time; what takes longer is given up, and said so (BQ007).

    `more` are findings of the rules across stories that speak of it.
    """
    rules = tuple(
        rule for rule in found.settings.rules_for(found.relative) if across or not isinstance(rule, RepositoryRule)
    )

    def work() -> Linted:
        source = reading()
        if source is None:
            return Linted(None)
        parsed = _parsed(source, found)
        codes = {rule.code for rule in rules}
        findings = (*check(parsed, rules), *(finding for finding in more if finding.code in codes))
        report = _judged(parsed, tuple(sorted(findings, key=place)), rules, found, policy)
        return Linted(report, _summary(parsed.story, found.name) if across and parsed.story else None)

    def given_up() -> Linted:
        message = f"the file was given up after {SECONDS:.0f} seconds"
        parsed = _parsed(Problem("BQ007", Span(0, 0), message, "Split it, or `exclude` it."), found)
        return Linted(Report(parsed.source, Verdict(check(parsed, rules))))

    return within(SECONDS, work, given_up)


def _judged(
    parsed: Parsed, findings: tuple[Finding, ...], rules: Sequence[Rule], found: Found, policy: Policy
) -> Report:
    """The report on a file; nothing in it but the edits of fixes tells what is confidential."""
    source, story, settings = parsed.source, parsed.story, found.settings
    mask = mask_of(parsed, findings, rules, settings.guards_for(found.relative))
    title, shown = story.title if story else "", source
    if mask.spans:
        findings, title, shown = (
            masked(findings, mask),
            mask.told(title),
            source._replace(text=mask.source(source.text)),
        )
        story = story and story._replace(source=shown)
    verdict = judge(findings, story, rules, policy, settings.status, settings.own_codes(), title)
    return Report(shown, masked_verdict(verdict, mask), title, source) if mask.spans else Report(shown, verdict, title)


def _summary(story: Story, name: str) -> Summary:
    """Imported here: a run over single files needs none of it."""
    from bqlint.repository.summary import summary

    return summary(story, name)


def _handed_over(name: str, configured: Configured) -> Found:
    return Found(name, name, configured.of(os.path.dirname(os.path.abspath(name))))


def parsed_file(found: Found) -> Parsed:
    """One story file, read and parsed by its settings."""
    return _parsed(_read(found), found)


def parsed_bytes(raw: bytes, name: str, configured: Configured) -> Parsed:
    """A story that was handed over, parsed by the settings that hold for `name`."""
    return _parsed(decode(raw, name), _handed_over(name, configured))


def _source(found: Found, policy: Policy) -> Source | Problem | None:
    """The file as it is to be linted; None where only changes count and it has none."""
    if policy.changes is None or _refused(found):
        return _read(found)
    return policy.changes.source(found.path, found.name, found.settings.max_bytes)


def _read(found: Found) -> Source | Problem:
    return _refused(found) or read(found.path, found.name, found.settings.max_bytes)


def _refused(found: Found) -> Problem | None:
    """BQ001 for a link to somewhere else: nobody's repository shows what stands outside it."""
    if os.path.islink(found.path) and not _is_below(found.settings.root, found.path):
        message = "the file is a link that leads out of the repository"
        return Problem("BQ001", Span(0, 0), message, "Copy the story here.")
    return None


def _parsed(source: Source | Problem, found: Found) -> Parsed:
    if isinstance(source, Problem):
        return Parsed(Source(found.name, ""), None, (source,))
    return parse(source, grammar(found.settings))


@cache
def grammar(settings: Settings) -> Grammar:
    """How stories are read under `settings`: the schema that judges front matter, aliases of headings, the banks."""
    bank = Bank(*settings.banks)
    shipped = schema.shipped(_SHIPPED)
    if not settings.schema:
        return Grammar(schema.judge(schema.load(shipped)), settings.aliases(), bank)
    own = schema.load(type(shipped)(settings.schema))
    schema.check_schema(own, settings.schema)
    return Grammar(schema.judge(own), settings.aliases(), bank)


def _is_below(root: str, path: str) -> bool:
    real, top = os.path.realpath(path), os.path.realpath(root)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)
