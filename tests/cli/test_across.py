"""Rules across stories: no story is linted twice for them, and after a change the same is said as without a cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from bqlint import cli, many, one

Check = Callable[..., str]
OPENINGS = (
    "The night shift had lost its lead.",
    "Every Monday the belt stood still.",
    "Nobody had counted the crates.",
)
DEEDS = ("counted", "moved", "sold", "mended", "drew", "asked for", "measured", "cleaned", "packed", "wrote down")
THINGS = ("crates", "belts", "bins", "lamps", "gates", "ramps", "scales", "labels", "shelves", "doors", "racks", "keys")
PLACES = ("in Leith", "by the quay", "at noon", "with two clerks", "on paper", "before the frost", "for a week")


def story(number: int, chance: Random) -> str:
    """A story of its own words that begins as every third one does."""
    acts = [f"I {chance.choice(DEEDS)} {chance.choice(THINGS)} {chance.choice(PLACES)}." for _ in range(12)]
    return (
        f"---\ntitle: Shift {number}\nquestions: [general/conflict]\nstatus: in-review\nauthor: sam\n---\n"
        f"# Shift {number}\n\n## Situation\n\n{OPENINGS[number % 3]} I came {PLACES[number % 7]}.\n\n## Task\n\n"
        f"I had to find out why.\n\n## Action\n\n{' '.join(acts)}\n\n## Result\n\nLosses fell by {number + 2}%.\n\n"
        f"## Reflection\n\nI learned to count first, and since then I have counted {number} {chance.choice(THINGS)}.\n"
    )


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hundred and twenty stories, more than are compared anew after a change; four of them copies."""
    (tmp_path / ".git").mkdir()
    texts = [story(number, Random(number)) for number in range(120)]
    for number in range(4):
        copied = texts[number].replace(f"Shift {number}\n", f"Shift {100 + number}\n")
        texts[100 + number] = copied.replace("I had to find out why.", "It fell to me to find out.")
    for number, text in enumerate(texts):
        (tmp_path / f"{number:03}.md").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def run(*words: str) -> str:
        cli.run(["check", "--output-format", "concise", "--jobs", "1", *(words or ["."])])
        return capsys.readouterr().out

    return run


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the stories that are linted from now on."""
    seen: list[str] = []
    genuine = many.linted

    def counted(found: object, *rest: object) -> one.Linted:
        seen.append(found.name)  # type: ignore[attr-defined]
        return genuine(found, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(many, "linted", counted)
    return seen


def test_a_story_of_which_rules_across_stories_speak_is_linted_once(
    library: Path, check: Check, linted: list[str]
) -> None:
    out = check(".", "--no-cache")
    assert (out.count("BQ903"), out.count("BQ902")) == (120, 4)
    assert sorted(linted) == sorted(path.name for path in library.glob("*.md"))


def test_a_story_that_may_mute_what_is_said_of_it_is_linted_again(
    library: Path, check: Check, linted: list[str]
) -> None:
    muted = library / "007.md"
    muted.write_text(muted.read_text() + "\n<!-- bqlint: ignore-file BQ903 -- told by the whole shift -->\n")
    assert "007.md:11:1: warning BQ903" not in check(".", "--no-cache")
    assert linted.count("007.md") == 2
    assert len(linted) == 121


def test_after_a_change_of_its_words_one_story_is_linted(library: Path, check: Check, linted: list[str]) -> None:
    check()
    changed = library / "050.md"
    changed.write_text(changed.read_text().replace(OPENINGS[2], OPENINGS[0]))
    linted.clear()
    told = check()
    assert linted == ["050.md"]
    assert told == check(".", "--no-cache")
    assert check() == told


def test_whatever_changes_the_same_is_said_as_without_a_cache(library: Path, check: Check) -> None:
    chance = Random(7)
    check()
    for step in range(12):
        files = sorted(library.glob("*.md"))
        file, other = chance.sample(files, 2)
        if step % 4 == 0:
            file.unlink()
        elif step % 4 == 1:
            (library / f"{step}{file.name}").write_text(other.read_text() + "I was late.\n")
        elif step % 4 == 2:
            file.write_text(other.read_text().replace("title: ", "title: Once more, "))
        else:
            file.rename(library / f"z{file.name}")
        assert check() == check(".", "--no-cache")


def test_a_story_that_changes_while_it_is_linted_is_told_as_it_then_stands(
    library: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = many.again
    changed = library / "008.md"

    def late(*given: object) -> object:
        changed.write_text("\n" + changed.read_text())
        return genuine(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("bqlint.across.again", late)
    assert any("BQ004" in line for line in check().splitlines() if line.startswith("008.md"))
