"""Options read without argparse are what argparse would have read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.cli import check, parser_of
from bqlint.cli.plain_options import PlainOptions
from bqlint.errors import UsageError

_PARSER = parser_of("check")
_WORDS = st.sampled_from(
    [
        *_PARSER._option_string_actions,
        *("x.md", "-", "--", "-5", "- x.md", "", "3", "--jobs=2", "--jobs=300", "--jobs", "0"),
        *("--output-format=json", "full", "--color=never", "always", "--fail-on=hint", "info", "--today=2027-01-31"),
        *("--select=BQ6", "--select=", "--exit-zero=1", "--redact=a=b", "--cache-dir=.c", "--nothing", "--sel"),
    ]
)


def plain(words: list[str]) -> dict[str, object] | None:
    options = PlainOptions()
    check.arguments(options)  # type: ignore[arg-type]  # it stands in for argparse's
    found = options.read(words)
    return None if found is None else vars(found)


@given(st.lists(_WORDS, max_size=6))
def test_what_is_read_plainly_is_what_argparse_reads(words: list[str]) -> None:
    found = plain(words)
    if found is not None:
        assert found == vars(_PARSER.parse_args(words))


@pytest.mark.parametrize(
    "words",
    [
        ["x.md"],
        ["--respect-include", "x.md", "y.md"],
        ["--exit-zero", "--output-format", "concise", "--output-format=json=f", "--cache-dir", ".c", "x.md"],
        ["stories", "--select", "BQ6,BQ7", "--fail-on=warning", "--max-warnings", "3", "--today", "2027-01-31"],
    ],
)
def test_what_hooks_and_people_write_is_plain(words: list[str]) -> None:
    assert plain(words) == vars(_PARSER.parse_args(words))


@pytest.mark.parametrize(
    "words",
    [
        ["--nothing"],
        ["--jobs", "300"],
        ["--fail-on", "hint"],
        ["--max-warnings", "-1"],
        ["--since", "main", "--staged"],
        ["--select"],
        ["--exit-zero=1"],
    ],
)
def test_what_is_wrong_is_left_to_argparse(words: list[str]) -> None:
    assert plain(words) is None
    with pytest.raises(UsageError):
        _PARSER.parse_args(words)
