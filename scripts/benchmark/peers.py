"""The other linters that bqlint is measured beside: those that this machine has or can install."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

NODE_PACKAGES = ("markdownlint-cli2", "textlint", "textlint-rule-no-todo", "textlint-rule-max-comma", "write-good")


class Peer(NamedTuple):
    """A linter, its version, and its command line for a folder of stories: `{files}` stands for each of them."""

    name: str
    version: str
    line: tuple[str, ...]


def peers(folder: Path) -> list[Peer]:
    """Every peer that can be had; those of node are installed into `folder`."""
    return [
        peer
        for peer in (*_of_python(Path(sys.executable).parent), *_of_node(folder), *_vale(folder))
        if shutil.which(peer.line[0])
    ]


def _of_python(tools: Path) -> list[Peer]:
    rumdl, proselint, pymarkdown = (str(tools / name) for name in ("rumdl", "proselint", "pymarkdown"))
    return [
        Peer("rumdl", _version(rumdl, "--version"), (rumdl, "check", "--no-cache", ".")),
        Peer("proselint", _version(proselint, "version"), (proselint, "check", ".")),
        Peer("pymarkdown", _version(pymarkdown, "version"), (pymarkdown, "scan", ".")),
    ]


def _of_node(folder: Path) -> list[Peer]:
    npm = shutil.which("npm")
    if npm is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    installed = subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *NODE_PACKAGES], check=False
    )
    if installed.returncode:
        return []
    rules = folder / "textlintrc.json"
    rules.write_text(json.dumps({"rules": {"max-comma": True, "no-todo": True}}), encoding="utf-8")
    tools = folder / "node_modules" / ".bin"

    def version(package: str) -> str:
        about = folder / "node_modules" / package / "package.json"
        return str(json.loads(about.read_text(encoding="utf-8"))["version"])

    return [
        Peer("markdownlint-cli2", version("markdownlint-cli2"), (str(tools / "markdownlint-cli2"), "**/*.md")),
        Peer("textlint", version("textlint"), (str(tools / "textlint"), "--config", str(rules), ".")),
        Peer("write-good", version("write-good"), (str(tools / "write-good"), "{files}")),
    ]


def _vale(folder: Path) -> list[Peer]:
    """Vale with its own style, where it is installed; no index serves it."""
    vale = shutil.which("vale")
    if vale is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    rules = folder / "vale.ini"
    rules.write_text("[*.md]\nBasedOnStyles = Vale\n", encoding="utf-8")
    return [Peer("Vale", _version(vale, "--version"), (vale, "--no-exit", f"--config={rules}", "."))]


def _version(tool: str, asking: str) -> str:
    """The last word of what a tool says about its version; "" where it is not there."""
    if not shutil.which(tool):
        return ""
    said = subprocess.run([tool, asking], capture_output=True, text=True, check=False).stdout.split()
    return said[-1].removeprefix("v") if said else ""
