"""Stories times rules: findings."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.deadline import GaveUp
from bqlint.errors import BqlintError
from bqlint.finding import Finding, Problem, Span
from bqlint.parsing import Parsed
from bqlint.rules.base import RepositoryRule, Rule
from bqlint.story import Story
from bqlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from bqlint.repository.corpus import Corpus

MOST = 1_000
"""Findings of one rule in one story; a report of more is read by nobody, and may fill memory and disk."""
MOST_IN_ALL = 3_000
"""Findings of all rules in one story; of more, the gravest are told."""


def check(parsed: Parsed, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Every finding of `rules` in one parsed file, in the order of the text.

    A rule that raises becomes a BQ008 finding of its own, and the others still run.
    """
    by_code = {rule.code: rule for rule in rules}
    found = [by_code[problem.code].found(problem) for problem in parsed.problems if problem.code in by_code]
    if parsed.story is not None:
        found += [
            finding if finding.section else finding._replace(section=parsed.story.section_at(finding.span.start))
            for rule in rules
            if type(rule).check is not Rule.check  # many speak of what the parsers find, or across stories
            for finding in _asked(rule, parsed.story, by_code)
        ]
    if len(found) > MOST_IN_ALL:
        found = sorted(found, key=lambda finding: finding.severity.rank)[:MOST_IN_ALL]
        if "BQ007" in by_code:
            message = f"there are over {MOST_IN_ALL:,} findings in this story; those that weigh least are left out"
            found.append(by_code["BQ007"].found(Problem("BQ007", Span(0, 0), message, _MEND)))
    return tuple(sorted(found, key=place))


_MEND = "Mend what is found, or `exclude` the file."


def _asked(rule: Rule, story: Story, by_code: dict[str, Rule]) -> list[Finding]:
    """What one rule finds in one story."""
    found: list[Finding] = []
    try:
        for finding in rule.check(story):
            if len(found) == MOST:
                message = f"{rule.code} finds over {MOST:,} places in this story; the others are left out"
                raise GaveUp(message, _MEND)
            found.append(finding)
    except (BqlintError, MemoryError):  # the configuration asks for what cannot be done, or the machine cannot
        raise
    except GaveUp as limit:
        if "BQ007" in by_code:
            found.append(by_code["BQ007"].found(Problem("BQ007", Span(0, 0), str(limit), limit.help)))
    except Exception as error:
        if "BQ008" in by_code:
            found.append(_failed(by_code["BQ008"], rule, error))
    return found


def _failed(teller: Rule, rule: Rule, error: Exception) -> Finding:
    """A rule's own exception as a finding: a bug in bqlint, and the run goes on."""
    message = f"the rule {rule.code} failed on this story ({type(error).__name__}); its findings may be missing"
    return teller.found(Problem("BQ008", Span(0, 0), message, "Please report it: it is a bug in bqlint."))


def across(corpus: Corpus, rules: Sequence[Rule]) -> dict[str, list[Finding]]:
    """What the rules across stories find, by the path of the story; one that raises becomes a BQ008 of the first."""
    found: dict[str, list[Finding]] = {}
    for rule in rules:
        if isinstance(rule, RepositoryRule):
            try:
                for path, finding in rule.across(corpus):
                    found.setdefault(path, []).append(finding)
            except Exception as error:
                broken = next((each for each in rules if each.code == "BQ008"), None)
                if broken and corpus.summaries:
                    found.setdefault(corpus.summaries[0].path, []).append(_failed(broken, rule, error))
    return found


def place(finding: Finding) -> tuple[int, int, str, str]:
    """What findings are ordered by: their place, then their code."""
    return finding.span.start, finding.span.end, finding.code, finding.message
