"""What git holds: the files of a commit and of the index, by plumbing that runs nothing a repository configures.

`status`, `diff` and `add` are never called: they run filters. Names of commits are resolved once, to hexadecimal.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from hashlib import new as hashed

from bqlint.errors import UsageError

_SAFE = (
    "git", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
)  # fmt: skip
_KEPT = ("GIT_INDEX_FILE",)
"""Of git's own environment: `git commit -- FILE` hands its hooks another index."""
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def top_of(folder: str) -> str:
    """The real path of the top of the working tree that `folder` lies in. Raises UsageError where there is none."""
    top = _run(("rev-parse", "--show-toplevel"), folder)
    if top is None:
        raise UsageError("this is no git working tree", place=os.path.abspath(folder))
    return os.path.realpath(os.fsdecode(top).rstrip("\n"))


def branched_from(ref: str, top: str) -> str:
    """The commit where HEAD left `ref`, in hexadecimal. Raises UsageError where the clone holds no such history."""
    commit = _hex(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"), top)
    if commit is None:
        raise UsageError(f"`{ref[:80]}` is no commit in this clone", hint=_way_out(top))
    base = _hex(("merge-base", commit, "HEAD"), top)
    if base is None:
        raise UsageError(f"this clone holds no common history of `{ref[:80]}` and HEAD", hint=_way_out(top))
    return base


def files_of(commit: str, top: str) -> Mapping[str, str]:
    """Path below the top to blob of every file of a commit ("HEAD" where there is none yet: nothing)."""
    listed = _run(("ls-tree", "-r", "-z", "--full-tree", commit), top) or b""
    rows = (row.partition(b"\t") for row in listed.split(b"\0") if row)
    return {os.fsdecode(path): meta.split()[2].decode() for meta, _, path in rows}


def staged_files(top: str) -> Mapping[str, str]:
    """Path below the top to blob of every file that the next commit would hold."""
    listed = _run(("ls-files", "-z", "--stage", "--full-name"), top) or b""
    rows = (row.partition(b"\t") for row in listed.split(b"\0") if row)
    return {os.fsdecode(path): meta.split()[1].decode() for meta, _, path in rows}


def content(blob: str, top: str) -> bytes:
    """The bytes of a blob. Raises UsageError where the clone does not hold it."""
    found = _run(("cat-file", "blob", blob), top)
    if found is None:
        raise UsageError(f"this clone does not hold the object {blob[:12]}", hint=_way_out(top))
    return found


def is_blob(raw: bytes, blob: str) -> bool:
    """Whether `raw` is the content of a blob, told by its name alone."""
    algorithm = "sha1" if len(blob) == 40 else "sha256"
    return hashed(algorithm, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest() == blob


def _way_out(top: str) -> str:
    shallow = (_run(("rev-parse", "--is-shallow-repository"), top) or b"").strip() == b"true"
    return "the clone is shallow: `git fetch --unshallow` brings the rest" if shallow else "`git fetch` brings new ones"


def _hex(arguments: tuple[str, ...], top: str) -> str | None:
    found = (_run(arguments, top) or b"").decode("ascii", "replace").strip()
    return found if _COMMIT.fullmatch(found) else None


def _run(arguments: tuple[str, ...], folder: str) -> bytes | None:
    """What git prints, or None where it fails. Raises UsageError where there is no git."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    environment = {**clean, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run([*_SAFE, *arguments], cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise UsageError("git is not installed, or not on the PATH") from None
    return done.stdout if done.returncode == 0 else None
