"""Habits of notebooks: how questions are asked, answers marked and memos left, each seen in what it becomes."""

from __future__ import annotations

import pytest

from bqlint.bank.read import shipped
from bqlint.notebook.writing import Imported, imported

QUESTION = "## Tell me about a time you sang.\n\n"
TOLD = (
    "In 2019 the choir of our hospital had lost its conductor.\n\n"
    "My task was to find one before Easter.\n\n"
    "I asked every ward for a name. Then I rang eleven people.\n\n"
    "Two of them came, and the choir has 40 singers instead of 25.\n"
)
SECTIONS = "situation task action result"


def made(notebook: str) -> list[tuple[str, str]]:
    """Question and roles of each story."""
    return [(story.question, " ".join(dict.fromkeys(story.sections))) for story in stories(notebook)]


def stories(notebook: str) -> tuple[Imported, ...]:
    return imported(notebook, shipped(), "sam").stories


def notes(notebook: str) -> str:
    """The notes of the first story, the line that asks left out."""
    return imported(notebook, shipped(), "sam").stories[0].text.partition("## Notes\n\nFrom the notebook: ")[2]


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("# Tell me about a time you sang.", "Tell me about a time you sang."),
        ('###### ??? Question 12: "When did you sing?" (Earn Trust)', "When did you sing?"),
        ("- `16. THINK BIG`: Tell me when you sang.", "Tell me when you sang."),
        ("* *** Describe a song you wrote.", "Describe a song you wrote."),
        ("3) Give an example of singing", "Give an example of singing"),
        ("**How would your colleagues describe your singing?**", "How would your colleagues describe your singing?"),
        ("What is your favourite song?", "What is your favourite song?"),
        ("Q: Have you ever sung", "Have you ever sung"),
        ("“Describe a song.”", "Describe a song."),
        ("问题三：请介绍一次你唱歌的经历。★", "请介绍一次你唱歌的经历。"),
        ("BQ: Describe a song", "Describe a song"),
        ("## The choir without a conductor", "The choir without a conductor"),
    ],
)
def test_a_question_is_known_by_its_form_or_by_the_story_below_it(asked: str, question: str) -> None:
    assert made(f"{asked}\n\n{TOLD}") == [(question, SECTIONS)]


@pytest.mark.parametrize(
    "advice",
    [
        "## Method\n\n- `Situation`: begin with where you were.\n- `Task`: say what you had to do.\n",
        "## Principles\n\n1. Earn Trust\nLeaders listen first.\n2. Dive Deep\nLeaders stay close to the details.\n",
    ],
)
def test_advice_and_definitions_are_no_story(advice: str) -> None:
    found = imported(advice, shipped(), "sam")
    assert found.stories == ()
    assert advice.splitlines()[-1].strip() in found.unplaced


def test_a_heading_in_capitals_ends_the_answer_above_it() -> None:
    found = imported(
        f"Tell me about a time you sang.\n\n{TOLD}\nLEADERSHIP\n\nAsk about the hours.\n", shipped(), "sam"
    )
    assert made(f"Tell me about a time you sang.\n\n{TOLD}\nLEADERSHIP\n") == [
        ("Tell me about a time you sang.", SECTIONS)
    ]
    assert "LEADERSHIP\n\nAsk about the hours." in found.unplaced


@pytest.mark.parametrize(
    "labels",
    [
        ("Situation:", "Task:", "Action:", "Result:"),
        ("**S:**", "**T:**", "**A:**", "**R:**"),
        ("1. Situation –", "2. Task –", "3. Action –", "4. Result –"),
        ("S -", "T -", "A -", "R -"),
        ("*Context* –", "*Challenge* –", "*Approach* –", "*Outcome* –"),
        ("**What was going on.**", "**My part.**", "**What I did.**", "**How it ended.**"),
        ("【情境】", "【任务】", "【行动】", "【结果】"),
        ("[Situation]", "[Task]", "[Action]", "[Result]"),
        ("### Situation\n", "### Task\n", "### Action\n", "### Result\n"),
        ("## Situation\n", "## Task\n", "## Action\n", "## Result\n"),
    ],
)
def test_labels_of_every_kind_open_their_sections(labels: tuple[str, ...]) -> None:
    parts = TOLD.split("\n\n")
    body = "\n".join(
        f"{label} {part}" for label, part in zip(labels, (parts[2], parts[2], parts[2], parts[2]), strict=True)
    )
    assert made(QUESTION + body) == [("Tell me about a time you sang.", SECTIONS)]


def test_an_a_that_answers_a_q_is_no_label_of_an_action() -> None:
    assert made("Q: When did you sing?\nA: " + TOLD.replace("\n\n", "\n")) == [("When did you sing?", SECTIONS)]


@pytest.mark.parametrize(
    "memo",
    [
        "`choir story`",
        "`choir story, then\nthe one on the ferry`",
        "memo: be short",
        "see [the other one](#choir)",
        "Same as question 12",
        "link: https://example.org/choir",
        "https://example.org/choir",
        "不要说得太长",
        "say: the choir, the wards, the forty",
        "| singer | voice |",
        "When answering, you should describe your role in the choir.",
        "This answer shows that you care.",
        "Would you like me to answer another question?",
        "led the choir at Easter and found the conductor",
        "可以讲合唱团找指挥的故事，重点是怎么说服了院长，不要讲得太长",
    ],
)
def test_a_memo_beside_an_answer_is_a_note(memo: str) -> None:
    sketch = memo.startswith(("say", "led"))
    said = notes(QUESTION + memo + "\n" + ("" if sketch else "\n" + TOLD))
    assert [word for word in memo.strip("`| ").split() if word.strip("`|") not in said] == []
    assert made(QUESTION + memo + "\n") == [("Tell me about a time you sang.", "")]
    assert sketch or made(QUESTION + memo + "\n\n" + TOLD) == [("Tell me about a time you sang.", SECTIONS)]


def test_what_you_should_do_may_be_a_lesson() -> None:
    lesson = "\nIt is easier to sing if you know who listens.\n"
    assert made(QUESTION + TOLD + lesson) == [("Tell me about a time you sang.", SECTIONS + " reflection")]


@pytest.mark.parametrize(
    "marker",
    [
        "Another one:",
        "Another example:",
        "Example 2:\n\n",
        "Backup:",
        "或者：",
        '"Second story:"\n\n',
        "**Alternative**\n\n",
    ],
)
def test_another_answer_is_a_story_of_its_own(marker: str) -> None:
    other = f"{marker} I was new on the ferry. I sang to a boy who was afraid. He slept until the harbour.\n"
    found = imported(f"{QUESTION}{TOLD}\n{other}", shipped(), "sam").stories
    assert [(story.name, story.kind) for story in found] == [("sang.md", "story"), ("sang-2.md", "alternative")]
    assert ["afraid" in story.text for story in found] == [False, True]


def test_a_highlighted_end_belongs_to_the_answer_and_a_highlighted_story_is_another() -> None:
    end = (
        "`The choir sang at Easter, the visitors gave 900 pounds, and nine of them joined us in the week after that.`\n"
    )
    tale = (
        "`"
        + "On the ferry I sang to a boy who was afraid of the waves. I held his hand and sang it again. " * 3
        + "`\n"
    )
    assert len(stories(f"{QUESTION}{TOLD}\n{end}")) == 1
    assert len(stories(f"{QUESTION}{TOLD}\n{tale}")) == 2


@pytest.mark.parametrize(
    ("asked", "tags"),
    [
        ("## Question 3: Tell me when you sang. (Bias for Action)", "bias-for-action"),
        ("- `10. FRUGALITY`: Tell me when you sang.", "frugality"),
        ("## 13. HAVE BACKBONE; DISAGREE AND COMMIT: Tell me when you sang.", "have-backbone-disagree-and-commit"),
        ("## ??? Tell me when you sang. (weak)", ""),
    ],
)
def test_a_principle_beside_a_question_is_a_tag(asked: str, tags: str) -> None:
    text = stories(f"{asked}\n\n{TOLD}")[0].text
    assert (f"\ntags: [{tags}]\n" in text) if tags else ("\ntags:" not in text)


def test_two_stories_of_one_question_have_titles_of_their_own() -> None:
    found = stories(f"{QUESTION}{TOLD}\n{QUESTION}{TOLD}\n## Tell me about a time you sang 2.\n\n{TOLD}")
    assert [story.name for story in found] == ["sang.md", "sang-2.md", "sang-2-2.md"]
    assert len({story.text.splitlines()[1] for story in found}) == 3


def test_a_story_that_begins_again_behind_the_lesson_is_another() -> None:
    lesson = "\nI learned to ask the wards first.\n"
    again = (
        "During my studies I was the cook of a ferry. The oven broke on the first night with 90 people on board. "
        "I borrowed two camping stoves from the passengers, wrote a menu of three dishes, and I cooked them one after "
        "the other until midnight. Everybody ate, and the captain asked me back for the summer.\n"
    )
    found = stories(f"{QUESTION}{TOLD}{lesson}\n{again}")
    assert [("oven" in story.text, story.name) for story in found] == [(False, "sang.md"), (True, "sang-2.md")]
    assert len(stories(f"{QUESTION}{TOLD}\n{again}")) == 1


def test_a_list_below_a_remark_is_part_of_it() -> None:
    tips = "Key points to mention:\n- **Choir**: the size of it\n- **Numbers**: from 25 to 40\n"
    found = stories(f"{QUESTION}{TOLD}\n{tips}")
    assert [story.sections for story in found] == [tuple(SECTIONS.split())]
    assert "the size of it" in found[0].text.partition("## Notes")[2]
