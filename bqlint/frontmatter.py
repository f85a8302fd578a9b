"""The YAML front matter of a story, as values that know their place. The only importer of yaml.

Everything is checked on the event stream, before anything is composed: deep nesting kills libyaml's composer, aliases
and merge keys explode later, tags run constructors. Values stay what the author wrote: only `true`, `false`, `null`
and plain integers are resolved, so `2024-05`, `NO` and `1e3` are text.
"""

from __future__ import annotations

import re

from bqlint.finding import Problem, Span
from bqlint.node import Node, resolve
from bqlint.pattern import compiled, pattern
from bqlint.simple_yaml import simple_mapping
from bqlint.typed import Any, NamedTuple

MAX_DEPTH = 16
MAX_NODES = 2_000
MAX_CHARACTERS = 64_000
_TOO_DEEP = f"the front matter is nested over {MAX_DEPTH} deep"
_ODD_SIGN = "the front matter holds a character that YAML does not allow"
_BELOW = "Text belongs below the front matter, under its headings."
_FLAT = "A story needs lists and keys one or two deep."
_TAKE_OUT = "Take it out; it may be one that is not seen."

_OPEN = compiled(r"---[ \t]*(?:\r\n?|\n)")
_CLOSE = compiled(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PLAIN = pattern(r"[^\W\d_](?:[\w ./()'-]*[\w.)/])?")
_ELSEWHERE = frozenset(("y", "n", "yes", "no", "on", "off"))
"""Text here, but true or false to other readers of YAML."""


class FrontMatter(NamedTuple):
    """The parsed block: its root mapping, where the body starts, and what was wrong. Problems leave `root` None."""

    root: Node | None
    span: Span
    body: int
    problems: tuple[Problem, ...] = ()


class _Refused(Exception):
    """Front matter that is not composed; carries the problem."""

    def __init__(self, message: str, span: Span, help: str = "") -> None:
        super().__init__(message)
        self.problem = Problem("BQ005", span, message, help)


def parse(text: str) -> FrontMatter:
    """The front matter of a decoded story; BQ004 where there is none, BQ005 where it cannot be used."""
    opening = _OPEN.match(text)
    if not opening:
        return _none(
            "the file has no front matter",
            "Begin it with `key: value` lines between two `---` lines, or `exclude` it where it is not a story.",
        )
    closing = _CLOSE.search(_unix(text), opening.end())
    if not closing:
        return _none("the front matter is opened but never closed", "Put a line `---` after its last key.")
    return _read(text, Span(opening.end(), closing.start()), closing.end())


def document(text: str) -> FrontMatter:
    """A whole YAML file, held to the same limits as a story's front matter; BQ005 where it cannot be used."""
    return _read(text, Span(0, len(text)), len(text))


def _read(text: str, span: Span, body: int) -> FrontMatter:
    try:
        if span.end - span.start > MAX_CHARACTERS:
            raise _Refused(f"the front matter has over {MAX_CHARACTERS:,} characters", Span(0, 3), _BELOW)
        mark = 1 if text.startswith("\ufeff", span.start) else 0  # libyaml takes it for a byte order mark
        root = _compose(text[span.start + mark : span.end], span.start + mark)
    except _Refused as refused:
        return FrontMatter(None, span, body, (refused.problem,))
    return FrontMatter(root, span, body, ())


def _none(message: str, help: str) -> FrontMatter:
    return FrontMatter(None, Span(0, 0), 0, (Problem("BQ004", Span(0, 0), message, help),))


def scalar(text: str) -> str:
    """`text` as a YAML scalar that `parse` reads back as itself: plain where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and resolve(text) == text and text.casefold() not in _ELSEWHERE:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else _escape(sign) for sign in escaped) + '"'


def _escape(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def _unix(text: str) -> str:
    """`text` with lone CR and CRLF as LF, of the same length, for patterns that look at line ends."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _compose(block: str, offset: int) -> Node:
    """The root mapping of `block`, built from YAML events without recursion; yaml is imported only where needed."""
    plain = simple_mapping(block, offset)
    if plain is not None:
        return plain
    import yaml

    composer = _Composer(yaml, block, offset)
    events: Any = yaml.parse(block, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        for event in events:
            composer.take(event)
    except UnicodeEncodeError as error:  # half of a surrogate pair
        place = Span(offset + error.start, offset + error.end)
        raise _Refused(_ODD_SIGN, place, _TAKE_OUT) from error
    except yaml.MarkedYAMLError as error:
        raise _Refused(*_why(error, offset, len(block))) from None
    except yaml.reader.ReaderError as error:
        at = offset + next((at for at, sign in enumerate(block) if not _is_allowed(ord(sign))), 0)
        place = Span(at, at + 1)
        raise _Refused(_ODD_SIGN, place, _TAKE_OUT) from error
    root = composer.root
    if root is None or root.kind != "mapping":
        message = "the front matter is not a list of `key: value` lines"
        raise _Refused(message, root.span if root else Span(0, 3), "Begin each line with a key: `title: …`.")
    return root


class _Composer:
    """Nodes from events. `open` are the collections that are not closed yet, `keys` the key that waits in each."""

    def __init__(self, yaml: Any, block: str, offset: int) -> None:
        self.yaml, self.block, self.offset = yaml, block, offset
        self.root: Node | None = None
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.count = 0

    def take(self, event: Any) -> None:
        """Add what `event` brings; refuses what a story needs none of."""
        if isinstance(event, self.yaml.NodeEvent):
            self.count += 1
            node = self._node(event)
            if self.count > MAX_NODES:
                raise _Refused(f"the front matter has over {MAX_NODES:,} values", node.span, _BELOW)
            self._attach(node)
            if node.kind != "scalar":
                self.open.append(node)
                self.keys.append(None)
                if len(self.open) > MAX_DEPTH:
                    raise _Refused(_TOO_DEEP, node.span, _FLAT)
        elif isinstance(event, self.yaml.CollectionEndEvent):
            node = self.open.pop()
            self.keys.pop()
            node.span = Span(node.span.start, self._end(node, self.offset + event.end_mark.index))

    def _node(self, event: Any) -> Node:
        """A node for a scalar or an opened collection; refuses anchors, aliases, tags."""
        yaml = self.yaml
        span = Span(self.offset + event.start_mark.index, self.offset + event.end_mark.index)
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("the front matter uses an alias (`*name`)", span, "Write the value out.")
        if event.anchor is not None:
            mark = Span(span.start, span.start + 1 + len(event.anchor))
            raise _Refused("the front matter uses an anchor (`&name`)", mark, "Write the value out where it is needed.")
        if event.tag is not None and event.tag != "!":
            raise _Refused("the front matter uses a tag (`!name`)", span, "Leave it out; quotes keep a value text.")
        if isinstance(event, yaml.ScalarEvent):
            return Node(span, resolve(event.value) if event.implicit[0] else event.value, raw=event.value)
        mapping = isinstance(event, yaml.MappingStartEvent)
        return Node(span, {} if mapping else [], "mapping" if mapping else "sequence")

    def _attach(self, node: Node) -> None:
        """Put `node` where it belongs: the root, an item, a key, or the value of the key that waits."""
        if not self.open:
            if self.root is not None:
                raise _Refused("the front matter holds more than one document", node.span, "Keep one of them.")
            self.root = node
            return
        parent, key = self.open[-1], self.keys[-1]
        if parent.kind == "sequence":
            parent.items.append(node)
            parent.value.append(node.value)
        elif key is not None:
            parent.items.append(node)
            parent.value[key.value] = node.value
            self.keys[-1] = None
        else:
            self.keys[-1] = _key(node, parent)
            parent.keys.append(node)

    def _end(self, node: Node, mark: int) -> int:
        """Where a collection ends: block style ends with its last item, not with the blank lines behind it."""
        start = node.span.start - self.offset
        if self.block[start : start + 1] in ("[", "{"):
            return mark
        return node.items[-1].span.end if node.items else mark


def _key(node: Node, parent: Node) -> Node:
    """`node` as a key of the mapping `parent`: text, as it is written, and there once."""
    if node.kind != "scalar":
        raise _Refused("a key of the front matter is a list or a mapping", node.span, "Quote it to make it text.")
    node.value = node.raw
    if node.value == "<<":
        raise _Refused("the front matter uses a merge key (`<<`)", node.span, "Write the keys out.")
    if node.value in parent.value:
        raise _Refused(f"the key `{_clip(node.value)}` stands twice", node.span, "Keep one of them.")
    return node


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


def _is_allowed(code: int) -> bool:
    """Whether YAML allows this code point; libyaml says only at which byte it met one that is not."""
    return code in (9, 10, 13, 0x85) or 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xD7FF or code >= 0xE000


def _why(error: Any, offset: int, length: int) -> tuple[str, Span, str]:
    """Message, place and help of a YAML error; the message never quotes the file."""
    problem = re.sub(r"\s+", " ", error.problem or "it cannot be parsed")
    marks = [error.problem_mark, error.context_mark]
    mark = next(filter(None, reversed(marks) if "end of stream" in problem else marks), None)
    at = min(mark.index, length) if mark else 0
    kind = re.sub(r"['\"].*?['\"]", "a sign", problem) if "expected" not in problem else problem
    if "maximum nesting depth" in problem:  # a newer libyaml looks ahead, and gives up before its events show the depth
        return _TOO_DEEP, Span(offset + at, offset + min(at + 1, length)), _FLAT
    place = Span(offset + at, offset + min(at + 1, length))
    for said, meant in _IN_PLAIN_WORDS.items():
        if said in problem:
            return f"the front matter is not valid YAML: {meant[0]}", place, meant[1]
    help = "Quote values that hold `: ` or begin with a sign such as `@`, `*`, `[` or `%`."
    return f"the front matter is not valid YAML: {kind}", place, help


_IN_PLAIN_WORDS = {
    "mapping values are not allowed": (
        "a second `: ` stands in one value",
        'Quote the value: `title: "Plan B: rain"`.',
    ),
    "cannot start any token": (
        "a value or a line begins with a sign that means something else",
        "Put the value in quotes, and indent with blanks instead of tabs.",
    ),
    "unexpected end of stream": ("a quotation mark is opened and not closed", "Close it."),
}
"""What libyaml says of the mistakes that people make, and what it means for them: message and help."""
