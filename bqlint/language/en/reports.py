"""What others say of others: "the brochure claims 14% less", "somebody posted that their team had cut it by 80%"."""

from __future__ import annotations

from bqlint.language.en.context import SIGHT, Setting
from bqlint.language.en.inflection import verbs
from bqlint.language.en.lookahead import ARTICLES, AUXILIARIES
from bqlint.language.en.reading import tagged
from bqlint.language.en.verbs import ING, PAST, THIRD

_OWN = frozenset(("i", "we", "me", "us", "my", "our", "mine", "ours", "it", "this", "these"))
_SAYERS_OF_ALL = frozenset(("they", "people", "experts", "many"))
_SAYERS = frozenset(("i", "we", "i'm", "i'd", "i've", "i'll", "we'd", "we've"))
_CITING = frozenset(("reported", "found", "reports", "stated", "says", "wrote", "noted"))
_NO_VERB = ARTICLES | {"is", "was", "are", "were", "to", "be", "than", "this", "that", "of"}


def is_reported(setting: Setting) -> bool:
    """Whether the quantity stands in the speech of another person about something that is not the teller's."""
    f, saying = setting.reading.forms, verbs("figure_saying.en")
    if _is_cited(f[setting.after : setting.after + 12]):
        return True
    for at in range(setting.quantity.first - 1, max(0, setting.quantity.first - SIGHT), -1):
        if f[at] == ";" or (f[at] in ("and", "but") and f[at - 1] == ","):
            return False
        if not tagged(f[at]).forms & (PAST | THIRD | ING) and f[at - 1] not in _SAYERS_OF_ALL:
            continue  # three months post implementation
        if f[at].endswith("ing") and tagged(f[at - 1]).part != "be" and tagged(f[at + 1]).part == "":
            continue  # the claiming process
        posting = f[at] == "posting" and at == setting.quantity.first - 1  # posting $4M
        if f[at] not in saying or posting or f[at - 1] in _NO_VERB or _is_subject(f[at + 1]):
            continue
        if any(form in _SAYERS for form in f[max(0, at - 3) : at]):
            return False
        if f[at + 1] in ("me", "us") and f[at - 1] in ("he", "she", "they"):
            return False  # she told us that the queue was gone
        told = f[at + 1 : setting.quantity.first]
        if "that" in told:
            told = told[told.index("that") + 1 :]
        return not any(form in _OWN for form in (*told, *f[setting.after : setting.after + 4]))
    return False


def _is_cited(following: list[str]) -> bool:
    """According to the yearbook; as the police reported."""
    for at, form in enumerate(following):
        if form == "according" and following[at + 1 : at + 2] == ["to"]:
            return True
        if form == "as" and following[at - 1] == "," and _OWN.isdisjoint(following[at + 1 : at + 3]):
            return any(word in _CITING for word in following[at + 2 : at + 5])
    return False


def _is_subject(following: str) -> bool:
    """Whether a verb follows, so that "claims" or "posts" before it is a noun."""
    tag = tagged(following)
    return tag.part in AUXILIARIES or bool(tag.forms & PAST)
