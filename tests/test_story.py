from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.finding import Problem, Span
from bqlint.headings import ALIASES
from bqlint.parsing import Grammar, Parsed, parse
from bqlint.schema import judge, load, shipped
from bqlint.source import Source
from bqlint.story import Story

FRONT = "---\ntitle: T\nquestions: [a/b]\nstatus: draft\nauthor: sam\n---\n"
GRAMMAR = Grammar(judge(load(shipped("story.schema.json"))))


def story(body: str, front: str = FRONT, grammar: Grammar = GRAMMAR) -> Story:
    parsed = parse(Source("x.md", front + body), grammar)
    assert parsed.story is not None, parsed.problems
    return parsed.story


def roles(body: str) -> list[tuple[str, ...]]:
    return [section.roles for section in story(body).sections]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# T\n", "BQ004"),
        ("---\ntitle: T\n", "BQ004"),
        ("---\ntitle: [\n---\n# T\n", "BQ005"),
        (FRONT + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n", "BQ006"),
        ("---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> main\n---\n", "BQ006"),
        ("", "BQ004"),
    ],
)
def test_a_text_that_is_no_story_is_told_and_leaves_none(text: str, code: str) -> None:
    parsed = parse(Source("x.md", text), GRAMMAR)
    assert parsed.story is None
    assert {problem.code for problem in parsed.problems} == {code}


def test_every_line_of_an_open_merge_is_told_at_its_place() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = FRONT + "a\u2028b\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n"
        text = text.replace("\n", end)
        parsed = parse(Source("x.md", text), GRAMMAR)
        assert [problem.span.of(text) for problem in parsed.problems] == ["<<<<<<< HEAD", "=======", ">>>>>>> main"]


@pytest.mark.parametrize(
    "body",
    [
        "A\n=======\n\ntext\n",
        "I wrote <<<<<<< HEAD in a mail.\n=======\n",
        "<<<<<<< HEAD\n",
        ">>>>>>> main\n",
        "    <<<<<<< HEAD\n",
    ],
)
def test_a_heading_underlined_with_seven_signs_is_no_conflict(body: str) -> None:
    assert story(body)


def test_violations_of_the_schema_leave_the_story() -> None:
    parsed = parse(Source("x.md", FRONT.replace("draft", "done") + "# T\n"), GRAMMAR)
    assert isinstance(parsed.story, Story)
    assert [(problem.code, problem.span.of(parsed.source.text)) for problem in parsed.problems] == [("BQ101", "done")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# T\n## Situation\na\n## Result\nb\n", [("situation",), ("result",)]),
        ("# T\n## Situation and Task\na\n", [("situation", "task")]),
        ("# T\n## Luck\na\n", [()]),
        ("# T\n### Situation\na\n### Luck\nb\n", [("situation",)]),
        ("# Situation\na\n# Task\nb\n", [("situation",), ("task",)]),
        ("Situation\n===\na\n\nTask\n---\nb\n", [("situation",), ("task",)]),
        ("# T\nsome prose\n## Result\na\n", [(), ("result",)]),
        ("# T\n<!-- a comment -->\n## Result\na\n", [("result",)]),
        ("## Result\n## Notes\n", [("result",), ("notes",)]),
        ("> ## Result\n\n- ## Task\n", []),
        ("# T\n", []),
        ("", []),
        ("prose alone\n", [()]),
        ("# T\n# U\na\n", [()]),
        ("```\n## Result\n```\n\n    ## Task\n", []),
    ],
)
def test_headings_of_their_own_open_sections(body: str, found: list[tuple[str, ...]]) -> None:
    assert roles(body) == found


def test_a_section_reaches_to_the_next_heading_or_the_end() -> None:
    body = "# T\n\nlead\n\n## Situation\n\none\n\nTask\n----\n* two\n\n## Notes\n"
    told = story(body)
    text = told.source.text
    assert [section.span.of(text) for section in told.sections] == [
        "\n\nlead\n\n",
        "## Situation\n\none\n\n",
        "Task\n----\n* two\n\n",
        "## Notes\n",
    ]
    for section in told.sections:
        assert all(told.section_at(at) == section.role for at in (section.span.start, section.span.end - 1))
    assert told.section_at(0) is None
    assert told.section_at(text.index("# T")) is None
    assert told.section("task") is told.sections[2]
    assert told.section("result") is None


@pytest.mark.parametrize(
    ("front", "body", "title", "place"),
    [
        (FRONT, "# The *heading*\n", "T", "The *heading*"),
        (FRONT.replace("title: T\n", ""), "# The heading\n", "The heading", "The heading"),
        (FRONT.replace("title: T\n", ""), "## Result\n", "x.md", "---"),
        (FRONT.replace("title: T", "title: 7"), "", "7", "---"),
        (FRONT, "# Result\n# T\n", "T", "T"),
    ],
)
def test_the_title_and_where_to_speak_of_the_whole_story(front: str, body: str, title: str, place: str) -> None:
    told = story(body, front)
    assert (told.title, told.place.of(told.source.text)) == (title, place)


BODY = """# T
## Situation
I ran *the* shop `code`. She said: “you have to close it before noon”.

- One [item](target) more
> A quote

| a | b |
|---|---|
| c | |

```
fenced
```
<!-- a comment -->
## Notes
Never spoken.
"""


def test_the_spoken_words_are_those_of_prose_outside_notes() -> None:
    told = story(BODY)
    text = told.source.text
    spoken = "I ran the shop She said you have to close it before noon One item more A quote a b c"
    assert " ".join(word.of(text) for word in told.words) == spoken
    assert told.weight == len(spoken.split())
    assert told.spoken_seconds == pytest.approx(told.weight * 60 / 140)
    assert [section.role for section in told.spoken] == ["situation"]


def test_sentences_are_the_authors_own_and_know_their_block() -> None:
    told = story(BODY)
    text = told.source.text
    found = [(" ".join(sentence.text.split()), sentence.kind) for sentence in told.sentences()]
    assert found == [
        ("I ran the shop .", "paragraph"), ("She said: .", "paragraph"), ("One item more", "item"), ("A quote",
            "quote"),
        ("a", "cell"), ("b", "cell"), ("c", "cell"),
    ]  # fmt: skip
    assert all(len(sentence.text) == len(sentence.span.of(text)) for sentence in told.sentences())
    assert list(told.sentences("result")) == []
    assert list(told.sentences("situation")) == list(told.sentences())


def test_chinese_is_weighed_and_timed_at_its_own_rate() -> None:
    told = story("# T\n## 情境\n我重写了流程。\n", FRONT.replace("author: sam", "author: sam\nlang: zh"))
    assert (told.lang, [section.lang for section in told.sections], len(told.words)) == ("zh", ["zh"], 6)
    assert told.weight == 3
    assert told.spoken_seconds == pytest.approx(6 * 60 / 240)
    assert [sentence.lang for sentence in told.sentences()] == ["zh"]


def test_a_teams_own_alias_opens_a_section() -> None:
    grammar = Grammar(aliases={**ALIASES, "the plot": "situation"})
    assert [section.role for section in story("# The plot\na\n", grammar=grammar).sections] == ["situation"]
    assert story("# The plot\na\n").heading is not None


def test_questions_know_their_place_and_unknown_ones_count_as_past() -> None:
    told = story("", FRONT.replace("[a/b]", "[general/conflict, 'Why us?']"))
    assert [(asked.text, asked.span.of(told.source.text)) for asked in told.asked] == [
        ("general/conflict", "general/conflict"),
        ("Why us?", "'Why us?'"),
    ]
    assert told.asked[1].kind is None
    assert told.is_past
    assert story("", "---\ntitle: T\nquestions: 7\n---\n").asked == ()


PIECES = st.lists(
    st.sampled_from([
        "# T\n", "## Situation\n", "## Result and Task\n", "## Luck\n", "### Deep\n", "Notes\n---\n",
        "I cut *it* by 20%.\n",
        "- item one\n", "> quote “said somebody else to me” here\n", "```\n## Task\n```\n", "<!-- c -->\n", "\n",
        "\n\n", "| a |\n|--|\n| b |\n",
        "我做了。\n", "[x]: /y\n", "<<<<<<< \n", "=======\n", "---\n", "\u3000\n", "😀", "\x0b\n",
    ]),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_sections_follow_each_other_and_hold_their_blocks_sentences_and_words(body: str, end: str) -> None:
    text = (FRONT + body).replace("\n", end)
    parsed: Parsed = parse(Source("x.md", text), GRAMMAR)
    if parsed.story is None:
        assert {problem.code for problem in parsed.problems} == {"BQ006"}
        return
    sections = parsed.story.sections
    assert all(left.span.end == right.span.start for left, right in itertools.pairwise(sections))
    assert not sections or sections[-1].span.end == len(text)
    for section in sections:
        inside: list[Span] = [block.span for block in section.blocks]
        inside += [sentence.span for sentence in section.sentences] + list(section.words)
        inside += [section.heading.span] if section.heading else []
        assert all(section.span.start <= span.start <= span.end <= section.span.end for span in inside)
        blocks = [block.text for block in section.prose]
        assert all(any(sentence.text in block for block in blocks) for sentence in section.sentences)
    held = [block for section in sections for block in (section.heading, *section.blocks) if block]
    left = [block for block in parsed.story.blocks if block not in held and block is not parsed.story.heading]
    assert all(block.kind in ("html", "code", "rule", "heading") for block in left)
    assert all(isinstance(problem, Problem) for problem in parsed.problems)
