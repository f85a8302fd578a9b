"""The argument parser of every command."""

from __future__ import annotations

import argparse
import re

from bqlint.errors import UsageError
from bqlint.nearest import did_you_mean
from bqlint.typed import Any, NoReturn

WIDTH = 100
"""Columns of a command's help."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line like any other of bqlint's."""

    def __init__(self, **options: Any) -> None:
        # a width of its own keeps argparse from importing shutil, and all it imports, at every start
        super().__init__(formatter_class=lambda prog: argparse.HelpFormatter(prog, width=WIDTH), **options)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the whole usage."""
        meant = ""
        if unknown := _UNKNOWN.search(message):
            meant = did_you_mean(unknown["option"], self._option_string_actions)
        elif (wrong := _WRONG.search(message)) and wrong["choices"].count(",") < _MANY:
            meant = did_you_mean(wrong["value"], _CHOICE.findall(wrong["choices"]))
        raise UsageError(f"{message}{meant}", hint=f"see `{self.prog} --help`")


_UNKNOWN = re.compile(r"^unrecognized arguments: (?P<option>--[\w-]+)")
_WRONG = re.compile(r"invalid choice: '(?P<value>[^']*)' \(choose from (?P<choices>.*)\)")
_CHOICE = re.compile(r"[\w-]+")
_MANY = 20
"""Choices from which on none is suggested: a reader sees the list."""
