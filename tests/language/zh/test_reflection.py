"""Lessons, changes since, commonplaces and pitches in Chinese."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bqlint.finding import Span
from bqlint.language.zh.reflection import changed, considered, general, generic, lesson, pitch
from bqlint.prose import Sentence, sentences

LESSONS = """
我学到，报价之前要先看现场。
这件事让我明白，沉默不等于同意。
我意识到自己应该早点求助。
最大的教训是没有留备份。
我体会到倾听比解释更重要。
回头看，我不该一个人扛着。
早知道就先打样了。
我的收获是：先把标准写下来。
这次经历教会了我怎样拒绝。
我明白了新人需要的是榜样。
后来我反思，开会前得先通气。
我发现先问一句比猜十次更重要。
如果能重来，我会先找班长谈。
我体会最深的是，越急越要把话说慢。
这次失败提醒我，样品一定要自己试一遍。
说白了就是我太自信，没去核对第二遍。
吃一堑长一智，合同里的每个字都得看。
这让我在后来的排练里更加注重节奏。
我积累了和外地工厂打交道的经验。
家长要的不是解释，而是陪伴。
后来再遇到类似的订单，我先打了样。
我的沟通能力得到了锻炼。
最大的问题出在没有备份。
我当时太依赖老师傅。
我犯的错是没有提前演练。
我总结了两条：先止损，再追责。
"""

CHANGES = """
⟦从那以后⟧，我每次交班都写清单。
⟦此后⟧我都先试跑一遍。
⟦现在⟧我每次都会先问预算。
⟦下次⟧我会先量尺寸。
⟦今后⟧我要早点开口。
我也⟦养成⟧了随手记录的习惯。
⟦自那以后⟧，凡是改动我都留底。
⟦以后⟧遇到改期，我要提前说。
"""

NOTHING_LEARNT = """
当时店里只有我一个人。
客户最后很满意。
我发现连接池满了。
从此我被调到了总部。
他告诉我们明天停电。
老板以后再也没来过。
后来我升了主管。
客户在群里夸了我们。
团队合作是成功的关键。
现在店里有五个人。
大家分享了各自的失败教训。
"""

GENERIC = """
这让我明白了⟦团队合作的重要性⟧。
我学到了⟦沟通的重要性⟧。
我体会到⟦责任心的意义⟧。
"""

SPECIFIC = """
这让我明白了先写交接单的重要性。
我学到，沟通之前要先听完。
从那以后，我每周都开碰头会，我明白了沟通的重要性。
我每天写日志。
"""

PITCHES = """
我希望把这些经验带到⟦贵公司⟧。
我相信自己非常适合⟦这个岗位⟧。
期待加入⟦你们公司⟧。
希望能成为⟦你们的一员⟧。
"""

NO_PITCH = """
我在那家公司干了三年。
这个岗位空了半年。
我的公司后来搬走了。
"""


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "zh", "paragraph"))


@pytest.mark.parametrize("text", LESSONS.strip().splitlines())
def test_a_lesson(text: str) -> None:
    assert lesson(one(text))


@pytest.mark.parametrize("case", CHANGES.strip().splitlines())
def test_a_change_is_a_lesson_too(case: str) -> None:
    sentence = one(case.replace("⟦", "").replace("⟧", ""))
    assert changed(sentence) == Span(case.index("⟦"), case.index("⟧") - 1)
    assert lesson(sentence)


@pytest.mark.parametrize("text", NOTHING_LEARNT.strip().splitlines())
def test_nothing_learnt(text: str) -> None:
    assert lesson(one(text)) is None
    assert changed(one(text)) is None


@pytest.mark.parametrize(
    ("question", "case"),
    [(generic, case) for case in GENERIC.strip().splitlines()]
    + [(pitch, case) for case in PITCHES.strip().splitlines()],
)
def test_its_place(question: Callable[[Sentence], Span | None], case: str) -> None:
    text = case.replace("⟦", "").replace("⟧", "")
    assert question(one(text)) == Span(case.index("⟦"), case.index("⟧") - 1)


@pytest.mark.parametrize("text", SPECIFIC.strip().splitlines())
def test_a_lesson_of_ones_own(text: str) -> None:
    assert generic(one(text)) is None


@pytest.mark.parametrize("text", NO_PITCH.strip().splitlines())
def test_no_pitch(text: str) -> None:
    assert pitch(one(text)) is None


@pytest.mark.parametrize(
    ("question", "text", "want"),
    [
        (general, "信任要靠一件件小事攒起来。", True),
        (general, "动工之前要先核对图纸。", True),
        (general, "做菜讲究火候。", False),
        (general, "我先核对了图纸。", False),
        (considered, "我更加珍惜一线的声音。", True),
        (considered, "我想了很久才签字。", False),
        (considered, "仓库的门坏了。", False),
    ],
)
def test_what_is_told_of_no_occasion(question: Callable[[Sentence], Span | None], text: str, want: bool) -> None:
    assert (question(one(text)) is not None) is want
