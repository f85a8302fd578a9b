from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Finding, Span
from bqlint.record import NO_GIST, KeptReport, Record, Shown, findings, pack, pack_findings
from bqlint.report import Muted, Report, Verdict
from bqlint.repository.metrics import Metric
from bqlint.repository.summary import Summary, marks
from bqlint.source import Source

TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
FINDINGS = st.lists(st.from_type(Finding), max_size=3)
SUMMARIES = st.from_type(Summary).map(lambda told: told._replace(runs=array("I", [1, 5, 2**32 - 1])))
st.register_type_strategy(
    Metric,
    st.builds(
        Metric, st.frozensets(TEXTS), TEXTS, st.lists(TEXTS).map(tuple), st.builds(Span, st.integers(0), st.integers(0))
    ),
)


@given(found=FINDINGS, by=TEXTS, title=TEXTS, page=TEXTS, status=st.none() | TEXTS, summary=st.none() | SUMMARIES)
def test_what_is_packed_comes_out_as_it_went_in(
    found: list[Finding], by: str, title: str, page: str, status: str | None, summary: Summary | None
) -> None:
    verdict = Verdict(tuple(found), tuple(Muted(each, by) for each in found))
    report = Report(Source("x.md", "Text.\n", bom=True), verdict, title)
    record = Record(pack(report, page, summary, status))
    kept = KeptReport(record, "x.md", report.source.encoded(), Shown("full", color=True))
    assert (kept.verdict, kept.title, kept.source, kept.path) == (verdict, title, report.source, "x.md")
    assert kept.tally == report.tally
    assert record.judged().status == status
    assert kept.page("full", color=True) == page
    assert kept.page("full", color=False) is kept.page("concise", color=True) is None
    assert (record.gist == NO_GIST) == (summary is None)
    if summary:
        assert (record.summary(), record.runs) == (summary, summary.runs)
        assert array("I", record.marks) == array("I", marks(summary))
    assert findings(pack_findings(found)) == found


@given(st.binary())
def test_what_is_no_record_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        Record(data)
