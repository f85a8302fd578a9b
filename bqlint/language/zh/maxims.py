"""How to act, said to all and nobody: 出了问题都应该先去补救, 态度比道理更重要; nothing of it tells a story."""

from __future__ import annotations

from bqlint.finding import Span
from bqlint.language.zh.predicates import DEEDS
from bqlint.language.zh.reading import Reading, pattern

_OF_A_STORY = (
    r"当时|那时|那天|那年|去年|今年|上半年|年底|月底|周[一二三四五六日]|之前[^，]*[送交完]|正在|曾|[他她](?!人)|\d"
    r"|(?<![为除算罢忘])了(?!解|如指掌)|(?<![通经超])过(?!程|去|来|度|于|问|失)|咱"
)
"""What only a story tells: a time, a person, a thing done."""
_MINE = r"我(?!们?(?:必须|应该|应当|都?要|不能|不该|得)(?!求|么|是))"
_SOMEBODYS = (
    r"(?:公司|项目|客户|[老店]板|领导|部门|系统|[批些]货|单位|学校|医院|甲方|合同|任务|方案|经理|[店校院科班组]长|谁)"
    r"[们方]?[又还都也就]?(?:需要|要|必须|得|不能|应该)"
)
"""What somebody or something of the story needs."""
_WHOEVER = r"^[^，。]{0,4}(?:不管|无论|不论)[^，。]*"
_DUTY = (
    r"必须|应该|应当|不能|不要|不可(?![能以])|尽量|切忌|务必|千万|不如|才能|才会|别(?![人的处])"
    r"|(?<![获觉取值懂记值])得(?=先|把|有|靠|要|让|给|写|会|多|留|学)|(?:^|[，；])需要"
)
_WORTH = (
    r"比[^，。]{1,12}(?:更|还)?(?:重要|管用|要紧|值钱|有用|难)"
    r"|(?:都?是)?有好处的|是[^，。]{0,6}关键|关键(?:是|在于)|胜过|不等于|越[^，。]{1,10}越|^看来|所谓"
    r"|不是[^，。]{1,12}，(?:而)?是|是[^，。]{1,14}，(?:而)?不是|早[^，。]{1,10}，[^。]{0,10}(?:能省|少走|就能|就不会|就少)"
    r"|^原来(?!的)[^，。]{2,16}，?[^。]*(?:也|才|并不|不是|不等于)"
    r"|(?:提前|主动|及时|多|先|学会)[^，。]{1,14}(?:很|非常|十分|最|至关)重要|要靠|贵在|重在|离不开"
)
_TRUTH = (
    r"再[^，。]{1,8}，[^。]{0,10}(?:也|都)|[^，。]{2,}(?:也|都)(?:是白|没用|没有用|不行)|比[^，。]{1,12}(?:走得|站得)?(?:远|强|稳|久|靠谱|踏实)"
    r"|反而(?:更)?[快慢好省多少稳]|可以[^，。]{1,8}，[^，。]{1,6}(?:可以|不能|不行|要)|该[^，。]{1,6}(?:的时候|就)|^[^，。我]{1,5}先[^，。]{2,5}[。！]?$"
    r"|多半|往往|从来(?:都)?不是|未必|不一定(?:是|就|要)|才是|哪怕|即使|不是所有|没有意义|不可怕|凡事"
)
"""A turn of phrase of general truths: 技术再好，没人用也是白搭; 慢一点，反而快."""
_TO = r"(?<!每个人)(?<!每个人都)(?<!人人都)(?<!大家都)(?<!所有人都)要(?![求么是]|不然)"
"""要 says how to act before a deed only: 要先问清楚; not 要有恒心."""
_MINDING = r"[^，。]{0,6}(?:考虑|想|站在|听|看|问|懂|尊重|记得|防|留)"
_IN_TURN = r"先[^，。]{1,12}[，,]?(?:再|然后)|(?:遇到|碰到|凡是|不管|无论|只要)[^。]{2,30}(?:先|都|要|再)"
_SLOGAN = r"努力|团结|付出|热情|坚持|诚信|奉献|加油|齐心|感恩|拼搏|敬业|踏实"
"""Virtues, which tell nobody how to act."""
_AT_HAND = r"^[那这][家座个批位条台]|^新来的|一直(?:很|不)"
"""A thing of the story that is described."""
_THING_OF_NOTE = (
    r"(?:客户|项目|系统|订单|活动|会议|单子|日子|阶段)[^，。]{0,4}(?:很|非常|十分|最|至关|尤为|更)(?:为)?重要"
)


def maxim(reading: Reading) -> Span | None:
    """The words of `reading` that tell a rule of conduct or what counts, where it tells no story."""
    text = reading.text
    whoever = pattern(_WHOEVER).search(text)
    if pattern(_MINE).search(text, whoever.end() if whoever else 0):
        return None
    if any(pattern(regex).search(text) for regex in (_OF_A_STORY, _SOMEBODYS, _THING_OF_NOTE, _SLOGAN, _AT_HAND)):
        return None
    for regex in (_WORTH, _DUTY, _IN_TURN, _TRUTH):
        if match := pattern(regex).search(text):
            return Span(*match.span())
    told = pattern(_TO).search(text)
    if told is None:
        return None
    acts = any(w.start >= told.end() and w.is_a(*DEEDS) for clause in reading.clauses for w in clause.words)
    return Span(*told.span()) if acts or pattern(_MINDING).match(text, told.end()) else None
