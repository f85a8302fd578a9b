"""What git holds: the files of a commit and of the index, by plumbing that runs nothing a repository configures.

`status`, `diff` and `add` are never called: they run filters. Names of commits are resolved once, to hexadecimal. What
could show another history than the one that was pushed is off: replacements, grafts, and fetching what is missing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from hashlib import new as hashed

from bqlint.errors import UsageError

_SAFE = (
    "git", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "core.commitGraph=false", "-c", "protocol.allow=never",
    "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_TRUE = {
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull, "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C",
}  # fmt: skip
_KEPT = ("GIT_INDEX_FILE",)
"""Of git's own environment: `git commit -- FILE` hands its hooks another index."""
SECONDS = 20
"""For an answer of git's; a walk through the history may take longer. Its own configuration may name a pipe to read."""
_WALK = 600
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def top_of(folder: str) -> str:
    """The real path of the top of the working tree that `folder` lies in. Raises UsageError where there is none."""
    top = _run(("rev-parse", "--show-toplevel"), folder)
    if top is None:
        raise UsageError("this is no git working tree", place=os.path.abspath(folder))
    return os.path.realpath(os.fsdecode(top).rstrip("\n"))


def branched_from(ref: str, top: str) -> str:
    """The commit where HEAD left `ref`, in hexadecimal. Raises UsageError where the clone holds no such history."""
    return fork_points(commit_of(ref, top), "HEAD", ref, top)[0]


def commit_of(ref: str, top: str) -> str:
    """The commit that `ref` names, in hexadecimal. Raises UsageError where it names none in this clone."""
    commit = _hex(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"), top)
    if commit is None:
        raise UsageError(f"`{ref[:80]}` is no commit in this clone", hint=way_out(top))
    return commit


def fork_points(commit: str, head: str, ref: str, top: str) -> tuple[str, ...]:
    """The best common ancestors of `commit`, which `ref` names, and `head`. Raises UsageError where there is none."""
    found = (_run(("merge-base", "--all", commit, head), top) or b"").decode("ascii", "replace").split()
    if not found or not all(map(_COMMIT.fullmatch, found)):
        raise UsageError(f"this clone holds no common history of `{ref[:80]}` and HEAD", hint=way_out(top))
    return tuple(found)


def is_ancestor(commit: str, other: str, top: str) -> bool:
    """Whether a commit is `other`, or on the way to it."""
    return _run(("merge-base", "--is-ancestor", commit, other), top) is not None


def refs_called(name: str, top: str) -> tuple[str, ...]:
    """The tags and branches that `name` may mean, a full name but itself; git takes one of several, unasked."""
    places = ("refs/tags", "refs/heads", "refs/remotes")
    start = re.split(r"[~^@:]", name)[0]
    wanted = [name] if name.startswith("refs/") else [f"refs/{start}", *(f"{place}/{start}" for place in places)]
    listed = (_run(("for-each-ref", "--format=%(refname)", *places), top) or b"").decode("utf-8", "surrogateescape")
    return tuple(ref for ref in listed.split("\n") if ref in wanted)


def is_signed_by(commit: str, signers: str, top: str) -> bool:
    """Whether a commit bears a valid SSH signature by one of the keys in the file `signers`.

    ssh-keygen of the PATH checks it; what the repository configures to be run, and its own keys, have no say. Raises
    UsageError where there is no ssh-keygen.
    """
    if not shutil.which("ssh-keygen"):
        raise UsageError("ssh-keygen is not installed, or not on the PATH", hint="it checks the signatures of commits")
    programs = (
        "gpg.ssh.program=ssh-keygen",
        "gpg.program=false",
        "gpg.openpgp.program=false",
        "gpg.x509.program=false",
    )
    files = (f"gpg.ssh.allowedSignersFile={signers}", "gpg.ssh.revocationFile=", "gpg.format=ssh")
    options = (part for setting in (*programs, *files) for part in ("-c", setting))
    return _run((*options, "verify-commit", commit), top) is not None


def reader(top: str) -> subprocess.Popen[bytes]:
    """A process that is told names of objects in hexadecimal, one a line, and prints each with its kind and size."""
    pipe, none = subprocess.PIPE, subprocess.DEVNULL
    command = [*_SAFE, "cat-file", "--batch"]
    return subprocess.Popen(command, cwd=top, env=_environment(), stdin=pipe, stdout=pipe, stderr=none)  # noqa: S603


def last_changes(top: str) -> Mapping[str, int]:
    """When each path below the top was last changed on the way to HEAD: seconds since 1970, as authors say."""
    log = _run(("rev-list", "HEAD"), top, seconds=_WALK) or b""
    told = _run(
        ("diff-tree", "--stdin", "-r", "-z", "--root", "--no-renames", "--name-only", "--format=%at"), top, log, _WALK
    )
    found: dict[str, int] = {}
    when = 0
    parts = (told or b"").split(b"\0")
    for part, behind in zip(parts, (*parts[1:], b""), strict=True):
        if behind.startswith(b"\n"):  # the time of a commit; its first name stands on a line of its own
            when = int(part) if part.isdigit() else when
        elif part:
            found.setdefault(os.fsdecode(part.removeprefix(b"\n")), when)
    return found


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


def content(blob: str, top: str, most: int) -> bytes:
    """The first `most` bytes of a blob, and one more where it has more. Raises UsageError where the clone lacks it."""
    pipe, none = subprocess.PIPE, subprocess.DEVNULL
    command = [*_SAFE, "cat-file", "blob", blob]
    with subprocess.Popen(command, cwd=top, env=_environment(), stdin=none, stdout=pipe, stderr=none) as process:  # noqa: S603
        found = process.stdout.read(most + 1) if process.stdout else b""
        if len(found) > most:
            process.kill()
            return found
    if process.returncode:
        raise UsageError(f"this clone does not hold the object {blob[:12]}", hint=way_out(top))
    return found


def is_name(text: str) -> bool:
    """Whether `text` is the full name of an object."""
    return _COMMIT.fullmatch(text) is not None


def is_blob(raw: bytes, blob: str) -> bool:
    """Whether `raw` is the content of a blob, told by its name alone."""
    algorithm = "sha1" if len(blob) == 40 else "sha256"
    return hashed(algorithm, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest() == blob


def user(folder: str) -> tuple[str, str]:
    """The name and the e-mail address that commits made in `folder` carry; empty where git knows none."""

    def of(variable: str, key: str) -> str:
        told = _run(("config", key), folder)
        return os.environ.get(variable) or (told or b"").decode("utf-8", "replace").rstrip("\n")

    return of("GIT_AUTHOR_NAME", "user.name"), of("GIT_AUTHOR_EMAIL", "user.email")


def way_out(top: str) -> str:
    """What brings history that a clone lacks."""
    unshallow = "the clone is shallow: `git fetch --unshallow` brings the rest"
    return unshallow if is_shallow(top) else "`git fetch` brings new ones"


def is_shallow(top: str) -> bool:
    """Whether the clone's history is cut off somewhere."""
    return (_run(("rev-parse", "--is-shallow-repository"), top) or b"").strip() == b"true"


def _hex(arguments: tuple[str, ...], top: str) -> str | None:
    found = (_run(arguments, top) or b"").decode("ascii", "replace").strip()
    return found if _COMMIT.fullmatch(found) else None


def _environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return {**clean, **_TRUE}


def _run(arguments: tuple[str, ...], folder: str, told: bytes = b"", seconds: float = 0) -> bytes | None:
    """What git prints, or None where it fails. Raises UsageError where there is no git, or none that answers."""
    command = [*_SAFE, *arguments]
    limit = seconds or SECONDS
    try:
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, env=_environment(), input=told, capture_output=True, check=False, timeout=limit
        )
    except FileNotFoundError:
        raise UsageError("git is not installed, or not on the PATH") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git {arguments[0]} did not answer within {limit:.0f} seconds", place=folder) from None
    return done.stdout if done.returncode == 0 else None
