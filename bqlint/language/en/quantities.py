"""Where the quantity expressions of an English sentence stand, and of what sort each is."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.absences import absence
from bqlint.language.en.comparisons import joined
from bqlint.language.en.inflection import forms, verbs
from bqlint.language.en.names import name_span
from bqlint.language.en.numbers import number_end
from bqlint.language.en.quantity import Quantity, Sort
from bqlint.language.en.ranks import climb, rank
from bqlint.language.en.reading import Reading, is_digit
from bqlint.language.en.units import unit
from bqlint.language.en.wordings import Reader, after_article, crowd, decade, indefinite, multiple, share, teens
from bqlint.language.lexicon import phrases, words

_TIMES = frozenset(("x", "×"))
_ARTICLES = frozenset(("a", "an"))
_MOST_FORMS = 1 << 15
_ALSO_NUMBERS = frozenset(("a", "one", "half", "quarter", "zero", "several"))
_DENIALS = (
    "zero",
    "0",
    "no",
    "nil",
    "none",
    "not",
    "without",
    "free",
    "only",
    "just",
    "any",
    "single",
    "nothing",
    "one",
)
_SIGNS = frozenset("~<>≈≤≥+-−")
_SIGNED_IDIOMS = frozenset((("24", "7"), ("24", "365"), ("50", "50"), ("80", "20"), ("9", "5"), ("7", "24")))


def quantities(reading: Reading) -> list[Quantity]:
    """The quantity expressions of the sentence in order, before-after pairs joined, without overlap."""
    readers, counted, f = _readers(), after_article(), reading.forms
    found: list[Quantity] = []
    free = 0  # the first token that no quantity or idiom holds yet
    for at, reader in [(at, reader) for at, form in enumerate(f[: reading.count]) if (reader := readers[form])]:
        if at < free or (f[at] in _ARTICLES and f[at + 1] not in counted):
            continue
        idiom = _idiom_length(reading, at)
        if idiom:
            free = at + idiom
            continue
        quantity = _read(reading, at, reader)
        if quantity and found and _goes_on_naming(f, found[-1], quantity):
            quantity = quantity._replace(sort=Sort.NAME)
        if quantity:
            while found and found[-1].last >= quantity.first:
                found.pop()
            found.append(quantity)
            free = quantity.last + 1
    return joined(reading, found) if found else found


def _goes_on_naming(f: list[str], name: Quantity, quantity: Quantity) -> bool:
    """Versions 1.9, 1.10 and 1.11: a bare number that goes on a list of names."""
    if name.sort is not Sort.NAME or quantity.sort is not Sort.COUNT or not is_digit(f[name.last]):
        return False
    gap = f[name.last + 1 : quantity.first]
    alike = ("." in f[name.last]) == ("." in f[quantity.first])
    return alike and gap in ([","], ["and"], [",", "and"])


def _read(reading: Reading, at: int, reader: Reader) -> Quantity | None:
    """The quantity that begins at token `at`, read by `reader` first."""
    if reader is _numeric:
        return _signed_idiom(reading, at) or _numeric(reading, at)
    found = reader(reading, at)
    if found is None and (reader is share or reading.forms[at] == "no"):  # third is a fraction and a place
        found = rank(reading, at)
    if found is None and (is_digit(reading.forms[at]) or reading.forms[at] in _ALSO_NUMBERS):
        return _numeric(reading, at)
    return found


class _Readers(dict[str, "Reader | None"]):
    """Which reader looks at a token first, None where no quantity begins with it; stories share most of their words."""

    def __missing__(self, form: str) -> Reader | None:
        found = _numeric if is_digit(form) else None
        if len(self) < _MOST_FORMS:
            self[form] = found
        return found


@cache
def _readers() -> _Readers:
    """The readers by the form that calls for them; the number reader comes after each of them."""
    readers = _Readers(dict.fromkeys(words("figure_numbers.en"), _numeric))
    for form in ("a", "an"):
        readers[form] = indefinite
    for form in forms("figure_time_units.en"):
        if form.endswith("s") and len(form) > 3:
            readers[form] = indefinite
    for form in forms("figure_fractions.en"):
        readers[form] = share
    for form in (*verbs("figure_multiplying_verbs.en"), "twice", "thrice", "factor", "order", "orders", "magnitude"):
        readers[form] = multiple
    for number in words("figure_numbers.en") | {"hundred", "thousand"}:
        readers[f"{number}fold"] = multiple
    for form in _DENIALS:
        readers[form] = absence
    for form in ("low", "mid", "high", "upper"):
        readers[form] = decade
    for form in words("figure_crowds.en"):
        readers[form] = crowd
    for form in words("figure_decades.en"):
        readers[form] = teens
    for form in words("figure_superlatives.en"):
        readers[form] = rank
    readers["from"] = climb
    for form in (*verbs("figure_rank_verbs.en"), "top", *words("figure_ordinals.en"), "#", "number"):
        readers.setdefault(form, rank)
    return readers


def _idiom_length(reading: Reading, at: int) -> int:
    """How many tokens from `at` on are an idiom that states no quantity."""
    f = reading.forms
    rests = phrases("figure_idioms.en").get(f[at])
    if (
        rests is None
        or (f[at - 1] in ("to", "of") and f[at + 2] != "where" and f[at + 1] != "by")
        or f[at - 2 : at] == ["all", "but"]
    ):
        return 0  # from eleven to one or two, all but one of the files
    if f[at - 1] == "only" and f[at - 2] in ("", ",", "and", "but", "so"):
        return 0  # only one of the 200 welds failed
    for rest in rests:
        if tuple(f[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1
    return 0


def _signed_idiom(reading: Reading, at: int) -> Quantity | None:
    """24/7, 24x7, 50/50, 80/20: no quantity of anything, though written in digits."""
    f = reading.forms
    if f[at + 1] in ("/", "x", "-", ":") and (f[at], f[at + 2]) in _SIGNED_IDIOMS:
        return Quantity(at, at + 2, Sort.NAME)
    return None


def _numeric(reading: Reading, at: int) -> Quantity | None:
    """The quantity whose number begins at token `at`."""
    f = reading.forms
    end = number_end(reading, at)
    if end == at:
        return None
    touched = f[at - 1] if reading.touching(at - 1) else ""
    if touched == "p" and f[at].isdecimal():
        return Quantity(at - 1, at, Sort.NAME)  # dropped the p99 to 3 ms
    if touched in _TIMES and not is_digit(f[at - 2]) and _is_factor(f[end]):
        return Quantity(at - 1, end - 1, Sort.MULTIPLE)
    first = at
    money = f[at - 1] in words("figure_currencies.en")
    if money:
        first = at - 2 if f[at - 2] in ("us", "au", "ca") and reading.touching(at - 2) else at - 1
    if f[at - 1] == "%" and reading.touching(at - 1) and f[end] != "%":  # %100 of the orders
        return Quantity(at - 1, end - 1, Sort.PERCENT)
    sort, last = unit(reading, at, end, money)
    name = None if money else name_span(reading, at, end, sort not in (Sort.COUNT, Sort.NAME))
    if name:
        return Quantity(*name, Sort.NAME)
    if f[at] == "one" and sort is Sort.COUNT and last == at:
        return Quantity(first, last, sort, weak=True)
    if f[last + 1] == "+" and reading.touching(last) and f[last + 2].isalpha():
        last += 1  # a 90%+ pass rate
    if _is_signed(reading, first) or (f[first - 1] == "[" and "]" in f[first:last]):
        first -= 1
    return Quantity(first, last, sort)


def _is_factor(following: str) -> bool:
    """An x4 reduction, x3 faster: what follows a factor that is no name."""
    return following in forms("figure_results.en") or following in words("figure_comparatives.en")


def _is_signed(reading: Reading, at: int) -> bool:
    """Whether a sign that belongs to it touches the number at token `at`: ~300, -35%; not the dash of "1.5x-2x"."""
    sign = reading.forms[at - 1]
    if not is_digit(reading.forms[at]) or sign not in _SIGNS or not reading.touching(at - 1):
        return False
    return sign not in "-−" or not reading.touching(at - 2)
