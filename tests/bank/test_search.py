"""Questions found by other words than the bank's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.bank.read import shipped
from bqlint.bank.search import nearest

ASKED = {
    "Can you describe a disagreement you had with a peer?": "general/conflict meta/conflict-peer",
    "When have you had to handle an upset client?": "general/difficult-customer",
    "Have you ever had to convince your director to change a plan?": "general/persuading-a-senior",
    "Describe a time you helped a junior engineer grow": "general/mentoring",
    "Give me an example of a goal you missed": "general/failure amazon/deliver-results-2",
    "Describe a situation where you showed initiative": "meta/initiative",
    "What was the biggest risk you ever took?": "general/risk",
    "Describe the most innovative thing you have done.": "general/new-idea amazon/invent-and-simplify-1",
    "Tell me about a project that fell apart": "meta/no-plan",
    "Share some harsh criticism you were given": "general/critical-feedback meta/feedback-hard",
    "What's your biggest weakness?": "general/weakness",
    "What are you really good at? Name a strength": "general/strength",
    "How do you prioritize?": "general/competing-priorities",
    "When did the priorities change on you?": "general/changing-priorities",
    "Tell me about an unethical request": "general/ethical-dilemma",
    "Tell me of a deadline you nearly missed": "general/tight-deadline amazon/deliver-results-2",
    "A time when requirements were ambiguous": "general/ambiguity",
    "What accomplishment makes you proudest?": "general/proudest-project",
    "Who did you mentor?": "general/mentoring",
    "Describe a decision you made with incomplete data": "general/too-little-data",
    "Tell me about the hardest bug and its root cause": "amazon/dive-deep-2",
    "Tell me about an error of yours": "general/mistake",
    "Why are you leaving your job?": "general/why-you-left",
    "Walk me through your resume and background": "general/about-yourself",
    "How did you motivate your team?": "general/motivating-people",
    "When did you say no to a stakeholder's request?": "general/saying-no",
    "A process you have improved": "general/process-improvement",
    "Describe a cross-functional effort": "general/across-teams",
    "Earning somebody's trust": "amazon/earn-trust-1 amazon/earn-trust-2 general/trust-rebuilt jpmorgan/client-trust",
    "你和同事有过冲突吗？": "general/conflict",
    "请讲一次你失败的经历": "general/failure",
    "你最自豪的项目是什么？": "general/proudest-project",
    "讲一次你说服领导的例子": "general/persuading-a-senior",
    "你的缺点是什么": "general/weakness",
    "请先自我介绍一下": "general/about-yourself",
    "遇到难缠的客户怎么处理": "general/difficult-customer",
}


@pytest.mark.parametrize(("asked", "meant"), ASKED.items())
def test_the_question_that_is_meant_is_among_the_first_three(asked: str, meant: str) -> None:
    found = [question.id for question, _ in nearest(asked, shipped())]
    assert set(found) & set(meant.split()), found


def test_it_is_mostly_the_first() -> None:
    first = [nearest(asked, shipped(), most=1) for asked in ASKED]
    right = sum(found[0][0].id in meant.split() for found, meant in zip(first, ASKED.values(), strict=True) if found)
    assert right >= 0.8 * len(ASKED)


@pytest.mark.parametrize("question", shipped(), ids=lambda question: question.id)
def test_a_question_finds_itself(question: object) -> None:
    found, score = nearest(question.text.upper(), shipped(), most=1)[0]  # type: ignore[attr-defined]
    assert found == question
    assert score == pytest.approx(1)


def test_what_shares_nothing_finds_nothing() -> None:
    assert nearest("xyzzy plugh", shipped()) == []
    assert nearest("", shipped()) == []


@given(st.text())
def test_scores_fall_and_stay_between_0_and_1(text: str) -> None:
    scores = [score for _, score in nearest(text, shipped(), most=200)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 + 1e-9 for score in scores)
