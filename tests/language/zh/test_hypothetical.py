"""Chinese acts that are imagined or repeated instead of told."""

from __future__ import annotations

import pytest

from bqlint.finding import Span
from bqlint.language.hypothetical import told_as_habit, told_hypothetically
from bqlint.language.zh.hypothetical import habitual, hypothetical, imagined, repeated, told
from bqlint.prose import Sentence, sentences

IMAGINED = """
⟦我会先安抚⟧客人，再请经理过来。
遇到这种情况，⟦我会先检查⟧监控。
如果他不同意，⟦我会请⟧第三方来评估。
⟦我可能会打电话⟧给供应商确认。
首先⟦我应该会检查⟧水电。
要是有人缺勤，⟦我们就会安排⟧替班。
⟦我一定会联系⟧家属说明情况。
⟦我大概会写⟧一份说明。
"""

REPEATED = """
⟦我通常⟧先打电话。
⟦我总是⟧把工具放回原处。
遇到难缠的客人，⟦我一般⟧先让他说完。
⟦每次交班之前我⟧都核对一遍。
⟦我习惯⟧把清单贴在门上。
⟦我经常⟧陪病人聊天。
"""

TOLD = """
我先安抚了客人，再请经理过来。
我知道他会生气，所以提前打了电话。
我会弹钢琴，就替老师伴奏。
我会用Excel，把表做了出来。
他说会亲自过来。
我告诉她我会准时到。
客户问我们会不会加价？
下次我会先问清楚。
那阵子我每天晚上都会去看他。
当时我通常先打电话。
老师会给我们讲课。
以后我会提前说。
如果重来一次，我会早点开口。
我答应他我会负责。
"""


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "zh", "paragraph"))


def marked(case: str) -> tuple[Sentence, Span]:
    """The case without its marks, and the marked range."""
    return one(case.replace("⟦", "").replace("⟧", "")), Span(case.index("⟦"), case.index("⟧") - 1)


@pytest.mark.parametrize("case", IMAGINED.strip().splitlines())
def test_an_imagined_act(case: str) -> None:
    sentence, place = marked(case)
    assert hypothetical(sentence) == place


@pytest.mark.parametrize("case", REPEATED.strip().splitlines())
def test_a_habit(case: str) -> None:
    sentence, place = marked(case)
    assert habitual(sentence) == place


@pytest.mark.parametrize("case", TOLD.strip().splitlines())
def test_neither(case: str) -> None:
    assert hypothetical(one(case)) is None
    assert habitual(one(case)) is None


def test_acts_that_hang_on_an_imagined_one_are_imagined() -> None:
    sentence = one("我会先道歉，再换一份菜，记下他的座位。")
    assert imagined(sentence) == 3
    assert told(sentence) == 0


def test_acts_told_are_counted() -> None:
    sentence = one("我拆了旧柜子，量好尺寸，他在旁边看着。")
    assert told(sentence) == 2
    assert imagined(sentence) == repeated(sentence) == 0


def test_more_imagined_than_told() -> None:
    story = list(sentences("我当天给客人道了歉。如果他不满意，我会请经理。我会退还押金。", 0, "zh", "paragraph"))
    assert told_hypothetically(story)
    assert not told_hypothetically(story[:1])


def test_what_begins_imagined_goes_on_so_until_something_is_done() -> None:
    answer = "我会先请他坐下。然后逐条说明缺什么，再打印一份清单。最后留下电话，告诉他补齐后优先办理。"
    assert told_hypothetically(list(sentences(answer, 0, "zh", "paragraph")))
    done = answer.replace("再打印一份清单", "当时打印了一份清单")
    assert not told_hypothetically(list(sentences(done, 0, "zh", "paragraph")))
    assert not told_hypothetically(list(sentences(answer.replace("我会先", "我先"), 0, "zh", "paragraph")))


def test_more_habit_than_told() -> None:
    assert told_as_habit(list(sentences("我一般先看病历。我每次都核对床号。", 0, "zh", "paragraph")))
    assert not told_as_habit(list(sentences("我一般先看病历。那天我核对了床号，叫来了医生。", 0, "zh", "paragraph")))
