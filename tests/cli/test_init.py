from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path

import pytest
import yaml

from bqlint import __version__
from bqlint.scaffold import repository
from tests.conftest import Bqlint


def test_init_writes_a_repository_that_is_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint
) -> None:
    ran = bqlint("init", str(tmp_path / "mine"))
    assert ran.code == 0
    assert f"Next: cd {tmp_path / 'mine'} && git init && git add ." in ran.out
    monkeypatch.chdir(tmp_path / "mine")
    assert bqlint("check", "--fail-on", "info").out == "All clear: 1 story checked, nothing found.\n"


def test_init_writes_files_that_their_readers_understand(tmp_path: Path, bqlint: Bqlint) -> None:
    bqlint("init", str(tmp_path))
    wanted = repository.requirement()
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    assert hooks[0]["additional_dependencies"] == [wanted]
    steps = yaml.safe_load((tmp_path / ".github/workflows/bqlint.yml").read_text())["jobs"]["lint"]["steps"]
    assert steps[-1] == {"run": "nox -s lint"}
    assert tomllib.loads((tmp_path / "bqlint.toml").read_text()) == {"include": ["stories/**/*.md"]}
    assigned = {
        ast.unparse(node.targets[0]): ast.literal_eval(node.value)
        for node in ast.parse((tmp_path / "noxfile.py").read_text()).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    assert assigned["BQLINT"] == wanted


def test_init_overwrites_nothing_and_then_writes_nothing(tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    ran = bqlint("init", str(tmp_path))
    assert ran.code == 2
    assert ran.err.startswith(f"bqlint: {tmp_path / '.gitignore'}: there is such a file already; nothing was written")
    assert [path.name for path in tmp_path.iterdir()] == [".gitignore"]


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (None, f"bqlint=={__version__}"),
        ({"url": "file:///src/bqlint", "dir_info": {"editable": True}}, "bqlint @ file:///src/bqlint"),
        (
            {"url": "https://example.org/b.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "bqlint @ git+https://example.org/b.git@abc",
        ),
    ],
)
def test_a_new_repository_installs_the_bqlint_that_made_it(
    origin: object, requirement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            return json.dumps(origin) if origin and name == "direct_url.json" else None

    monkeypatch.setattr(repository, "distribution", lambda _name: Installed())
    assert repository.requirement() == requirement
