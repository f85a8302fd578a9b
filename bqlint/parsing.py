"""A decoded file to a story. Parsing is strict and whole: either a file becomes a `Story`, or problems say why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bqlint import frontmatter
from bqlint.bank import Bank
from bqlint.block import Block
from bqlint.finding import Problem, Span
from bqlint.headings import ALIASES, roles_of
from bqlint.markdown import blocks
from bqlint.node import Node
from bqlint.pattern import pattern
from bqlint.source import Source
from bqlint.story import PROSE, Section, Story
from bqlint.typed import NamedTuple

_CONFLICT = pattern(r"(?:^|(?<=[\r\n]))(?:(?:<{7}|>{7}) [^\r\n]*|={7}(?=[\r\n]|$))")


class Parsed(NamedTuple):
    """What a file became: a story, or none; and every problem on the way. One that cannot be parsed has no story."""

    source: Source
    story: Story | None
    problems: tuple[Problem, ...] = ()


_MOST = 100
"""Lines of conflicts that are told; a merge that left more was not looked at."""


class Grammar(NamedTuple):
    """What parsing takes from the settings: the judge of the front matter, a team's own section aliases, its banks."""

    judge: Callable[[Node], tuple[Problem, ...]] = lambda _root: ()
    aliases: Mapping[str, str] = ALIASES
    bank: Bank = Bank()


def parse(source: Source, grammar: Grammar) -> Parsed:
    """The story in `source`; BQ004 to BQ006 leave none, schema violations (BQ101) leave one."""
    conflicts = tuple(_conflicts(source.text))
    if conflicts:
        return Parsed(source, None, conflicts)
    front = frontmatter.parse(source.text)
    if front.root is None:
        return Parsed(source, None, front.problems)
    found = blocks(source, front.body)
    lang = "zh" if front.root.value.get("lang") == "zh" else "en"
    heading = next((b for b in found if _is_title(b, grammar.aliases)), None)
    sections = tuple(_sections(source, front.body, found, heading, grammar.aliases, lang))
    return Parsed(source, Story(source, front, found, sections, heading, grammar.bank), grammar.judge(front.root))


def _conflicts(text: str) -> Iterator[Problem]:
    """BQ006 for each line of a merge that was not finished; a heading underlined with seven signs alone is none."""
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return
    lines = list(_CONFLICT.finditer(text))
    if any(line[0][0] in "<>" for line in lines) and any(line[0][0] == "=" for line in lines):
        for line in lines[:_MOST]:
            message = f"a merge conflict is left open here: `{line[0][:7]}`"
            yield Problem("BQ006", Span(*line.span()), message, "Finish the merge.")


def _is_title(block: Block, aliases: Mapping[str, str]) -> bool:
    """Whether a block is the story's title: a first-level heading that opens no section."""
    return block.kind == "heading" and block.level == 1 and not block.nested and not _roles(block, aliases)


def _roles(block: Block, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """The roles that a block opens: none unless it is a heading of its own; the title "T" is no Task."""
    if block.kind != "heading" or block.nested or (block.level == 1 and len(block.text.strip()) == 1):
        return ()
    return roles_of(block.text, aliases)


def _sections(
    source: Source, body: int, found: tuple[Block, ...], title: Block | None, aliases: Mapping[str, str], lang: str
) -> Iterator[Section]:
    """The sections of the body; prose before the first heading is one of its own, without heading or role."""
    opened: Block | None = None
    roles: tuple[str, ...] = ()
    held: list[Block] = []
    start = body
    for block in found:
        if block is title:
            start = block.span.end if opened is None and not held else start
            continue
        named = _roles(block, aliases)
        if named or (block.kind == "heading" and not block.nested and block.level <= 2):
            line = source.line_starts[source.position(block.span.start)[0] - 1]
            if opened is not None or any(b.kind in PROSE for b in held):
                yield Section(roles, opened, Span(start, line), tuple(held), lang)
            opened, roles, held, start = block, named, [], line
        else:
            held.append(block)
    if opened is not None or any(b.kind in PROSE for b in held):
        yield Section(roles, opened, Span(start, len(source.text)), tuple(held), lang)
