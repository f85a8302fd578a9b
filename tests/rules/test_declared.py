"""Rules that a team declares in bqlint.toml, through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bqlint.rules.declared import PATIENCE
from tests.cli.samples import GOOD
from tests.conftest import Bqlint, Within

Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> Found:
    """What a declared rule finds in the sample story: code and text."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.md").write_text(GOOD)

    def of(toml: str, *options: str) -> list[tuple[str, str]]:
        (tmp_path / "bqlint.toml").write_text(f'[[rule]]\ncode = "TEAM001"\nmessage = "Not here."\n{toml}\n')
        ran = bqlint("check", "x.md", "--output-format", "json", *options)
        assert ran.err == ""
        text = (tmp_path / "x.md").read_text()
        return [
            (each["code"], text[each["range"]["start"]["offset"] : each["range"]["end"]["offset"]])
            for each in json.loads(ran.out)["findings"]
        ]

    return of


def test_forbidden_words_are_found_whole_and_in_any_case(found: Found) -> None:
    assert found('words = ["BAKER", "warm  bread", "ever"]') == [("TEAM001", "warm bread")]


def test_a_pattern_is_found_as_it_is_written(found: Found) -> None:
    assert found(r"pattern = '\b[Nn]ine \w+'") == [("TEAM001", "nine loaves")]


def test_a_section_limits_where_it_looks(found: Found) -> None:
    assert found('words = ["oven"]\nsection = "result"') == []
    assert found('words = ["oven"]\nsection = "action"') == [("TEAM001", "oven")]


def test_what_is_required_is_missed_at_the_heading(found: Found) -> None:
    assert found('kind = "require"\nwords = ["risk"]\nsection = "task"') == [("TEAM001", "Task")]
    assert found('kind = "require"\nwords = ["June"]\nsection = "task"') == []


def test_what_is_replaced_is_mended_when_asked(found: Found, tmp_path: Path, bqlint: Bqlint) -> None:
    rule = 'kind = "replace"\nwords = ["warm bread"]\nreplacement = "fresh bread"'
    assert found(rule) == [("TEAM001", "warm bread")]
    assert bqlint("check", "x.md", "--fix").code == 0
    assert (tmp_path / "x.md").read_text() == GOOD
    bqlint("check", "x.md", "--fix", "--unsafe-fixes")
    assert (tmp_path / "x.md").read_text() == GOOD.replace("warm bread", "fresh bread")


def test_a_limit_is_told_where_it_is_passed(found: Found) -> None:
    assert found('kind = "limit"\nwords = ["ten guests", "evening"]\nmost = 2') == [("TEAM001", "Evening")]
    assert found('kind = "limit"\nwords = ["evening"]\nmost = 5') == []


def test_it_can_be_ignored_selected_and_suppressed(found: Found, tmp_path: Path) -> None:
    rule = 'words = ["warm bread"]'
    assert found(rule, "--ignore", "TEAM001") == []
    assert found(rule, "--select", "BQ3") == []
    assert found(rule, "--select", "TEAM001") == [("TEAM001", "warm bread")]
    assert found(rule, "--select", "TEAM") == [("TEAM001", "warm bread")]
    assert found(rule, "--ignore", "TEAM") == []
    assert found(rule, "--select", "TEAM001", "--ignore", "TEAM") == [("TEAM001", "warm bread")]
    comment = "<!-- bqlint: ignore TEAM001 -- it is what they said -->\n"
    (tmp_path / "x.md").write_text(GOOD.replace("I asked every guest", f"{comment}I asked every guest"))
    assert found(rule) == []


def test_a_catastrophic_pattern_is_named_and_holds_up_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint, within: Within
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD.replace("I asked every", f"I asked {'a' * 60} every"))
    (tmp_path / "bqlint.toml").write_text("[[rule]]\ncode = 'TEAM001'\nmessage = 'No.'\npattern = '(a+)+$'\n")
    (tmp_path / "y.md").write_text(GOOD.replace("## Result", "## Outcomes of it"))
    with within(5):
        ran = bqlint("check", "x.md", "y.md", "--output-format", "concise")
    assert ran.code == 1
    assert "x.md:1:1: error BQ007 the pattern of TEAM001 (bqlint.toml:2) took over 0.1 seconds on this story" in ran.out
    assert "y.md" in ran.out


def test_a_catastrophic_pattern_does_not_add_up_over_many_stories(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(PATIENCE + 5):
        (tmp_path / f"{number:02}.md").write_text(GOOD.replace("I asked every", f"I asked {'a' * 60} every"))
    (tmp_path / "bqlint.toml").write_text("[[rule]]\ncode = 'TEAM001'\nmessage = 'No.'\npattern = '(a+)+$'\n")
    ran = bqlint("check", "--select", "TEAM001", "--jobs", "1", "--output-format", "concise")
    assert (
        ran.out.count("error BQ007 the pattern of TEAM001 (bqlint.toml:2) took over 0.1 seconds on this story")
        == PATIENCE
    )
    assert ran.out.count("took over 0.1 seconds on 10 stories, and was not tried on this one") == 5


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('code = "BQ999"\nmessage = "x"\nwords = ["a"]', "a rule needs a `code` of its own, such as TEAM001"),
        ('code = "T1"\nwords = ["a"]', "a rule needs a `code` of its own"),
        ('code = "TEAM1"\nwords = ["a"]', "the rule TEAM1 has no `message`"),
        ('code = "TEAM1"\nmessage = "x"', "the rule TEAM1 needs either `words` or a `pattern`"),
        ('code = "TEAM1"\nmessage = "x"\npattern = "("', "`(` is no regular expression"),
        (f'code = "TEAM1"\nmessage = "x"\npattern = "{"a" * 1001}"', "the pattern has over 1,000 characters"),
        ('code = "TEAM1"\nmessage = "x"\nwords = ["a"]\nkind = "forbidden"', "did you mean `forbid`?"),
        (
            'code = "TEAM1"\nmessage = "x"\nwords = ["a"]\nmots = 3',
            "`rule.mots` is not a setting; did you mean `most`?",
        ),
        ('code = "TEAM1"\nmessage = "x"\nwords = ["a"]\nkind = "replace"', "the rule TEAM1 has no `replacement`"),
        ('code = "TEAM1"\nmessage = "x"\nwords = "a"', "`rule.words` must be a list of words"),
    ],
)
def test_what_is_no_rule_is_said(
    toml: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bqlint.toml").write_text(f"[[rule]]\n{toml}\n")
    ran = bqlint("check")
    assert ran.code == 2
    assert says in ran.err


def test_it_has_a_page_as_other_rules_have(found: Found, bqlint: Bqlint) -> None:
    found('kind = "limit"\nwords = ["bread", "loaf"]\nmost = 2\nsection = "result"\nhelp = "Say what it was."')
    assert bqlint("rule", "TEAM001").out == (
        "# TEAM001\n\n**Not here.** Severity: warning.\n\nA rule of this repository, declared at bqlint.toml:2: "
        "in the Result, the words `bread`, `loaf`: at most 2.\n\nSay what it was.\n"
    )
    assert bqlint("rule").out.splitlines()[-1].split() == ["TEAM001", "warning", "Not", "here."]
    assert bqlint("rule", "TEAM002").code == 2


@pytest.mark.parametrize(
    ("setting", "codes"),
    [
        ('select = ["BQ3", "TEAM"]', ["TEAM001", "TEAM002"]),
        ('ignore = ["TEAM002"]', ["TEAM001"]),
        ('select = ["BQ3"]', []),
        ('ignore = ["TEAM"]\n[[overrides]]\npaths = ["x.md"]\nselect = ["TEAM002"]', ["TEAM002"]),
        ('[[overrides]]\npaths = ["x.md"]\nignore = ["TEAM"]', []),
    ],
)
def test_the_configuration_selects_them_by_code_or_family(
    setting: str, codes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD)
    declared = [f'[[rule]]\ncode = "TEAM00{n}"\nmessage = "No."\nwords = ["warm bread"]\n' for n in (1, 2)]
    (tmp_path / "bqlint.toml").write_text("\n".join((setting, *declared)))
    ran = bqlint("check", "x.md", "--output-format", "json")
    assert [each["code"] for each in json.loads(ran.out)["findings"]] == codes


def test_an_undeclared_code_is_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bqlint.toml").write_text('ignore = ["TEAM002"]\n[[rule]]\ncode="TEAM001"\nmessage="m"\nwords=["a"]\n')
    assert bqlint("check").err.startswith("bqlint: bqlint.toml:1: `TEAM002` is no rule; did you mean `TEAM001`?")
