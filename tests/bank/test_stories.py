"""The stories of this repository answer the bank: every general and Amazon question is named by one of them."""

from __future__ import annotations

from pathlib import Path

from bqlint import frontmatter
from bqlint.bank import Bank
from tests.conftest import Bqlint

STORIES = sorted((Path(__file__).parent.parent.parent / "stories").glob("*.md"))


def test_every_general_and_amazon_question_has_a_story() -> None:
    named: set[str] = set()
    for path in STORIES:
        root = frontmatter.parse(path.read_text(encoding="utf-8")).root
        assert root is not None
        named.update(root.value["questions"])
    asked = {question.id for question in Bank().questions() if question.id.startswith(("general/", "amazon/"))}
    assert sorted(asked - named) == []


def test_they_are_a_library() -> None:
    texts = [path.read_text(encoding="utf-8") for path in STORIES]
    assert len(texts) >= 24
    for ids, least in (("general/failure", 4), ("general/conflict", 4), ("level: senior", 4), ("lang: zh", 2)):
        assert sum(ids in text for text in texts) >= least, ids


def test_they_are_clean_under_the_strict_preset(bqlint: Bqlint, tmp_path: Path) -> None:
    (tmp_path / "bqlint.toml").write_text('extends = ["strict"]\n')
    ran = bqlint("check", str(STORIES[0].parent), "--config", str(tmp_path / "bqlint.toml"))
    assert ran.out == f"All clear: {len(STORIES)} stories checked, nothing found.\n"
