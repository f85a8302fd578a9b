"""Keep the deny-list of names that no story may tell: add a term, remove one, make the key. Terms are never shown."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Iterator

from bqlint import atomic
from bqlint.cli.options import add_configuration, configured, write
from bqlint.confidential.key import key, refuse_inside_a_repository
from bqlint.confidential.listed import Entry, entry, name_of, read, text
from bqlint.confidential.place import DENY_LIST, VARIABLE, default_file
from bqlint.confidential.wording import spelling
from bqlint.errors import UsageError
from bqlint.upwards import top_of

_BYTES_OF_A_KEY = 32


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint confidential`."""
    parser.add_argument(
        "action",
        choices=("add", "remove", "key"),
        help="add or remove terms, typed unseen or one a line on standard input; key: make a key",
    )
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Change the list, or make the key; 1 where a term to remove is not there."""
    if options.action == "key":
        return _make_key()
    settings = configured(options).of(os.getcwd())
    path = settings.deny_list() or os.path.join(settings.root if settings.origins else top_of("."), DENY_LIST)
    secret = _key_of(path)
    there = read(path) if os.path.exists(path) else frozenset()
    given = set(_entries(secret))
    wanted = there | given if options.action == "add" else there - given
    if wanted != there:
        atomic.write(path, text(wanted).encode("utf-8"))
    changed, done = len(wanted ^ there), "added" if options.action == "add" else "removed"
    write(f"{changed} of {len(given)} {done}; {len(wanted)} in {os.path.relpath(path)}.\n")
    if options.action == "add" and not settings.confidential:
        write(f'Next: `confidential = "{DENY_LIST}"` in bqlint.toml makes a list that is gone an error.\n')
    return 1 if options.action == "remove" and changed < len(given) else 0


def _key_of(path: str) -> bytes:
    """The key, which has to be the one that made what the list holds."""
    secret = key()
    if secret is None:
        hint = f"`bqlint confidential key` makes one; a team's goes into {default_file()} or ${VARIABLE}"
        raise UsageError("there is no key to hash the term with", hint=hint)
    others = {each.key for each in (read(path) if os.path.exists(path) else ())} - {name_of(secret)}
    if others:
        message = f"the list was made with another key ({', '.join(sorted(others))}) than yours ({name_of(secret)})"
        raise UsageError(message, place=os.path.relpath(path), hint="use the team's key")
    return secret


def _entries(secret: bytes) -> Iterator[Entry]:
    """What is typed, a term at a time, as entries; each is counted, so that a slip can be seen and the term cannot."""
    for term in _terms():
        made = entry(term, secret)
        if made is None:
            raise UsageError("a term needs two letters or digits at the least, and under 100 words")
        write(f"{made.words} word{'' if made.words == 1 else 's'}, {len(spelling(term)[0])} letters\n")
        yield made


def _terms() -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from filter(str.strip, sys.stdin.read().splitlines())
        return
    from getpass import getpass

    while term := getpass("Term (not shown; Enter ends): ").strip():
        yield term


def _make_key() -> int:
    """Write a new key where none is, for its owner alone to read."""
    path = default_file()
    refuse_inside_a_repository(path)
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UsageError("there is a key already; it was left as it is", place=path) from None
    made = secrets.token_urlsafe(_BYTES_OF_A_KEY)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(f"{made}\n")
    write(
        f"wrote {path}\nShare it with the team by a safe way, and with CI as the secret ${VARIABLE}. Never commit it.\n"
    )
    return 0
