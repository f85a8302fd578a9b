"""Paragraphs without labels: where each of several people's answers goes."""

from __future__ import annotations

import pytest

from bqlint.notebook.placing import Paragraph, placed

BLOCKS = {
    "five blocks": """
S We were four gardeners for eleven parks, and the roses had rust.
T My job was to save them without poison, by the summer fair.
A I cut everything back to the ground and burned it. Then I planted garlic between the rows.
R By June nine of eleven beds were in flower.
F I learned to act early. Since then I walk the beds every Monday in March.
""",
    "two blocks of situation and three of action": """
S In 2020 I ran a bakery with two ovens and a queue that reached the church.
S People had begun to leave, and the second oven was out of order again.
T I had to halve the wait before Christmas with what we had.
A I timed every step for a week, from the order to the till.
A I moved the till to the door and let people order from the queue.
A Then I baked the rolls the night before.
R The wait went from 21 minutes to nine.
F I look for the longest step first now.
""",
    "no task": """
S The school bus broke down on the pass, with 31 children in it.
A I walked them to the hut in pairs and counted them at every bend.
R All of them were home by nine.
""",
    "what is imagined is action": """
A I would ask both of them what they need by when.
A I would then tell each of them what I had agreed with the other.
A If it could not be solved, I would ask my manager to choose.
""",
    "Chinese": """
S 当时我们诊所每天有三十个病人要等两个小时以上。
T 我的任务是在三个月里把等待时间减半。
A 我先记录了两周的到达时间，然后把预约改成每十分钟一个。
R 等待时间从两个小时降到了四十分钟。
F 这件事让我明白要先量再改。现在我每次都先量一周。
""",
}


def block(told: str, gap: str) -> tuple[list[Paragraph], list[str]]:
    """Paragraphs in groups of their own where `gap` says so, or all in one, and the initials of their roles."""
    rows = told.strip().splitlines()
    return [Paragraph(row[2:], at if gap == "blank" else 0) for at, row in enumerate(rows)], [row[0] for row in rows]


@pytest.mark.parametrize("gap", ["blank", "none"])
@pytest.mark.parametrize("name", BLOCKS)
def test_each_paragraph_goes_where_its_place_and_words_put_it(name: str, gap: str) -> None:
    answer, roles = block(BLOCKS[name], gap)
    lang = "zh" if name == "Chinese" else "en"
    found = [role[0].upper() if role != "reflection" else "F" for role in placed(answer, lang)]
    assert found == roles


def test_a_step_inside_a_block_needs_a_reason() -> None:
    """Lines that one blank line sets apart from the rest share a role, unless the words of one say otherwise."""
    rows = [("We had no lamp.", 0), ("My task was to find one.", 1), ("I rang the port.", 2), ("I asked the crew.", 2)]
    rows += [("The result was a lamp within two hours.", 3), ("The crew was glad.", 3)]
    answer = [Paragraph(*row) for row in rows]
    assert placed(answer, "en") == ["situation", "task", "action", "action", "result", "result"]


def test_nothing_is_placed_where_nothing_is_said() -> None:
    assert placed([], "en") == []
