"""The hooks of this checkout, installed by the real pre-commit into a real git repository."""

from __future__ import annotations

import marshal
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bqlint import pattern, schema
from bqlint.language.lexicon import lines
from tests.cli.samples import FLAWED, GOOD

ROOT = Path(__file__).parents[2]
IDENTITY = ("-c", "user.name=Sam", "-c", "user.email=sam@example.org", "-c", "init.defaultBranch=main")
PUBLISHED = (
    ".pre-commit-hooks.yaml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "bqlint",
    "schema",
    "scripts",
    "stories",
)


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


@pytest.fixture
def installed(project: Path) -> Path:
    """The package in the environment that the real pre-commit made, from a wheel, as pip does."""
    (package,) = Path(os.environ["PRE_COMMIT_HOME"]).glob("repo*/py_env-*/lib/python*/site-packages/bqlint")
    return package


def test_all_that_the_program_reads_is_installed_with_it(installed: Path) -> None:
    data = {path.relative_to(ROOT / "bqlint") for path in (ROOT / "bqlint").rglob("*.*") if path.is_file()}
    data = {path for path in data if "__pycache__" not in path.parts}
    data |= {Path("schemas") / path.name for path in (ROOT / "schema").iterdir()}
    held = {path for path in data if path.parent == _WORDS and path.suffix == ".txt"}
    assert [str(path) for path in sorted(data - held) if not (installed / path).is_file()] == []
    files: set[str] = runpy.run_path(str(installed / "built" / "files.py"))["FILES"]
    assert set(map(str, data - held)) - {str(_WORDS / "syllables.LICENSE")} <= set(files)
    assert [name for name in files if not (installed / name).is_file()] == []


_WORDS = Path("language", "words")


def test_a_wheel_holds_what_a_checkout_looks_up(installed: Path) -> None:
    lists: dict[str, str] = runpy.run_path(str(installed / "built" / "words.py"))["LISTS"]
    names = [path.stem for path in (ROOT / "bqlint" / _WORDS).glob("*.txt")]
    assert {name: text.splitlines() for name, text in lists.items()} == {name: list(lines(name)) for name in names}
    schemas = runpy.run_path(str(installed / "built" / "schemas.py"))["SCHEMAS"]
    assert schemas == {"story.schema.json": schema.of_stories()}


def test_a_wheel_knows_the_patterns_that_stories_ask_for(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maker, forms = marshal.loads((installed / "built" / "patterns").read_bytes())
    assert len(forms) > 100
    if maker == pattern.made_by():
        monkeypatch.setattr(pattern, "_BUILT", str(installed / "built" / "patterns"))
        pattern._forms.cache_clear()
        assert [each for each in forms if pattern.compiled(*each) != re.compile(*each)] == []
        pattern._forms.cache_clear()


def test_what_an_installed_package_found_before_it_was_changed_is_found_anew(installed: Path, tmp_path: Path) -> None:
    package = shutil.copytree(installed, tmp_path / "bqlint")
    (tmp_path / "x.md").write_text(FLAWED)

    def told() -> str:
        command = [sys.executable, "-P", "-m", "bqlint", "check", "--cache-dir", "cache", "x.md"]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        return done.stdout

    assert "BQ302 vague-magnitude" in told() == told()
    rules = package / "rules" / "result.py"
    rules.write_text(rules.read_text().replace("vague-magnitude", "airy-magnitude"))
    assert "BQ302 airy-magnitude" in told()


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
