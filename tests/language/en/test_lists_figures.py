"""Every entry of the word lists behind English figures decides something: without it, a sentence reads otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from bqlint.language import lexicon
from bqlint.language.en import (
    context,
    inflection,
    levels,
    quantities,
    reality,
    roles,
    states,
    units,
    verbs,
    wordings,
    yields,
)
from bqlint.language.en.figures import of
from bqlint.prose import sentences

# Per list, sentences in which an entry ({w} its first form, {past} the past tense of a verb, {ing} its gerund, {third}
# its third person, {all} the last form) stands where it decides; one that changes is enough.
TEMPLATES: dict[str, tuple[str, ...]] = {
    "adopters": ("It was adopted by 7 {all}.", "It was adopted by 7 of the {w}."),
    "adopting": ("It was {pp} by 7 teams.", "7 teams {past} up for it."),
    "against": ("Setup took three days {w} nine.",),
    "amiss": ("There were no {w} letters.",),
    "answering": ("Faults are {pp} within two days.",),
    "appointed": ("When I was {w} there, attendance was 60%.",),
    "arriving": ("When I {past} there, attendance was 60%.",),
    "asking": ("I was {pp} to cut costs by 20%.", "They {past} us to cut costs by 20%."),
    "audience": ("We had 300 {all}.", "We had 300 {w}-ups."),
    "awarding": ("They {past} us 97 in the audit.", "The board {past} us the full $300."),
    "bad_measures": ("The {all} climbed by 30%.",),
    "beating": ("We {past} the target of 20%.",),
    "because": ("The bank has grown 12%, {w} it.",),
    "bringing": ("We {past} 12 people in.",),
    "careers": ("It is shown by 3 years {w}.", "It saved us 3 years {w}."),
    "changing": ("That {past} the wait to 3 minutes.", "The total {past} 3 minutes."),
    "clock_words": ("It begins at 9 {w} and ends.",),
    "companies": ("The {w} has grown 12%.",),
    "comparatives": ("The wait is 3 minutes {w}.", "It came in $40 {w} plan.", "There were 12 {w}."),
    "consuming": ("We {past} 20% of it.",),
    "currencies": ("We saved {w} 300 there.", "We saved 300 {w} there."),
    "currency_names": ("It raised 300 {w} and more.",),
    "decades": ("It rose to the low {w}.",),
    "earlier": ("{w} waits fell by 20%.",),
    "earning": ("That {past} $300.",),
    "falling": ("Sales {past} by 12%.",),
    "former_left": ("Setup {w} 30 minutes, now it takes nine.", "{w} 30 minutes of work became nine minutes."),
    "former_right": ("It was 30 minutes {w} and is nine now.",),
    "ending": ("Attrition {past} at 6%.",),
    "fractions": ("It fell by a {w}.", "It fell by two {all}.", "It was done in a {w} of the days."),
    "good_measures": ("Our {all} fell by 20%.",),
    "honours": ("I won 3 {all}.",),
    "idioms": ("It was {w} there.", "We had {w} week there.", "She was {w} three.", "It shrank {w} then."),
    "incidents": ("We had no {all} that year.", "We had no {w} that year."),
    "income": ("It led to {w} of $300.",),
    "keeping": ("We {past} a level of 20%.",),
    "labour": ("It was fixed within 3 {w} hours.",),
    "leading": ("It {past} to $300 in revenue.", "Revenue {past} to $300."),
    "levels": ("It had 20% {all}.",),
    "losing": ("We {past} 20% of it.",),
    "loads": ("The site generates 300 {all}.",),
    "scrapping": ("We {past} a contract that cost us $900.",),
    "magnitude_signs": ("We won 10{w} of it.", "We raised $10{w} for it."),
    "magnitudes": ("We won a {w} of them.", "We won two {all} of them."),
    "measure_units": ("It shrank 3 {all}.",),
    "metrics": ("It got {w} 62.",),
    "modals": ("It {w} cut waits by 20%.", "{w} reduce waits by 20%."),
    "moving_to_act": ("We {past} 900 people to give blood.",),
    "models": ("It became the {w} for 11 offices.",),
    "modifiers": ("That cut it by {w} 3 minutes.", "It took {w} 3 minutes off.", "It shrank {w} 3 days."),
    "months": ("It was 12 {w} then.", "It was on 12 {title}."),
    "moving": ("That {past} the wait under 3 minutes.",),
    "multiplying_verbs": ("The turnout {past} there.",),
    "negations": ("It {w} cut waits by 20%.", "We {w} to cut waits by 20%."),
    "not_incidents": ("We had zero {w}.",),
    "number_nouns": ("It raised {w} 400.",),
    "numbered_things": ("It reached {w} 12 users.",),
    "numbers": ("We won {w} of them.", "We won {w} days."),
    "ordinals": ("Our shop ranked {w} in the country.",),
    "other_actors": ("My {w} cut costs by 20%.", "Our {all} cut costs by 20%."),
    "others": ("The {w} fell by 20%.", "The {w} average fell by 20%."),
    "percent_words": ("It rose 12 {w} there.",),
    "periods": ("We cut the {w} 3 weeks.", "We cut {w} 3 weeks."),
    "planning": ("We {past} 20%.", "We {w} 20%.", "It was {pp} to cut 20%."),
    "plans": ("The {w} was to cut it by 20%.", "We had a {w} to cut it by 20%.", "We cut it to a {w} of 20%."),
    "prolonging": ("They {past} it for two more years.",),
    "choosing": ("My plan was {pp} from 200.",),
    "turning": ("We {past} a loss of 20k into a gain of 35k.",),
    "running": ("My tool is {w} on 900 machines.",),
    "range_words": ("It {w} from 3 to 9.",),
    "rank_verbs": ("The shop {past} second in the country.",),
    "reaching": ("It {past} 300.",),
    "receiving": ("It {past} 300 views.",),
    "results": ("It was a 3 minute {w}.",),
    "rising": ("Complaints {past} by 12%.",),
    "saying": ("The vendor {past} that its tool cut costs by 20%.",),
    "schooling": ("I achieved 82% at {w}.",),
    "scores": ("It had {w} of 62.", "It had 62 {all}."),
    "shares_held": ("It was a 10% {w} increase.",),
    "softeners": ("There was no {w} downtime.",),
    "spans": ("It grew over a {w} of 3 years.",),
    "spending": ("I {past} 20% of it.", "I {past} $300 worth of savings."),
    "succeeding": ("3 engineers {past} there.",),
    "superlatives": ("It was our {w} month in 4 years.",),
    "surveyed": ("We won 20% of the {all}.",),
    "taken_up": ("All of it was {w} in two days.",),
    "time_units": ("It was fixed within 3{all}.", "It was fixed within 3 {w}."),
    "troubles": ("One in five of them was {w}.", "Four of them {w}."),
    "upgrading": ("We {past} it from 1.2 to 1.3.",),
    "allowed": ("No mistakes were {w}.",),
    "convictions": ("Trust rose 40% {w}.",),
    "crowds": ("It saved {w} of hours.",),
    "customers": ("We signed 20 {all}.",),
    "finishing": ("I wrote a tool that {third} in five minutes.",),
    "helping": ("The scheme {past} 300 things.",),
    "resources": ("We raised the number of {all} from 4 to 16.", "We raised the number of {w} from 4 to 16."),
    "scaling": ("We {past} the number of workers from 4 to 16.",),
    "setting_kinds": ("We cut the {w} size from 9 to 4.",),
    "settings": ("We cut the {all} from 9 to 4.", "We cut the {w} from 9 to 4."),
    "typically": ("Teams {w} see 10x gains.",),
    "weekdays": ("I moved it from monthly to every {w}.",),
    "weights": ("I lifted 900 {w}.",),
    "following": ("By then nine sites were {ing} it.",),
    "lasting": ("The roof has {pp} 3 winters.",),
    "outlasting": ("My tool {past} 3 managers.",),
    "performers": ("Was a top 10 {w} in sales.",),
    "places": ("It led to nine {all}.", "It led to one {w}."),
    "recurring": ("Nobody has {pp} in 3 years.",),
    "running_at": ("We {past} food costs of 24%.",),
    "sisters": ("The {w} branch lost nine and we lost one.",),
    "smoothly": ("It went without {w}.",),
    "static": ("Two of the nine men {past} there.",),
    "wholes": ("We moved 20% of the {w}.",),
    "winning": ("It {past} 300 things.",),
    "year_words": ("{w} 2012 customers joined it.", "We won {w} 2012 customers."),
}
WORDS = Path(lexicon.__file__).parent / "words"
ENTRIES = [(name, line) for name in TEMPLATES for line in lexicon.lines(f"figure_{name}.en")]


MODULES = context, inflection, levels, lexicon, quantities, reality, roles, states, units, verbs, wordings, yields


def forget() -> None:
    """Empty every cache that a word list has filled."""
    for module in MODULES:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()


@pytest.fixture(autouse=True, scope="module")
def _clean() -> Iterator[None]:
    yield
    forget()


LISTS = {path.stem: list(lexicon.lines(path.stem)) for path in WORDS.glob("*.txt")}


def verdicts(name: str, entry: str) -> list[object]:
    """What the templates of list `name` say with `entry` put in."""
    conjugated = list(inflection.conjugated(entry.split()[0]))
    parts = {
        "w": entry if name in ("against", "former_left", "former_right", "idioms") else entry.split()[0],
        "all": entry.split()[-1],
        "title": entry.split()[0].title(),
        "past": conjugated[3],
        "pp": conjugated[-1],
        "ing": conjugated[2],
        "third": conjugated[1],
    }
    texts = [template.format(**parts) for template in TEMPLATES[name]]
    return [[of(sentence) for sentence in sentences(text, 0, "en", "paragraph")] for text in texts]


BEFORE = {(name, entry): verdicts(name, entry) for name, entry in ENTRIES}


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_entry_decides(name: str, entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = f"figure_{name}.en"
    left = {**LISTS, listed: [line for line in LISTS[listed] if line != entry]}
    monkeypatch.setattr(lexicon, "lines", left.__getitem__)
    monkeypatch.setattr(inflection, "lines", left.__getitem__)
    forget()
    assert verdicts(name, entry) != BEFORE[name, entry]


def test_every_list_is_here() -> None:
    listed = {path.name.removeprefix("figure_").removesuffix(".en.txt") for path in WORDS.glob("figure_*.en.txt")}
    assert listed == set(TEMPLATES)


def test_no_entry_twice() -> None:
    assert len(ENTRIES) == len(set(ENTRIES))
