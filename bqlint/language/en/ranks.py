"""Places in an order: ranked second of 40, top 5%, the best month in four years, the safest of six sites."""

from __future__ import annotations

from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.numbers import simple_number_end
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.reading import Reading, is_closed, is_digit
from bqlint.language.en.units import how_often, unit
from bqlint.language.lexicon import words

_FIELDS = frozenset(("in", "since", "of", "out", "for", "among", "across"))
_AT_PLACE = frozenset(
    ("", "to", "at", "as", "is", "was", "were", "became", "hit", "made", "the", "our")
)  # to #2 in the region
_TAKING = frozenset(("took", "take", "taken", "won", "got"))
_GAINED = frozenset(("achieved", "secured", "got", "obtained", "earned", "attained"))
_AMONG = frozenset(("in", "among", "amongst", "into", "to", "within", "from", "made", "make", ":", "", ",", "-"))
_AMONG |= {"as", "was", "were", "became", "and", "named"}  # was a top ten producer
_BEFORE_FIELD = frozenset(
    ("of", "all", "the", "our", "more", "than", "over", "at", "least", "nearly", "almost", "last")
)


def rank(reading: Reading, at: int) -> Quantity | None:
    """Ranked second of 40, finished 3rd, top 5%, first place, ranked number one."""
    f, form = reading.forms, reading.forms[at]
    if form in words("figure_superlatives.en"):
        return _superlative(reading, at)
    if form == "top" and f[at + 1] in forms("figure_fractions.en") and f[at + 2] == "of":
        return Quantity(at, at + 1, Sort.RANK) if _is_among(f, at) else None
    if form == "top":
        end = simple_number_end(reading, at + 1)
        if end == at + 1:
            return _top_of(reading, at)
        sort, last = unit(reading, at + 1, end, False)
        if sort is Sort.PERCENT:
            return Quantity(at, last, Sort.RANK)
        ranked = sort is Sort.COUNT and last > at and _is_among(f, at)
        inside = f[at - 1] == "the" and f[at - 2] in ("in", "into", "among")  # in the top ten stores of the chain
        ranked = ranked and (inside or is_closed(f[last + 1]) or _is_performer(f, last + 1))
        return Quantity(at, last, Sort.RANK) if ranked else None
    if form in words("figure_ordinals.en"):
        field = _field(f, at + 1) if f[at - 1] != "the" else 0
        end = simple_number_end(reading, field) if field else 0
        if end > field and any(near in verbs("figure_rank_verbs.en") for near in f[max(0, at - 6) : at]):
            return Quantity(at, end - 1, Sort.RANK)
        if f[at - 1] in _TAKING and f[at + 1] in _FIELDS:
            return Quantity(at, at, Sort.RANK)  # took third in the nationals
        idle = f[at + 1] == "place" and f[at - 1] == "the" and f[at - 2] == "in"  # in the first place
        placed = f[at + 1] == "place" or (f[at + 1] == "prize" and f[at - 1] in _TAKING)  # not the title of a contest
        return Quantity(at, at + 1, Sort.RANK) if placed and not idle else None
    if form in ("#", "no", "number"):
        return _numbered_place(f, at)
    if form not in verbs("figure_rank_verbs.en"):
        return None
    if form == "rank" and f[at + 1].isdecimal() and not _GAINED.isdisjoint(f[max(0, at - 4) : at]):
        return Quantity(at, at + 1, Sort.RANK)  # secured all India rank 45
    place = at + 1
    while f[place] in ("as", "in", "the", "at", "#", "number", "no", ".", "us", "me", "a", "joint", "overall"):
        place += 1
    return _ranked(reading, at, place)


def _numbered_place(f: list[str], at: int) -> Quantity | None:
    """To #2 in the region, No. 3 among my peers, number one in the county."""
    place = at + 2 if f[at + 1] == "." else at + 1
    before = f[at - 1] in _AT_PLACE or f[at - 1] in verbs("figure_rank_verbs.en")
    ranking = f[place + 1] in ("ranking", "rank", "position", "spot")
    if ranking and (is_digit(f[place]) or f[place] == "one"):
        return Quantity(at, place, Sort.RANK)
    before = before or f[at - 1] in _GAINED or f[at - 1] in ("being", "named")
    if not (is_digit(f[place]) or f[place] == "one") or not before:
        return None
    field = (
        f[place + 1] in _FIELDS
        or (f[at - 1] in _GAINED | {"to"} and f[place + 2] in _FIELDS)
        or (f[at - 1] == "" and any(form in _FIELDS for form in f[place + 2 : place + 4]))
    )
    return Quantity(at, place, Sort.RANK) if field else None


def _top_of(reading: Reading, at: int) -> Quantity | None:
    """Top performer out of 18, ranked top of 26: who performs best, up to the number of those who were compared."""
    f, noun = reading.forms, at
    if f[at - 1] not in verbs("figure_rank_verbs.en"):
        while noun < at + 3 and f[noun] not in words("figure_performers.en"):
            noun += 1
        if f[noun] not in words("figure_performers.en"):
            return None
    field = _field(f, noun + 1)
    end = simple_number_end(reading, field) if field else 0
    return Quantity(at, end - 1, Sort.RANK) if end > field else None


def _is_among(f: list[str], at: int) -> bool:
    """Whether "top" at `at` is a place one is in: "in the top ten", "reached the top ten", not "list the top ten"."""
    before = at - 1
    while f[before] in ("the", "a", "our", "its"):
        before -= 1
    return f[before] in _AMONG or f[before] in verbs("figure_reaching.en") or f[before] in verbs("figure_rank_verbs.en")


def _is_performer(f: list[str], at: int) -> bool:
    """Whether a noun for who performs ends the noun phrase from `at` on: a top ten loan producer, not top ten pages."""
    for noun in range(at, at + 4):
        if f[noun] in words("figure_performers.en"):
            return True
        if is_closed(f[noun]):
            return False
    return False


def _ranked(reading: Reading, at: int, place: int) -> Quantity | None:
    """The rank whose ordinal or number stands at `place`, with the field it was won in."""
    f = reading.forms
    suffixed = is_digit(f[place]) and f[place + 1] in ("st", "nd", "rd", "th") and reading.touching(place)
    numbered = f[place - 1] in ("#", "number", "no", ".") and (is_digit(f[place]) or f[place] == "one")
    if not (suffixed or numbered or f[place] in words("figure_ordinals.en")):
        return None
    last = place + 1 if suffixed else place
    if f[at] in ("come", "comes") and f[last + 1] not in _FIELDS:
        return None  # safety comes first
    if (
        f[at] in verbs("figure_rank_verbs.en")
        and f[at].startswith(("com", "cam", "finish"))
        and f[last + 1] not in (".", "in", "of", "out", ",", "")
    ):
        return None
    if f[last + 1] == "place":
        last += 1
    field = _field(f, last + 1)
    end = simple_number_end(reading, field) if field else 0
    return Quantity(at, end - 1 if end > field else last, Sort.RANK)


def _field(f: list[str], at: int) -> int:
    """The token after "of" or "out of" at token `at`, where the number of competitors may stand; else 0."""
    return at + 1 if f[at] == "of" else at + 2 if f[at : at + 2] == ["out", "of"] else 0


def _superlative(reading: Reading, at: int) -> Quantity | None:
    """The best month in four years, the lowest since 2016, the safest of all six sites: up to the field it leads."""
    f = reading.forms
    for link in range(at + 1, at + 9):
        if f[link] in _FIELDS:
            field = link + 1
            while f[field] in _BEFORE_FIELD:
                field += 1
            end = simple_number_end(reading, field)
            if end == field or (f[link] in ("in", "for") and len(f[field]) == 4 and f[field].startswith(("19", "20"))):
                return None  # the best campaign in 2001
            last = end if f[end] in forms("figure_time_units.en") else end - 1
            return Quantity(at, last, Sort.RANK)
        if not f[link].isalpha() and "'" not in f[link]:
            break
    return None


def climb(reading: Reading, at: int) -> Quantity | None:
    """From 14th to 3rd, from dead last to second of nineteen, from the bottom of the table to the top third."""
    f = reading.forms
    rare = _rarer(reading, at)
    if rare:
        return rare
    left, first = _place(reading, at + 1)
    to = next((n for n in range(left, left + 6) if f[n] == "to"), 0) if left else 0
    if to > left and f[left] not in ("of", "in", "place", "out", "-", ","):
        return None  # from the first instance to the second
    right, second = _place(reading, to + 1) if to else (0, 0)
    if not right or (first and second and second >= first) or f[right] in forms("figure_months.en"):
        return None
    field = _field(f, right)
    end = simple_number_end(reading, field) if field else 0
    return Quantity(at, (end if end > field else right) - 1, Sort.SHIFT)


def _rarer(reading: Reading, at: int) -> Quantity | None:
    """From daily to once a sprint, from quarterly releases to weekly ones: how often, told in words."""
    f = reading.forms
    first = how_often(reading, at + 1)
    for later in (at + 2, at + 3) if first < 0 and f[at + 1].endswith("ing") else ():  # from needing daily help
        first = max(first, how_often(reading, later))
    to = next((n for n in range(first + 1, first + 4) if f[n] in ("to", "into")), 0) if first > 0 else 0
    while to and f[to + 1] in words("figure_modifiers.en"):
        to += 1
    last = how_often(reading, to + 1) if to else -1
    return Quantity(at, last, Sort.SHIFT) if last > 0 else None


def _place(reading: Reading, at: int) -> tuple[int, int]:
    """Where the place in an order that begins at `at` ends, 0 for none, and its number, 0 where it is a word."""
    f = reading.forms
    while f[at] in ("the", "a", "dead", "joint", "number", "very"):
        at += 1
    if f[at] in ("worst", "lowest"):  # from the lowest-ranked, from worst in the county
        return (at + 3 if f[at + 1] == "-" else at + 1), 0
    if is_digit(f[at]) and f[at].isdecimal() and f[at + 1] in ("st", "nd", "rd", "th"):
        return at + 2, int(f[at])
    return (at + 1, 0) if f[at] in words("figure_ordinals.en") or f[at] in ("last", "bottom") else (0, 0)
