"""Whatever a Chinese sentence holds: no question fails on it, and every place lies inside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bqlint.language.zh import agent, figures, hypothetical, reflection, vague
from bqlint.prose import sentences

PIECES = (
    "我 我们 把 被 由 让 从 到 降 升 了 没有 零 一 三 十 万 半 倍 成 % 个 家 天 投诉 满意度 显著 提升 很多 会 如果 "
    "通常 学到 以后 下次 现在 重要性 贵公司 是 的 时 后 和 小王 客户 ， 。 ： （ ？ 3 2024 k - 翻 第 名 效果 節省 ％"
)
TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=20).map("".join))


@given(TEXT, st.integers(0, 9))
@settings(max_examples=200, deadline=None)
def test_places_lie_inside(text: str, offset: int) -> None:
    for sentence in sentences(text, offset, "zh", "paragraph"):
        found = figures.of(sentence)
        places = [figure.span for figure in found]
        places += vague.vague(sentence, [figure.span for figure in found if figure.kind == "outcome"])
        for question in (hypothetical.hypothetical, hypothetical.habitual, reflection.lesson, reflection.changed):
            places += filter(None, [question(sentence)])
        places += filter(None, [reflection.generic(sentence), reflection.pitch(sentence)])
        assert agent.agent(sentence) in {"I", "we", "other", "passive", "none"}
        assert agent.acts(sentence)
        assert hypothetical.told(sentence) >= 0
        assert all(sentence.span.start <= place.start < place.end <= sentence.span.end for place in places)
