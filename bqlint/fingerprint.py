"""What names a finding for as long as its text stays: by it a baseline, or a page that keeps alerts, knows it again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from unicodedata import normalize

from bqlint.finding import Finding

_DIGITS = 16
"""Hexadecimal digits: 64 bits, so that two of a million findings meet with a chance of one in 30 million."""
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_LETTER = re.compile(r"\w")
_AMOUNT = re.compile(r"\d+(?:[.,:]\d+)*")


def fingerprint(finding: Finding, text: str) -> str:
    """A short digest of the rule and of the words of `text` that it speaks of; path and line have no part in it.

    White space and Unicode composition make no difference, letter case does. A finding on a heading, or on a place
    without a word, speaks of something larger: there the section and the message stand for the words, less the amounts
    in it, which change with each edit. What a finding itself says it is about goes before all of that.
    """
    said = "" if _on_heading(finding, text) else finding.span.of(text)
    words = " ".join(normalize("NFC", said).split()) if _LETTER.search(said) else ""
    about = finding.about or words or f"{finding.section}\n{_AMOUNT.sub('0', finding.message)}"
    return sha256(f"{finding.code}\n{about}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def fingerprints(findings: Sequence[Finding], text: str) -> list[str]:
    """The fingerprint of each of a file's findings, in order; the second with the same one ends in `-2`, and so on."""
    met: Counter[str] = Counter()
    named = []
    for finding in findings:
        digest = fingerprint(finding, text)
        met[digest] += 1
        named.append(digest if met[digest] == 1 else f"{digest}-{met[digest]}")
    return named


def _on_heading(finding: Finding, text: str) -> bool:
    line = text.rfind("\n", 0, finding.span.start) + 1
    line = max(line, text.rfind("\r", line, finding.span.start) + 1)
    return _HEADING.match(text, line) is not None
