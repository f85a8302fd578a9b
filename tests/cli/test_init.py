from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path

import pytest
import yaml

from bqlint import __version__
from bqlint.scaffold import repository
from tests.cli.samples import GOOD
from tests.conftest import Bqlint
from tests.hooks.test_pre_commit import git


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


def test_a_team_gets_a_gate_that_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bqlint: Bqlint) -> None:
    ran = bqlint("init", "--team", str(tmp_path / "ours"), "--owners", "@us/coaches")
    assert "let the main branch require the check `gate`" in ran.out
    monkeypatch.chdir(tmp_path / "ours")
    assert "gate.approvals = 1  # bqlint.toml:" in bqlint("config").out
    job = yaml.safe_load(Path(".github/workflows/gate.yml").read_text())["jobs"]["gate"]
    uses = [step.get("uses", step.get("run")) for step in job["steps"]]
    install, checkout = (next(at for at, what in enumerate(uses) if word in what) for word in ("pip", "checkout"))
    assert install < checkout  # so that pip is never the pull request's own
    assert job["steps"][checkout]["with"]["fetch-depth"] == 0
    assert uses[install] == f'python -P -m pip install "{repository.requirement()}"'

    owned = [line.split() for line in Path(".github/CODEOWNERS").read_text().splitlines() if line[0] != "#"]
    assert {"/.github/", "bqlint.toml", "/.mailmap"} <= {path for path, owner in owned if owner == "@us/coaches"}

    git(Path(), "init")
    git(Path(), "add", "--all")
    git(Path(), "commit", "--message", "begin")
    git(Path(), "update-ref", "refs/remotes/origin/main", "HEAD")
    Path("stories/x.md").write_text(GOOD)
    git(Path(), "add", "--all")
    git(Path(), "commit", "--message", "a draft")
    command = uses[-1].replace('"', "").replace("$GITHUB_BASE_REF", "main").split()
    refused = bqlint(*command[1:])
    assert (command[0], refused.code) == ("bqlint", 1)
    assert "REFUSED stories/x.md" in refused.out


def test_a_repository_that_is_there_gets_the_gate_alone(tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "bqlint.toml").write_text("# ours\n")
    ran = bqlint("init", "--team", str(tmp_path))
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {"bqlint.toml", ".github/workflows/gate.yml", ".github/CODEOWNERS"}
    assert (tmp_path / "bqlint.toml").read_text() == "# ours\n"
    assert "Add to bqlint.toml:" in ran.out
    assert "put your own names into .github/CODEOWNERS" in ran.out
