"""What is confidential is told by no output of bqlint, whichever rule speaks and whichever rules run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.confidential.masking import Mask, masked, over
from bqlint.finding import Finding, Severity, Span
from bqlint.policy.masking import masked as masked_findings
from bqlint.render import FORMATS
from tests.cli.samples import GOOD
from tests.conftest import Bqlint

SECRETS = ("Quillon", "jo.doe@quay.example", "10.77.3.17", "Blue\nHeron")
TOLD = GOOD.replace(
    "## Result\n",
    "## Result\n\n<!-- bqlint: ignore BQ703 -- Quillon says so -->\nQuillon's sales were significantly improved for "
    "jo.doe@quay.example by the Quillon team. <!-- bqlint: ignore BQ302 -- Quillon wants it -->\n",
)
TOLD = TOLD.replace("status: draft", "status: Quillon\nquillon: 10.77.3.17\ntags: [quillon]")
TOLD = TOLD.replace("title: Reopening", "title: Quillon reopening").replace("# Reopening", "# [Quillon] reopening")
TOLD = TOLD.replace("## Reflection", "Blue\nHeron's TBD and QUILLONs' JDXA were leveraged.\n\n### Lessons of quillon")
CONFIG = 'extends = "default"\n[rules.BQ801]\nwords = "Quillon, Blue Heron"\n'


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    (tmp_path / ".git").mkdir()
    (tmp_path / "bqlint.toml").write_text(CONFIG)
    (tmp_path / "a.md").write_text(TOLD)
    (tmp_path / "b.md").write_text(TOLD.replace("loaves", "rolls").replace("from 90 to 310", "from 80 to 320"))
    (tmp_path / "broken.md").write_text("---\ntitle: [Quillon\nx: Blue Heron\n---\n# Quillon\n")
    (tmp_path / "quote.md").write_text(GOOD.replace("draft", '"Quillon" x jo.doe@quay.example'))
    return tmp_path


def leaks(text: str) -> list[str]:
    """The secrets that `text` tells, in any letter case and across lines."""
    flat = " ".join(text.casefold().split())
    return [secret for secret in SECRETS if " ".join(secret.casefold().split()) in flat]


@pytest.mark.parametrize("options", [(), ("--select", "BQ1,BQ3,BQ9"), ("--show-suppressed", "--statistics")])
def test_no_format_tells_a_secret(options: tuple[str, ...], repository: Path, bqlint: Bqlint) -> None:
    files = [repository / f"{name}.out" for name in FORMATS]
    outputs = [f"--output-format={file.stem}={file}" for file in files]
    ran = bqlint("check", *outputs, "--output-format", "full", *options)
    assert ran.code == 1
    assert leaks(ran.out + ran.err) == []
    for file in (*files, repository / "summary"):
        told = file.read_text()
        assert leaks(told) == [], file.stem
        assert "BQ101" in told, file.stem


def test_the_rules_still_speak_and_of_the_true_places(repository: Path, bqlint: Bqlint) -> None:
    found = json.loads(bqlint("check", "a.md", "--output-format", "json").out)["findings"]
    assert {"BQ101", "BQ801", "BQ802", "BQ207"} <= {each["code"] for each in found}
    text = (repository / "a.md").read_text()
    places = {text[each["range"]["start"]["offset"] : each["range"]["end"]["offset"]] for each in found}
    assert {"Quillon", "jo.doe@quay.example", "10.77.3.17", "Blue\nHeron's", "quillon"} <= places


def test_nor_does_a_baseline_a_diff_or_what_it_says_of_an_unreadable_story(repository: Path, bqlint: Bqlint) -> None:
    assert leaks(bqlint("check", "broken.md").out) == []
    diff = bqlint("check", "--diff", "--unsafe-fixes", "a.md")
    assert diff.out.startswith("--- a.md")
    assert leaks(diff.out + diff.err) == []
    before = json.loads(bqlint("check", "a.md", "--output-format", "json").out)["findings"]
    assert bqlint("baseline").code == 0
    assert leaks((repository / ".bqlint-baseline.jsonl").read_text()) == []
    after = json.loads(bqlint("check", "a.md", "--output-format", "json").out)["findings"]
    assert {each["code"] for each in before} - {each["code"] for each in after} >= {"BQ801", "BQ802", "BQ101"}


def test_a_fix_writes_the_file_s_own_text(repository: Path, bqlint: Bqlint) -> None:
    (repository / "a.md").write_text(GOOD.replace("status", "stauts").replace("bakery", "Quillon bakery"))
    assert leaks(bqlint("check", "--fix", "a.md").out) == []
    assert (repository / "a.md").read_text() == GOOD.replace("bakery", "Quillon bakery")


def test_what_other_stories_tell_is_masked_across_stories(repository: Path, bqlint: Bqlint) -> None:
    lines = "---\ntitle: {0}\ntags: [{1}]\n---\n# {0}\n## Result\nOur sales for jo.doe@quay.example rose by {2}%.\n"
    for name, tag, figure in (("c", "x", 20), ("d", "x", 35)):
        (repository / f"{name}.md").write_text(lines.format(name, tag, figure))
    ran = bqlint("check", "--select", "BQ9", "--output-format", "concise")
    assert "BQ906" in ran.out
    assert leaks(ran.out) == []


def test_the_author_s_own_address_is_no_secret(repository: Path, bqlint: Bqlint) -> None:
    (repository / "a.md").write_text(GOOD.replace("author: sam", "author: sam@quay.example"))
    assert bqlint("check", "a.md").code == 0


def test_every_word_of_a_finding_is_masked_that_of_what_it_is_about_too() -> None:
    told = Finding("BQ902", "n", Severity.WARNING, Span(0, 3), "as Acme", "Leave Acme out.", about="like Acme")
    (shown,) = masked_findings([told], Mask.of("Acme", [Span(0, 4)], ()))
    assert "Acme" not in "".join((shown.message, shown.help, shown.about))


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_masked_text_keeps_its_length_and_its_lines(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in places]
    shown = over(text, spans)
    assert len(shown) == len(text)
    hidden = {at for span in spans for at in range(*span)}
    assert all(shown[at] == text[at] for at in range(len(text)) if at not in hidden or text[at] in "\r\n")
    assert set(masked(text)[1:]) <= set("•\r\n")
