"""Stories times rules: findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bqlint.errors import BqlintError
from bqlint.finding import Finding, Problem, Span
from bqlint.rules.base import Rule
from bqlint.story import Parsed, Story


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
            for finding in _asked(rule, parsed.story, by_code)
        ]
    return tuple(sorted(found, key=place))


def _asked(rule: Rule, story: Story, by_code: dict[str, Rule]) -> Iterator[Finding]:
    """What one rule finds in one story; the only place where any exception is caught."""
    try:
        yield from rule.check(story)
    except BqlintError:  # the configuration asks for what cannot be done
        raise
    except Exception as error:
        if "BQ008" in by_code:
            message = f"the rule {rule.code} failed on this story ({type(error).__name__}); its findings may be missing"
            problem = Problem("BQ008", Span(0, 0), message, "Please report it: it is a bug in bqlint.")
            yield by_code["BQ008"].found(problem)


def place(finding: Finding) -> tuple[int, int, str, str]:
    """What findings are ordered by: their place, then their code."""
    return finding.span.start, finding.span.end, finding.code, finding.message
