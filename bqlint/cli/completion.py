"""Print a script that lets a shell complete bqlint's commands, options and their values.

bash: `bqlint completion bash >> ~/.bashrc`; zsh: `bqlint completion zsh > "${fpath[1]}/_bqlint"`; fish:
`bqlint completion fish > ~/.config/fish/completions/bqlint.fish`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from bqlint import cli
from bqlint.cli.options import write
from bqlint.render import FORMATS
from bqlint.rules import load
from bqlint.typed import NamedTuple


class Flag(NamedTuple):
    """One option of a command: how it is spelt, the values it takes ("" for any, none for a switch), what it is for."""

    name: str
    values: tuple[str, ...]
    takes_value: bool
    help: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint completion`."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell that completes")


def run(options: argparse.Namespace) -> int:
    """Print the script of one shell."""
    write(_SCRIPTS[options.shell]())
    return 0


def _flags(command: str) -> Iterator[Flag]:
    """The long options of a command, in the order of its help."""
    for action in cli.parser_of(command)._actions:
        for name in action.option_strings:
            if name.startswith("--"):
                known = _VALUES.get(name, ())
                values = tuple(map(str, action.choices or ())) or tuple(known)
                text = (action.help or "").replace("%%", "%").partition(";")[0].partition(" (default")[0]
                yield Flag(name, values, action.nargs != 0, text)


def _words(command: str) -> tuple[str, ...]:
    """The values that a command's first argument takes, where they are known."""
    if command == "rule":
        return tuple(load())
    for action in cli.parser_of(command)._actions:
        if not action.option_strings and action.choices:
            return tuple(map(str, action.choices))
    return ()


_VALUES = {"--output-format": FORMATS, "--select": load(), "--ignore": load(), "--extend-select": load()}
"""Options whose values are known, though the parser takes others as well."""


def _bash() -> str:
    cases = []
    for command in cli.COMMANDS:
        flags = list(_flags(command))
        known = [flag for flag in flags if flag.takes_value and flag.values]
        cases += [f'    {command}:{flag.name}) words="{" ".join(flag.values)}" ;;' for flag in known]
        others = "|".join(f"{command}:{flag.name}" for flag in flags if flag.takes_value and not flag.values)
        if others:
            cases.append(f"    {others}) ;;")
        told = " ".join((*(flag.name for flag in flags), *_words(command)))
        cases.append(f'    {command}:*) words="{told}" ;;')
    return "\n".join(
        (
            "_bqlint() {",
            '  local current="${COMP_WORDS[COMP_CWORD]}" words=""',
            f'  if [ "$COMP_CWORD" -eq 1 ]; then words="{" ".join(cli.COMMANDS)} --help --version"',
            '  else case "${COMP_WORDS[1]}:${COMP_WORDS[COMP_CWORD-1]}" in',
            *cases,
            "  esac; fi",
            '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
            "}",
            "complete -o default -F _bqlint bqlint",
            "",
        )
    )


def _zsh() -> str:
    lines = ["#compdef bqlint", "_bqlint() {", "  local -a commands", "  commands=("]
    lines += [f"    {_quoted(f'{name}:{what}')}" for name, what in cli.COMMANDS.items()]
    lines += ["  )", "  if (( CURRENT == 2 )); then _describe command commands; return; fi", "  case $words[2] in"]
    for command in cli.COMMANDS:
        specs = []
        for flag in _flags(command):
            value = f":value:({' '.join(flag.values)})" if flag.values else ":value:_files" if flag.takes_value else ""
            text = flag.help.replace("[", "(").replace("]", ")").replace(":", " ")
            specs.append(_quoted(f"{flag.name}[{text}]{value}"))
        words = _words(command)
        specs.append(_quoted(f"*:argument:({' '.join(words)})" if words else "*:file:_files"))
        lines.append(f"    {command}) shift words; (( CURRENT-- )); _arguments {' '.join(specs)} ;;")
    return "\n".join(
        (
            *lines,
            "  esac",
            "}",
            'if [ "$funcstack[1]" = _bqlint ]; then _bqlint "$@"',
            "else compdef _bqlint bqlint; fi",
            "",
        )
    )


def _fish() -> str:
    lines = []
    for name, what in cli.COMMANDS.items():
        lines.append(f"complete -c bqlint -n __fish_use_subcommand -f -a {name} -d {_quoted(what)}")
    for command in cli.COMMANDS:
        there = f"complete -c bqlint -n {_quoted(f'__fish_seen_subcommand_from {command}')}"
        for flag in _flags(command):
            value = f" -x -a {_quoted(' '.join(flag.values))}" if flag.values else " -r" if flag.takes_value else ""
            lines.append(f"{there} -l {flag.name[2:]}{value} -d {_quoted(flag.help)}")
        words = _words(command)
        if words:
            lines.append(f"{there} -f -a {_quoted(' '.join(words))}")
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """`text` as one word of any of the shells."""
    from shlex import quote

    return quote(text)


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""Every shell with what makes its script."""
