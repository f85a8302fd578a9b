"""The digest of an approval: any changed character voids it, and nothing else does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.story import Story
from bqlint.team.digest import changed_since, digest_of, is_of
from tests.rules.stories import parsed

STORY = """---
# Told to every new baker.
title: "Reopening the evening shop"
questions: [general/proudest-project, 'amazon/deliver-results-1']  # both
status: approved # since May
author: sam
event: 2024-05
tags:
  - bread
  - "evening: late"  # the shop's name
lint:
  ignore: [BQ601 -- told at length on purpose]
reviews: []
---
# Reopening the evening shop

## Situation

Our bakery had lost its evening trade, café and all.
We threw away sixty loaves a day.

## Task

I had until June.

## Action

<!-- Keep the kiosk. -->

I asked every guest. `till -x` said 90.

## Result

Sales rose from 90 to 310 euros.

## Reflection

I learned to ask first.

## Notes

Ask Ana about the oven.
"""


def story(text: str) -> Story | None:
    return parsed(text).story


def of(text: str) -> str:
    read = story(text)
    assert read is not None, text
    return digest_of(read)


DIGEST = of(STORY)
BEHIND = STORY.index("reviews:"), STORY.index("---\n# Reopening")
STATUS = STORY.index("approved"), STORY.index("approved") + len("approved")


def is_outside(at: int) -> bool:
    return any(start <= at < end for start, end in (BEHIND, STATUS))


COVERED = [at for at, sign in enumerate(STORY) if not sign.isspace() and not is_outside(at)]


def is_voided(text: str) -> bool:
    """Whether an approval of STORY does not hold for `text`: another digest, or no valid story at all."""
    read = parsed(text)
    return read.story is None or bool(read.problems) or not is_of(DIGEST, read.story)


@pytest.mark.parametrize("other", ["x", "#"])
def test_any_changed_character_voids_an_approval(other: str) -> None:
    changed = [at for at in COVERED if STORY[at] != other]
    kept = [at for at in changed if not is_voided(STORY[:at] + other + STORY[at + 1 :])]
    assert [(STORY[max(at - 10, 0) : at + 10], STORY[at]) for at in kept] == []


def test_any_character_left_out_voids_an_approval() -> None:
    kept = [at for at in COVERED if not is_voided(STORY[:at] + STORY[at + 1 :])]
    assert [(STORY[max(at - 10, 0) : at + 10], STORY[at]) for at in kept] == []


@given(st.sampled_from(COVERED), st.characters(exclude_characters=" \t\r\n", exclude_categories=["Cs"]))
def test_any_inserted_character_voids_an_approval(at: int, sign: str) -> None:
    assert is_voided(STORY[:at] + sign + STORY[at:])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("café", "cafe\u0301"),
        ("Our", "\uff2fur"),
        ("lost its", "lost\u00a0its"),
        ("Sales", "sales"),
        ('"Reopening the evening shop"', "Reopening the evening shop"),
        ("# since May", "# since June"),
        ("Told to", "Read to"),
        ("on purpose", "by mistake"),
        ("Keep the", "Forget the"),
    ],
)
def test_nothing_is_folded(old: str, new: str) -> None:
    assert is_voided(STORY.replace(old, new))


BODY = STORY.index("# Reopening the evening shop\n\n##")


@given(st.data())
def test_other_white_space_keeps_an_approval(data: st.DataObject) -> None:
    """Lines of a paragraph wrapped elsewhere, blank lines more or fewer, other line ends."""
    body = re.sub(
        r"(?<=\n\n)[A-Z][^#<]*?(?=\n\n|$)",
        lambda match: re.sub(r"\s+", lambda _: data.draw(st.sampled_from([" ", "  ", "\n", " \n"])), match[0]),
        STORY[BODY:],
    )
    text = (STORY[:BODY] + body).replace("\n", data.draw(st.sampled_from(["\n", "\r\n"])))
    assert of(text)[:71] == DIGEST[:71]


FRONT = re.split(r"\n(?=\w)", STORY[STORY.index("title:") : STORY.index("\n---\n# R")])


@given(st.permutations(FRONT))
def test_the_order_of_keys_is_no_content(keys: list[str]) -> None:
    text = "---\n# Told to every new baker.\n" + "\n".join(keys) + STORY[STORY.index("\n---\n# R") :]
    assert of(text) == DIGEST


def test_layout_of_the_front_matter_is_no_content() -> None:
    other = STORY.replace("tags:\n  - bread\n  -", "tags:\n- bread\n-").replace("questions: [", "questions: [ ")
    assert other != STORY
    assert of(other) == DIGEST


def test_status_and_approvals_stand_outside() -> None:
    review = "reviews: # who\n  - by: kim\n    on: 2026-03-14\n    digest: sha256:0123456789abcdef\n"
    assert of(STORY.replace("status: approved", "status: in-review")) == DIGEST
    assert of(STORY.replace("reviews: []\n", "")) == DIGEST
    assert of(STORY.replace("reviews: []\n", review.replace(" # who", ""))) == DIGEST
    assert of(STORY.replace("reviews: []\n", review)) != DIGEST


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ('title: "Re', 'title: "', ("the title",)),
        ("amazon/deliver", "amazon/devliver", ("the questions",)),
        ("author: sam", "author: kim", ("the other front matter",)),
        ("310", "410", ("Result",)),
        ("Ask Ana", "Ask Ben", ("the other text",)),
        ("sixty", "ninety", ("Situation",)),
        ("\n# Reopening", "\n# Opening", ("the other text",)),
        ("## Task", "## Tasks", ("Task",)),
    ],
)
def test_it_tells_what_changed(old: str, new: str, parts: tuple[str, ...]) -> None:
    now = story(STORY.replace(old, new))
    assert now is not None
    assert not is_of(DIGEST, now)
    assert changed_since(DIGEST, now) == parts


@pytest.mark.parametrize("digest", ["sha256:" + "0" * 64, "sha1:" + "0" * 40, "md5", DIGEST[:60], "x" * len(DIGEST)])
def test_another_digest_is_of_another_text_and_tells_no_more(digest: str) -> None:
    now = story(STORY)
    assert now is not None
    assert not is_of(digest, now)
    assert changed_since(digest, now) == ()
    assert is_of(DIGEST[:71], now)
