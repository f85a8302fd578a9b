"""A team's repository in a temporary folder: people who commit, and the gate that looks at their branch."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.cli.samples import GOOD
from tests.conftest import Bqlint, Ran
from tests.hooks.test_pre_commit import git

STORY = GOOD.replace("author: sam", "author: Sam Ode").replace("status: draft", "status: in-review")
CONFIG = 'include = ["stories/**/*.md"]\n'
PATH = "stories/x.md"


class Person(NamedTuple):
    """Somebody with a name and an address."""

    name: str
    email: str


SAM = Person("Sam Ode", "sam@example.org")
KIM = Person("Kim Lee", "kim@example.org")
ANA = Person("Ana Ruiz", "ana@example.org")


class Team:
    """The repository; `top` is its folder, `main` its base, and a branch `work` is checked out."""

    def __init__(self, top: Path, bqlint: Bqlint) -> None:
        self.top, self.bqlint = top, bqlint

    def begin(self) -> None:
        """Make the repository."""
        self.git("init", "--template=")
        self.write("bqlint.toml", CONFIG)
        self.commit(ANA, "begin")
        self.git("checkout", "-b", "work")

    def git(self, *arguments: str, who: Person = ANA) -> str:
        """Run git as somebody; it must succeed."""
        identity = {
            "GIT_AUTHOR_NAME": who.name,
            "GIT_AUTHOR_EMAIL": who.email,
            "GIT_COMMITTER_NAME": who.name,
            "GIT_COMMITTER_EMAIL": who.email,
        }
        done = git(self.top, *arguments, environment=identity)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, path: str, text: str) -> None:
        """Put `text` into a file of the working tree."""
        (self.top / path).parent.mkdir(parents=True, exist_ok=True)
        (self.top / path).write_text(text, encoding="utf-8")

    def read(self, path: str = PATH) -> str:
        """What a file of the working tree holds."""
        return (self.top / path).read_text(encoding="utf-8")

    def change(self, old: str, new: str, path: str = PATH) -> None:
        """Replace a text that must be there."""
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def commit(self, who: Person, message: str = "work", *options: str) -> str:
        """Commit all that was changed, as somebody, and give the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--message", message, *options, who=who)
        return self.git("rev-parse", "HEAD")

    def approve(self, name: str, path: str = PATH) -> None:
        """What `bqlint approve --as NAME` writes."""
        ran = self.bqlint("approve", path, "--as", name, "--today", "2026-03-14")
        assert ran.code == 0, ran.err

    def gate(self, base: str = "main") -> Ran:
        """The gate's word on the branch."""
        return self.bqlint("gate", "--base", base)

    def refusals(self, base: str = "main") -> list[str]:
        """What the gate says in the lines of stories; it must refuse."""
        ran = self.gate(base)
        assert ran.code == 1, ran.out + ran.err
        return [line.strip() for line in ran.out.splitlines() if line.startswith("    ")]

    def told(self, status: str = "approved") -> None:
        """Sam commits a story of that status."""
        self.write(PATH, STORY.replace("status: in-review", f"status: {status}"))
        self.commit(SAM, "tell it")

    def approved(self) -> str:
        """A story that Sam committed and Kim approved; the commit that approves."""
        self.told()
        self.approve(KIM.name)
        return self.commit(KIM, "approve it")


def run(folder: Path, *command: str) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def on_main(team: Team, **files: str) -> None:
    """Ana adds to the base, and `work` begins there."""
    team.git("checkout", "main")
    for path, text in files.items():
        team.write({"config": "bqlint.toml", "mailmap": ".mailmap", "schema": "own.json"}[path], text)
    team.commit(ANA, "terms")
    team.git("checkout", "-B", "work")
