"""Rules that are code run only where whoever runs bqlint said so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Bqlint

PLUGIN = '''
from bqlint.finding import Severity
from bqlint.rules.base import Rule


class Kiosk(Rule):
    """A kiosk is named.

    We do not sell to kiosks any more.
    """

    code, name, severity = "TEAM007", "kiosk", Severity.ERROR

    def check(self, story):
        at = story.source.text.find("kiosk")
        if at >= 0:
            yield self.finding(type(story.place)(at, at + 5), "a kiosk", help="Name the shop.")


open("canary", "w").close()
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose configuration names a plugin."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BQLINT_ALLOW_PLUGINS", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.md").write_text(GOOD.replace("status: draft", "status: in-review"))
    (tmp_path / "own.py").write_text(PLUGIN)
    (tmp_path / "bqlint.toml").write_text('plugins = ["own.py"]\n')
    return tmp_path


def test_it_does_not_run_by_itself_and_says_so(folder: Path, bqlint: Bqlint) -> None:
    ran = bqlint("check", "x.md")
    assert (ran.code, ran.out) == (0, "All clear: 1 story checked, nothing found.\n")
    assert ran.err == "bqlint: bqlint.toml:1: names plugins; they are code, and run with --allow-plugins only\n"
    assert not (folder / "canary").exists()


def test_the_configuration_may_speak_of_a_plugins_rules(folder: Path, bqlint: Bqlint) -> None:
    (folder / "bqlint.toml").write_text('plugins = ["own.py"]\nignore = ["TEAM007"]\n')
    assert bqlint("check", "x.md").code == 0
    assert bqlint("check", "x.md", "--allow-plugins").code == 0


def test_a_configuration_below_is_told_of_as_well(folder: Path, bqlint: Bqlint) -> None:
    (folder / "new").mkdir()
    for name in ("x.md", "own.py", "bqlint.toml"):
        (folder / name).rename(folder / "new" / name)
    told = bqlint("check", "new").err
    assert told == "bqlint: new/bqlint.toml:1: names plugins; they are code, and run with --allow-plugins only\n"


@pytest.mark.parametrize("options", [("--allow-plugins",), ("--allow-plugins", "--select", "TEAM007"), ()])
def test_it_runs_where_the_user_allows_it(
    folder: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    if not options:
        monkeypatch.setenv("BQLINT_ALLOW_PLUGINS", "1")
    ran = bqlint("check", "x.md", "--output-format", "concise", *options)
    assert ran.code == 1
    assert "error TEAM007 a kiosk" in ran.out
    assert bqlint("check", "x.md", "--ignore", "TEAM007", *options[:1]).code == 0


def test_untrusted_refuses_it_whatever_the_environment_says(
    folder: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BQLINT_ALLOW_PLUGINS", "1")
    ran = bqlint("check", "x.md", "--untrusted")
    assert ran.err == "bqlint: bqlint.toml:1: names plugins; --untrusted refuses them\n"
    assert not (folder / "canary").exists()
    assert bqlint("check", "x.md", "--untrusted", "--allow-plugins").code == 2


@pytest.mark.parametrize(
    ("plugin", "told"),
    [
        ("1 / 0", "the plugin own.py cannot be run: ZeroDivisionError: division by zero"),
        ("x = 1", "the plugin holds no rule"),
        (PLUGIN.replace("TEAM007", "BQ301"), "`BQ301` is no code for a plugin's rule (TEAM001 is one)"),
    ],
)
def test_a_broken_plugin_is_one_line(folder: Path, bqlint: Bqlint, plugin: str, told: str) -> None:
    (folder / "own.py").write_text(plugin)
    ran = bqlint("check", "x.md", "--allow-plugins")
    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_plugin_outside_the_repository_is_refused(
    folder: Path, bqlint: Bqlint, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "own.py"
    outside.write_text(PLUGIN)
    (folder / "bqlint.toml").write_text(f'plugins = ["{outside.as_posix()}"]\n')
    assert bqlint("check", "x.md", "--allow-plugins").code == 2


def test_an_installed_plugin_needs_no_configuration(
    folder: Path, bqlint: Bqlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = folder / "site"
    (package / "kiosks-1.dist-info").mkdir(parents=True)
    (package / "kiosks.py").write_text(PLUGIN.replace("TEAM007", "KIOSK001"))
    (package / "kiosks-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: kiosks\nVersion: 1\n")
    (package / "kiosks-1.dist-info" / "entry_points.txt").write_text("[bqlint.rules]\nkiosks = kiosks\n")
    (folder / "bqlint.toml").unlink()
    monkeypatch.syspath_prepend(package)
    assert bqlint("check", "x.md").code == 0
    assert "kiosks" not in sys.modules
    assert "KIOSK001" in bqlint("check", "x.md", "--allow-plugins").out
