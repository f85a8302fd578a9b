"""Front matter that kills, hangs or fools a YAML reader, or that says two things at once."""

from __future__ import annotations

_BODY = "# T\n\n## Situation\n\nWe had lost our evening trade.\n"
_GOOD = "title: T\nquestions: [general/proudest-project]\nstatus: draft\nauthor: sam\n"


def _with(lines: str, before: str = _GOOD) -> bytes:
    return f"---\n{before}{lines}\n---\n{_BODY}".encode("utf-8", "surrogatepass")


def _nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return "tags: " + opening * depth + closing * depth


_IDS = [f"general/conflikt-{n}" for n in range(1_900)]
_LAUGHS = "a0: &a0 [lol]\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))
_MERGES = "m0: &m0 {k: v}\n" + "\n".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 10)}]" for n in range(1, 9))

REFUSED: dict[str, bytes] = {
    **{f"nested-{depth}": _with(_nested(depth)) for depth in (17, 100, 1_000, 20_000, 31_000)},
    "nested-open": _with("tags: " + "[" * 60_000),
    "nested-braces": _with(_nested(20_000, "{a: ", "}")),
    "nested-braces-open": _with("tags: " + "{" * 60_000),
    "nested-keys": _with("? " * 20_000 + "a"),
    "nested-dashes": _with("tags:\n " + "- " * 20_000 + "a"),
    "nested-indents": _with("\n".join(" " * n + f"k{n}:" for n in range(300))),
    "closing-only": _with("tags: " + "]" * 1_000),
    "alias": _with("tags: [*a]"),
    "alias-of-anchor": _with("a: &a [x]\ntags: *a"),
    "anchor": _with("tags: &a [x]"),
    "anchor-of-itself": _with("tags: &a [*a]"),
    "billion-laughs": _with(_LAUGHS),
    "merge-key": _with("<<: {status: approved}"),
    "merge-bomb": _with(_MERGES),
    "quoted-merge-key": _with('"<<": {status: approved}'),
    **{
        f"tag-{number}": _with(f"x: {tag}")
        for number, tag in enumerate(
            (
                "!!python/object/apply:os.system ['echo owned > owned.txt']",
                "!!python/name:os.system",
                "!!python/object/new:subprocess.Popen [['touch', 'owned.txt']]",
                '!!int ""',
                "!!bool maybe",
                "!!timestamp x",
                "!!binary aaa",
                "!!float .",
                "!!set {a, b}",
                "!!omap [a: 1]",
                "!!str 1",
                "!local x",
                "!<tag:yaml.org,2002:int> x",
                "!e!x y",
            )
        )
    },
    "tag-directive": b"---\n%TAG ! tag:e.example,2026:\n---\n" + _with("").removeprefix(b"---\n"),
    "duplicate-key": _with("status: approved"),
    "duplicate-quoted": _with('"status": approved'),
    "duplicate-escaped": _with('"st\\u0061tus": approved'),
    "duplicate-nested": _with("reviews:\n  - {by: a, by: b}"),
    "key-list": _with("[a, b]: c"),
    "key-mapping": _with("{a: b}: c"),
    "key-explicit-list": _with("? [a]\n: c"),
    "two-documents": _with("--- # another\nstatus: approved"),
    "not-a-mapping": b"---\n- a\n- b\n---\n" + _BODY.encode(),
    "a-text": b"---\njust words\n---\n" + _BODY.encode(),
    "nothing": b"---\n---\n" + _BODY.encode(),
    "comment-only": b"---\n# nothing\n---\n" + _BODY.encode(),
    "unclosed-quote": _with('x: "never closed'),
    "unclosed-list": _with("x: [a, b"),
    "tab-indent": _with("x:\n\ty: z"),
    "colon-in-value": _with("x: a: b"),
    "at-sign": _with("x: @home"),
    "back-tick": _with("x: `code`"),
    "percent": _with("x: %done"),
    "control": _with("x: a\x01b"),
    "escape": _with("x: a\x1b[2Jb"),
    "noncharacter": _with("x: a\uffffb"),
    "delete": _with("x: a\x7fb"),
    "bad-escape": _with('x: "\\q"'),
    "surrogate-escape": _with('x: "\\ud800"'),
    "beyond-escape": _with('x: "\\Uffffffff"'),
    "large": _with("x: " + "a" * 70_000),
    "many-values": _with("tags: [" + "a, " * 2_500 + "a]"),
    "many-keys": _with("\n".join(f"k{n}: v" for n in range(3_000))),
    "comment-large": _with("#" * 70_000),
    "jinja": _with("x: {{ title }}"),
    "conflicting-indent": _with("x:\n   a: 1\n  b: 2"),
}
"""Each is BQ005: the front matter cannot be used."""

UNOPENED: dict[str, bytes] = {
    "no-front-matter": _BODY.encode(),
    "no-closing-line": f"---\n{_GOOD}{_BODY}".encode(),
    "closing-indented": f"---\n{_GOOD} ---\n{_BODY}".encode(),
    "four-dashes": f"----\n{_GOOD}----\n{_BODY}".encode(),
    "toml": f"+++\ntitle = 'T'\n+++\n{_BODY}".encode(),
    "json": f'{{"title": "T"}}\n{_BODY}'.encode(),
    "no-closing-megabyte": b"---\n" + b"a: b\n" * 100_000,
}
"""Each is BQ004: there is no front matter."""

JUDGED: dict[str, bytes] = {
    f"value-{number}": _with(lines)
    for number, lines in enumerate(
        (
            "event: 2024-13-45", "event: 0000-00-00", "event: 9999-99-99", "event: 2024-02-30T25:61:61Z", "event: now",
            "level: .inf", "level: -.inf", "level: .nan", "level: 1e999", "level: 0x7fffffffffffffff", "level: 0b_",
            "level: 0o777", "level: 1_000", "level: 190:20:30", f"level: {'9' * 5_000}", f"level: -{'9' * 5_000}",
            "level: 1.0", "level: ~", "level: null", "level:", "level: yes", "level: NO", "level: on", "level: true",
            "tags: [.nan, .inf, 1, null, true, [x]]", "tags: {a: b}", "tags: [" + "[x], " * 500 + "[x]]",
            "1: x", "1.5: x", "true: x", "null: x", "~: x", '"": x', "? x\n: y", "2024-01-01: x",
            "reviews: [{by: 1, on: 2}]", "reviews: [[[[[[x]]]]]]", "lang: [en, zh]", "lang: {zh: en}", "lang: tlh",
            "lint: {ignore: 5}", "lint: [ignore]", "lint: {ignore: [[BQ201]]}", "lint: null", "lint: {a: {b: {c: d}}}",
            "tags: |\n  a\n  b", "tags: >-\n  a\n\n  b", 'x: "\\x1b[2J\\u202e"', "x: '\u202e'",
            'x: "\\0"', "x: \u2028", "x: a\u0085b", f"{'k' * 5_000}: v", f"{'k' * 1_000}: v", "__proto__: x",
            "__class__: x", "constructor: x", "$ref: x", "$schema: http://e.example/x.json", "x: !", "x: ! y",
            "extends: /etc/passwd", "plugins: [os]", "schema: /etc/passwd", "approved: true", "'status ': approved",
            "STATUS: approved", "st\u0430tus: approved", "x: \U0001f600", "x: 'it''s'", "x: &", "x: '*'",
        )
    )
}  # fmt: skip
"""Each is a story that the schema judges, or refused as YAML; never more than that."""

MORE_JUDGED: dict[str, bytes] = {
    "crlf": f"---\n{_GOOD}x: y\n---\n{_BODY}".replace("\n", "\r\n").encode(),
    "cr": f"---\n{_GOOD}x: y\n---\n{_BODY}".replace("\n", "\r").encode(),
    "dots-close": f"---\n{_GOOD}x: y\n...\n{_BODY}".encode(),
    "blanks-behind": f"---  \n{_GOOD}x: y\n---\t \n{_BODY}".encode(),
    "bom-inside": f"---\n\ufeff{_GOOD}x: y\n---\n{_BODY}".encode(),
    "title-list": f"---\ntitle: [a, b]\n---\n{_BODY}".encode(),
    "title-mapping": f"---\ntitle: {{a: b}}\n---\n{_BODY}".encode(),
    "title-number": f"---\ntitle: 12\n---\n{_BODY}".encode(),
    "title-megabyte": f"---\ntitle: {'a' * 60_000}\n---\n{_BODY}".encode(),
    "questions-text": f"---\ntitle: T\nquestions: general/conflict\n---\n{_BODY}".encode(),
    "questions-nested": f"---\ntitle: T\nquestions: [[general/conflict], {{a: b}}, 1, null]\n---\n{_BODY}".encode(),
    "questions-many": f"---\ntitle: T\nquestions: [{', '.join(_IDS)}]\n---\n{_BODY}".encode(),
}
