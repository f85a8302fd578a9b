"""Who acts in a Chinese sentence."""

from __future__ import annotations

import pytest

from bqlint.language.zh.agent import acts, agent
from bqlint.prose import Sentence, sentences

AGENTS = {
    "I": """
我当时是最年轻的组长。
我心里没底。
我很害怕。
我们组的文档由我统一整理。
我主动提出轮值夜班。
我学着用他的方式沟通。
我跟厂家磨了两个礼拜，拿到了样机。
查了半天，发现是接口超时。
给每位家长写了一封信。
每天提前半小时到店试菜。
拉着司机和仓管一起画了动线图。
说到底，是我定的那个方案。
我在群里发了一条通知。
趁午休的空当，我挨个找组员聊。
考虑到老人听不清，我改用大字卡片。
面对质疑，我把数据摊开给大家看。
这份合同我逐条读了三遍。
那天晚上我没睡，守在机房等日志。
我干脆自己掏钱买了零件。
我先稳住现场，再打给总部。
这件事我先跟店长打了招呼。
排班表我重新做了一版。
客人的过敏信息我都写在了白板上。
每一封投诉信我亲自回复。
我一听就明白了，马上让夜班停机检查。
把所有钥匙重新编号后，我贴了标签。
对账的事，我拉上财务一起查。
首先，逐条梳理了历史工单。
重新设计了报名流程。
向校长提交了两套预案。
与供应商谈判，争取到更长的账期。
说服了三位老员工试用新系统。
主动找到客户，当面道歉。
在白板上画出了整个流程。
通过访谈，找出了三个根本原因。
于是当晚就改了脚本，第二天一早上线。
我没有争辩，而是先听他把话说完。
我请护士长每天抽查两份病历。
我说服老板把发布推迟一周。
后来，在没有预算的情况下，我自己做了一个小程序。
作为组长，我把任务拆成了五块。
我负责整个展台的搭建。
我做的第一件事是打电话给家属。
由我来协调两边的时间。
""",
    "we": """
几个人凑在一起，我们把模型推倒重来。
最后我们放弃了那个客户。
我和护士长一起改了流程。
我们商量好轮流加班。
我们先分头去找家长。
咱们几个连夜把货搬到了二楼。
我和小刘把旧表格全部录进系统。
我跟搭档轮流值守。
我们只有两个人。
大家一起商量后，我们决定先停一天。
""",
    "other": """
妈妈们自发建了互助群。
审计组要求我们补齐凭证。
两位供应商先后退出了竞标。
产品同学临时加了两个需求。
他二话不说把图纸撕了。
几个老员工带头抵制新系统。
院长亲自过来道谢。
班主任不同意调座位。
业主代表当场拍了桌子。
我的主管拒绝了这个方案。
店长让我重新报价。
师傅教会了我看图纸。
我写的教程帮助了很多新人。
小王马上联系了物业。
客户突然改了需求。
没有人愿意接这个摊子。
评委给了我们很高的评价。
系统自动发送提醒。
家长们在群里吵了起来。
经理把这个项目交给了我。
新来的同事很快上手了。
""",
    "passive": """
活动被迫取消。
新方案由总工程师签发。
那批货遭到海关扣押。
货款被冻结在银行。
我的建议被采纳了。
我被派到了新店。
方案被总部否决了。
我们的申请得到了批准。
会议由副校长主持。
老系统在十月被关停。
我受到了表扬。
""",
    "none": """
交货期缩短到一周。
家长的态度明显缓和。
现金流紧张。
员工流动率下降了一半。
学生的成绩普遍提高。
客户的投诉渐渐少了。
团队协作更顺畅了。
项目按时上线。
大家都很疲惫。
问题其实很简单。
团队士气跌到谷底。
系统的响应越来越慢。
客流慢慢恢复了。
时间只剩两天。
库房里堆满了退货。
现场一片混乱。
当时的气氛很僵。
仓库在郊区。
货车堵在了高速上。
库存见底了。
问题出在接口上。
水管爆了。
时间不够。
这是我第一次带队。
投诉一下子多了起来。
""",
}


def one(text: str) -> Sentence:
    """The only sentence of `text`."""
    return next(sentences(text, 0, "zh", "paragraph"))


@pytest.mark.parametrize(("who", "text"), [(who, text) for who, texts in AGENTS.items() for text in texts.split()])
def test_agent(who: str, text: str) -> None:
    assert agent(one(text)) == who


def test_acts_tell_who_does_each() -> None:
    told = [(act.agent, act.elided) for act in acts(one("我先关了阀门，贴上封条，店长打了电话，方案被退回。"))]
    assert told == [("I", False), ("I", True), ("other", False), ("passive", False)]


def test_a_subject_left_out_is_the_one_before() -> None:
    assert [act.agent for act in acts(one("我们拆开旧柜子，量好尺寸，换上新板。"))] == ["we", "we", "we"]


def test_who_is_told_to_act_acts_next() -> None:
    assert [act.agent for act in acts(one("店长让我重新报价，改了三版。"))] == ["other", "I"]


def test_a_condition_is_no_main_act() -> None:
    assert [act.main for act in acts(one("虽然客人取消了订单，我还是改了采购单。"))] == [False, True]


def test_nothing_acts_in_a_fragment() -> None:
    assert [act.agent for act in acts(one("退件率：两成。"))] == ["none", "none"]
