"""A mixed story is judged sentence by sentence, whatever language its front matter names."""

from __future__ import annotations

import pytest

from bqlint import lint_text

STORY = """---
title: Clearing the orders
questions: []
status: draft
author: sam
lang: {lang}
---
# Clearing the orders

## Situation
The warehouse was behind. 当时积压了三百单。

## Task
I had to clear it. 我只有三天。

## Action
I split the orders by lane. 我重新排了班。

## Result
{result}

## Reflection
我学到了要先问一线的人。Since then I ask the packers first.
"""


def codes(lang: str, result: str) -> list[str]:
    """The codes of the result and the lesson found in the mixed story."""
    report = lint_text(STORY.format(lang=lang, result=result))
    assert report
    return [finding.code for finding in report.findings if finding.code[:3] in ("BQ3", "BQ4", "BQ5")]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("The queue is gone. 投诉从每周五次降到每月一次。", []),
        ("投诉没有了。Complaints fell from five a week to one a month.", []),
        ("Waiting times improved significantly. 投诉从五次降到一次。", ["BQ302"]),
        ("Complaints fell from five to one. 效率显著提升。", ["BQ302"]),
        ("The queue is gone. 大家都很高兴。", ["BQ301"]),
    ],
)
def test_each_sentence_is_read_in_its_own_language(lang: str, result: str, expected: list[str]) -> None:
    assert codes(lang, result) == expected
