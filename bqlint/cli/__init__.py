"""The command line: one module a command, imported only when it is asked for."""

from __future__ import annotations

import os
import sys

from bqlint.errors import BqlintError, UsageError

TYPE_CHECKING = False  # as type checkers know it; `typing` costs a fifth of a bare interpreter
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from types import ModuleType, SimpleNamespace

COMMANDS = {
    "check": "find what an interviewer would miss",
    "inspect": "print the parsed story model as JSON",
    "rule": "explain a rule, or list them",
    "config": "show the settings that hold for a file",
    "baseline": "accept today's findings, so that only new ones are reported",
    "coverage": "show which questions the stories cover, and which they leave open",
    "confidential": "keep the deny-list of names that no story may tell",
    "import": "make stories of an old notebook",
    "question": "find a question of the bank",
    "init": "make a folder a repository of stories",
    "new": "begin a story that answers a question",
    "cache": "show or clean what earlier runs found",
    "approve": "write into a story that one has read and approves it",
    "gate": "pass or refuse the stories that a branch changes, before it is merged",
    "status": "show where each story stands, and what stands between it and approval",
    "completion": "print a script that completes commands and options in a shell",
}
"""Every command with what it is for; each is a module of this package."""

_LONGEST = 1_000
"""Signs of an error that are told; a name from somebody's command line may have a hundred thousand."""
_MODULES = {"import": "import_notebook"}
"""Modules of commands whose names Python keeps for itself."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns 0, 1 or 2 as documented, 130 after Ctrl-C. Bad input never shows a traceback."""
    try:
        _open_streams()
        try:
            code = _dispatch(list(arguments))
        except SystemExit:  # argparse has printed a command's help
            code = 0
        sys.stdout.flush()
    except BqlintError as error:
        code = _fail(str(error))
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:  # the reader left, as `| head` does; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 2
    except OSError as error:
        code = _fail(f"{error.filename or 'output'}: {error.strerror or error}")
    except MemoryError:
        code = _fail("the memory that bqlint may use is not enough")
    except Exception as error:
        code = _fail(f"{_where(error)}: {type(error).__name__}; this is a bug in bqlint, please report it")
    return code


def _open_streams() -> None:
    """Streams that were closed before the start, and are None then, lead nowhere; without an output nothing is done."""
    for name, mode in (("stdin", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    if sys.stdout is None:
        raise UsageError("standard output is closed")


def _dispatch(arguments: list[str]) -> int:
    """Hand over to the module of the command named first."""
    name = arguments[0] if arguments else "--help"
    if name in ("-h", "--help", "help"):
        sys.stdout.write(usage())
        return 0 if arguments else 2
    if name in ("-V", "--version"):
        from bqlint import __version__

        sys.stdout.write(f"bqlint {__version__}\n")
        return 0
    if name not in COMMANDS:
        from bqlint.nearest import did_you_mean

        raise UsageError(f"`{name[:60]}` is no command{did_you_mean(name, COMMANDS)}", hint="see `bqlint --help`")
    words = list(map(_name_or_option, arguments[1:]))
    if name == "check":
        from bqlint.cli import recall

        answered = recall.answer(words)
        if answered is not None:
            return answered
    options = (_plain(words) if name == "check" else None) or parser_of(name).parse_args(words)
    options.words = words
    code: int = command(name).run(options)
    return code


def _plain(words: Sequence[str]) -> SimpleNamespace | None:
    """The options of `bqlint check`, which commits wait for, where they can be read without a parser."""
    from bqlint.cli.plain_options import PlainOptions

    options = PlainOptions()
    command("check").arguments(options)
    return options.read(words)


def command(name: str) -> ModuleType:
    """The module of a command: `arguments` declares its options, `run` does it."""
    from importlib import import_module

    return import_module(f"{__name__}.{_MODULES.get(name, name)}")


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of a command's arguments."""
    from bqlint.cli.parser import Parser

    module = command(name)
    parser = Parser(prog=f"bqlint {name}", description=module.__doc__, allow_abbrev=False)
    module.arguments(parser)
    return parser


def _name_or_option(argument: str) -> str:
    """A story whose name looks like an option, as hooks hand it over, as a path that cannot be taken for one."""
    is_story = argument.startswith("-") and argument.endswith((".md", ".markdown")) and os.path.lexists(argument)
    return f"./{argument}" if is_story else argument


def usage() -> str:
    """What `bqlint --help` prints."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()]
    return (
        "usage: bqlint COMMAND [OPTIONS]\n\n"
        "A linter for behavioural-interview (STAR) stories kept as Markdown in git.\n\n"
        "commands:\n" + "\n".join(lines) + "\n\n"
        "`bqlint COMMAND --help` tells its options; `bqlint --version` the version.\n"
        "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage, configuration or internal error.\n"
    )


def _where(error: Exception) -> str:
    """The line of bqlint's own that raised it."""
    place, at = "internal error", error.__traceback__
    while at is not None:
        file = at.tb_frame.f_code.co_filename
        if "bqlint" in file:
            place = f"internal error in {os.path.basename(file)}:{at.tb_lineno}"
        at = at.tb_next
    return place


def _fail(message: str) -> int:
    """Say on standard error, in one inert line, why the run stopped."""
    from bqlint.render.terminal import inert

    told = inert(message if len(message) <= _LONGEST else f"{message[:_LONGEST]} …")
    try:
        sys.stderr.write(f"bqlint: {told}\n")
    except OSError:
        pass  # standard error is closed: the exit code has to say it
    return 2
