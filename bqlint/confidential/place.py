"""Where the deny-list and its key are looked for. It imports next to nothing, for every start asks."""

from __future__ import annotations

import os

DENY_LIST = ".bqlint-confidential"
"""The name of the deny-list's file, unless the settings name another."""
VARIABLE = "BQLINT_CONFIDENTIAL_KEY"
FILE_VARIABLE = "BQLINT_CONFIDENTIAL_KEY_FILE"


def default_file() -> str:
    """Where the key stands unless the environment names another file: in the user's own configuration."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(home, "bqlint", "confidential.key")


def key_file() -> str:
    """The file of the key."""
    return os.environ.get(FILE_VARIABLE) or default_file()


def of_the_key() -> object:
    """What tells the key from another; of its file not what it holds, which belongs in no cache."""
    try:
        status = os.stat(key_file())
    except OSError:
        return os.environ.get(VARIABLE)
    return os.environ.get(VARIABLE), status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
