"""Bytes that are no UTF-8 text, or text that editors and terminals treat in their own ways."""

from __future__ import annotations

from tests.hostile.lab import WITNESS

_HEAD, _BODY = WITNESS.split("# The witness\n", 1)


def _in_body(text: bytes) -> bytes:
    return WITNESS.encode() + b"\n## Result\n\n" + text + b"\n"


def _in_title(text: bytes) -> bytes:
    return WITNESS.encode().replace(b"title: The witness", b"title: The " + text + b" witness")


UNREADABLE: dict[str, bytes] = {
    "utf-16-le": b"\xff\xfe" + WITNESS.encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + WITNESS.encode("utf-16-be"),
    "utf-16-le-without-bom": WITNESS.encode("utf-16-le"),
    "utf-32-le": b"\xff\xfe\x00\x00" + WITNESS.encode("utf-32-le"),
    "utf-32-be": b"\x00\x00\xfe\xff" + WITNESS.encode("utf-32-be"),
    "latin-1": _in_body("Café für alle".encode("latin-1")),
    "cp1252-quotes": _in_body(b"\x93quoted\x94"),
    "gb18030": _in_body("结果提高了两成".encode("gb18030")),
    "shift-jis": _in_body("結果".encode("shift-jis")),
    "nul": _in_body(b"a\x00b"),
    "nul-in-front": _in_title(b"\x00"),
    "nul-first": b"\x00" + WITNESS.encode(),
    "nul-only": b"\x00" * 5000,
    "surrogate-high": _in_body(b"\xed\xa0\x80"),
    "surrogate-low": _in_body(b"\xed\xb0\x80"),
    "surrogate-pair": _in_body(b"\xed\xa0\xbd\xed\xb8\x80"),
    "overlong-slash": _in_body(b"\xc0\xaf"),
    "overlong-nul": _in_body(b"\xc0\x80"),
    "beyond-unicode": _in_body(b"\xf4\x90\x80\x80"),
    "five-bytes": _in_body(b"\xf8\x88\x80\x80\x80"),
    "truncated": WITNESS.encode() + b"\n\xe2\x82",
    "lone-continuation": _in_body(b"\x80"),
    "ff": b"\xff" * 100,
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00" * 20,
}
"""Each is BQ002."""

_CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 32), 127, *range(128, 160))))
READABLE: dict[str, bytes] = {
    "bom": b"\xef\xbb\xbf" + WITNESS.encode(),
    "crlf": WITNESS.replace("\n", "\r\n").encode(),
    "cr-only": WITNESS.replace("\n", "\r").encode(),
    "mixed-ends": WITNESS.replace("\n", "\r\n", 9).replace("## Task\n", "## Task\r").encode(),
    "cr-in-line": _in_body(b"one\rtwo\r\rthree"),
    "line-separator": _in_body("one\u2028two\u2029three\u0085four\x0bfive\x0csix".encode()),
    "bidi": _in_body("a\u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e\u061c".encode()),
    "zero-width": _in_body("o\u200bn\u200ce\u200d \ufeff \u2060 \u00ad".encode()),
    "controls": _in_body(_CONTROLS.encode()),
    "escape": _in_body(b"\x1b[2J\x1b]0;title\x07\x1b]8;;http://e.example\x1b\\x\x1b[8m"),
    "noncharacters": _in_body("\ufffe\uffff\U0001fffe\U0010ffff".encode()),
    "private-use": _in_body("\ue000\U000f0000".encode()),
    "emoji": _in_body("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪".encode()),
    "combining": _in_body(("Z" + "\u0301\u0316" * 3000).encode()),
    "dotted-i": _in_body("İİİ ıI ſß ŉ ΐ ﬃ".encode()),
    "full-width": _in_body("ＡＢＣ１２３％．，".encode()),
    "digits-of-all-scripts": _in_body("١٢٣ ४५६ ๗๘๙ 𝟏𝟐𝟑 ½ ² Ⅷ ㊿ 〇".encode()),
    "nfd": _in_body("Cafe\u0301 a\u0308".encode()),
    "tabs": _in_body(b"\t\ttext\t\n\t- item"),
    "no-last-line-end": WITNESS.rstrip("\n").encode(),
    "blank-lines": WITNESS.encode() + b"\n" * 5000,
    "trailing-blanks": WITNESS.replace("\n", "  \t \n").replace("---  \t \n", "---\n").encode(),
}
"""Each is the witness with something odd in it, and its fault is found like the witness's own."""

EMPTY: dict[str, bytes] = {
    "empty": b"",
    "bom-only": b"\xef\xbb\xbf",
    "two-boms": b"\xef\xbb\xbf\xef\xbb\xbf" + WITNESS.encode(),
    "line-end": b"\n",
    "cr": b"\r",
    "blanks": b" \t " * 100,
    "blank-before": b"\n" + WITNESS.encode(),
    "space-before": b" " + WITNESS.encode(),
    "zero-width-before": "\u200b".encode() + WITNESS.encode(),
    "nbsp-behind-dashes": WITNESS.encode().replace(b"---\n", "---\u00a0\n".encode(), 1),
}
"""Each is BQ004: the file has no front matter."""
