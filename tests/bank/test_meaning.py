"""Which question of the bank is meant by other words, and when none is: a wrong id would be worse than none."""

from __future__ import annotations

import pytest

from bqlint.bank.meaning import meant
from bqlint.bank.read import shipped

MEANT = {
    "Describe a time when you failed": "general/failure",
    "Have you ever had a conflict with a colleague?": "general/conflict",
    "What is your biggest weakness?": "general/weakness",
    "How do you motivate your team?": "general/motivating-people",
    "Tell me about a time when you disagreed with your boss": "general/conflict-with-manager",
    "Give an example of when you helped a customer.": "amazon/customer-obsession-1",
    "Influence without authority": "general/leading-without-authority",
    "Ambiguity": "general/ambiguity",
    "讲一个你失败的例子": "general/failure",
    "你最大的缺点是什么？": "general/weakness",
}
NONE = [
    "Why do you want this job?",
    "Why should we hire you?",
    "Where do you see yourself in five years?",
    "How would your colleagues describe you?",
    "Tell me about something you would do differently.",
    "Tell me about a time you had too much to do.",
    "Tell me about a time you sang on a ferry.",
    "What would you do if two of your staff did not speak to each other?",
    "为什么想来我们公司？",
    "",
]


@pytest.mark.parametrize(("asked", "id_"), MEANT.items())
def test_other_words_for_a_question_mean_it(asked: str, id_: str) -> None:
    found = meant(asked, shipped())
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize("asked", NONE)
def test_a_shared_word_or_another_kind_of_question_means_none(asked: str) -> None:
    found = meant(asked, shipped())
    assert found is None, found


@pytest.mark.parametrize("question", shipped(), ids=lambda question: question.id)
def test_the_words_of_a_question_mean_it(question: object) -> None:
    assert meant(question.text.upper(), shipped()) == question  # type: ignore[attr-defined]
