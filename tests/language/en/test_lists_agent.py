"""Every entry of the English lists on agents, size, hypotheses and lessons decides something.

An entry is put into small sentences; with the entry taken out of its list, some verdict must change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bqlint.finding import Span
from bqlint.language import lexicon, ownership
from bqlint.language.en import agent, hypothetical, inflection, phrasing, reflection, size_claims, vague, verbs
from bqlint.prose import sentences

_ALL = {path.stem: tuple(lexicon.lines(path.stem)) for path in Path(lexicon._WORDS).glob("*.txt")}
_CACHES = (
    lexicon.words,
    lexicon.phrases,
    lexicon.table,
    verbs._known_tags,
    verbs.irregular,
    verbs.listed,
    phrasing._index,
    size_claims._kinds,
    inflection.forms,
    inflection.verbs,
)


def verdicts(text: str) -> list[Any]:
    """All that the questions say of `text`."""
    sentence = next(sentences(text, 0, "en", "paragraph"))
    return [
        agent.agent(sentence),
        agent.acts(sentence),
        vague.vague(sentence, ()),
        hypothetical.hypothetical(sentence),
        hypothetical.habitual(sentence),
        reflection.lesson(sentence),
        reflection.changed(sentence),
        reflection.used(sentence),
        reflection.generic(sentence),
        reflection.general(sentence),
        reflection.considered(sentence),
        reflection.pitch(sentence),
        ownership.names_me(sentence),
    ]


def forms_of(base: str) -> dict[str, str]:
    """The base form, the -s form, the -ing form and the past of `base`."""
    known = {
        flag: form for form, (flags, of) in verbs.irregular().items() for flag in (1, 2) if of == base and flags & flag
    }
    made = list(dict.fromkeys(inflection.conjugated(base)))
    past = known.get(1, made[-1])
    return {"base": base, "third": made[1], "ing": made[2], "past": past, "participle": known.get(2, past)}


def clear() -> None:
    """Forget what was read from the lists."""
    for cached in _CACHES:
        cached.cache_clear()


@pytest.fixture
def dropping(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Take one entry out of one list."""

    def drop(name: str, entry: str) -> None:
        left = {**_ALL, name: tuple(line for line in _ALL[name] if line != entry)}
        for module in (lexicon, verbs, inflection):
            monkeypatch.setattr(module, "lines", left.__getitem__)
        clear()

    yield drop
    monkeypatch.undo()
    clear()


# List -> sentences; {w} is the entry, {base}, {third}, {ing}, {past}, {participle} its forms where it is a verb.
TEMPLATES: dict[str, tuple[str, ...]] = {
    "again_and_again.en": ("I would call her {w}.", "{w} I would call her."),
    "also_nouns.en": ("{third} of the crew.", "{base} was late."),
    "amounts.en": ("It saved {w} hours.", "It saved {w} time.", "{w} teams adopted it."),
    "another_time.en": ("I would ask first {w}.", "{w} I would ask first."),
    "anybody.en": ("{w} can lead people.", "{w} people can lead."),
    "beliefs.en": ("I used to {w} her.", "I used to {w} it was so."),
    "before_infinitive.en": ("She was {w} to finish the list.", "She was {w} to be asked."),
    "change_verbs.en": ("Sales {past}.", "Sales {past} in May."),
    "changed_now.en": ("I always ask {w}.", "{w} I always ask."),
    "changes.en": ("It is {w} of it.", "{w} it my way.", "It is {w} me.", "It {w} careful."),
    "clause_verbs.en": ("I {past} the crew was ready.", "I {past} the crew left.", "To {base} the crew left, I asked."),
    "commonplaces.en": ("It taught me the importance of {w}.",),
    "comparatives.en": ("It ran much {w}.", "It ran much {w} quickly."),
    "consequence.en": ("{w} saving time.",),
    "counts.en": ("{w} teams adopted it.",),
    "degree_adverbs.en": ("It {w} improved.",),
    "denials.en": ("It was {w} much faster.", "{w} made a huge difference.", "It {w} make a huge difference."),
    "drastic_verbs.en": ("Sales {past}.",),
    "duties.en": ("I {base} it.", "I {base} here."),
    "eager.en": ("I am {w} to bring this to your team.", "I {w} to bring this to your team."),
    "effect_nouns.en": ("It was a huge {w}.", "We saw huge {w}."),
    "effect_verbs.en": ("It greatly {past}.", "It greatly {past} things."),
    "employers.en": ("I would bring this to the {w}.", "I would bring this to {w} shop."),
    "first_person.en": ("{w} left.",),
    "events.en": ("The {w} gave me confidence.",),
    "failings.en": ("I was {w}.", "I was {w} proud."),
    "findings.en": ("I {past} that I talk too much.",),
    "flaws.en": ("It was my {w}.",),
    "foremost.en": ("The {w} rule is to ask.", "The {w} is to ask."),
    "from_now_on.en": ("I will ask {w}.", "{w} I ask."),
    "fronted.en": ("{w} to May, costs were halved.",),
    "gaining.en": ("I {past} confidence.", "I {past} away with confidence."),
    "gains.en": ("It {past} a lot of time.",),
    "growth.en": ("The episode gave me {w}.",),
    "grown.en": ("The loss made me {w} it.", "The loss made me {w}."),
    "habits.en": ("I {w} ask.", "I {w} to ask."),
    "heads.en": ("{w} with the clinic.",),
    "headline_passives.en": ("Waste {participle} in May.", "Waste {participle}."),
    "honouring.en": ("{w} two medals.",),
    "insights.en": ("I {past} that I talk too much.",),
    "intensifiers.en": ("It ran {w} faster.", "It ran a {w} faster."),
    "intentions.en": (
        "The {w} was a huge improvement.",
        "I {w} for a huge improvement.",
        "I was {w} with a huge improvement.",
    ),
    "knowledge.en": ("I gained significant {w}.",),
    "lessons.en": ("{w} it.", "It was {w}."),
    "magnitudes.en": ("It went {w}.", "It took {w}."),
    "measures.en": ("It generated significant {w}.",),
    "misjudging.en": ("We {past} it.",),
    "not_adverbs.en": ("The {w} asked.", "I will {w} it.", "{w} it twice."),
    "not_past.en": ("The {w} we had.", "My {w} the door.", "A team {w} it."),
    "nothing_learnt.en": ("I {w}.", "I learned {w}."),
    "pitches.en": ("I am {w} it.", "I am {w}."),
    "occasions.en": ("I rang the ward {w}.",),
    "plain_sizes.en": ("The improvement was {w}.",),
    "polite.en": ("I would {w} it was so.",),
    "prefixes.en": ("It was {w}-written.",),
    "recipients.en": ("{w} to lead.",),
    "regrets.en": ("We {w} it.", "We {w} have asked.", "We {w} to have asked.", "We {w} asked."),
    "relieving.en": ("It {past} huge loads.",),
    "sayings.en": ("Good work {w}.", "Work is {w}.", "Work {w} is good."),
    "shaping.en": ("It {past} me confidence.", "It {past} my confidence."),
    "since_then.en": ("I check it {w}.", "{w} I checked it.", "{w} check it."),
    "size_adjectives.en": ("It was a {w} improvement.",),
    "standing.en": ("I {w} ask.", "I ask {w}."),
    "state_verbs.en": ("The plan {past} it.", "The plan {past} two.", "The plan {past}."),
    "states_after_be.en": ("She was {w}.",),
    "taken_along.en": ("It {w}.", "It was {w}.", "{w} it."),
    "teachers.en": (
        "It {past} me that I talk.",
        "It {past} me more careful.",
        "It {past} me see it.",
        "It {past} how I talk.",
        "It {past} the value of rest.",
        "It {past} my way.",
    ),
    "teams.en": ("Our {w} built it.",),
    "terms_of_art_before.en": ("It is a {w} significant improvement.", "{w} significant improvements came."),
    "times.en": ("That {w} I made sure she was there.", "Sales rose all {w}.", "That {w} taught me to ask."),
    "uptake.en": ("A large number of shops {past} it.",),
    "verbs_regular.en": ("{w} the pump.", "The crew {third} the pump.", "I {w} it and {w} her.", "Crews {w} the pump."),
    "wisdom.en": (
        "I {past} that a list makes a huge difference.",
        "They {base} me that a list makes a huge difference.",
    ),
    "achieving.en": ("It was {w} to greatly reduce noise.", "{w} to greatly reduce noise, I left."),
    "intensifying.en": ("It fell {w}.", "It ran {w} faster."),
    "wishes.en": ("I would {w} to ask her.", "I would {w} it."),
    "yielding.en": ("It {past} significant revenue.", "It {past} a much simpler form."),
    "worsening.en": ("It is much more {w}.",),
    "worth.en": ("It taught us the {w} of teamwork.", "It showed the {w} of teamwork.", "It showed the {w}."),
}


def texts(name: str, entry: str) -> list[str]:
    """The sentences that show what `entry` of list `name` decides."""
    form = {"w": entry, "base": entry, "third": "", "ing": "", "past": "", "participle": ""}
    if any(f"{{{part}}}" in text for text in TEMPLATES[name] for part in ("third", "ing", "past", "participle")):
        form |= forms_of(entry)
    return [text.format(**form).capitalize() for text in TEMPLATES[name]]


CASES = [(name, entry) for name in TEMPLATES if TEMPLATES[name] for entry in _ALL[name]]
TOLD = {case: list(map(verdicts, texts(*case))) for case in CASES}


@pytest.mark.parametrize(("name", "entry"), CASES, ids=[f"{name}: {entry}" for name, entry in CASES])
def test_entry_decides(name: str, entry: str, dropping: Callable[[str, str], None]) -> None:
    tried = texts(name, entry)
    dropping(name, entry)
    assert list(map(verdicts, tried)) != TOLD[name, entry]


@pytest.mark.parametrize("line", _ALL["verbs_irregular.en"])
def test_irregular_verb_decides(line: str, dropping: Callable[[str, str], None]) -> None:
    base, _, rest = line.partition("=")
    past, _, participle = rest.partition("/")
    tried = [f"The crew {past.split()[0]} it.", f"It was {participle.split()[0]}.", f"{base} the pump.".capitalize()]
    told = list(map(verdicts, tried))
    dropping("verbs_irregular.en", line)
    assert list(map(verdicts, tried)) != told


GRAMMAR = (
    "{w} left.",
    "{w} had left.",
    "{w} called him.",
    "I asked {w} they left.",
    "{w} they left, I asked.",
    "Costs {w} reduced hours fell.",
    "{w} reduced hours fell.",
    "I told {w} improved.",
    "The crew {w} asked us.",
    "The crew {w} asked by us.",
    "The crew was {w} asked.",
    "The crew {w} not ask.",
    "The crew {w} asked.",
    "It was {w}.",
    "The old {w} asked us.",
    "I asked the crew {w} moved out.",
    "The man {w} asked left.",
    "I left{w} asked her.",
    "I left {w} called her.",
    "I asked {w} moved on.",
    "I wanted {w} move.",
    "Being {w} moved, I left.",
    "After {w} moved in we left.",
    "{w} moved in, I left.",
    "{w} saved money.",
    "I was going to {w} moved.",
    "Money {w} saved.",
    "They made {w} asked.",
    "Then {w} asked her.",
    "The shop {w} the owner moved was shut.",
    "The plan {w} we move.",
    "I helped {w} because of reduced hours.",
    "I helped {w} reduced hours.",
)


@pytest.mark.parametrize("line", _ALL["grammar.en"])
def test_closed_class_decides(line: str, dropping: Callable[[str, str], None]) -> None:
    tried = [text.format(w=line.partition(" =")[0]) for text in GRAMMAR]
    told = list(map(verdicts, tried))
    dropping("grammar.en", line)
    assert list(map(verdicts, tried)) != told


@pytest.mark.parametrize("noun", _ALL["effect_summaries.en"])
def test_summary_decides(noun: str, dropping: Callable[[str, str], None]) -> None:
    text = f"It was a huge {noun}, and late calls fell by 40%."
    outcome = Span(text.index("by"), text.index("%") + 1)
    assert vague.vague(next(sentences(text, 0, "en", "paragraph")), [outcome]) == ()
    dropping("effect_summaries.en", noun)
    assert vague.vague(next(sentences(text, 0, "en", "paragraph")), [outcome])
