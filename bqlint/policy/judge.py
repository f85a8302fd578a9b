"""Which findings count, and how much: suppressions, the baseline and changed lines mute some; nothing is dropped."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from bqlint.engine import place
from bqlint.finding import Finding, Problem
from bqlint.policy.grade import STATUS, graded
from bqlint.report import UNCHANGED, Muted, Verdict
from bqlint.rules.base import Rule
from bqlint.source import Source
from bqlint.story import Story
from bqlint.typed import TYPE_CHECKING, Any, NamedTuple
from bqlint.upwards import BASELINE, nearest

if TYPE_CHECKING:
    from bqlint.policy.baseline import Baseline
    from bqlint.policy.changed import Changes
    from bqlint.policy.suppress import Suppression


class Policy(NamedTuple):
    """What a run judges findings by: the day, the only lines that count, and what is known already in a folder."""

    today: date
    changes: Changes | None = None
    baseline_of: Callable[[str], Baseline | None] = lambda _folder: None


def baseline_above(folder: str) -> Baseline | None:
    """The baseline that holds in `folder`: the nearest upwards, or None."""
    path = nearest(folder, BASELINE)
    if path is None:
        return None
    from bqlint.policy.baseline import load

    return load(path)


def judge(
    findings: tuple[Finding, ...],
    story: Story | None,
    rules: Sequence[Rule],
    policy: Policy,
    statuses: Mapping[str, Mapping[str, Any]] = STATUS,
    own: Collection[str] = frozenset(),
    title: str = "",
) -> Verdict:
    """The verdict on the findings that `rules` made in one file; `story` is None where it could not be parsed.

    `statuses` say how grave they may be by the story's status; `own` are the codes of a team's own rules, those that do
    not run here among them. A baseline knows a renamed story by its `title`.
    """
    if story is None:
        return Verdict(findings)
    by_code = {rule.code: rule for rule in rules}
    verdict = Verdict(findings)
    if _speaks_to_bqlint(story):
        verdict = _suppressed(findings, story, by_code, own, policy.today)
    baseline = policy.baseline_of(os.path.dirname(os.path.abspath(story.source.path)))
    if baseline is not None:
        verdict = baseline.judged(verdict, story.source, title)
    if policy.changes is not None:
        verdict = _on_new_lines(verdict, story.source, by_code, policy.changes.lines(story.source))
    return Verdict(graded(verdict.kept, status_of(story), statuses), verdict.muted)


def is_plain(story: Story, policy: Policy) -> bool:
    """Whether nothing mutes a finding in `story`: it is judged by the story's status alone."""
    folder = os.path.dirname(os.path.abspath(story.source.path))
    return not _speaks_to_bqlint(story) and policy.changes is None and policy.baseline_of(folder) is None


def status_of(story: Story) -> str:
    """The status that findings are graded by."""
    return str(story.data.get("status"))


def _speaks_to_bqlint(story: Story) -> bool:
    """Whether the story may hold suppressions; most hold none, and pay nothing for those that do."""
    return "bqlint" in story.source.text or "lint" in story.data


def _suppressed(
    findings: tuple[Finding, ...], story: Story, rules: dict[str, Rule], own: Collection[str], today: date
) -> Verdict:
    """The findings less those that the story suppresses, and what is wrong with its suppressions (BQ921 to BQ924)."""
    from bqlint.policy.suppress import removal, suppressions

    found, problems = suppressions(story, own)
    holding: dict[str, list[Suppression]] = {}
    for each in found:
        if each.until is None or today <= each.until:
            holding.setdefault(each.code, []).append(each)
    kept: list[Finding] = []
    muted: list[Muted] = []
    used = set()
    for finding in findings:
        by = next((each for each in holding.get(finding.code, ()) if each.hides(finding)), None)
        if by is None:
            kept.append(finding)
        else:
            used.add(by)
            muted.append(Muted(finding, f"{by.source}: {by.reason or 'no reason given'}"))
    needed = sorted(
        [each.span.start for each in used] + [problem.span.start for problem in problems if problem.code == "BQ924"]
    )
    for each in found:
        if each.until is not None and each.until < today:
            message = f"this suppression of {each.code} expired on {each.until}"
            problems.append(Problem("BQ922", each.span, message, "Mend what it hid, or give it a later day."))
        elif each not in used and each.code in rules:
            message = f"{each.code} finds nothing here; this suppression is not needed"
            help = "Remove it. Findings about a whole section stand on its heading: their comment goes above that."
            at = bisect_left(needed, each.whole.start)
            alone = at == len(needed) or needed[at] >= each.whole.end
            problems.append(Problem("BQ921", each.span, message, help, removal(story.source.text, each, alone)))
    kept += [_told(rules[problem.code], problem, story) for problem in problems if problem.code in rules]
    return Verdict(tuple(sorted(kept, key=place)), tuple(muted))


def _on_new_lines(verdict: Verdict, source: Source, rules: dict[str, Rule], lines: frozenset[int]) -> Verdict:
    """The verdict less what local rules find in lines that did not change."""
    kept: list[Finding] = []
    muted = list(verdict.muted)
    for finding in verdict.kept:
        first, last = (source.position(offset)[0] for offset in (finding.span.start, finding.span.end))
        if rules[finding.code].local and lines.isdisjoint(range(first, last + 1)):
            muted.append(Muted(finding, UNCHANGED))
        else:
            kept.append(finding)
    return Verdict(tuple(kept), tuple(muted))


def _told(rule: Rule, problem: Problem, story: Story) -> Finding:
    return rule.found(problem)._replace(section=story.section_at(problem.span.start))
