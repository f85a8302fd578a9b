from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from bqlint.cli import COMMANDS
from bqlint.configuration.layers import load_file, presets
from tests.conftest import Bqlint

ROOT = Path(__file__).parent.parent
PAGES = runpy.run_path(str(ROOT / "scripts" / "build_docs.py"))["PAGES"]
WRITTEN = ("adopting.md", "confidentiality.md", "coverage.md", "importing.md", "team.md")


@pytest.mark.parametrize("name", PAGES)
def test_a_made_page_is_what_the_code_says(name: str) -> None:
    """`python scripts/build_docs.py` writes them anew."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name]()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_page_names_commands_and_presets_that_exist(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert set(re.findall(r"^ *bqlint ([a-z]+)|`bqlint ([a-z]+)", text, re.MULTILINE)) <= {
        pair for command in COMMANDS for pair in ((command, ""), ("", command))
    }
    assert set(re.findall(r'extends = "([^"]+)"', text)) <= set(presets())


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([\w./-]+\.md)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).is_file()


def test_the_terms_that_the_page_on_teams_shows_are_read(tmp_path: Path) -> None:
    (tmp_path / "allowed_signers").write_text("")
    tables = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "team.md").read_text(encoding="utf-8"), re.DOTALL)
    for table in tables:
        (tmp_path / "bqlint.toml").write_text(table)
        assert load_file(str(tmp_path / "bqlint.toml")).terms.listed
    assert len(tables) == 2


def test_the_page_on_importing_shows_what_its_notebook_becomes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    page = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")
    notebook, table = (re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0] for kind in ("markdown", "text"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebook.md").write_text(notebook)
    assert bqlint("import", "notebook.md", "--to", "stories", "--dry-run").out == table
