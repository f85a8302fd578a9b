"""Notebooks of several styles, as the stories that they become."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bqlint import schema
from bqlint.bank.read import shipped
from bqlint.engine import check
from bqlint.notebook.writing import Notebook, imported
from bqlint.parsing import Grammar, parse
from bqlint.rules import load
from bqlint.source import Source
from bqlint.story import Story
from tests.conftest import Within
from tests.notebook.samples import ALL, CHINESE, LABELLED, NO_MARKS, NUMBERED, TWO_EXAMPLES

JUDGE = schema.judge(schema.load(schema.shipped("story.schema.json")))
SPOKEN = ["situation", "task", "action", "result", "reflection"]


def stories(notebook: str) -> Notebook:
    return imported(notebook, shipped(), "sam")


def parsed(text: str) -> Story:
    story = parse(Source("x.md", text), Grammar(JUDGE)).story
    assert story is not None
    return story


def section(text: str, role: str) -> str:
    found = parsed(text).section(role)
    assert found is not None, role
    return text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("notebook", "made"),
    [
        (
            LABELLED,
            [
                ("failed.md", "story", SPOKEN),
                ("conflict-with-a-colleague.md", "story", ["situation", "action", "result"]),
            ],
        ),
        (
            NUMBERED,
            [
                ("had-to-meet-a-tight-deadline.md", "story", SPOKEN),
                ("dealt-with-a-difficult-customer.md", "stub", []),
                ("disagreed-with-your-manager.md", "story", SPOKEN[:4]),
            ],
        ),
        (CHINESE, [("failure.md", "story", SPOKEN), ("project-you-are-proud.md", "story", SPOKEN)]),
        (
            TWO_EXAMPLES,
            [
                ("sang-on-a-ferry.md", "story", SPOKEN),
                ("sang-on-a-ferry-2.md", "alternative", ["situation", "action", "result"]),
                ("what-would-you-do-if-two-people-wanted-your-help.md", "stub", []),
            ],
        ),
        (
            NO_MARKS,
            [
                ("mistake-you-made.md", "story", SPOKEN),
                ("learned-something-quickly.md", "story", ["task", "action"]),
            ],
        ),
    ],
    ids=list(ALL),
)  # fmt: skip
def test_each_question_becomes_a_story(notebook: str, made: list[tuple[str, str, list[str]]]) -> None:
    assert [(story.name, story.kind, list(story.sections)) for story in stories(notebook).stories] == made


def test_labels_put_text_in_its_section_and_are_kept() -> None:
    text = stories(LABELLED).stories[0].text
    assert "9" not in section(text, "situation")
    assert "I cut the trays by guesswork" in section(text, "action")
    assert "Labels: **S:** **T:**" in section(text, "notes")


def test_questions_are_matched_to_the_bank_or_stay_as_they_are() -> None:
    asked = [parsed(story.text).data["questions"] for story in stories("\n".join(ALL.values())).stories]
    assert ["general/failure"] in asked
    assert ["general/tight-deadline"] in asked
    assert ["Tell me about a time you sang on a ferry."] in asked


def test_memos_coaching_and_links_are_notes() -> None:
    made = {story.name: story.text for story in stories("\n".join(ALL.values())).stories}
    assert "memo: the man with the dog" in section(made["dealt-with-a-difficult-customer.md"], "notes")
    assert "想想那个报表的例子" in section(made["project-you-are-proud.md"], "notes")
    assert "https://example.org/tips" in section(made["what-would-you-do-if-two-people-wanted-your-help.md"], "notes")
    advice = "Start by naming the goal. Describe who set it."
    coached = f"## Tell me about a goal.\n\n{advice}\n\nExample:\n\nI had to sell 90 kites.\n"
    text = stories(coached).stories[0].text
    assert "Start by naming the goal." in section(text, "notes")
    assert "I had to sell 90 kites." not in section(text, "notes")


def test_chinese_answers_get_chinese_headings_and_language() -> None:
    text = stories(CHINESE).stories[0].text
    assert parsed(text).lang == "zh"
    assert "\n## 反思\n\n我学到要先问店员。" in text


def test_what_belongs_to_no_answer_is_kept_apart() -> None:
    assert stories(LABELLED).unplaced == (
        "# Not part of any answer\n\n# Interview prep\n\nRemember: breathe.\n\n## Tips\n\nSmile.\n"
    )


def test_highlights_and_quotes_do_not_hide_an_answer() -> None:
    notebook = '### "Describe a risk."\n\n"I was `the only` guide.\n\n`I led them over the ice` at five."\n'
    text = stories(notebook).stories[0].text
    said = " ".join(" ".join(sentence.text.split()) for sentence in parsed(text).sentences())
    assert said == "I was the only guide. I led them over the ice at five."


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def unquoted(text: str) -> str:
    """A story's text with its front matter left out: what stands there stands in the notes, too."""
    return text.split("\n---\n", 1)[1]


PIECES = st.sampled_from(
    [line for notebook in ALL.values() for line in notebook.split("\n")]
    + [
        "",
        "---",
        "***",
        "===",
        "# #",
        "```",
        "~~~ x",
        "<!-- a",
        "b -->",
        "<div>c",
        "- [ ] d",
        "> e",
        "| f | g |",
        "    h",
        "\\i",
        "&amp; j",
        "[k]: l",
        "* * *",
        "1) m?",
        "????",
        "`n",
        "o`",
        '"p',
        "“q”",
        "Task:",
        "A -",
        "S)",
        "ſ",
        "¿r?",
    ]
)
NOTEBOOKS = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("\n".join)


@given(NOTEBOOKS)
@example('## Question 7: "Tell me about a time you sang."\n0`0')
@example("## Tell me about a time you failed.\nS: In May I sang.\n### Situation")
@example(
    "## When did you sing?\nI sang.\n`In May I sang for 90 people and got two songs more than in June.`\nI sat.\n" * 2
)
def test_no_word_is_lost(notebook: str) -> None:
    made = stories(notebook)
    kept = Counter[str]()
    for story in made.stories:
        kept += words(unquoted(story.text))
    assert words(notebook) - kept - words(made.unplaced) == Counter()


@given(NOTEBOOKS)
def test_every_story_can_be_read_and_its_front_matter_is_valid(notebook: str) -> None:
    rules = [rule() for rule in load().values()]
    for story in stories(notebook).stories:
        found = check(parse(Source("x.md", story.text), Grammar(JUDGE)), rules)
        serious = [f for f in found if f.code[:3] in ("BQ0", "BQ1") and f.severity.value == "error"]
        assert serious == []


@given(NOTEBOOKS)
def test_the_same_notebook_gives_the_same_stories_under_names_of_their_own(notebook: str) -> None:
    first = stories(notebook)
    assert first == stories(notebook)
    assert len({story.name for story in first.stories}) == len(first.stories)


@pytest.mark.parametrize(
    "piece", ["a `b` ", "# q?\n", "word " * 10, "(", "“a” ", "1. ", "S: x\n", "Tell me about it.\n\nI ran.\n\n"]
)
def test_a_long_notebook_takes_time_in_proportion(piece: str, within: Within) -> None:
    with within(10):
        stories(piece * (50_000 // len(piece)))
