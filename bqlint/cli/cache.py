"""Show where the cache is and how large, or clean it; deleting it is always safe."""

from __future__ import annotations

import argparse
import os

from bqlint.cache.folder import folder
from bqlint.cache.store import MOST_BYTES, clean, files
from bqlint.cli.options import write
from bqlint.errors import UsageError
from bqlint.render.terminal import inert


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint cache`."""
    parser.add_argument("what", choices=("info", "clean"), help="show place and size, or delete what is kept")
    parser.add_argument("--cache-dir", metavar="DIR", help="the folder of the cache (default: the user's cache folder)")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; deletes nothing but the cache's own files."""
    place = folder(options.cache_dir)
    if place is None:
        raise UsageError("there is no cache folder: the environment names no home", hint="use --cache-dir DIR")
    sizes = [os.path.getsize(file) for file in files(place)]
    held = f"{sum(sizes) / 1e6:.1f} MB in {len(sizes)} {'file' if len(sizes) == 1 else 'files'}"
    if options.what == "clean":
        clean(place)
        write(f"{held} deleted from {inert(place)}.\n")
    else:
        write(f"{inert(place)}: {held}; it never grows beyond {MOST_BYTES / 1e6:.0f} MB.\n")
    return 0
