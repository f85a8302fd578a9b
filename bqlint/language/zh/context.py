"""What stands around a Chinese quantity: is it real, whose is it, and which way is good."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bqlint.language.zh.quantity import Quantity, Sort
from bqlint.language.zh.reading import Clause, Word

GOVERNORS = frozenset(
    [
        "rising",
        "falling",
        "bettering",
        "reaching",
        "little",
        "saving",
        "earning",
        "serving",
        "spending",
        "effort",
        "setting",
        "setbacks",
        "early",
    ]
)
_COMPLEMENTS = frozenset(("到", "过", "过了", "为", "到了", "达", "达到"))
_DONE = re.compile(r"(?<![为除])了(?!解|如指掌)|已经|过了")
_IN_THE_END = re.compile(r"最终|最后|结果|实际|后来|终于|于是|随后|事实上")
_ASKED = re.compile(r"[吗呢]?\s*[？?]|吗\s*[。.”」]?$")
_FORETOLD = re.compile(r"(?:就|也许|可能|将)会?|(?<![机社学误])会(?![议员计社上费])")


@dataclass
class Setting:
    """A quantity with its clause, the clauses before it and the sentence's simplified text."""

    quantity: Quantity
    clause: Clause
    earlier: Sequence[Clause]
    later: Sequence[Clause]
    text: str

    @cached_property
    def before(self) -> tuple[Word, ...]:
        """The listed words before the quantity in its clause, the nearest first."""
        return self.clause.before(self.quantity.start)

    @cached_property
    def behind(self) -> tuple[Word, ...]:
        """The listed words behind the quantity in its clause."""
        return self.clause.behind(self.quantity.end)

    @cached_property
    def inside(self) -> tuple[Word, ...]:
        """The listed words between the two numbers of a change."""
        if self.quantity.sort is not Sort.CHANGE:
            return ()
        return tuple(w for w in self.clause.words if self.quantity.start <= w.start and w.end <= self.quantity.end)

    @cached_property
    def governor(self) -> frozenset[str]:
        """The kinds of the nearest word before the quantity that says what happened to it; for a change, inside it."""
        listed = [word for word in (*self.inside, *self.before) if word.kinds & GOVERNORS and self._reaches(word)]
        if not listed:
            return frozenset()
        found, behind = listed[0].kinds & GOVERNORS, listed[1:2]
        for word in behind:
            gap = listed[0].start - word.end
            if gap == 0 and listed[0].text in _COMPLEMENTS:  # 募到, 降到
                return word.kinds & GOVERNORS
            if 0 <= gap <= 3 and "spending" in found and word.kinds & {"saving", "falling"}:  # 挽回损失, 减少开支
                return word.kinds & GOVERNORS
        return found

    def _reaches(self, word: Word) -> bool:
        """Whether a verb of effort has the quantity for its object: 访谈了12位; not 面试题库被八个部门采用."""
        gap = self.text[word.end : self.quantity.start]
        return word.kinds & GOVERNORS != {"effort"} or (len(gap) <= 3 and "被" not in gap)

    @property
    def lead(self) -> str:
        """The text of the clause before the quantity."""
        return self.text[self.clause.start : self.quantity.start]

    @property
    def tail(self) -> str:
        """The text of the clause behind the quantity."""
        return self.text[self.quantity.end : self.clause.end]

    @property
    def by_me(self) -> bool:
        """Whether I or we stand before the quantity in its clause."""
        return "我" in self.lead or "咱" in self.lead

    def near(self, *kinds: str) -> bool:
        """Whether a word of `kinds` stands before the quantity in its clause."""
        return any(not word.kinds.isdisjoint(kinds) for word in self.before)

    def follows(self, *kinds: str) -> bool:
        """Whether a word of `kinds` stands behind the quantity in its clause."""
        return any(not word.kinds.isdisjoint(kinds) for word in self.behind)

    @cached_property
    def merit(self) -> int:
        """1 where more of the measure spoken of is better, -1 where less is, 0 where the measure is not known."""
        words = [*self.before, *self.inside]
        if not any(not w.kinds.isdisjoint(("good_measures", "bad_measures")) for w in words) and self.earlier:
            told = [clause for clause in self.earlier if clause.sign not in ("（", "(")] or self.earlier
            words += reversed(told[-1].words)
        words += self.behind[:2]
        for word in words:
            if "good_measures" in word.kinds:
                return 1
            if "bad_measures" in word.kinds:
                return -1
        return 0

    @cached_property
    def direction(self) -> int:
        """1 where the measure grew or stands high, -1 where it shrank or stands low, 0 where nothing says so."""
        if "setbacks" in self.governor:
            return -self.merit or -1
        if "falling" in self.governor and "rising" not in self.governor:
            return -1
        if "little" in self.governor:
            return -1
        if self.quantity.sort is Sort.CHANGE and "rising" not in self.governor:
            return (self.quantity.to > self.quantity.value) - (self.quantity.to < self.quantity.value)
        return 1 if self.governor & {"rising", "reaching"} else 0

    @property
    def is_worse(self) -> bool:
        """Whether the measure moved, or stands, the wrong way: the problem's own size."""
        if "setbacks" in self.governor:
            return True
        return "bettering" not in self.governor and self.merit * self.direction < 0


def is_real(setting: Setting) -> bool:
    """Whether the quantity tells what happened: not asked, wished, supposed, foretold or denied."""
    if _ASKED.search(setting.text[setting.clause.end :][:2]) or _ASKED.search(setting.clause.text):
        return False
    return not (_is_supposed(setting) or _is_planned(setting) or _is_denied(setting) or _is_anothers(setting))


def _is_supposed(setting: Setting) -> bool:
    """Whether a condition stands before the quantity and nothing says that it came true."""
    for clause in (*setting.earlier, setting.clause):
        for word in clause.words:
            if "conditions" in word.kinds and word.end <= setting.quantity.start:
                if not (word.text == "只要" and setting.quantity.start - word.end <= 1):
                    return not _came_true(setting, word.end)
    return bool(
        setting.tail.startswith("就")
        and setting.later == ()
        and re.search(r"会|能", setting.tail)
        and setting.near("planning")
    )


def _came_true(setting: Setting, at: int) -> bool:
    """Whether something between `at` and the quantity says that it was done in the end."""
    between = setting.text[at : setting.quantity.start]
    return bool(_IN_THE_END.search(between) or _DONE.search(between))


def _is_planned(setting: Setting) -> bool:
    """Whether a plan, a wish or a demand governs the quantity and was not carried out before it."""
    for clause in (setting.clause, *reversed(setting.earlier)):
        for word in reversed(clause.words):
            if "planning" not in word.kinds or word.end > setting.quantity.start or _is_yardstick(clause, word):
                continue
            if clause is setting.clause and _DONE.search(setting.text[word.end : setting.quantity.start]):
                continue
            return not _came_true(setting, word.end)
    return bool(re.search(r"(?<![机社学误])会(?![议员计社上费])", setting.lead)) and "不会" not in setting.lead


def _is_yardstick(clause: Clause, word: Word) -> bool:
    """Whether a plan is only what the effect is measured by: 比计划提前, 完成目标的120%, 只需要."""
    lead = clause.text[: word.start - clause.start]
    if re.search(r"[只仅才不无]$|过去|以前|原来", lead):
        return True
    if re.match(r"的|值|线", clause.text[word.end - clause.start :]) and re.search(r"低于|不足|远低|离", lead):
        return False
    return any(
        "exceeding" in other.kinds and word.start - other.end <= 4 for other in clause.words if other.end <= word.start
    )


def _is_denied(setting: Setting) -> bool:
    """Whether the quantity is denied: 没能降到5%, 并没有像大家盼的那样翻倍."""
    if setting.quantity.sort in (Sort.ABSENCE, Sort.RATIO):
        return False
    for word in setting.before:
        if "negations" in word.kinds:
            between = setting.text[word.end : setting.quantity.start]
            return not re.search(r"超过|低于|高于|突破|少于|我", between) and "，" not in between and len(between) < 14
    return False


def _is_anothers(setting: Setting) -> bool:
    """Whether the quantity is somebody else's: a rival's, the trade's, the client's own size."""
    if setting.quantity.sort is Sort.RANK:
        return False
    for word in setting.before:
        if "others" in word.kinds:
            lead = setting.text[setting.clause.start : word.start]
            return not re.search(r"(?:[比帮为给让对向替超与和跟]|高于|低于|优于|领先)$", lead)
    return False
