"""Claims of size by a degree word without a figure, in Chinese."""

from __future__ import annotations

import pytest

from bqlint.finding import Span
from bqlint.language.zh.vague import vague
from bqlint.prose import Sentence, sentences

CLAIMS = """
出餐速度⟦快了不少⟧。
改版之后，用户体验⟦明显改善⟧。
车间的噪音⟦大幅下降⟧。
我们的沟通效率得到了⟦极大提升⟧。
孩子们的阅读兴趣⟦显著提高⟧。
家长的态度⟦好了很多⟧。
病房里的气氛⟦轻松多了⟧。
我的做法⟦大大缩短⟧了排队时间。
这套流程⟦极大地减轻⟧了前台的压力。
这次培训的⟦效果非常明显⟧。
门店业绩⟦突飞猛进⟧。
客户投诉⟦少了许多⟧。
返工⟦明显减少⟧。
我为公司⟦节约了大量⟧成本。
新的排班⟦极大提高⟧了大家的积极性。
成绩有了⟦很大的进步⟧。
项目取得了⟦巨大的成功⟧。
现场面貌⟦焕然一新⟧。
团队士气⟦空前高涨⟧。
交付质量⟦上了一个大台阶⟧。
仓库⟦整齐多了⟧。
大家的默契有了⟦质的飞跃⟧。
回头客比以前⟦多得多⟧。
上线以后⟦省了很多⟧时间。
这次活动⟦非常成功⟧。
沟通成本⟦大大降低⟧。
换了供应商之后，原料的稳定性⟦大有好转⟧。
老年人挂号⟦方便多了⟧。
流程一理顺，扯皮的事⟦少了很多⟧。
现场混乱的情况有了⟦根本性的好转⟧。
上课打瞌睡的学生⟦明显少了⟧。
孩子⟦开朗了许多⟧，也愿意和同学说话了。
报销的速度⟦快得多⟧。
公司的品牌影响力⟦大幅提升⟧。
这项改进为后续工作带来了⟦极大的便利⟧。
库房的空间利用率⟦显著提高⟧。
返工的比例⟦大幅度降低⟧，工人也不抱怨了。
销售额⟦节节攀升⟧。
客流量⟦暴涨⟧。
活动取得了⟦圆满成功⟧。
我的表达能力⟦突飞猛进⟧。
患者的恢复速度⟦远远超过预期⟧。
项目⟦大获成功⟧。
新人上手⟦快了一大截⟧。
出错率⟦大大下降⟧。
这次改版⟦收效甚佳⟧。
业绩⟦翻天覆地⟧。
我们⟦省下了一大笔⟧钱。
部门之间的隔阂⟦小了很多⟧。
加班比以前⟦少多了⟧。
品質⟦明顯提升⟧，客戶也更信任我們。
latency ⟦明显下降⟧，on-call 也⟦轻松了不少⟧。
卫生状况得到⟦明显改观⟧。
顾客排队的时间⟦短了不少⟧。
"""

PLAIN = """
客户非常满意。
我很紧张。
我希望能大幅提升效率。
制度如果不改，效率不会有明显提升。
效果并不明显。
我花了很多时间和他们沟通。
团队里有很多新人，压力很大。
我学到小小的改变可以带来巨大的不同。
当时投诉明显增加，大家都很焦虑。
我做了大量的准备工作。
这是一个很大的挑战。
两个版本之间有明显的区别。
为了显著提高转化率，我做了三件事。
我主要负责提升用户体验。
同事们都很热情。
会议室非常大。
老板高度认可我的方案。
效率能不能大幅提升，谁也说不准。
那阵子投诉特别多，我压力很大。
我非常重视这次机会。
我大幅调整了课程结构。
我做了很多尝试。
我觉得这样可能会快很多。
明显的错误应该在第一轮就被发现。
好的流程能大大减少浪费。
很多家长报名了。
损失很大，老板脸色很难看。
这件事对我影响很大。
预算大幅缩水，我们只能自己动手。
谁都希望成本明显下降。
需求变更非常频繁。
他跑得比我快多了。
我没有大量囤货，而是按天订。
我们大大低估了难度。
这道菜的成本很高。
我更加明显地感到时间不够。
"""

BACKED = """
错误率显著下降，⟪从5%降到1%⟫。
能耗明显下降，省了⟪30%⟫。
效率大幅提升：每班多装⟪四十台⟫。
投诉明显减少，只剩⟪两起⟫。
⟪降到一成⟫，效果显著。
满意度（⟪92分⟫）明显提升。
"""


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "zh", "paragraph"))


def marked(text: str) -> str:
    """`text` with its claims marked."""
    for claim in reversed(vague(one(text), ())):
        text = f"{text[: claim.start]}⟦{claim.of(text)}⟧{text[claim.end :]}"
    return text


@pytest.mark.parametrize("case", CLAIMS.strip().splitlines())
def test_a_claim_of_size(case: str) -> None:
    assert marked(case.replace("⟦", "").replace("⟧", "")) == case


@pytest.mark.parametrize("case", PLAIN.strip().splitlines())
def test_no_claim_of_size(case: str) -> None:
    assert marked(case) == case


@pytest.mark.parametrize("case", BACKED.strip().splitlines())
def test_a_figure_backs_the_claim(case: str) -> None:
    outcome = Span(case.index("⟪"), case.index("⟫") - 1)
    text = case.replace("⟪", "").replace("⟫", "")
    assert vague(one(text), ())
    assert vague(one(text), [outcome]) == ()


def test_a_figure_of_another_measure_backs_nothing() -> None:
    text = "车间的噪音大幅下降，退件率少了三成。"
    assert vague(one(text), [Span(text.index("三成"), text.index("三成") + 2)])
