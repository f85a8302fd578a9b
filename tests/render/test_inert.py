"""Whatever a story, its name or a message holds, each format gives it back as text, and nothing of it acts."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bqlint.engine import place
from bqlint.finding import Edit, Finding, Fix, Severity, Span
from bqlint.render import FORMATS, render
from bqlint.render.paragraph import paragraph
from bqlint.render.terminal import inert
from bqlint.report import Muted, Report, Verdict
from bqlint.source import Source
from tests.render import readers

NASTY = (
    "::error::x", "\n::add-mask::y", " ::set-env name=A::B", "##[add-mask]z", "%0A", "%", ",", ":", "\r", "\n", "\r\n",
    "]]>", "-->", "</failure>", "<script>", "&amp;", '"', "'", "|", "\\|", "\\", "`", "``", "~~~", "---", "# x", "{0}",
    "[a](http://e.example)", "![i](x)", "](", "@octocat", "#12", "GH-1", "!3", "www.e.example", "http://e.example", "}",
    "a@b.example", ":smile:", "$x$", "\x1b[2J", "\x00", "\x85", "\u202e", "\u2028", "\ufeff", "\ufffe", "🙂", "好", "é",
    "\t", "  ", "plain words", "@", "\x7f", "://", "`a` b `", "[x\\](y)",
)  # fmt: skip
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
HALF = re.compile("[\ud800-\udfff]")

texts = st.lists(st.sampled_from(NASTY) | st.text(st.characters(codec="utf-8"), max_size=4), max_size=5).map("".join)
said = (texts | st.just("\ud800 half")).map(lambda text: text or "x")
paths = (texts | st.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape"))).map(
    lambda path: path.replace("\0", "") or "x.md"
)
fewer = settings(max_examples=50)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(texts)
    findings = []
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        fix = draw(st.none() | st.builds(Fix, st.booleans(), st.tuples(st.just(Edit(start, end, draw(said))))))
        code, name = draw(st.sampled_from((("BQ201", "missing-section"), ("TEAM001", "own-wording"))))
        severity = draw(st.sampled_from(Severity))
        findings.append(
            Finding(code, name, severity, Span(start, end), draw(said), draw(st.just("") | said), None, fix)
        )
    findings.sort(key=place)
    muted = Muted(findings[0], draw(said))
    return Report(Source(draw(paths), text, draw(st.booleans())), Verdict(tuple(findings), (muted,)))


def whole(text: str) -> str:
    """`text` as JSON can hold it."""
    return HALF.sub("\ufffd", text)


def of_all() -> Report:
    """Everything nasty at once: each in a message, in a help and, all together, in the path and the story."""
    text = "".join(NASTY)
    findings = [
        Finding("TEAM001", "own-wording", Severity.WARNING, Span(0, 0), f"{before}{nasty}{after}", nasty * 2)
        for nasty in NASTY
        for before, after in (("", ""), ("a ", " b"), ("`", "`"))
    ]
    muted = tuple(Muted(findings[0], nasty) for nasty in NASTY)
    return Report(Source(text.replace("\0", ""), text), Verdict(tuple(sorted(findings, key=place)), muted))


@fewer
@given(reports())
@example(of_all())
def test_no_format_lets_anything_raw_through(report: Report) -> None:
    for name in FORMATS:
        assert not RAW.search(render(name, [report])), name


@pytest.mark.parametrize("name", ["concise", "full", "github"])
@pytest.mark.parametrize("path", ["::error::x.md", " ::error::x.md", "a##[error]b.md"])
def test_no_name_of_a_file_becomes_a_command_of_a_runner(name: str, path: str) -> None:
    finding = Finding("BQ201", "missing-section", Severity.ERROR, Span(0, 4), "`##[group]` ::x::", "::stop:: ##[x]")
    told = render(name, [Report(Source(path, "##[error] all\n"), Verdict((finding,)))])
    assert "##[" not in told
    lines = [line for line in told.splitlines() if line.lstrip().startswith("::")]
    assert [line for line in lines if name != "github" or not line.startswith("::error file=")] == []


@fewer
@given(reports())
@example(of_all())
def test_json_formats_give_back_what_they_were_given(report: Report) -> None:
    path = whole(report.source.path)
    expected = [(path, whole(each.message), whole(each.help)) for each in report.findings]
    findings = [json.loads(line) for line in render("json-lines", [report]).split("\n")[:-1]]
    assert [(each["path"], each["message"], each["help"]) for each in findings] == expected
    diagnostics = readers.valid("rdjson", render("rdjson", [report]))["diagnostics"]
    joined = [(path, f"{message}\n{help}" if help else message) for path, message, help in expected]
    assert [(each["location"]["path"], each["message"]) for each in diagnostics] == joined
    issues = readers.valid("gitlab", render("gitlab", [report]))
    told = [f"{each.code} {each.name}: {whole(paragraph(each))}" for each in report.findings]
    assert [(each["location"]["path"], each["description"]) for each in issues] == [(path, each) for each in told]


@fewer
@given(reports())
@example(of_all())
def test_sarif_gives_back_what_it_was_given(report: Report) -> None:
    results = readers.sarif(render("sarif", [report]))["results"]
    kept = [each for each in results if not each["suppressions"]]
    messages = [readers.unbraced(each["message"]["text"]) for each in kept]
    assert messages == [whole(paragraph(each)).replace("](", "] (") for each in report.findings]
    assert len(results) == len(kept) + len(report.verdict.muted)
    for each in results:
        uri = each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert readers.path_of(uri) == report.source.path


@fewer
@given(reports())
@example(of_all())
def test_github_runs_no_command_but_its_own(report: Report) -> None:
    found, others = readers.commands(render("github", [report]))
    assert [command.name for command in found if command.name not in ("error", "warning", "notice")] == []
    ordered = sorted(report.findings, key=lambda each: each.severity.rank)
    for command, each in zip(found, ordered, strict=True):
        assert command.data.endswith(f": {each.code} {lines(paragraph(each))}")
        assert command.properties["file"] == lines(report.source.path)
        assert command.properties["title"] == f"{each.code} {each.name}"
    closing = r"Found \d|\d+ can be fixed|\d+ hidden fix|Not shown: "
    assert [line for line in others if not re.match(closing, line)] == []


def lines(text: str) -> str:
    """`text` as it is shown where line ends are kept."""
    shown = (character if character in "\r\n" else inert(character) for character in text)
    return "".join(shown).replace("##[", "#\ufffd[")


@fewer
@given(reports())
@example(of_all())
def test_junit_gives_back_what_it_was_given(report: Report) -> None:
    def shown(text: str) -> str:
        return re.sub("[\ufffe\uffff]", "\ufffd", inert(text))

    (suite,) = readers.junit(render("junit", [report]))
    assert suite.attrib["file"] == shown(report.source.path)
    failures = list(suite.iter("failure"))
    assert [each.attrib["message"] for each in failures] == [shown(each.message) for each in report.findings]
    for failure, each in zip(failures, report.findings, strict=True):
        assert (failure.text or "").endswith(f" {each.code} {each.name}: {shown(paragraph(each))}")


@fewer
@given(reports())
@example(of_all())
def test_markdown_shows_words_and_code_only(report: Report) -> None:
    def shown(text: str) -> str:
        return " ".join(inert(text).replace("|", "│").replace("`", " ").split())

    rows = readers.rows(render("markdown", [report]))
    for row, each in zip(rows, report.findings, strict=True):
        assert len(row) == 5
        read = [" ".join(cell.replace("`", " ").split()) for cell in row[2:]]
        assert read[0] == f"{each.code} {each.name}"
        assert [cell.replace(" ", "") for cell in read[1:]] == [
            shown(text).replace(" ", "") for text in (each.message, each.help)
        ]
