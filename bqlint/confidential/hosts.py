"""Addresses of machines in a text: IP addresses, and names of hosts that only an organisation's own network knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bqlint.confidential.digits import holds_a_number
from bqlint.finding import Span
from bqlint.pattern import compiled, pattern

_compiled = cache(compiled)
_QUAD = pattern(r"\d\.\d{1,3}\.\d{1,3}\.\d")
_HEXADECIMAL = pattern(":[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]")
_DOTTED = r"(?<![0-9A-Za-z_.,-])(?:(?<=://)|(?<!/))\d{1,3}(?:\.\d{1,3}){3}(?![0-9A-Za-z_]|\.\d|-\w)"
_COLONS = (
    r"(?i)(?<![\w:.])(?:fe80|f[cd][0-9a-f]{2}|[23][0-9a-f]{3})(?::[0-9a-f]{1,4}){0,6}:(?::?[0-9a-f]{1,4}){1,6}(?![\w:])"
)
_NUMBERED = pattern(
    r"(?i:(?<!\w)(?:versions?|releases?|builds?|sections?|clauses?|chapters?|figures?|tables?|articles?|items?|steps?|"
    r"paragraphs?|requirements?|v)|§|版本|章节|条款)[.:]?\s*$"
)
"""What stands before a number with three dots that counts parts, not machines."""
_NETWORK = pattern(
    r"(?i:(?<!\w)(?:ip|ips|hosts?|servers?|address(?:es)?|ping(?:ed)?|subnet|gateway|dns|machine|node)|地址|服务器|主机)"
    r"\W{0,3}(?:\w+\W){0,2}$"
)
_UNSPOKEN = ("127.", "0.", "255.")
"""The own machine, no machine and masks: they say nothing of anybody's network."""
_PUBLIC = frozenset(("8.8.8.8", "8.8.4.4", "1.1.1.1", "9.9.9.9"))
_NEAR = 30

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_SUFFIX = "local|localdomain|internal|intranet|intra|corp|lan|home\\.arpa|consul|svc\\.cluster\\.local"
_PUBLIC_SUFFIX = r"com|net|org|io|dev|app|cloud|tech|info|biz|gov|edu|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2}"
_HOSTS = (
    rf"(?i)(?<![\w.@/-])(?:(?<=://)|(?<!/))(?:{_LABEL}\.)+(?:{_SUFFIX})(?![\w-]|\.\w)",
    rf"(?i)(?<![\w.@-])(?:(?<=://)|(?<!/))(?!(?:com|org|net|io|www)\.)(?:{_LABEL}\.)+(?:internal|intranet|intra|corp)"
    rf"(?:\.{_LABEL}){{0,3}}\.(?:{_PUBLIC_SUFFIX})(?![\w-]|\.\w)",
    rf"(?i)(?:(?<=http://)|(?<=https://))(?!localhost\b){_LABEL}(?=:\d{{2,5}}\b|/|[\s)>\]\"'`,]|\.?$)",
    rf"(?i)(?<![\w\\])\\\\{_LABEL}(?:\.{_LABEL})*\\[\w$-]+",
)
"""A name below a suffix of private networks; below a company's `corp` or `internal`; a bare name in a URL; a share."""
_FILES = pattern(
    r"(?i)(?:settings|config|configuration|env|hosts|docker-compose|gitignore|shlibs|rc|bashrc|zshrc)\.local"
)


def addresses(text: str) -> Iterator[Span]:
    """IP addresses that tell something of a network; numbers of versions and sections are none."""
    if holds_a_number(text) and _QUAD.search(text):
        for match in _compiled(_DOTTED).finditer(text):
            if _is_address(match[0], text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :][:3]):
                yield Span(*match.span())
    if "::" in text or _HEXADECIMAL.search(text):
        for match in _compiled(_COLONS).finditer(text):
            if "::" in match[0] or match[0].count(":") == 7:
                yield Span(*match.span())


def _is_address(told: str, before: str, after: str) -> bool:
    parts = told.split(".")
    if any(int(part) > 255 or (len(part) > 1 and part[0] == "0") for part in parts):
        return False
    if told.startswith(_UNSPOKEN) or told in _PUBLIC or _NUMBERED.search(before):
        return False
    is_named = before.endswith("://") or (after[:1] in ("/", ":") and after[1:2].isdigit()) or _NETWORK.search(before)
    looks_counted = int(parts[0]) < 10 and int(parts[1]) < 10  # as versions do
    return bool(is_named) or (not looks_counted and any(int(part) > 20 for part in parts))


def hosts(text: str) -> Iterator[Span]:
    """Names of hosts that are not meant to be known outside."""
    if "." not in text and "\\\\" not in text and "://" not in text:
        return
    below, company, bare, share = _HOSTS
    lower = text.casefold()
    if any(f".{suffix}" in lower for suffix in ("loc", "int", "corp", "lan", "home", "consul")):
        for pattern in (below, company):
            for match in _compiled(pattern).finditer(text):
                if not _FILES.fullmatch(match[0]):
                    yield Span(*match.span())
    for sign, pattern in (("://", bare), ("\\\\", share)):
        if sign in text:
            yield from (Span(*match.span()) for match in _compiled(pattern).finditer(text))
