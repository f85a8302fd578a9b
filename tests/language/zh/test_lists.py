"""Every entry of the Chinese word lists decides something: without it, a sentence reads otherwise.

Reading the lists takes longer than reading a sentence, so entries of one list and one length are taken out together:
none of them stands inside another, and each is put into sentences of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper, cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from bqlint.finding import Span
from bqlint.language import lexicon, ownership, verified
from bqlint.language.figure import OUTCOME
from bqlint.language.zh import (
    absences,
    adoption,
    agent,
    figures,
    first_person,
    hypothetical,
    quantities,
    reading,
    reflection,
)
from bqlint.language.zh.vague import vague
from bqlint.prose import Sentence

TEMPLATES: dict[str, tuple[str, ...]] = {
    "achievement_ranks": ("{w}第二。", "柜子{w}搬走。", "{w}了旧柜子。"),
    "amounts": ("节省了{w}柜子。",),
    "bad_measures": ("{w}显著上升。", "{w}从五成涨到七成。"),
    "bettering": ("投诉{w}三成。", "销量{w}三成。"),
    "causatives": ("{w}我会搬柜子。", "柜子{w}搬走。", "销量{w}三成。"),
    "classifiers": ("新增三十{w}。",),
    "cognition": ("{w}我会搬柜子。", "{w}旧柜子。"),
    "commonplaces": ("我明白了{w}的重要性。", "{w}旧柜子。"),
    "conditions": ("他{w}柜子。",),
    "conspicuous": ("效果{w}。",),
    "deeds": ("{w}旧柜子。", "他把柜子{w}。"),
    "degrees": ("{w}柜子升到三成。", "我{w}搬柜子。"),
    "earlier": ("{w}达到三成。",),
    "early": ("{w}十分钟。", "小店{w}柜子。"),
    "earning": ("{w}三十个。", "{w}三十万元。", "{w}了大量柜子。"),
    "effect_nouns": ("{w}显著。", "显著{w}。"),
    "effects": ("柜子{w}很多。", "显著{w}。"),
    "effort": ("{w}旧柜子。", "柜子{w}十个里有八个。"),
    "employers": ("我希望加入{w}。",),
    "exceeding": ("{w}目标，升到三成。", "柜子{w}搬走。"),
    "facing": ("小店{w}满意度98%。",),
    "falling": ("投诉{w}了很多。", "投诉{w}三成。"),
    "finishing": ("提前三天{w}。",),
    "fitting": ("我{w}这个岗位。",),
    "from_now_on": ("{w}我会先问。",),
    "good_measures": ("{w}显著下降。", "{w}98%。"),
    "gradables": ("柜子{w}很多。",),
    "habits": ("{w}很好。",),
    "incidents": ("没有一起{w}。", "他{w}柜子。", "{w}三成。"),
    "insights": ("{w}旧柜子。",),
    "kin": ("我{w}会搬柜子。",),
    "lapses": ("一次都没{w}过。",),
    "lead_ins": ("{w}他搬柜子。",),
    "leaps": ("我{w}柜子。", "销量{w}三成。"),
    "lesson_nouns": ("{w}是先问。",),
    "little": ("现在{w}三成。", "小店{w}柜子。"),
    "lots": ("节省了{w}柜子。",),
    "modals": ("我{w}说柜子。", "我希望加入{w}。"),
    "money_units": ("三十{w}看到。",),
    "negations": ("{w}了三成。", "柜子{w}他们。"),
    "norms": ("我意识到{w}。", "{w}三成。"),
    "noticings": ("我{w}先问。",),
    "nowadays": ("{w}我每次都先问。",),
    "numeral_idioms": ("{w}搬柜子。", "{w}，柜子。"),
    "objecting": ("十个里有八个{w}。", "小店{w}柜子。"),
    "opening_prepositions": ("{w}销量升了柜子，显著提升。",),
    "others": ("{w}了三成。", "他{w}柜子。"),
    "parts": ("四个{w}都采用。",),
    "persons": ("{w}搬柜子。",),
    "planning": ("我意识到{w}。", "我{w}搬柜子。"),
    "plan_nouns": ("我搬了{w}，销量提升三成。",),
    "posts": ("我适合{w}。",),
    "prepositions": ("{w}他搬柜子。", "{w}销量升了柜子，显著提升。", "柜子{w}他们。"),
    "reaching": ("投诉{w}三成。", "小店{w}柜子。", "柜子{w}他们。", "{w}三十个。"),
    "received": ("柜子{w}他搬走。",),
    "regrets": ("我{w}先问。",),
    "reports": ("{w}，满意度98%。",),
    "resolves": ("我{w}柜子。", "柜子{w}他们。"),
    "rising": ("{w}显著。",),
    "saving": ("小店{w}柜子。", "销量{w}三成。", "{w}三成。"),
    "sayings": ("{w}，我会搬。",),
    "serving": ("{w}三成。", "{w}十二人。"),
    "setbacks": ("柜子{w}十个里有八个。", "小店{w}柜子。"),
    "setting": ("销量{w}三成。",),
    "since": ("{w}只有三成。",),
    "since_then": ("{w}我都先问。",),
    "skills": ("我会{w}柜子。",),
    "spending": ("销量{w}三成。", "销量为{w}三十元。"),
    "states": ("小店{w}柜子。", "柜子{w}他们。"),
    "steady": ("现在我{w}问。", "{w}，我养成习惯。"),
    "subordinate_ends": ("我搬柜子{w}，他问。", "{w}了旧柜子。"),
    "subordinators": ("我{w}搬柜子。",),
    "talking": ("我和客户{w}柜子。",),
    "teachings": ("{w}先问。",),
    "time_units": ("三十个{w}。", "三十{w}看到。", "柜子{w}三天。"),
    "undergone": ("柜子得到了{w}。",),
    "uptake": ("十个里有一个{w}。", "被{w}三十个。"),
    "worth": ("我明白了团队的{w}。",),
}
MODULES = (lexicon, reading, absences, adoption, quantities, first_person)
lines = cache(lambda name: tuple(lexicon.lines(name)))
LISTS = {path.stem.removesuffix(".zh"): lines(path.stem) for path in Path(lexicon._WORDS).glob("*.zh.txt")}


def forget() -> None:
    """Empty every cache that a word list has filled."""
    for module in MODULES:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper) and value is not reading.pattern:
                value.cache_clear()


def one(text: str) -> Sentence:
    """`text` as one sentence."""
    return Sentence(text, Span(0, len(text)), "zh", "paragraph")


def verdicts(text: str) -> list[Any]:
    """All that the questions say of `text`."""
    sentence = one(text)
    found = figures.of(sentence)
    outcomes = [figure.span for figure in found if figure.kind == OUTCOME]
    told: list[Any] = [found, vague(sentence, ()), vague(sentence, outcomes)]
    told += [agent.agent(sentence), agent.acts(sentence), agent.resolved(sentence)]
    told += [hypothetical.hypothetical(sentence), hypothetical.habitual(sentence), hypothetical.told(sentence)]
    told += [reflection.lesson(sentence), reflection.changed(sentence), reflection.generic(sentence)]
    return [*told, reflection.pitch(sentence)]


def read(text: str) -> tuple[str, list[reading.Word]]:
    """The simplified `text`, and its listed words but for those that only hide others."""
    told = reading.read(one(text))
    words = [word for clause in told.clauses for word in clause.words if word.kinds != {"hiding"}]
    return told.text, words


def idle(name: str, templates: Sequence[str], say: Callable[[str], Any]) -> Iterator[str]:
    """The entries of list `name` without which `say` says the same of each of `templates`."""
    entries = sorted({line.split(" =")[0] for line in LISTS[name]}, key=len)
    texts = {entry: [template.format(w=entry) for template in templates] for entry in entries}
    before = {text: say(text) for entry in entries for text in texts[entry]}
    with pytest.MonkeyPatch.context() as patch:
        for _, group in groupby(entries, key=len):
            gone = set(group)
            kept = tuple(line for line in LISTS[name] if line.split(" =")[0] not in gone)
            for module in (lexicon, reading):
                patch.setattr(module, "lines", lambda asked, kept=kept: kept if asked == f"{name}.zh" else lines(asked))
            forget()
            yield from sorted(entry for entry in gone if all(say(text) == before[text] for text in texts[entry]))
    forget()


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_entries_decide(name: str) -> None:
    assert list(idle(name, TEMPLATES[name], verdicts)) == []


@pytest.mark.parametrize("name", ["hiding", "traditional"])
def test_entries_change_what_is_read(name: str) -> None:
    assert list(idle(name, ["旧{w}柜", "{w}"], read)) == []


def test_every_traditional_character_is_needed() -> None:
    needed = set("".join(entry for name, entries in LISTS.items() if name != "traditional" for entry in entries))
    needed |= set("".join(path.read_text(encoding="utf-8") for path in Path(reading.__file__).parent.glob("*.py")))
    assert {line.partition(" = ")[2] for line in LISTS["traditional"]} <= needed


@pytest.mark.parametrize("entry", LISTS["first_person"])
def test_first_person_decides(entry: str) -> None:
    assert ownership.names_me(one(f"柜子是{entry}搬的"))


@pytest.mark.parametrize("entry", LISTS["verified"])
def test_verified_decides(entry: str) -> None:
    place = verified.verified(one(f"柜子{entry}"))
    assert place
    assert place.of(f"柜子{entry}") == entry


def test_every_list_is_here() -> None:
    assert set(LISTS) == {*TEMPLATES, "hiding", "traditional", "first_person", "verified"}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_no_entry_twice(name: str) -> None:
    assert len(LISTS[name]) == len(set(LISTS[name]))


def test_every_list_is_read() -> None:
    unread = {"hiding", "traditional", "first_person", "verified", "classifiers", "money_units", "time_units"}
    assert set(LISTS) - set(reading.LISTS) <= unread | {"kin", "lapses", "parts", "plan_nouns"}
