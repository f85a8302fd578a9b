from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bqlint.discover import discover
from bqlint.errors import UsageError
from bqlint.settings import Settings
from tests.conftest import Within

Tree = Callable[..., None]
Find = Callable[..., list[str]]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Writes files, each with its text, below a folder that is the current one and the top of a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write(*names: str, **texts: str) -> None:
        for name, text in {**dict.fromkeys(names, ""), **texts}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    return write


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """The names of the stories that paths mean, under settings that differ from the defaults as given."""

    def find(*paths: str, **changed: object) -> list[str]:
        settings = Settings(root=str(tmp_path), **changed)  # type: ignore[arg-type]
        return [found.name for found in discover(paths or (".",), lambda _folder: settings)]

    return find


def test_stories_come_in_the_order_of_their_names_and_each_once(tree: Tree, find: Find, tmp_path: Path) -> None:
    tree("b.md", "a.md", "B.md", "c/z.md", "c/y.markdown", "aa/d/x.md", "aa/e.md", "notes.txt", "x.mdx")
    assert find() == ["B.md", "a.md", "b.md", "aa/e.md", "aa/d/x.md", "c/y.markdown", "c/z.md"]
    assert find("c", "b.md", ".", "./c/../b.md", str(tmp_path / "a.md")) == [
        *("c/y.markdown", "c/z.md", "b.md"),
        *("B.md", "a.md", "aa/e.md", "aa/d/x.md"),
    ]


def test_a_named_file_is_a_story_whatever_its_ending(tree: Tree, find: Find) -> None:
    tree("notes.txt", "a.md")
    assert find("notes.txt") == ["notes.txt"]


def test_a_path_that_does_not_exist_stops_the_run(tree: Tree, find: Find) -> None:
    with pytest.raises(UsageError, match=r"^missing\.md: there is no such file or folder"):
        find("missing.md")


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "x/CHANGELOG.md",
        ".venv/a.md",
        "node_modules/x/a.md",
        ".git/a.md",
        ".ruff_cache/a.md",
        ".github/a.md",
    ],
)
def test_what_is_no_story_by_default_is_none_even_where_it_is_named(tree: Tree, find: Find, name: str) -> None:
    tree(name, "a.md")
    assert find() == ["a.md"]
    assert find(name) == []
    assert find(name, exclude=()) == [name]


def test_excludes_hold_for_named_files_folders_and_everything_below(tree: Tree, find: Find) -> None:
    tree("drafts/a.md", "x/drafts/b.md", "x/c.md", "d.md")
    assert find(extend_exclude=("drafts",)) == ["d.md", "x/c.md"]
    assert find("drafts", "drafts/a.md", "x", "d.md", extend_exclude=("/drafts",)) == [
        "x/c.md",
        "x/drafts/b.md",
        "d.md",
    ]
    assert find(extend_exclude=("x/*.md",)) == ["d.md", "drafts/a.md", "x/drafts/b.md"]
    assert find("./x/../drafts/a.md", extend_exclude=("drafts/**",)) == []


def test_include_says_which_files_of_a_folder_are_stories(tree: Tree, find: Find) -> None:
    tree("stories/a.md", "stories/x/b.txt", "c.md")
    assert find(include=("stories/**/*.md", "*.txt")) == ["stories/a.md", "stories/x/b.txt"]


IGNORES = {
    "name": ({".gitignore": "b.md\n"}, ["a.md", "b.md", "x/b.md", "x/c.md"]),
    "folder": ({".gitignore": "x/\n"}, ["a.md", "x/b.md", "y/x/b.md"]),
    "anchored": ({".gitignore": "/b.md\nx/*.md\n"}, ["b.md", "y/b.md", "x/a.md", "x/y/a.md"]),
    "negation": ({".gitignore": "*.md\n!a.md\n"}, ["a.md", "b.md", "x/a.md", "x/b.md"]),
    "negation below an ignored folder": ({".gitignore": "x/\n!x/a.md\n"}, ["x/a.md", "b.md"]),
    "nested": ({"x/.gitignore": "b.md\n/y\n"}, ["b.md", "x/b.md", "x/y/a.md", "x/z/y/a.md"]),
    "nested negation": ({".gitignore": "b.md\n", "x/.gitignore": "!b.md\n"}, ["b.md", "x/b.md", "x/z/b.md", "y/b.md"]),
    "nested in an ignored folder": ({".gitignore": "x\n", "x/.gitignore": "!*\n"}, ["a.md", "x/a.md"]),
    "all but one folder": ({".gitignore": "/*\n!/x\n"}, ["a.md", "x/a.md", "y/a.md"]),
    "comments, blanks, classes": ({".gitignore": "# a.md\n\n[bc].md  \n\\!d.md\n"}, ["a.md", "b.md", "c.md", "!d.md"]),
    "stars": ({".gitignore": "**/y/*.md\nz/**\n"}, ["y/a.md", "x/y/a.md", "x/a.md", "z/a/b.md", "x/z/a.md"]),
    "carriage returns": ({".gitignore": "b.md\r\nc.md\r\n"}, ["a.md", "b.md", "c.md"]),
}


@pytest.mark.parametrize("case", IGNORES)
@pytest.mark.skipif(shutil.which("git") is None, reason="git says what is right")
def test_gitignore_files_mean_what_git_takes_them_to_mean(tree: Tree, find: Find, tmp_path: Path, case: str) -> None:
    ignores, names = IGNORES[case]
    (tmp_path / ".git").rmdir()
    subprocess.run(["git", "init", "-q", "."], check=True, cwd=tmp_path)
    tree(*names, **ignores)
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--others", "--exclude-standard"],
        *(), check=True, cwd=tmp_path, capture_output=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    assert sorted(find()) == sorted(name for name in listed if name.endswith(".md"))
    assert sorted(find(respect_gitignore=False)) == sorted(names)


def test_a_search_below_the_top_obeys_the_gitignore_files_above_it_within_the_repository(
    tree: Tree, find: Find
) -> None:
    tree("x/y/a.md", "x/y/b.md", "x/y/c.md", **{".gitignore": "a.md\n", "x/.gitignore": "b.md\n"})
    assert find("x/y") == ["x/y/c.md"]
    tree("x/y/.git/HEAD")  # now a repository of its own
    assert find("x/y") == ["x/y/a.md", "x/y/b.md", "x/y/c.md"]


def test_a_named_file_is_taken_though_git_ignores_it(tree: Tree, find: Find) -> None:
    tree("a.md", **{".gitignore": "a.md\n"})
    assert find("a.md") == ["a.md"]
    assert find() == []


def test_links_to_folders_and_circles_of_links_are_not_followed(tree: Tree, find: Find, tmp_path: Path) -> None:
    tree("x/a.md")
    (tmp_path / "x" / "up").symlink_to("..")
    (tmp_path / "x" / "self.md").symlink_to("self.md")
    (tmp_path / "linked.md").symlink_to("x/a.md")
    (tmp_path / "folder.md").symlink_to("x")
    assert find() == ["linked.md", "x/a.md", "x/self.md"]  # a link that leads nowhere is reported, not passed over


@pytest.mark.parametrize(
    "name", ["-a.md", "--config=x.md", "a\nb.md", "a b.md", "情境.md", "a:1:2.md", "..a.md", "...md"]
)
def test_odd_names_are_names(tree: Tree, find: Find, name: str) -> None:
    tree(name)
    assert find() == [name]
    assert find(f"./{name}") == [name]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_utf8_is_found(tree: Tree, find: Find, tmp_path: Path) -> None:
    tree()
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))).write_text("")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert find() == [os.fsdecode(b"\xff.md")]


def test_1500_nested_folders_are_searched_without_recursion(
    tree: Tree, find: Find, tmp_path: Path, within: Within
) -> None:
    tree("a.md")
    folders, start = [], os.getcwd()
    try:
        for _ in range(1_500):  # step by step: the whole path may be longer than a system call takes
            os.mkdir("d")
            os.chdir("d")
            folders.append(os.getcwd())
        Path("b.md").write_text("")
        os.chdir(start)
        with within(20):
            assert find(exclude=()) == ["a.md", "d/" * 1_500 + "b.md"]
    finally:
        if folders:
            Path(folders[-1], "b.md").unlink(missing_ok=True)
        for folder in reversed(folders):
            os.rmdir(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may search everything")
def test_a_folder_that_cannot_be_searched_stops_the_run(tree: Tree, find: Find, tmp_path: Path) -> None:
    tree("a.md")
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(UsageError, match="closed: the folder cannot be searched"):
        find()


def test_a_file_is_named_from_the_current_folder_and_patterns_from_its_configuration(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree("x/y/a.md", "b.md")
    monkeypatch.chdir(tmp_path / "x")
    settings = Settings(root=str(tmp_path))
    found = list(discover(["y", "../b.md", str(tmp_path / "b.md")], lambda _folder: settings))
    assert [(one.name, one.relative) for one in found] == [("y/a.md", "x/y/a.md"), ("../b.md", "b.md")]
    assert Path(found[0].path).samefile(tmp_path / "x/y/a.md")


def test_each_folder_has_its_own_settings(tree: Tree, tmp_path: Path) -> None:
    tree("a.md", "b.txt", "x/a.md", "x/b.txt", "x/y/b.txt")

    def settings_of(folder: str) -> Settings:
        inside = Path(folder).is_relative_to(tmp_path / "x")
        return Settings(root=str(tmp_path), include=("*.txt",) if inside else ("*.md",))

    assert [found.name for found in discover(["."], settings_of)] == ["a.md", "x/b.txt", "x/y/b.txt"]
