"""Suppressions, through the command line on files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint, Within

Codes = Callable[..., tuple[list[str], str]]

VAGUE = GOOD.replace("We now throw away nine loaves instead of sixty.", "\n\nWaste was significantly reduced.")
PLACEHOLDERS = GOOD.replace("I moved the\nsecond", "I moved [Company] the\nsecond")
TODAY = ("--today", "2026-06-01")
TIDY = ("--ignore", "BQ212")
"""These texts are put together carelessly."""


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Codes:
    """The codes that a text draws, and what `--show-suppressed` says muted others."""
    monkeypatch.chdir(tmp_path)

    def of(text: str, *options: str) -> tuple[list[str], str]:
        (tmp_path / "x.md").write_text(text)
        ran = bqlint("check", "x.md", "--output-format", "json", "--show-suppressed", *TODAY, *TIDY, *options)
        muted = [line.strip() for line in ran.err.splitlines() if line.startswith("  ")]
        return [finding["code"] for finding in json.loads(ran.out)["findings"]], "\n".join(muted)

    return of


def test_a_comment_hides_the_block_behind_it(codes: Codes) -> None:
    comment = "<!-- bqlint: ignore BQ302 -- the owner forbids figures -->\n"
    assert codes(VAGUE) == (["BQ302"], "")
    hidden = codes(VAGUE.replace("Waste", f"{comment}Waste"))
    assert hidden == ([], "suppressed by comment: the owner forbids figures")


def test_a_comment_does_not_reach_beyond_its_block(codes: Codes) -> None:
    comment = "<!-- bqlint: ignore BQ302 -- the owner forbids figures -->\n\n"
    assert codes(VAGUE.replace("Evening sales", f"{comment}Evening sales"))[0] == ["BQ921", "BQ302"]


def test_a_comment_before_a_list_hides_all_its_items(codes: Codes) -> None:
    listed = "- Waste was significantly reduced.\n- Queues were significantly reduced.\n"
    comment = "<!-- bqlint: ignore BQ302 -- the owner forbids figures -->\n\n"
    assert codes(VAGUE.replace("Waste was significantly reduced.", comment + listed))[0] == []


def test_a_comment_in_a_paragraph_hides_that_paragraph(codes: Codes) -> None:
    inline = "reduced. <!-- bqlint: ignore vague-magnitude -- the owner forbids figures -->"
    assert codes(VAGUE.replace("reduced.", inline))[0] == []


def test_ignore_file_hides_everywhere_until_its_last_day(codes: Codes) -> None:
    comment = (
        "# Reopening the evening shop\n\n<!-- bqlint: ignore-file BQ302 until 2026-06-01 -- published in June -->\n"
    )
    text = VAGUE.replace("# Reopening the evening shop\n", comment)
    assert codes(text) == ([], "suppressed by comment: published in June")
    assert codes(text, "--today", "2026-06-02") == (["BQ922", "BQ302"], "")


def test_the_front_matter_hides_in_the_whole_story(codes: Codes) -> None:
    text = VAGUE.replace("author: sam", 'author: sam\nlint: {ignore: ["BQ302 -- the owner forbids figures"]}')
    assert codes(text) == ([], "suppressed by front matter: the owner forbids figures")
    assert codes(text.replace("ignore: [", "ignored: ["))[0] == ["BQ101", "BQ302"]


def test_one_suppression_hides_one_rule_only(codes: Codes) -> None:
    text = VAGUE.replace("Waste was", "<!-- bqlint: ignore BQ302 -- no figures -->\nAt [Company] waste was")
    assert codes(text)[0] == ["BQ207"]


@pytest.mark.parametrize(
    ("comment", "code", "says"),
    [
        ("ignore BQ302", "BQ923", "this suppression gives no reason"),
        ("ignore vague-magnitud -- why", "BQ924", "did you mean `vague-magnitude`?"),
        ("ignore BQ005 -- why", "BQ924", "`BQ005` is no rule that can be suppressed"),
        ("ignore ALL -- why", "BQ924", "`ALL` is no rule that can be suppressed"),
        ("ignore -- why", "BQ924", "this suppression names no rule"),
        ("ingore BQ302 -- why", "BQ924", "`ingore` is nothing that a comment can ask for; did you mean `ignore`?"),
        ("ignore BQ302 until May -- why", "BQ924", "`May` is not a day"),
    ],
)
def test_what_is_wrong_with_a_suppression_is_said(
    comment: str, code: str, says: str, codes: Codes, bqlint: Bqlint
) -> None:
    assert code in codes(VAGUE.replace("Waste was", f"<!-- bqlint: {comment} -->\nWaste was"))[0]
    assert says in bqlint("check", "x.md").out


def test_a_comment_as_other_linters_have_it_is_told_and_one_that_only_names_bqlint_is_not(codes: Codes) -> None:
    assert codes(GOOD.replace("Evening sales", "<!-- bqlint-disable BQ302 -->\nEvening sales"))[0] == ["BQ924"]
    assert codes(GOOD.replace("Evening sales", "<!-- bqlint found nothing here -->\nEvening sales"))[0] == []


def test_a_useless_name_goes_and_its_misspelt_neighbour_stays(codes: Codes, tmp_path: Path) -> None:
    wish = "<!-- bqlint: ignore BQ301, vague-magnitud -- the owner forbids figures -->"
    assert codes(VAGUE.replace("Waste was", f"{wish}\nWaste was"), "--fix")[0] == ["BQ924", "BQ302"]
    assert wish.replace("BQ301, ", "") in (tmp_path / "x.md").read_text()


def test_a_rule_of_the_teams_own_may_be_suppressed_where_it_does_not_run(codes: Codes, tmp_path: Path) -> None:
    (tmp_path / "bqlint.toml").write_text('[[rule]]\ncode = "TEAM001"\nmessage = "No."\nwords = ["loaves"]\n')
    text = GOOD.replace("Evening sales", "<!-- bqlint: ignore TEAM001 -- our word -->\nEvening sales")
    assert codes(text, "--ignore", "TEAM001")[0] == []
    assert codes(text.replace("TEAM001", "TEAM01"), "--ignore", "TEAM001")[0] == ["BQ924"]


def test_a_rule_that_does_not_run_leaves_its_suppressions_alone(codes: Codes) -> None:
    text = GOOD.replace("Evening sales", "<!-- bqlint: ignore BQ302 -- no figures -->\nEvening sales")
    assert codes(text)[0] == ["BQ921"]
    assert codes(text, "--ignore", "BQ302")[0] == []


def test_a_file_that_cannot_be_read_cannot_hide_that(codes: Codes) -> None:
    text = '---\ntitle: [\nlint: {ignore: ["BQ005 -- why"]}\n---\n'
    assert codes(text)[0] == ["BQ005"]


def test_a_very_long_comment_is_read_in_no_time(codes: Codes, within: Within) -> None:
    with within(3):
        codes(VAGUE + "\n<!-- bqlint: ignore " + " until" * 20_000 + " " * 100_000 + "-->\n")
