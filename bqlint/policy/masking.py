"""What may be told of a file: its text and its findings, with all that is confidential masked in both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from bqlint.confidential.masking import Mask
from bqlint.finding import Finding, Fix
from bqlint.parsing import Parsed
from bqlint.report import Muted, Verdict
from bqlint.rules.base import ConfidentialRule, Rule


def mask_of(
    parsed: Parsed, findings: Iterable[Finding], rules: Sequence[Rule], guards: Sequence[ConfidentialRule]
) -> Mask:
    """What is confidential in a file: what the `rules` that ran found of it, and what guards find that did not run.

    Where the file is no story, all of its text is looked at.
    """
    ran = [guard for guard in guards if parsed.story is not None and guard in rules]
    spans = [finding.span for finding in findings if any(finding.code == guard.code for guard in ran)]
    for guard in guards:
        if parsed.story is None:
            spans += guard.secrets(parsed.source.text)
        elif guard not in ran:
            spans += guard.secrets_of(parsed.story)
    return Mask.of(parsed.source.text, spans, guards)


def masked(findings: Iterable[Finding], mask: Mask) -> tuple[Finding, ...]:
    """The findings with masked words; a fix whose text is confidential is marked as one that is not to be told."""
    told = cache(mask.told)  # many findings say the same
    return tuple(
        finding._replace(
            message=told(finding.message),
            help=told(finding.help),
            about=finding.about and told(finding.about),
            fix=finding.fix and _fix(finding.fix, mask),
        )
        for finding in findings
    )


def masked_verdict(verdict: Verdict, mask: Mask) -> Verdict:
    """The same verdict in masked words, reasons of suppressions among them."""
    muted = zip(masked((each.finding for each in verdict.muted), mask), verdict.muted, strict=True)
    return Verdict(masked(verdict.kept, mask), tuple(Muted(finding, mask.told(each.by)) for finding, each in muted))


def _fix(fix: Fix, mask: Mask) -> Fix:
    return fix._replace(is_told=not any(mask.holds(edit.text) for edit in fix.edits))
