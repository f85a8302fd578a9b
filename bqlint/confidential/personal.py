"""Personal data in a text: where it stands, and of what kind it is.

Each kind is found by its own shape, and by what stands before it: an order number is as long as a phone number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from bqlint.confidential.checksums import is_account, is_card, is_resident_card
from bqlint.confidential.digits import holds_a_number
from bqlint.finding import Span
from bqlint.pattern import compiled, pattern
from bqlint.typed import NamedTuple


class Found(NamedTuple):
    """A place with personal data; `kind` is one of KINDS."""

    span: Span
    kind: str


_LONG_NUMBER = pattern(r"(?!(?:19|20)\d\d-\d\d(?:-\d\d)?\s)\d(?:[\d \xa0().\-\u2010-\u2013/]{6,}\d|\d{6})")
"""Digits near one another that are no date: without these there is neither a phone number nor a card."""
_SHORT_NUMBER = pattern(r"\d\d(?: \d\d \d\d|\d{4})")
"""The shortest number of a document."""
_BLANKS = r"[ \xa0]"
_OPENS = "(?<![0-9A-Za-z_.,$€£¥@/#=-])(?<![0-9]:)"
"""A Chinese character may stand right before a number; a sign of money, or the hours of a time, may not."""
_EMAIL = (
    r"(?<![0-9A-Za-zÀ-ɏ_.+/@-])(?:[0-9A-Za-zÀ-ɏ_.+-]+|[^\W\d_A-Za-zÀ-ɏ]+)"
    r"[@＠](?:[\w-]+\.)+(?:[A-Za-z]{2,}|[^\W\d_A-Za-z]{2,4})(?![0-9A-Za-z_@-])"
)
_PHONE = _OPENS + r"(?:\+|00)?\(?\+?\d(?:[ \xa0().\-\u2010-\u2013/]{0,2}\d){6,15}(?![0-9A-Za-z_]|[.,:]\d|[-/]\w|[%‰°])"
_CARD = _OPENS + r"(?<!\d{4} )\d(?:[ \xa0-]?\d){12,18}(?![0-9A-Za-z_]|[.,]\d|-\w| {1,2}\d{4}(?!\d))"
_DOCUMENT = (
    r"(?<![0-9A-Za-z_-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![0-9A-Za-z_-])",  # US social security
    rf"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_BLANKS}?(?:\d\d{_BLANKS}?){{3}}[A-D](?!\w)",
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])",
    rf"(?<!\w)[A-Z]{{2}}\d\d(?:{_BLANKS}?[A-Z0-9]{{4}}){{2,7}}(?:{_BLANKS}?[A-Z0-9]{{1,4}})?(?!\w)",
)
"""A US social security number, a British national insurance number, a Chinese resident card, an IBAN."""
_NAMED_DOCUMENT = (
    r"(?i:passport|driv(?:ing|er'?s) licen[cs]e|(?:national )?id(?:entity)? card|residence permit|social security|"
    r"national insurance|tax(?:payer)? id|护照|身份证|驾驶证|驾照|通行证|社保)"
    r"(?i:\s*(?:no\b\.?|number|nr\b\.?|#|号码?|编号))?\s*[:：#]?\s*(?i:is |was |为|是)?\s*"
    r"(?P<number>(?=(?:[A-Z-]*\d){6})[A-Z0-9][A-Z0-9-]{5,16})(?![\w-])"
)
_DATE = pattern(
    r"(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])(?:[-./ ](?:0?[1-9]|[12]\d|3[01]))?(?!\d)"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./ ](?:0?[1-9]|[12]\d|3[01])[-./ ](?:19|20)\d\d(?!\d)"
    r"|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d"
)
_POSTAL_OR_ZONE = pattern(r"\d{5}-\d{4}|[+]\d{4} (?:19|20)\d\d")
"""An American postal code; the time zone of a date before its year."""
_GROUPED = pattern(r"\d{1,3}(?:[ \xa0.]\d{3})+")
"""A large number, its thousands apart."""
_DIALLED = pattern(
    r"\(?[2-9]\d\d\)?[ \xa0.-]{1,2}\d{3}[ \xa0.-]\d{4}"  # North America
    r"|1[ \xa0.-]\(?[2-9]\d\d\)?[ \xa0.-]{1,2}\d{3}[ \xa0.-]\d{4}"
    r"|1[3-9]\d(?:\d{8}|[ \xa0-]\d{4}[ \xa0-]\d{4})"  # a Chinese mobile
    r"|\(?0\d{1,4}\)?(?:[ \xa0./-]{1,2}\d{2,8}){1,4}"  # a national trunk prefix, and groups
    r"|07\d{9}"  # a British mobile
)
_CALLED = pattern(
    r"(?i:(?<!\w)(?:tel(?:ephone)?|phone|mobile|cell|fax|whatsapp|call(?:ed)?|dial(?:led)?|r[aiu]ng|text(?:ed)?)|"
    r"电话|手机|致电|座机|联系方式|传真)[.:：]?\s*(?i:no\.?|number|号码?)?\s*"
    r"(?i:(?:(?:is|was|at|on|me|us|him|her|them|为|是)\s*){0,2})[:：(]?\s*$"
)
_IDENTIFIED = pattern(
    r"(?i:(?<!\w)(?:orders?|tickets?|invoices?|case|tracking|reference|ref|serial|part|article|item|account|contract|"
    r"batch|lot|sku|isbn|issn|ean|doi|po|id|job|request|incident|change|build|version|patent|policy|claim)|"
    r"订单|单号|编号|工单|发票|合同|批次|序列|版本)"
    r"[.:：]?\s*(?i:(?:no\b\.?|nos\b\.?|numbers?|nr\b\.?|ids?|codes?|号码?|编号)[.:：]?)?\s*(?i:is|was|of|为|是)?\s*[#:：]?\s*$"
)
"""What stands before a number that names a thing, not a person."""
_NEAR = 40
"""Characters before a number that are looked at."""


@lru_cache(maxsize=1)  # a file is asked about to find in it, and again to mask it
def found(text: str, kinds: frozenset[str] | None = None) -> tuple[Found, ...]:
    """The personal data in `text`, in order; of two places that overlap, the earlier one. `kinds` limits the search."""
    met = sorted(
        (Found(span, kind) for kind, seek in _SEEKERS.items() if kinds is None or kind in kinds for span in seek(text)),
        key=lambda each: (each.span.start, -each.span.end),
    )
    kept: list[Found] = []
    for each in met:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


@lru_cache(maxsize=1)
def _holds_a_long_number(text: str) -> bool:
    return holds_a_number(text) and _LONG_NUMBER.search(text) is not None


def _emails(text: str) -> Iterator[Span]:
    """E-mail addresses; an address of a repository, `git@host:path`, is none."""
    if "@" in text or "＠" in text:
        for match in _compiled(_EMAIL).finditer(text):
            if not (match[0].startswith("git@") and text.startswith((":", "/"), match.end())):
                start = match.start() + len(match[0]) - len(match[0].lstrip(".-+"))
                yield Span(start, match.end())


def _phones(text: str) -> Iterator[Span]:
    if _holds_a_long_number(text):
        for match in _compiled(_PHONE).finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if _is_phone(match[0], before):
                yield Span(*match.span())


def _is_phone(told: str, before: str) -> bool:
    """Whether a number is one that somebody answers; `before` is what stands before it."""
    digits = re.sub(r"\D", "", told)
    if _DATE.match(told) or _POSTAL_OR_ZONE.fullmatch(told) or len(set(digits)) == 1 or _IDENTIFIED.search(before):
        return False
    if told.startswith(("+", "(+")):
        return 8 <= len(digits) <= 15 and not _GROUPED.fullmatch(told.lstrip("(+"))
    if told.startswith("00"):
        return 10 <= len(digits) <= 17 and not digits.startswith("000")
    if _GROUPED.fullmatch(told) and not told.startswith("0"):
        return False
    if _CALLED.search(before):
        return 7 <= len(digits) <= 15
    if not _DIALLED.fullmatch(told):
        return False
    if told.endswith("00000"):  # a round number
        return False
    return 10 <= len(digits) <= 12 if not told.startswith(("0", "(0")) else 9 <= len(digits) <= 12


def _cards(text: str) -> Iterator[Span]:
    if _holds_a_long_number(text):
        for match in _compiled(_CARD).finditer(text):
            digits = re.sub(r"\D", "", match[0])
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if is_card(digits) and not (digits == match[0] and _IDENTIFIED.search(before)):
                yield Span(*match.span())


def _documents(text: str) -> Iterator[Span]:
    if not (_holds_a_long_number(text) or (holds_a_number(text) and _SHORT_NUMBER.search(text))):
        return
    security, insurance, resident, account = map(_compiled, _DOCUMENT)
    for match in security.finditer(text):
        if not _IDENTIFIED.search(text[max(0, match.start() - _NEAR) : match.start()]):
            yield Span(*match.span())
    yield from (Span(*match.span()) for match in insurance.finditer(text))
    yield from (Span(*match.span()) for match in resident.finditer(text) if is_resident_card(match[0]))
    for match in account.finditer(text):
        if is_account(re.sub(r"\s", "", match[0])):
            yield Span(*match.span())
    for match in _compiled(_NAMED_DOCUMENT).finditer(text):
        if not _DATE.fullmatch(match["number"]):
            yield Span(*match.span("number"))


def _ips(text: str) -> Iterator[Span]:
    from bqlint.confidential.hosts import addresses

    return addresses(text)


def _hosts(text: str) -> Iterator[Span]:
    from bqlint.confidential.hosts import hosts

    return hosts(text)


_compiled = cache(compiled)
"""A pattern, compiled where a text first needs it: most stories need none."""

_SEEKERS: dict[str, Callable[[str], Iterator[Span]]] = {
    "e-mail": _emails, "card": _cards, "document": _documents, "phone": _phones, "ip": _ips, "host": _hosts
}  # fmt: skip
KINDS = {
    "e-mail": "an e-mail address",
    "card": "a payment card number",
    "document": "the number of a personal document",
    "phone": "a phone number",
    "ip": "an IP address",
    "host": "the address of an internal host",
}
"""The kinds of personal data, each as a message names it."""
