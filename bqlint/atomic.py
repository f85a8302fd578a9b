"""Write a file whole or not at all: a kill at any moment leaves the old file, or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping

from bqlint.upwards import refuse_link_out


def write(path: str, content: bytes) -> None:
    """Put `content` at `path`; an old file's mode is kept, and a link is written through to the file it names.

    Raises OSError where that is not possible, or the link leads out of the repository; then nothing has changed.
    """
    refuse_link_out(path)
    target = os.path.realpath(path)
    if os.path.lexists(target) and not os.path.isfile(target):
        raise OSError(errno.EINVAL, "it is not a regular file", path)
    folder = os.path.dirname(target)
    handle, draft = tempfile.mkstemp(prefix=".bqlint-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(draft, _mode(target))
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise


def write_folder(folder: str, files: Mapping[str, bytes]) -> None:
    """Put `files`, by name, into `folder`; a new folder appears with all of them or not at all.

    In a folder that is there, all are written beside their places first and moved there last. Raises OSError.
    """
    refuse_link_out(folder)
    parent = os.path.dirname(os.path.abspath(folder))
    is_new = not os.path.exists(folder)
    os.makedirs(parent, exist_ok=True)
    staged = tempfile.mkdtemp(prefix=".bqlint-", dir=parent if is_new else folder)
    try:
        for name, content in files.items():
            write(os.path.join(staged, name), content)
        if is_new:
            os.chmod(staged, 0o777 & ~_mask())
            os.rename(staged, folder)
        else:
            for name in files:
                os.replace(os.path.join(staged, name), os.path.join(folder, name))
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def create(path: str, content: bytes) -> None:
    """Put `content` at `path`, where nothing may be yet: raises FileExistsError, and other OSError. Makes folders."""
    refuse_link_out(path)
    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
    except BaseException:
        os.unlink(path)
        raise


def _mode(path: str) -> int:
    """The mode of the file at `path`, or that of a new file."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        return 0o666 & ~_mask()


def _mask() -> int:
    """The bits that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
