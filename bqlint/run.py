"""The whole program as one paragraph: discover, read, parse, check, judge, look across, report."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from bqlint.configuration import Configured
from bqlint.discover import Found, discover, unseen
from bqlint.one import linted, parsed_from, read_from, source_of
from bqlint.parsing import Parsed
from bqlint.policy.judge import Policy
from bqlint.report import Report
from bqlint.source import Source, decode
from bqlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from bqlint.many import Means, Tick


def lint(
    paths: Sequence[str], configured: Configured, policy: Policy, means: Means | None = None, tick: Tick | None = None
) -> Iterator[Report]:
    """A report for each story that `paths` mean; a file that cannot be read is one too, one without changes is none.

    Rules across stories run where `paths` name a folder, on all its stories, and where unchanged ones count as well.
    """
    files = tuple(discover(paths, configured.of))
    if policy.changes is not None:
        gone = policy.changes.gone([path for path in paths if os.path.isdir(path)])
        files += tuple(found for path in gone if (found := unseen(path, configured.of)))
    across = policy.changes is None and any(map(os.path.isdir, paths))
    if policy.changes is None and (across or len(files) > 1):
        from bqlint.across import looked_across
        from bqlint.many import Means, each
        from bqlint.task import Task

        means = means or Means()
        done = each([Task(found) for found in files], policy, across, means, tick)
        yield from looked_across(files, done, policy, means) if across else (one.report for one in done)
    else:
        yield from (report for found in files if (report := report_on(found, policy)) is not None)


def lint_bytes(raw: bytes, name: str, configured: Configured, policy: Policy) -> Report | None:
    """The report for a story handed over, as an editor does, under the name `name`; None where that is excluded."""
    found = _handed_over(name, configured)
    if found.settings.passes_over(found.relative):
        return None
    return linted(found, decode(raw, name), policy).report


def report_on(found: Found, policy: Policy, source: Source | None = None) -> Report | None:
    """The report on one file, or on `source` in the place of what it holds; None for a file without changes."""
    held = source or source_of(found, policy)
    return linted(found, held, policy).report if held is not None else None


def parsed_file(found: Found) -> Parsed:
    """One story file, read and parsed by its settings."""
    return parsed_from(read_from(found), found)


def parsed_bytes(raw: bytes, name: str, configured: Configured) -> Parsed:
    """A story that was handed over, parsed by the settings that hold for `name`."""
    return parsed_from(decode(raw, name), _handed_over(name, configured))


def _handed_over(name: str, configured: Configured) -> Found:
    return Found(name, name, configured.of(os.path.dirname(os.path.abspath(name))))
