"""The whole program as one paragraph: discover, read, parse, check, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from bqlint import schema
from bqlint.bank import Bank
from bqlint.configuration import Configured
from bqlint.deadline import SECONDS, within
from bqlint.discover import Found, discover
from bqlint.engine import check
from bqlint.finding import Problem, Span
from bqlint.policy.judge import Policy, judge
from bqlint.report import Report, Verdict
from bqlint.settings import Settings
from bqlint.source import Source, decode, read
from bqlint.story import Grammar, Parsed, parse

_SHIPPED = "story.schema.json"


def lint(paths: Sequence[str], configured: Configured, policy: Policy) -> Iterator[Report]:
    """A report for each story that `paths` mean; a file that cannot be read is one too, one without changes is none."""
    for found in discover(paths, configured.of):
        report = _report(found, partial(_source, found, policy), policy)
        if report is not None:
            yield report


def lint_bytes(raw: bytes, name: str, configured: Configured, policy: Policy) -> Report | None:
    """The report for a story handed over, as an editor does, under the name `name`; None where that is excluded."""
    found = _handed_over(name, configured)
    if found.settings.excludes(found.relative):
        return None
    return _report(found, lambda: decode(raw, name), policy)


def _report(found: Found, reading: Callable[[], Source | Problem | None], policy: Policy) -> Report | None:
    """Read, parse, check and judge one file within its time; what takes longer is given up, and said so (BQ007)."""
    rules = found.settings.rules_for(found.relative)

    def work() -> Report | None:
        source = reading()
        if source is None:
            return None
        parsed = _parsed(source, found)
        verdict = judge(check(parsed, rules), parsed.story, rules, policy)
        return Report(parsed.source, verdict, parsed.story.title if parsed.story else "")

    def given_up() -> Report:
        message = f"the file was given up after {SECONDS:.0f} seconds"
        parsed = _parsed(Problem("BQ007", Span(0, 0), message, "Split it, or `exclude` it."), found)
        return Report(parsed.source, Verdict(check(parsed, rules)))

    return within(SECONDS, work, given_up)


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
    return parse(source, _grammar(found.settings))


@cache
def _grammar(settings: Settings) -> Grammar:
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
