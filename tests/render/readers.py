"""Strict readers of the formats, each written from its specification: they raise or fail on whatever is not in it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import jsonschema
from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMAS = Path(__file__).parent / "schemas"
REPORT = MarkdownIt("commonmark").enable("table")


def valid(name: str, output: str) -> Any:
    """The JSON of `output`, ASCII only and as tests/render/schemas/`name`.json says."""
    assert output.isascii()
    value = json.loads(output)
    _validator(name).validate(value)
    return value


@cache
def _validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.json").read_text()))


def sarif(output: str) -> dict[str, Any]:
    """The one run of a SARIF log; a result's rule is the one that its index names."""
    (run,) = valid("sarif", output)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    return dict(run)


def path_of(uri: str) -> str:
    """The path that a relative URI, or one of the scheme `file`, stands for."""
    assert not uri.startswith("/"), "a URI without a scheme that begins like another host's"
    return os.fsdecode(unquote_to_bytes(uri.removeprefix("file://")))


def unbraced(text: str) -> str:
    """A SARIF message as it is shown, where it has no placeholder."""
    assert not re.search(r"\{", text.replace("{{", "")), "a placeholder"
    assert not re.search(r"\]\(", text), "a link"
    return text.replace("{{", "{").replace("}}", "}")


class Command(NamedTuple):
    """A workflow command as GitHub's runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


COMMANDS = {"error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands", "set-env", "echo"}


def commands(output: str) -> tuple[list[Command], list[str]]:
    """The commands in a step's log, and the lines that are none. A runner ends a line at LF, CR or both."""
    found, others = [], []
    for line in re.split(r"\r\n|\r|\n", output):
        command = _command(line)
        if command:
            found.append(command)
        elif line:
            assert not any(f"##[{name}" in line for name in COMMANDS), "the old form, which may stand anywhere"
            others.append(line)
    return found, others


def _command(line: str) -> Command | None:
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    info, data = line[2:].split("::", 1)
    name, _, listed = info.partition(" ")
    if name not in COMMANDS:
        return None
    properties = dict(pair.split("=", 1) for pair in listed.strip().split(",") if "=" in pair)
    return Command(name, {key: _unescaped(value, ":,") for key, value in properties.items()}, _unescaped(data))


def _unescaped(text: str, also: str = "") -> str:
    for character in f"\r\n{also}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


ATTRIBUTES = {
    "testsuites": {"name"},
    "testsuite": {"name", "file", "tests", "failures", "errors", "time"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
}
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure"}, "failure": set[str]()}


def junit(output: str) -> ElementTree.Element:
    """The root of a JUnit document: known elements and attributes in their places, and counts that are true."""
    root = ElementTree.fromstring(output.encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= CHILDREN[element.tag]
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite) > 0
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
    return root


def rows(output: str) -> list[list[str]]:
    """The cells of all table rows of a Markdown report, as text; nothing in it but headings, tables, prose and code."""
    tokens = REPORT.parse(output)
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "inline"}
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h2") == 1
    found: list[list[str]] = []
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "td_open":
            found[-1].append(prose(tokens[at + 1].children or ()))
    return [row for row in found if row]


LIVE = re.compile(r"[@#<>\[\]*_~|\\&$`^{}]|://|www\.|[a-z]:[a-z]", re.IGNORECASE)
"""What a platform may make a mention, a reference, a link, an emoji or a formula of, where it stands outside code."""


def prose(tokens: Sequence[Token]) -> str:
    """The text of inline `tokens`, which are words and code only."""
    assert {token.type for token in tokens} <= {"text", "code_inline", "softbreak"}
    assert not any(LIVE.search(token.content) for token in tokens if token.type == "text")
    return "".join(token.content for token in tokens)
