"""Configurations, schemas and banks of a stranger: data that stops the run in one line, or judges stories in time."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.hostile.lab import COLD, NAME, WITNESS, bqlint, check, refused, tree

RULE = '[[rule]]\ncode = "TEAM001"\nmessage = "No."\n'
WRONG: Mapping[str, str | bytes] = {
    "values": "extend-exclude = [" + ", ".join(f"'**/x{n}*/**/y'" for n in range(4_001)) + "]\n",
    "values-rules": "".join(f'[[rule]]\ncode = "TEAM{n}"\nmessage = "x"\nwords = ["w{n}"]\n' for n in range(1_100)),
    "values-tables": "".join(f"[status.s{n}]\nat-most = 'info'\n" for n in range(3_000)),
    "dots": "a" + ".a" * 20_000 + " = 1\n",
    "dots-quoted": '"a"' + '."a"' * 20_000 + " = 1\n",
    "dots-header": "[a" + ".a" * 20_000 + "]\n",
    "brackets": "select = " + "[" * 100_000,
    "braces": "rules = " + "{a=" * 20_000,
    "digits": f"max-bytes = {'9' * 5_000}\n",
    "hex": f"max-bytes = 0x{'f' * 5_000}\n",
    "infinite": "max-bytes = inf\n",
    "nan": "max-bytes = nan\n",
    "nan-option": "[rules.BQ601]\nmax-words = nan\n",
    "infinite-option": "[rules.BQ701]\nmax-grade = -inf\n",
    "date": "fail-on = 2024-01-01\n",
    "huge": "# " + "a" * 300_000,
    "nul": b'select = ["BQ2\x00"]\n',
    "latin": b'extend-exclude = ["caf\xe9"]\n',
    "utf-16": "select = []\n".encode("utf-16"),
    "no-toml": "<xml/>",
    "duplicate": "select = []\nselect = []\n",
    "duplicate-table": "[sections]\n[sections]\n",
    "unknown": "seletc = []\n",
    "unknown-escape": '"\\u001b[2J" = 1\n',
    "unknown-bidi": '"\\u202e" = 1\n',
    "unknown-long": "a" * 5_000 + " = 1\n",
    "cache-dir": 'cache-dir = "/tmp/owned"\n',
    "output": 'output-format = "json=owned.json"\n',
    "output-file": 'output-file = "owned"\n',
    "allow-plugins": "allow-plugins = true\n",
    "require": 'require = ["./owned.py"]\n',
    "type-text": 'select = "BQ2"\n',
    "type-list": "fail-on = []\n",
    "type-number": "sections = 3\n",
    "type-true": "max-bytes = true\n",
    "type-nested": "select = [[]]\n",
    "bytes-zero": "max-bytes = 0\n",
    "bytes-huge": "max-bytes = 10000000000\n",
    "code": 'select = ["BQ9999"]\n',
    "code-empty": 'select = [""]\n',
    "code-long": f'select = ["{"B" * 5_000}"]\n',
    "option": "[rules.BQ601]\nmax-wrods = 3\n",
    "option-negative": "[rules.BQ601]\nmax-words = -1\n",
    "option-huge": f"[rules.BQ601]\nmax-words = {'9' * 4_999}\n",
    "option-list": "[rules.BQ601]\nmax-words = []\n",
    "rule-family": "[rules.BQ6]\nmax-words = 3\n",
    "extends-itself": 'extends = ["bqlint.toml"]\n',
    "extends-outside": 'extends = ["../../../../etc/passwd.toml"]\n',
    "extends-absolute": 'extends = ["/etc/passwd"]\n',
    "extends-url": 'extends = ["https://e.example/x.toml"]\n',
    "extends-git": 'extends = ["git+ssh://e.example/x.toml"]\n',
    "extends-nul": 'extends = ["a\\u0000.toml"]\n',
    "extends-folder": 'extends = ["folder.toml"]\n',
    "extends-missing": 'extends = ["gone.toml"]\n',
    "extends-link": 'extends = ["link.toml"]\n',
    "extends-device": 'extends = ["/dev/zero"]\n',
    "extends-pipe": 'extends = ["pipe.toml"]\n',
    "extends-circle": 'extends = ["circle.toml"]\n',
    "extends-chain": 'extends = ["chain0.toml"]\n',
    "schema-outside": 'schema = "/etc/passwd"\n',
    "schema-up": 'schema = "../../../../../../etc/passwd"\n',
    "schema-link": 'schema = "link.json"\n',
    "schema-missing": 'schema = "gone.json"\n',
    "schema-folder": 'schema = "folder.toml"\n',
    "schema-nul": 'schema = "a\\u0000b"\n',
    "schema-pipe": 'schema = "pipe.json"\n',
    "schema-device": 'schema = "/dev/zero"\n',
    "banks-outside": 'banks = ["/etc/passwd"]\n',
    "banks-link": 'banks = ["link.json"]\n',
    "plugins-outside": 'plugins = ["/etc/passwd"]\n',
    "rule-not-a-list": "[rule]\n",
    "rule-empty": "[[rule]]\n",
    "rule-code": '[[rule]]\ncode = "BQ201"\nmessage = "x"\nwords = ["a"]\n',
    "rule-twice": (RULE + 'words = ["a"]\n') * 2,
    "rule-words-empty": RULE + "words = []\n",
    "rule-words-blank": RULE + 'words = [" "]\n',
    "rule-pattern-broken": RULE + "pattern = '('\n",
    "rule-pattern-long": RULE + f"pattern = '{'a' * 1_001}'\n",
    "rule-pattern-huge": RULE + "pattern = 'a{99999999999}'\n",
    "rule-pattern-behind": RULE + "pattern = '(?<=a+)b'\n",
    "rule-section": RULE + 'words = ["a"]\nsection = "resutl"\n',
    "rule-unknown": RULE + 'words = ["a"]\nrun = "touch owned"\n',
    "override": "[[overrides]]\nignore = []\n",
    "override-type": "overrides = 3\n",
    "status": "[status.draft]\nat-most = 5\n",
    "gate": "[gate]\nrun = 'touch owned'\n",
}  # fmt: skip
ODD: Mapping[str, str] = {
    "empty": "",
    "bom-free": "# nothing\n",
    "crlf": 'select = ["ALL"]\r\n',
    "globs": "extend-exclude = [" + ", ".join(f"'{'a*' * n}b'" for n in range(1, 60)) + "]\n",
    "globs-odd": "extend-exclude = ['', '/', '**/**/**/x', '[', '[z-a]', '[!]', '!', '\\', '{a,b}', '~']\n"
    "include = ['*.md', '**/*.md']\n",
    "sections": "[sections]\nresult = [" + ", ".join(f"'alias {n}'" for n in range(2_000)) + "]\n",
    "overrides": "[[overrides]]\npaths = ['x*']\nignore = ['BQ302']\n" * 500,
    "words": RULE + "words = [" + ", ".join(f"'word{n}'" for n in range(2_000)) + "]\n",
    "rules": "".join(f'[[rule]]\ncode = "TEAM{n}"\nmessage = "x"\nwords = ["w{n}"]\n' for n in range(600)),
    "options": "[rules.BQ601]\nmax-words = 0\n[rules.BQ701]\nseverity = 'info'\n",
    "plugins": "plugins = ['plugin.py']\n",
    "literal": "extend-exclude = ['''\n''', \"\\u0000\"]\n",
}
"""Strange, but right: stories are judged."""


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A repository that holds what strange configurations name."""
    folder = tree(tmp_path, {f"chain{n}.toml": f'extends = ["chain{n + 1}.toml"]\n' for n in range(12)})
    tree(folder, {"chain12.toml": "", "circle.toml": 'extends = ["bqlint.toml"]\n', "folder.toml/x": ""})
    (folder / "plugin.py").write_text("open('owned', 'w')\n")
    for name in ("bqlint", "yaml", "re", "platform", "sitecustomize", "tomllib"):
        (folder / f"{name}.py").write_text("open('owned', 'w')\n")
    for name in ("link.toml", "link.json"):
        (folder / name).symlink_to("/etc/passwd")
    for name in ("pipe.toml", "pipe.json"):
        os.mkfifo(folder / name)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are of POSIX")
def test_a_wrong_configuration_stops_the_run_in_one_line(strange: Path) -> None:
    missed = []
    for name, text in WRONG.items():
        (strange / "bqlint.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
        try:
            line = refused("check", cwd=strange)
        except AssertionError as error:
            missed.append(f"{name}: {str(error)[:300]}")
            continue
        assert "root:" not in line, name
    assert missed == []
    assert not (strange / "owned").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are of POSIX")
def test_a_strange_configuration_judges_stories(strange: Path) -> None:
    for text in ODD.values():
        (strange / "bqlint.toml").write_text(text)
        check(cwd=strange)
    assert not (strange / "owned").exists()


def test_a_linked_configuration_is_not_read_from_outside(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tree(tmp_path_factory.mktemp("repository"), {})
    secret = tmp_path_factory.mktemp("outside") / "secret.toml"
    secret.write_text("hunter2 = 1\n")
    for name in ("bqlint.toml", "pyproject.toml"):
        secret.write_text("hunter2 = 1\n" if name == "bqlint.toml" else "[tool.bqlint]\nhunter2 = 1\n")
        (folder / name).symlink_to(secret)
        assert "hunter2" not in refused("check", cwd=folder)
        (folder / name).unlink()


def test_patterns_that_blow_up_are_named_and_hide_nothing(tmp_path: Path) -> None:
    bombs = (
        "(a+)+$",
        "(a|a)*b",
        "(a*)*b",
        "(a|aa)+$",
        "(.*a){25}b",
        "(?:a?){60}a{60}",
        "^(a+)+$",
        "(x+x+)+y",
        "a*a*a*a*a*b",
    )
    text = "".join(f'[[rule]]\ncode = "TEAM{n}"\nmessage = "x"\npattern = "{bomb}"\n' for n, bomb in enumerate(bombs))
    tree(
        tmp_path,
        {"bqlint.toml": text, "x.md": WITNESS + "\n## Result\n\nI " + "a" * 3_000 + " x" + "x" * 3_000 + ".\n"},
    )
    outcome = check(cwd=tmp_path)
    assert "BQ007" in outcome.codes("x.md")
    assert outcome.cpu < 10


SCHEMAS: Mapping[str, object] = {
    "true": {},
    "self": {"$ref": "#"},
    "circle": {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"},
    "recursive": {"properties": {"title": {"$ref": "#"}}},
    "dynamic": {"$dynamicAnchor": "a", "properties": {"title": {"$dynamicRef": "#a"}}},
    "two-to-the-forty": {
        "$defs": {f"a{n}": {"anyOf": [{"$ref": f"#/$defs/a{n + 1}"}] * 2} for n in range(40)}
        | {"a40": {"type": "null"}},
        "$ref": "#/$defs/a0",
    },
    "all-of": {"allOf": [{"anyOf": [{"type": "null"}] * 90}] * 90},
    "if": {"if": {"required": ["title"]}, "then": {"required": ["x"]}, "else": False},
    "not": {"not": {}},
    "false": {"properties": {"title": False}},
    "multiple": {"properties": {"title": {"multipleOf": 0.0000001}}},
    "bomb": {"properties": {"title": {"pattern": "^(a+)+$"}}},
    "bomb-keys": {"patternProperties": {"^(a+)+$": False}},
    "bomb-names": {"propertyNames": {"pattern": "(.*a){20}b"}},
    "unique": {"properties": {"tags": {"uniqueItems": True}}},
    "contains": {"properties": {"tags": {"contains": {"const": "x"}, "minContains": 2}}},
    "unevaluated": {"unevaluatedProperties": False},
    "dependent": {"dependentRequired": {"title": ["x"]}, "dependentSchemas": {"title": {"required": ["y"]}}},
    "enum": {"properties": {"status": {"enum": [1, None, "a\u001b[2J", [], {}]}}},
    "const": {"properties": {"status": {"const": {"a": ["\u202e"]}}}},
    "described": {"properties": {"status": {"type": "integer", "description": "\u001b[2J::error::" * 500}}},
    "long": {"required": ["k" * 100_000]},
    "names": {"required": ["\u001b[2J", "\u202e", "##[error]"]},
    "format": {"properties": {"title": {"format": "email"}}},
    "other-draft": {"$schema": "http://json-schema.org/draft-04/schema#"},
    "vocabulary": {"$vocabulary": {"https://e.example/x": True}},
    "content": {"properties": {"title": {"contentMediaType": "application/json"}}},
}
"""Each is valid, and is applied in time or said to be inapplicable."""
_SLOW = ("all-of", "bomb", "bomb-keys")

BROKEN: Mapping[str, str] = {
    "http": '{"$ref": "http://127.0.0.1:9/x.json"}',
    "file": '{"$ref": "file:///etc/passwd"}',
    "relative": '{"properties": {"title": {"$ref": "other.json"}}}',
    "dynamic-out": '{"$dynamicRef": "https://e.example/x"}',
    "missing": '{"$ref": "#/$defs/none"}',
    "anchor": '{"$ref": "#none"}',
    "list": "[]",
    "large": '{"$comment": "' + "a" * 300_000 + '"}',
    "text": '"x"',
    "number": "1",
    "no-json": "hunter2",
    "empty": "",
    "deep": '{"not":' * 20_000,
    "deep-closed": '{"not":' * 3_000 + "{}" + "}" * 3_000,
    "type": '{"type": "strnig"}',
    "pattern": '{"pattern": "("}',
    "negative": '{"minLength": -1}',
    "digits": f'{{"minLength": {"9" * 5_000}}}',
    "utf-16": '{"type": "object"}'.encode("utf-16").decode("latin-1"),
}


def schema(folder: Path, text: str) -> Path:
    title = "title: " + "a" * 60 + "b"
    story = WITNESS.replace("title: The witness", f"{title}\n{'a' * 60}b: 1\ntags: [{', '.join('abc')}]")
    return tree(folder, {"bqlint.toml": 'schema = "own.json"\n', "own.json": text, "x.md": story})


def test_schemas_are_applied_in_time(tmp_path: Path) -> None:
    for name, value in SCHEMAS.items():
        if name in _SLOW and not COLD:
            continue
        outcome = check(cwd=schema(tmp_path, json.dumps(value)))
        assert outcome.cpu < 30, (name, outcome.cpu)
        assert b"RecursionError" not in outcome.out
        assert max(len(each["message"]) + len(each["help"]) for each in outcome.findings) < 2_000, (
            name,
            outcome.findings,
        )


def test_broken_schemas_stop_the_run_and_nothing_is_fetched(tmp_path: Path) -> None:
    missed = []
    for name, text in BROKEN.items():
        try:
            assert "hunter2" not in refused("check", cwd=schema(tmp_path, text))
        except AssertionError as error:
            missed.append(f"{name}: {str(error)[:300]}")
    assert missed == []


BANKS = (
    "", "[]", "{}", "questions: 3\n", "questions:\n- {id: a/b}\n", "questions: [[[[", "- &a [*a]\n",
    "!!python/name:os.system x\n", "id: a\nid: b\n", "\x00", "name: " + "a" * 70_000,
    "questions:\n" + "- {id: a/b, text: x}\n" * 50, "\ud800",
    "questions: {a: b}\n", "name: 1\nquestions: [1, 2]\n",
)  # fmt: skip


def test_banks_are_judged_or_refused(tmp_path: Path) -> None:
    for text in BANKS:
        tree(tmp_path, {"bqlint.toml": 'banks = ["own.yaml"]\n', "own.yaml": text})
        outcome = bqlint("check", cwd=tmp_path)
        assert outcome.code in (1, 2)
        assert len(outcome.err.splitlines()) <= 1


def test_baselines_are_judged_or_refused(tmp_path: Path) -> None:
    for text in (
        "",
        "{}",
        "[" * 100_000,
        '{"code": 1}',
        "hunter2",
        "\ud800",
        "\x00",
        '{"a":' * 50_000,
        "null\n" * 1_000,
    ):
        tree(tmp_path, {".bqlint-baseline.jsonl": text})
        outcome = bqlint("check", NAME, cwd=tmp_path)
        assert outcome.code in (1, 2)
        assert "hunter2" not in outcome.err
