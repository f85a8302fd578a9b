"""Whether a commit is signed by whom it should be: with an SSH key that the base gives that person, checked by git."""

from __future__ import annotations

import os
from collections.abc import Sequence

from bqlint import git
from bqlint.team.objects import Commit
from bqlint.team.terms import Terms

_SSH = "-----BEGIN SSH SIGNATURE-----"


def unsigned(commit: Commit, by: str, terms: Terms, folder: str, top: str) -> str:
    """Why a commit of the repository at `top` does not count as signed by `by`; "" where it does.

    `folder` is a place to write that person's keys to. Raises UsageError where there is no ssh-keygen.
    """
    short = commit.id[:10]
    if not commit.signature:
        return f"the approval by {by} came in {short}, which is not signed"
    if commit.signature != _SSH:
        return f"{short} bears no SSH signature; of other kinds the base does not say whose keys are whose"
    addresses = terms.people.get(by, (by,) if "@" in by else ())
    if not addresses:
        return f"the base does not say by which address the signers' keys are {by}'s: [gate.people]"
    keys = os.path.join(folder, "signers")
    with open(terms.allowed_signers, "rb") as stream:
        own = [line for line in stream.read().splitlines() if _is_of(line, addresses)]
    with open(keys, "wb") as stream:
        stream.write(b"\n".join((*own, b"")))
    if not git.is_signed_by(commit.id, keys, top):
        return f"the signature of {short} is not by a key that the base gives {by}"
    return ""


def _is_of(line: bytes, addresses: Sequence[str]) -> bool:
    """Whether a line of an allowed-signers file gives a key to one of the addresses, and to nobody besides.

    git looks for any principal that a key has; here a key of somebody else's must not do, nor a pattern.
    """
    principals = line.split(maxsplit=1)[0].decode("utf-8", "replace").split(",") if line.strip() else []
    known = {address.lower() for address in addresses}
    return bool(principals) and all(principal.lower() in known for principal in principals)
