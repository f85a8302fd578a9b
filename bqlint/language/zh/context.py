"""What stands around a Chinese quantity in its clause, and which way is good."""

from __future__ import annotations

from bqlint.language.zh.numerals import HAN
from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import Clause, Reading, Word, pattern

_PUT_IN = frozenset(("spending", "effort", "setting"))
GOVERNORS = _PUT_IN | frozenset(
    (
        "rising",
        "falling",
        "bettering",
        "reaching",
        "little",
        "early",
        "saving",
        "earning",
        "serving",
        "setbacks",
        "facing",
    )
)
"""The kinds of words that say what happened to a quantity behind them."""

_COMPLEMENTS = frozenset(("到", "过", "过了", "为", "到了", "达", "达到"))
_AMOUNTING = frozenset(("超过", "超", "达", "多达", "高达"))
_MEASURES = frozenset(("good_measures", "bad_measures"))
_BY_ME = r"(?:我们?|咱们?)(?!们)(?![^，]{0,8}的)"
_LOSS = frozenset(("saving", "falling"))
_BESIDE = 6
"""How near people must stand to be what is counted (用户涨到三万), not who speaks (用户反馈里提到…)."""
_OBJECT = r"的?[\u4e00-\u9fffa-z]{2}(?<![以之]上|[以之]下|[以之]内|左右|上下)"
"""What is measured, behind the quantity: 减少了30%服务器数量."""
_MORE_THAN = r"(?:比|较)[^，比较]{1,10}(?:(?P<more>[高多快强长])|[低少短慢轻])$"
_UNLISTED = r"[\u4e00-\u9fff]{2}[量数值额]$|占比$|比例$|比重$"
_UNDER = r"在[^，]{1,10}(?:下|情况|期间|过程中)"
"""What only tells where it happened: 在高压力下."""
_OF_OLD = r"(?:[原旧老](?:系统|平台|架构|方案|流程|库|数据库)|现有的?[^，]{1,6}[系架平]|原有)"
"""A system of old opens the sentence: 原系统…，高峰期并发超过900."""
_TIME_BEFORE = r"^[^，]{0,8}(?:之前|以前|前|当时|起初|最初)$"
"""A phrase that puts what follows before the work: 在改造前，…."""
_LABEL = 12
"""How long a name before a colon may be."""
_SERVER = r"[端器点]|[^，]*[是为]"
"""What makes a noun of 服务 before it, no verb."""
_ASPECTS = "了过着掉去满到成为"
_NAMED_MEASURE = r"[\u4e00-\u9fff]{2}率(?![先外])(?!.*率)"
_OF_LOSS = r"[错漏损失废退逾欠延误病死亡违扣罚坏空弃拒缺险耗堵债赔丢超差]"


class Setting:
    """A quantity with its clause and the clauses around it.

    `before` are the listed words before it in its clause, the nearest first, `behind` those behind it; `lead` and
    `tail` the clause's text on either side; `governor` the kinds of the word that says what happened to it.
    """

    def __init__(self, reading: Reading, quantity: Quantity) -> None:
        found = reading.clauses
        at = next((n for n, clause in enumerate(found) if quantity.start < clause.end), len(found) - 1)
        self.quantity, self.clause = quantity, found[at]
        self.earlier, self.later, self.text = found[:at], found[at + 1 :], reading.text
        label = self._label()
        self.start = label.start if label else self.clause.start
        self.before = self.clause.before(quantity.start) + (label.words[::-1] if label else ())
        self.behind = self.clause.behind(quantity.end)
        self.lead = self.text[self.start : quantity.start].rstrip()
        self.tail = self.clause.tail(quantity.end).lstrip()
        self.inside = self._inside() if quantity.sort is Sort.CHANGE else ()
        self._near = frozenset[str]().union(*[word.kinds for word in self.before])
        self._following = frozenset[str]().union(*[word.kinds for word in self.behind])
        self.governor = self._governor()
        self.merit = self._merit()

    def _label(self) -> Clause | None:
        """The clause before, where it only names what is measured: 年度回款：三千万."""
        label = self.earlier[-1] if self.earlier and self.clause.sign in ("：", ":") else None
        return label if label and len(label.text) <= _LABEL and not pattern("[我了]").search(label.text) else None

    def _inside(self) -> tuple[Word, ...]:
        """The listed words between the two numbers of a change."""
        start, end = self.quantity.start, self.quantity.end
        return tuple(word for word in self.clause.words if start <= word.start and word.end <= end)

    def _governor(self) -> frozenset[str]:
        """The kinds of the nearest word before the quantity that governs it; for a change, of one inside it."""
        listed = [word for word in (*self.inside, *self.before) if word.kinds & GOVERNORS and self._reaches(word)]
        if not listed:
            return self._compared()
        nearest = listed[0]
        for word in listed[1:2]:
            gap = nearest.start - word.end
            completes = gap == 0 and nearest.text in _COMPLEMENTS and not word.kinds & _MEASURES  # 募到; not 阅读过
            completes |= gap == 0 and nearest.text in _AMOUNTING and word.is_a("serving", "earning")  # 支持超过…
            if completes or (0 <= gap <= 3 and nearest.is_a("spending") and word.kinds & _LOSS):  # 挽回损失
                return word.kinds & GOVERNORS
        return nearest.kinds & GOVERNORS

    def _compared(self) -> frozenset[str]:
        """More or less than something: 比改前高四个点, 较上月少两成."""
        match = pattern(_MORE_THAN).search(self.lead)
        return frozenset(("rising",) if match and match["more"] else ("falling",) if match else ())

    def _reaches(self, word: Word) -> bool:
        """Whether a verb that puts something in has the quantity for its object; any other governor always has.

        访谈了12位, 花三天; not 面试题库被八个部门采用, 付费会员2150人, nor over another number: 连续三年保持98%.
        """
        gap = self.text[word.end : self.quantity.start]
        if gap == "的" and not word.kinds & _PUT_IN:
            return False  # 最快的十台
        if word.is_a("serving") and (gap.startswith("着") or (word.text == "服务" and pattern(_SERVER).match(gap))):
            return False  # 承载着全省三万人, 服务端口都是4000
        if word.text == "通过" and word.start - self.clause.start <= 1 and gap[:1] not in ("", "了", "率"):
            return False  # 通过三轮访谈，…
        if not word.kinds & GOVERNORS <= _PUT_IN:
            return True
        if pattern(rf"[\d{HAN}]").search(gap):
            return False
        if word.end - word.start == 1 and gap and gap[0] not in _ASPECTS:
            return False
        if gap.startswith(("后", "之后", "以后")):
            return False  # 培训后十二个人里…
        if word.kinds & GOVERNORS == {"effort"} and any(
            w.start >= word.end and w.kinds & _MEASURES for w in self.before
        ):
            return False  # 调研平均分4.8
        return "effort" not in word.kinds or (len(gap) <= 3 and "被" not in gap)

    @property
    def verb(self) -> str:
        """The nearest word before the quantity that may govern it; "" where none stands there."""
        return next((word.text for word in self.before if word.kinds & GOVERNORS), "")

    def governed(self, *kinds: str) -> bool:
        """Whether its governor is one of `kinds`."""
        return not self.governor.isdisjoint(kinds)

    def near(self, *kinds: str) -> bool:
        """Whether a word of `kinds` stands before the quantity in its clause."""
        return not self._near.isdisjoint(kinds)

    def follows(self, *kinds: str) -> bool:
        """Whether a word of `kinds` stands behind the quantity in its clause."""
        return not self._following.isdisjoint(kinds)

    @property
    def told(self) -> str:
        """The quantity's own text."""
        return self.text[self.quantity.start : self.quantity.end]

    @property
    def is_mine(self) -> bool:
        """Whether I or we are the subject before the quantity: not 我写的手册有八个部门在用."""
        return bool(pattern(_BY_ME).search(self.lead))

    @property
    def is_before(self) -> bool:
        """Whether the quantity is told of the time before the work."""
        if self.near("since"):
            return False
        told = (w for w in self.before if w.is_a("earlier"))
        if any(not pattern(r"[比较与跟于]$").search(self.text, 0, w.start) for w in told) or (
            self.earlier and pattern(_OF_OLD).match(self.text)
        ):
            return True
        phrase = self.earlier[-1] if self.earlier else None
        return phrase is not None and phrase.has("earlier") and bool(pattern(_TIME_BEFORE).search(phrase.text))

    def _merit(self) -> int:
        """1 where more of the measure spoken of is better, -1 where less is, 0 where the measure is not known."""
        named = pattern(_NAMED_MEASURE).search(self.lead)
        aside = pattern(_UNDER).search(self.lead)
        for word in (*self.before, *self.inside):
            if aside and aside.start() <= word.start - self.start < aside.end():
                continue
            if named and word.end < self.start + named.end() - 1:  # 客诉率 is of 客诉
                break
            if word.kinds & _MEASURES and self._is_other_measure(word):
                return 0
            if word.kinds & _MEASURES and (not word.is_a("persons") or self.quantity.start - word.end <= _BESIDE):
                return 1 if "good_measures" in word.kinds else -1
        if named:
            return -1 if pattern(_OF_LOSS).search(named[0]) else 1
        told = [clause for clause in self.earlier if clause.sign not in ("（", "(")] or self.earlier
        bare = told and self._has_no_subject() and not pattern(_OBJECT).match(self.tail)
        inherited = told[-1].words[::-1] if bare else ()
        measure = next((word for word in (*inherited, *self.behind[:2]) if word.kinds & _MEASURES), None)
        return 0 if measure is None else 1 if "good_measures" in measure.kinds else -1

    def _is_other_measure(self, word: Word) -> bool:
        """Whether a measure that no list holds stands behind `word`, next to what governs: 训练时间占比."""
        at = next((w.start for w in self.before if w.kinds & GOVERNORS and w.start >= word.end), self.quantity.start)
        return bool(pattern(_UNLISTED).search(self.text[word.end : at].rstrip("也都已约近又 ")))

    def _has_no_subject(self) -> bool:
        """Whether nothing but adverbs stands before what governs the quantity: the clause before names the measure."""
        if pattern(_MORE_THAN).fullmatch(self.lead):
            return True
        words = [word for word in self.clause.words if word.end <= self.quantity.start]
        start = next((word.start for word in words if word.kinds & GOVERNORS), self.quantity.start)
        known = sum(word.end - word.start for word in words if word.start < start and word.is_a("lead_ins", "since"))
        return start - self.clause.start - known <= 2

    @property
    def direction(self) -> int:
        """1 where the measure grew or stands high, -1 where it shrank or stands low, 0 where nothing says so."""
        if (self.governed("falling") and not self.governed("rising")) or self.governed("little"):
            return -1
        if self.quantity.sort is Sort.CHANGE and not self.governed("rising"):
            return (self.quantity.to > self.quantity.value) - (self.quantity.to < self.quantity.value)
        return 1 if self.governed("rising", "reaching") else 0

    @property
    def is_worse(self) -> bool:
        """Whether the measure moved, or stands, the wrong way: the problem's own size."""
        if self.governed("setbacks"):
            return True
        return not self.governed("bettering", "saving", "earning") and self.merit * self.direction < 0
