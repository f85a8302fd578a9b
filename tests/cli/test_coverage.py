"""`bqlint coverage`: what the stories answer, in each format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from bqlint import schema
from bqlint.bank.read import shipped
from bqlint.render.terminal import width
from tests.conftest import Bqlint
from tests.render import readers

STORY = (
    "---\ntitle: {title}\nquestions: {questions}\nstatus: draft\nauthor: sam\nevent: {event}\n---\n"
    "# {title}\n## Action\nI rang.\n"
)
Tell = Callable[..., None]


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """Write a story into a repository, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write(name: str, *questions: str, title: str = "", event: str = "2026-01") -> None:
        listed = json.dumps(questions, ensure_ascii=False)
        text = STORY.format(title=title or name, questions=listed, event=event)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")

    return write


def model(bqlint: Bqlint, *options: str) -> dict[str, object]:
    ran = bqlint("coverage", "--output-format", "json", "--today", "2026-06-01", *options)
    assert ran.code == 0
    found: dict[str, object] = json.loads(ran.out)
    jsonschema.validate(found, schema.load(schema.shipped("coverage.schema.json")))
    return found


def test_questions_competencies_and_what_follows(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", "general/conflict-with-manager")
    tell("roof", "general/conflict", "jpmorgan/control", event="2021")
    found = model(bqlint)
    by_id = {each["id"]: each["stories"] for each in found["questions"]}  # type: ignore[attr-defined]
    assert by_id["general/conflict"] == ["bread.md", "roof.md"]
    assert by_id["jpmorgan/control"] == ["roof.md"]
    assert {name for name in by_id if name.startswith("general/")} == {q.id for q in shipped() if q.bank == "general"}
    assert "jpmorgan/numbers" not in by_id
    competencies = {each["name"]: each["stories"] for each in found["competencies"]}  # type: ignore[attr-defined]
    assert competencies["conflict"] == [{"path": "bread.md", "questions": 2}, {"path": "roof.md", "questions": 1}]
    assert {"general/failure", "accountability"} <= set(found["gaps"])  # type: ignore[call-overload]
    assert {"general/conflict-with-manager", "courage"} <= set(found["singles"])  # type: ignore[call-overload]
    assert found["kinds"] == {"failure": 0, "conflict": 2}
    told = {each["path"]: (each["alone"], each["old"]) for each in found["stories"]}  # type: ignore[attr-defined]
    assert told == {"bread.md": (1, False), "roof.md": (1, True)}


@pytest.mark.parametrize(
    ("event", "years", "is_old"),
    [("2023-05", 3, True), ("2023-06", 3, False), ("2023", 3, False), ("2022", 3, True), ("2022-11-30", 3, True),
     ("", 0, False), ("2023-05", 4, False), ("2026-05", 0, True)],
)  # fmt: skip
def test_an_event_is_old_after_so_many_years(event: str, years: int, is_old: bool, tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", event=event)
    (story,) = model(bqlint, "--years", str(years))["stories"]  # type: ignore[misc]
    assert story["old"] is is_old  # type: ignore[index]


def test_a_company_s_bank_stands_alone_and_whole(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", "amazon/frugality-1", "my own question / words")
    found = model(bqlint, "--company", "amazon")
    assert [each["id"] for each in found["questions"]] == [q.id for q in shipped() if q.bank == "amazon"]  # type: ignore[attr-defined]
    assert found["kinds"] == {"failure": 0, "conflict": 1}
    assert "my own question / words" in [each["id"] for each in model(bqlint)["questions"]]  # type: ignore[attr-defined]
    assert bqlint("coverage", "--years", "-1").code == 2
    ran = bqlint("coverage", "--company", "amazn")
    assert (ran.code, "did you mean `amazon`?" in ran.err) == (2, True)


def test_a_story_of_too_many_questions_is_overused_by_the_rule_s_own_limit(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", "general/failure", "general/risk")
    assert model(bqlint)["stories"][0]["overused"] is False  # type: ignore[index]
    Path("bqlint.toml").write_text("[rules.BQ905]\nmost-questions = 2\n")
    assert model(bqlint)["stories"][0]["overused"] is True  # type: ignore[index]


@pytest.mark.parametrize("number", [1, 29, 32, 60])
def test_the_table_fits_a_terminal_of_eighty_columns(number: int, tell: Tell, bqlint: Bqlint) -> None:
    ids = [question.id for question in shipped()]
    for each in range(number):
        tell(f"a-story-with-a-rather-long-name-{each:02}", *ids[each : each + 7], event="2020-01-01")
    ran = bqlint("coverage", "--company", "amazon", "--today", "2026-06-01")
    assert [line for line in ran.out.splitlines() if width(line) > 80] == []
    assert all(question.id in ran.out for question in shipped() if question.bank == "amazon")
    assert f"Old        {number} stor" in ran.out


def test_the_table_shows_each_story_by_its_letter(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "amazon/frugality-1")
    tell("roof", "amazon/frugality-1", "amazon/frugality-2", event="2020-01")
    out = bqlint("coverage", "--company", "amazon", "--today", "2026-06-01").out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert {"a bread draft 2026-01 1", "b roof draft 2020-01 2 old"} <= set(lines)
    assert {"amazon/frugality-1 ab 2", "amazon/frugality-2 .b 1 one story", "amazon/frugality-3 .. 0 gap"} <= set(lines)
    assert "Missing    no story of failure or conflict: " in out


NASTY = ("=1+1", "+SUM(A1)", "-2", "@cmd", "\u202eevil", "<script>alert(1)</script>", "a|b `c` *d*", '"&]]>', "\x1b[2J")


def test_a_spreadsheet_calculates_nothing(tell: Tell, bqlint: Bqlint) -> None:
    tell("=cmd", "general/conflict", *NASTY[:6])
    rows = list(csv.reader(io.StringIO(bqlint("coverage", "--output-format", "csv").out)))
    assert rows[0] == ["kind", "name", "text", "stories", "'=cmd.md"]
    assert rows[[row[1] for row in rows].index("general/conflict")][:2] == ["question", "general/conflict"]
    cells = [cell for row in rows for cell in row]
    assert {"'=1+1", "'+SUM(A1)", "'-2", "'@cmd"} <= set(cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_picture_is_inert_and_says_in_words_what_it_shows(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", *NASTY[:8], title="<b>Bread</b> & \u202e")
    tell("<img onerror=x>", "general/conflict")
    picture = bqlint("coverage", "--output-format", "svg").out
    root = ElementTree.fromstring(picture)
    names = {element.tag.partition("}")[2] for element in root.iter()}
    assert names == {"svg", "title", "desc", "style", "defs", "pattern", "rect", "text"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert attributes <= {
        "viewBox", "width", "height", "role", "id", "patternUnits", "patternTransform", "x", "y", "rx", "fill", "class",
        "transform", "style",
    }  # fmt: skip
    assert not re.search(
        "[\u202a-\u202e\x00-\x09\x0b-\x1f]|url\\((?!#)|@import|https?:(?!//www.w3.org/2000/svg)", picture
    )
    texts = ["".join(element.itertext()) for element in root.iter()]
    assert "<img onerror=x>" in " ".join(texts)
    assert "2 stories, 59 questions that are general, or that a story names" in " ".join(texts)
    assert texts.count("gap") + sum("gap" in text for text in texts) > 40
    sizes = [float(root.attrib[name]) for name in ("width", "height")]
    for rect in root.iter("{http://www.w3.org/2000/svg}rect"):
        assert float(rect.attrib["width"]) >= 0
        assert float(rect.attrib.get("x", 0)) + float(rect.attrib["width"]) <= sizes[0]
        assert float(rect.attrib.get("y", 0)) + float(rect.attrib["height"]) <= sizes[1]


def test_markdown_is_words_tables_and_code(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", *NASTY[:8])
    tell("roof", "general/conflict")
    out = bqlint("coverage", "--output-format", "markdown").out
    tokens = readers.REPORT.parse(out)
    assert not {"html_block", "html_inline", "link_open", "image"} & {
        each.type for token in tokens for each in (token, *(token.children or ()))
    }
    assert "| `general/conflict` | 1 | 1 | 2 |  |" in out
    assert "| `general/failure` |  |  | 0 | gap |" in out


def test_names_of_the_deny_list_are_masked(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict", "What did Quillon want?", title="Quillon's bread")
    Path("bqlint.toml").write_text('[rules.BQ801]\nwords = "Quillon"\n')
    for name in ("table", "markdown", "csv", "json", "svg"):
        assert "uillon" not in bqlint("coverage", "--output-format", name).out


def test_files_that_are_no_stories_are_named_and_the_others_shown(tell: Tell, bqlint: Bqlint) -> None:
    tell("bread", "general/conflict")
    Path("x.md").write_text("# none\n")
    ran = bqlint("coverage", "--output-format", "svg=out.svg", "--output-format", "json")
    assert ran.code == 1
    assert ran.err == "bqlint: x.md: this is no story that can be read; `bqlint check` says why\n"
    assert len(json.loads(ran.out)["stories"]) == 1
    assert Path("out.svg").read_text().startswith("<svg ")


def test_no_story_at_all_is_all_gaps(tell: Tell, bqlint: Bqlint) -> None:
    ran = bqlint("coverage", "--company", "meta", "--output-format", "table", "--output-format", "svg")
    assert ran.code == 0
    assert "10 of 10 questions have no story" in ran.out
