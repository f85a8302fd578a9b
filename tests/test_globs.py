from __future__ import annotations

import pytest

from bqlint.globs import matches
from tests.conftest import Within


@pytest.mark.parametrize(
    ("glob", "meant", "not_meant"),
    [
        ("*.md", ["a.md", "x/y/a.md", ".md"], ["a.mdx", "a.md.bak", "md"]),
        ("README.md", ["README.md", "x/README.md"], ["readme.md", "xREADME.md", "READMExmd"]),
        ("drafts", ["drafts", "drafts/a.md", "x/drafts/y/a.md"], ["drafts.md", "my-drafts/a.md"]),
        ("drafts/", ["drafts", "drafts/a.md", "x/drafts/a.md"], ["drafts2/a.md"]),
        ("/drafts", ["drafts/a.md"], ["x/drafts/a.md"]),
        ("./drafts/*", ["drafts/a.md", "drafts/x/a.md"], ["x/drafts/a.md", "drafts"]),
        ("stories/*.md", ["stories/a.md"], ["stories/x/a.md", "x/stories/a.md", "stories/a.txt"]),
        ("stories/**/*.md", ["stories/a.md", "stories/x/y/a.md"], ["a.md", "x/stories/a.md"]),
        ("**/old", ["old", "x/old", "x/y/old/a.md"], ["x/older", "xold"]),
        ("old/**", ["old/a", "old/x/y"], ["old", "x/old/a"]),
        ("a?.md", ["ab.md", "x/a1.md"], ["a.md", "abc.md", "a/.md"]),
        (".*_cache", [".ruff_cache", "x/.mypy_cache/y"], ["ruff_cache"]),
        ("a+b(c).md", ["a+b(c).md"], ["aab(c).md", "a+bc.md"]),
        ("[ab].md", ["a.md", "x/b.md"], ["c.md", "ab.md"]),
        ("[!ab].md", ["c.md"], ["a.md", "b.md"]),
        ("情境*.md", ["情境一.md"], ["一情境.md"]),
    ],
)
def test_a_glob_means_what_gitignore_means_by_it(glob: str, meant: list[str], not_meant: list[str]) -> None:
    assert [path for path in meant if not matches(path, [glob])] == []
    assert [path for path in not_meant if matches(path, [glob])] == []


def test_any_of_several_globs_is_enough_and_none_means_nothing() -> None:
    assert matches("a.md", ["*.txt", "a.*"])
    assert not matches("a.md", ["*.txt", "b.*"])
    assert not matches("a.md", [])


def test_a_glob_of_many_stars_answers_at_once(within: Within) -> None:
    with within(2):
        assert not matches("a" * 60 + ".txt", ["a*" * 12 + ".md"])
        assert not matches("a/" * 40 + "b", ["**/" * 12 + "c"])
