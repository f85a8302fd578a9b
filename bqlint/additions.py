"""What rules across stories find, laid beside what was found in a story: for most, it is not linted again for that."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.discover import Found
from bqlint.engine import place
from bqlint.finding import Finding
from bqlint.policy.grade import graded
from bqlint.record import Record, Shown, pack
from bqlint.render import paged
from bqlint.report import Report, Verdict
from bqlint.source import Source


def added(record: Record, said: Sequence[Finding], found: Found, source: Source, shown: Shown | None) -> bytes | None:
    """The record of `found` as it is with the findings that rules across stories `said`, without its summary.

    None where the story has to be linted again: it may mute findings, or `source` is no longer what was judged.
    """
    verdict, title, status = record.judged()
    if status is None or not record.is_of(source):
        return None
    codes = {rule.code for rule in found.settings.rules_for(found.relative)}
    more = graded((finding for finding in said if finding.code in codes), status, found.settings.status)
    report = Report(source, Verdict(tuple(sorted((*verdict.kept, *more), key=place)), verdict.muted), title)
    return pack(report, paged(shown.format, report, shown.color) if shown else "")
