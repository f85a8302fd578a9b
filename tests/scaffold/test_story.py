from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint import schema
from bqlint.engine import check
from bqlint.finding import Finding
from bqlint.parsing import Grammar, parse
from bqlint.rules import load
from bqlint.scaffold.story import LANGUAGES, fresh_story
from bqlint.source import Source

JUDGE = schema.judge(schema.load(schema.shipped("story.schema.json")))
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=100).filter(str.strip)


def findings(text: str) -> list[Finding]:
    parsed = parse(Source("x.md", text), Grammar(JUDGE))
    return list(check(parsed, [rule() for rule in load().values()]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fresh_story_is_only_empty(lang: str) -> None:
    text = fresh_story("Tight deadline", ("general/conflict",), "sam", lang, ("Mid level: a plan, kept.",))
    assert [(finding.code, finding.section) for finding in findings(text)] == [
        ("BQ202", role) for role in ("situation", "task", "action", "result", "reflection")
    ]


@given(LINES, LINES, st.sampled_from(LANGUAGES))
def test_its_front_matter_is_valid_whatever_the_words(title: str, author: str, lang: str) -> None:
    text = fresh_story(title, ("general/conflict", title), author, lang)
    story = parse(Source("x.md", text), Grammar(JUDGE)).story
    assert story is not None
    assert (story.data["title"], story.data["author"], story.data["questions"][1]) == (title, author, title)
    assert not [finding for finding in findings(text) if finding.code in ("BQ005", "BQ101")]


def test_what_a_strong_answer_shows_stands_in_the_notes() -> None:
    text = fresh_story("T", (), "sam", strong=("Mid level: a plan.", "Senior: a plan for others."))
    assert text.endswith("\n\n- Mid level: a plan.\n- Senior: a plan for others.\n")
