"""The hooks of this checkout, installed by the real pre-commit into a real git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.cli.samples import FLAWED, GOOD

ROOT = Path(__file__).parents[2]
IDENTITY = ("-c", "user.name=Sam", "-c", "user.email=sam@example.org", "-c", "init.defaultBranch=main")
PUBLISHED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "bqlint", "schema")


def git(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    clean["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{clean['PATH']}"
    return subprocess.run(
        ["git", *IDENTITY, *arguments],
        cwd=folder,
        env=clean | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout, as it stands, as a repository that hooks can be taken from."""
    folder = tmp_path_factory.mktemp("source")
    for name in PUBLISHED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    git(folder, "init")
    git(folder, "add", "--all")
    assert git(folder, "commit", "--message", "hooks").returncode == 0
    return folder


@pytest.fixture(scope="module")
def project(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A repository of stories that uses both hooks, installed."""
    folder = tmp_path_factory.mktemp("project")
    revision = git(source, "rev-parse", "HEAD").stdout.strip()
    hooks = [{"id": "bqlint"}, {"id": "bqlint-repo", "stages": ["manual"]}]
    (folder / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": str(source), "rev": revision, "hooks": hooks}]})
    )
    git(folder, "init")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRE_COMMIT_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PIP_DISABLE_PIP_VERSION_CHECK", "1")
        assert pre_commit(folder, "install", "--install-hooks").returncode == 0
        yield folder


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def commit(folder: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    (folder / name).write_text(text)
    git(folder, "add", name)
    return git(folder, "commit", "--message", f"write {name}")


def test_a_bad_story_is_rejected_and_a_good_one_is_committed(project: Path) -> None:
    rejected = commit(project, "flawed.md", FLAWED)
    assert rejected.returncode == 1
    assert "BQ101 schema-violation" in rejected.stdout + rejected.stderr
    assert git(project, "log").returncode != 0  # nothing was committed yet

    git(project, "rm", "--cached", "flawed.md")
    (project / "flawed.md").unlink()
    git(project, "add", ".pre-commit-config.yaml")
    committed = commit(project, "good.md", GOOD)
    assert committed.returncode == 0, committed.stdout + committed.stderr
    assert "good.md" in git(project, "show", "--stat").stdout


def test_a_page_that_the_configuration_does_not_include_is_no_story(project: Path) -> None:
    (project / "bqlint.toml").write_text('include = ["stories/**/*.md"]\n')
    git(project, "add", "bqlint.toml")
    committed = commit(project, "guide.md", "# How we work\n")
    (project / "bqlint.toml").unlink()
    git(project, "rm", "--cached", "bqlint.toml")
    assert committed.returncode == 0, committed.stdout + committed.stderr


def test_all_that_the_program_reads_is_installed_with_it(project: Path) -> None:
    """The real pre-commit installs a wheel, as pip does."""
    (installed,) = Path(os.environ["PRE_COMMIT_HOME"]).glob("repo*/py_env-*/lib/python*/site-packages/bqlint")
    data = {path.relative_to(ROOT / "bqlint") for path in (ROOT / "bqlint").rglob("*.*") if path.is_file()}
    data = {path for path in data if "__pycache__" not in path.parts}
    data |= {Path("schemas") / path.name for path in (ROOT / "schema").iterdir()}
    assert [str(path) for path in sorted(data) if not (installed / path).is_file()] == []


def test_the_repository_hook_lints_every_story(project: Path) -> None:
    (project / "deep").mkdir(exist_ok=True)
    (project / "deep" / "old.md").write_text("# no front matter\n")
    ran = pre_commit(project, "run", "bqlint-repo", "--hook-stage", "manual")
    assert ran.returncode == 1
    assert "deep/old.md:1:1" in ran.stdout


@pytest.mark.parametrize(
    "hook", yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()), ids=lambda hook: hook["id"]
)
def test_each_hooks_own_entry_tells_good_from_bad(hook: dict[str, object], tmp_path: Path) -> None:
    for name, text, code in (("good", GOOD, 0), ("bad", FLAWED, 1)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "x.md").write_text(text)
        entry = str(hook["entry"]).split()
        assert entry[0] == "bqlint"
        names = ["x.md"] if hook.get("pass_filenames", True) else []
        command = [sys.executable, "-P", "-m", *entry, *names]
        assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == code
