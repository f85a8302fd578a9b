"""The whole program as one paragraph: discover, read, parse, check, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from bqlint import schema
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
    """A report for each story that `paths` mean; a file that cannot be read is one too."""
    for found in discover(paths, configured.of):
        yield _report(found, partial(parsed_file, found), policy)


def lint_bytes(raw: bytes, name: str, configured: Configured, policy: Policy) -> Report | None:
    """The report for a story handed over, as an editor does, under the name `name`; None where that is excluded."""
    found = _handed_over(name, configured)
    if found.settings.excludes(found.relative):
        return None
    return _report(found, lambda: _parsed(decode(raw, name), found), policy)


def _report(found: Found, parsing: Callable[[], Parsed], policy: Policy) -> Report:
    """Parse, check and judge one file within its time; what takes longer is given up, and said so (BQ007)."""
    rules = found.settings.rules_for(found.relative)

    def work() -> Report:
        parsed = parsing()
        return Report(parsed.source, judge(check(parsed, rules), parsed.story, rules, policy))

    report = within(SECONDS, work)
    if report is not None:
        return report
    message = f"the file was given up after {SECONDS:.0f} seconds"
    problem = Problem("BQ007", Span(0, 0), message, "Split it, or `exclude` it.")
    parsed = Parsed(Source(found.name, ""), None, (problem,))
    return Report(parsed.source, Verdict(check(parsed, rules)))


def _handed_over(name: str, configured: Configured) -> Found:
    return Found(name, name, configured.of(os.path.dirname(os.path.abspath(name))))


def parsed_file(found: Found) -> Parsed:
    """One story file, read and parsed by its settings."""
    if os.path.islink(found.path) and not _is_below(found.settings.root, found.path):
        problem = Problem(
            "BQ001", Span(0, 0), "the file is a link that leads out of the repository", "Copy the story here."
        )
        return Parsed(Source(found.name, ""), None, (problem,))
    return _parsed(read(found.path, found.name, found.settings.max_bytes), found)


def parsed_bytes(raw: bytes, name: str, configured: Configured) -> Parsed:
    """A story that was handed over, parsed by the settings that hold for `name`."""
    return _parsed(decode(raw, name), _handed_over(name, configured))


def _parsed(source: Source | Problem, found: Found) -> Parsed:
    if isinstance(source, Problem):
        return Parsed(Source(found.name, ""), None, (source,))
    return parse(source, _grammar(found.settings))


@cache
def _grammar(settings: Settings) -> Grammar:
    """How stories are read under `settings`: the schema that judges front matter, and the aliases of headings."""
    shipped = schema.shipped(_SHIPPED)
    if not settings.schema:
        return Grammar(schema.judge(schema.load(shipped)), settings.aliases())
    own = schema.load(type(shipped)(settings.schema))
    schema.check_schema(own, settings.schema)
    return Grammar(schema.judge(own), settings.aliases())


def _is_below(root: str, path: str) -> bool:
    real, top = os.path.realpath(path), os.path.realpath(root)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)
