"""Options that several commands share, and what they come to."""

from __future__ import annotations

import os
import sys

from bqlint.configuration import Configured
from bqlint.errors import UsageError
from bqlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from datetime import date


def count(text: str) -> int:
    """A whole number of the command line, not below 0."""
    if not (text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS):
        raise _wrong(f"`{text[:40]}` is not a whole number from 0 up")
    return int(text)


_MOST_DIGITS = 20


def day(text: str) -> date:
    """A day of the command line."""
    from datetime import date

    try:
        return date.fromisoformat(text if "-" in text else "")
    except ValueError:
        raise _wrong(f"`{text[:40]}` is not a day; write it as 2027-01-31") from None


def _wrong(message: str) -> Exception:
    """What argparse makes its one line of."""
    from argparse import ArgumentTypeError

    return ArgumentTypeError(message)


def add_configuration(parser: argparse.ArgumentParser) -> None:
    """`--config` and `--isolated`."""
    parser.add_argument("--config", metavar="FILE", help="use this configuration file for all stories")
    parser.add_argument("--isolated", action="store_true", help="use no configuration file at all")


def add_cache(parser: argparse.ArgumentParser) -> None:
    """`--no-cache` and `--cache-dir`."""
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write what earlier runs found")
    parser.add_argument("--cache-dir", metavar="DIR", help="keep that in DIR (default: the user's cache folder)")


def add_trust(parser: argparse.ArgumentParser) -> None:
    """`--allow-plugins` and `--untrusted`."""
    trust = parser.add_mutually_exclusive_group()
    trust.add_argument(
        "--allow-plugins", action="store_true", help="run rules that are code: installed ones, `plugins`"
    )
    trust.add_argument("--untrusted", action="store_true", help="run no code but bqlint's own, whatever else allows it")


def allows_plugins(options: argparse.Namespace) -> bool:
    """Whether rules that are code may run: as asked, else as the user's environment says; a repository cannot."""
    return not options.untrusted and (options.allow_plugins or os.environ.get("BQLINT_ALLOW_PLUGINS") == "1")


def add_color(parser: argparse.ArgumentParser) -> None:
    """`--color`."""
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")


def configured(options: argparse.Namespace, **laid_over: Any) -> Configured:
    """The settings that the options ask for, with `laid_over` set by the command line."""
    if options.config and options.isolated:
        raise UsageError("--config and --isolated cannot be combined")
    if options.config and not os.path.isfile(options.config):
        raise UsageError("there is no such configuration file", place=options.config)
    return Configured(file=options.config, isolated=options.isolated, laid_over=laid_over)


def wants_color(choice: str) -> bool:
    """Whether to colour standard output: as asked, else NO_COLOR, FORCE_COLOR, else only on a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Put `text` on standard output as UTF-8, whatever the locale says."""
    sys.stdout.flush()
    for start in range(0, len(text), _PIECE):
        sys.stdout.buffer.write(text[start : start + _PIECE].encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


_PIECE = 1 << 20
"""Characters that are encoded at once: a report of many stories is held in memory a single time."""


def author() -> str:
    """Who writes: git's user.name, else the name that the system knows the user by."""
    import getpass

    from bqlint import git

    try:
        name, _ = git.user(".")
    except UsageError:  # no git
        name = ""
    return name or getpass.getuser()
