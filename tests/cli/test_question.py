from __future__ import annotations

import json

from tests.conftest import Bqlint


def test_an_id_shows_all_that_the_bank_says(bqlint: Bqlint) -> None:
    page = bqlint("question", "amazon/have-backbone-1").out
    assert "principle     Have Backbone; Disagree and Commit" in page
    assert page.endswith("Next: bqlint new amazon/have-backbone-1\n")


def test_words_find_questions_of_one_bank(bqlint: Bqlint) -> None:
    lines = bqlint("question", "conflict", "--bank", "meta").out.splitlines()
    assert lines[0].startswith("meta/conflict-")
    assert all(line.startswith("meta/") for line in lines)


def test_json_holds_the_questions(bqlint: Bqlint) -> None:
    found = json.loads(bqlint("question", "--competency", "frugality", "--output-format", "json").out)
    assert {question["id"] for question in found} >= {"amazon/frugality-1", "general/more-with-less"}


def test_nothing_found_is_said(bqlint: Bqlint) -> None:
    ran = bqlint("question", "xyzzy")
    assert (ran.code, ran.out) == (1, "No question was found.\n")


def test_an_unknown_bank_is_told_the_nearest(bqlint: Bqlint) -> None:
    assert "there is no bank `gogle`; did you mean `google`?" in bqlint("question", "--bank", "gogle").err
