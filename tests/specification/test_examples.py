"""Each example of the CommonMark specification as a story: nothing fails on it, and every place is a true one."""

from __future__ import annotations

import json
import os
import tarfile
from datetime import date
from pathlib import Path

import pytest

from bqlint.configuration import Configured
from bqlint.finding import Span
from bqlint.parsing import Grammar, parse
from bqlint.policy.judge import Policy
from bqlint.run import lint_bytes
from bqlint.source import Source
from tests.hostile.lab import WITNESS

CONFIGURED = Configured(isolated=True, laid_over={"select": ("ALL",)})
SOURCES = os.environ.get("BQLINT_SPECIFICATION", "")
"""A folder with the sources of markdown-it-py as the package index has them; the examples are among its tests."""


@pytest.fixture(scope="module")
def examples() -> list[str]:
    """The Markdown of each example."""
    if not SOURCES:
        pytest.skip("needs the specification: nox -s commonmark")
    with tarfile.open(max(Path(SOURCES).glob("markdown_it_py-*.tar.gz"))) as sources:
        name = next(name for name in sources.getnames() if name.endswith("/test_cmark_spec/commonmark.json"))
        told = sources.extractfile(name)
        assert told is not None
        found = [example["markdown"] for example in json.load(told)]
    assert len(found) > 600
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_no_example_fails_and_each_place_lies_in_the_text(end: str, examples: list[str]) -> None:
    for number, example in enumerate(examples, 1):
        text = f"{WITNESS}\n## Result\n\n{example}\nWe sold 310 loaves.\n".replace("\n", end)
        report = lint_bytes(text.encode("utf-8", "surrogatepass"), "x.md", CONFIGURED, Policy(date(2026, 1, 1)))
        assert report is not None
        for finding in report.findings:
            assert finding.code not in ("BQ007", "BQ008"), (number, finding)
            assert 0 <= finding.span.start <= finding.span.end <= len(text), (number, finding)


def test_what_is_read_of_an_example_stands_where_it_is_said_to(examples: list[str]) -> None:
    for number, example in enumerate(examples, 1):
        source = Source("x.md", f"{WITNESS}\n## Result\n\n{example}\nWe sold 310 loaves.\n")
        story = parse(source, Grammar()).story
        assert story is not None, number
        for block in story.blocks:
            if block.text:
                assert len(block.text) == block.span.end - block.span.start, (number, block)
                assert moved(block.text, block.span, source.text) == [], (number, block)


def moved(text: str, span: Span, source: str) -> list[tuple[str, str]]:
    """Letters that do not stand in the source where the masked text has them, but for what an entity stands for."""
    there = source[span.start : span.end]
    return [(a, b) for a, b in zip(text, there, strict=True) if a.isalnum() and a != b and b != "&"]
