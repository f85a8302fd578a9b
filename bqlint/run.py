"""The whole program as one paragraph: discover, read, parse, check, report."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache

from bqlint import schema
from bqlint.configuration import Configured
from bqlint.discover import Found, discover
from bqlint.engine import check
from bqlint.finding import Problem, Span
from bqlint.report import Report
from bqlint.settings import Settings
from bqlint.source import Source, decode, read
from bqlint.story import Grammar, Parsed, parse

_SHIPPED = "story.schema.json"


def lint(paths: Sequence[str], configured: Configured) -> Iterator[Report]:
    """A report for each story that `paths` mean; a file that cannot be read is one too."""
    for found in discover(paths, configured.of):
        parsed = parsed_file(found)
        yield Report(parsed.source, check(parsed, found.settings.rules_for(found.relative)))


def lint_bytes(raw: bytes, name: str, configured: Configured) -> Report:
    """The report for a story that was handed over, as an editor does, under the name `name`."""
    settings = configured.of(os.path.dirname(os.path.abspath(name)))
    relative = Found(name, name, settings).relative
    if settings.excludes(relative):
        return Report(Source(name, ""), ())
    parsed = _parsed(decode(raw, name), name, settings)
    return Report(parsed.source, check(parsed, settings.rules_for(relative)))


def parsed_file(found: Found) -> Parsed:
    """One story file, read and parsed by its settings."""
    if os.path.islink(found.path) and not _is_below(found.settings.root, found.path):
        problem = Problem(
            "BQ001", Span(0, 0), "the file is a link that leads out of the repository", "Copy the story here."
        )
        return Parsed(Source(found.name, ""), None, (problem,))
    return _parsed(read(found.path, found.name, found.settings.max_bytes), found.name, found.settings)


def parsed_bytes(raw: bytes, name: str, configured: Configured) -> Parsed:
    """A story that was handed over, parsed by the settings that hold for `name`."""
    return _parsed(decode(raw, name), name, configured.of(os.path.dirname(os.path.abspath(name))))


def _parsed(source: Source | Problem, name: str, settings: Settings) -> Parsed:
    if isinstance(source, Problem):
        return Parsed(Source(name, ""), None, (source,))
    return parse(source, _grammar(settings))


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
