"""One story: read, parsed, checked and judged within its time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

from bqlint import schema
from bqlint.bank import Bank
from bqlint.deadline import SECONDS, allowed, within
from bqlint.discover import Found
from bqlint.engine import check, place
from bqlint.errors import BqlintError
from bqlint.finding import Finding, Problem, Span
from bqlint.parsing import Grammar, Parsed, parse
from bqlint.policy.judge import Policy, is_plain, judge, status_of
from bqlint.policy.masking import mask_of, masked, masked_verdict
from bqlint.report import Report, Verdict
from bqlint.rules.base import RepositoryRule, Rule
from bqlint.settings import Settings
from bqlint.source import Source, decode, read_bytes
from bqlint.story import Story
from bqlint.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary


class Linted(NamedTuple):
    """What became of a file: its report, its summary where rules across stories want one, and its status where that
    alone decides how grave is what they find.
    """

    report: Report
    summary: Summary | None = None
    status: str | None = None


def linted(
    found: Found, source: Source | Problem, policy: Policy, across: bool = False, more: Sequence[Finding] = ()
) -> Linted:
    """What a file becomes; one that takes too long is given up (BQ007), one that bqlint fails on is said so (BQ008).

    `more` are findings of the rules across stories that speak of it.
    """
    rules = tuple(
        rule for rule in found.settings.rules_for(found.relative) if across or not isinstance(rule, RepositoryRule)
    )

    def work() -> Linted:
        parsed = parsed_from(source, found)
        codes = {rule.code for rule in rules}
        findings = (*check(parsed, rules), *(finding for finding in more if finding.code in codes))
        report = _judged(parsed, tuple(sorted(findings, key=place)), rules, found, policy)
        if not across or parsed.story is None:
            return Linted(report)
        plain = not report.unmasked and is_plain(parsed.story, policy)
        return Linted(report, _summary(parsed.story, found.name), status_of(parsed.story) if plain else None)

    def given_up(problem: Problem) -> Linted:
        parsed = parsed_from(problem, found)
        return Linted(Report(parsed.source, Verdict(check(parsed, rules))))

    seconds = allowed(len(source.text) if isinstance(source, Source) else 0, SECONDS)
    try:
        return within(seconds, work, lambda: given_up(_too_long(seconds)))
    except BqlintError:  # the configuration asks for what cannot be done
        raise
    except MemoryError:
        return given_up(_TOO_MUCH)
    except Exception as error:
        return given_up(failed(error))


_WAY_OUT = "Split it, or `exclude` it."
_TOO_MUCH = Problem("BQ007", Span(0, 0), "the file was given up, since it takes more memory than there is", _WAY_OUT)


def _too_long(seconds: float) -> Problem:
    return Problem("BQ007", Span(0, 0), f"the file was given up after {seconds:.0f} seconds", _WAY_OUT)


def failed(error: Exception | str) -> Problem:
    """BQ008 for a file that bqlint itself failed on: a bug, or a process that was ended."""
    what = error if isinstance(error, str) else type(error).__name__
    message = f"the file was given up, since bqlint failed on it ({what})"
    return Problem("BQ008", Span(0, 0), message, "Please report it: it is a bug in bqlint.")


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


def source_of(found: Found, policy: Policy) -> Source | Problem | None:
    """The file as it is to be linted; None where only changes count and it has none."""
    if policy.changes is None or refused(found):
        return read_from(found)
    return policy.changes.source(found.path, found.name, found.settings.max_bytes)


def read_from(found: Found) -> Source | Problem:
    """The file as it stands on the disk."""
    raw = bytes_of(found)
    return decode(raw, found.name) if isinstance(raw, bytes) else raw


def bytes_of(found: Found) -> bytes | Problem:
    """The bytes of the file as it stands on the disk, or the problem that says why there are none.

    Nearly no file is a link, which opening it tells without another look.
    """
    path, most = found.path, found.settings.max_bytes
    if not _holds(found.settings, os.path.dirname(path)):
        return _ELSEWHERE
    raw = read_bytes(path, most, follow=False)
    return raw if isinstance(raw, bytes) or not os.path.islink(path) else refused(found) or read_bytes(path, most)


def refused(found: Found) -> Problem | None:
    """BQ001 for a link to somewhere else: nobody's repository shows what stands outside it."""
    leads_out = not _holds(found.settings, os.path.dirname(found.path))
    if leads_out or (os.path.islink(found.path) and not _is_below(found.settings.root, found.path)):
        return _ELSEWHERE
    return None


_ELSEWHERE = Problem("BQ001", Span(0, 0), "the file is a link that leads out of the repository", "Copy the story here.")


def parsed_from(source: Source | Problem, found: Found) -> Parsed:
    """What was read, parsed by the settings of its file."""
    if isinstance(source, Problem):
        return Parsed(Source(found.name, ""), None, (source,))
    return parse(source, grammar(found.settings))


@cache
def grammar(settings: Settings) -> Grammar:
    """How stories are read under `settings`: the schema that judges front matter, aliases of headings, the banks."""
    bank = Bank(*settings.banks)
    if not settings.schema:
        return Grammar(schema.judge(schema.of_stories()), settings.aliases(), bank)
    own = schema.load(settings.schema)
    schema.check_schema(own, settings.schema)
    return Grammar(schema.judge(own), settings.aliases(), bank)


@cache
def _holds(settings: Settings, folder: str) -> bool:
    """Whether a folder below the root of the settings lies there with links followed, too; looked up once."""
    path, root = os.path.abspath(folder), os.path.abspath(settings.root)
    is_inside = f"{path}{os.sep}".startswith(root.rstrip(os.sep) + os.sep)
    return not is_inside or _is_below(root, path)


def _is_below(root: str, path: str) -> bool:
    real, top = os.path.realpath(path), os.path.realpath(root)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)
