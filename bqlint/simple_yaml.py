"""Front matter as nearly all stories have it, read without YAML's library, whose import costs two bare interpreters.

Only what YAML reads in the same way is read here: lines of `key: value` with plain or simply quoted text, and lists in
brackets. For anything else the answer is None, and the library is asked.
"""

from __future__ import annotations

import re

from bqlint.finding import Span
from bqlint.node import Node, resolve
from bqlint.pattern import compiled

MAX_LINES = 60
MAX_COMMAS = 1_000
"""So that front matter of more values than are allowed is left to the one who counts them."""
_KEY = compiled(r"([A-Za-z_][A-Za-z0-9_-]{0,60}): +")
_PLAIN = r"[^\W_](?:[^\n:#\[\]{},\"]*[^\s:#\[\]{},\"])?"
_QUOTED = r'"[^"\\\n]*"'
_VALUE = compiled(rf"({_QUOTED}|[^\W_](?:[^\n:#]*[^\s:#])?) *$")
_ITEM = compiled(rf" *({_QUOTED}|{_PLAIN}) *(,|\])")

_EMPTY = compiled(r" *\]")


def simple_mapping(block: str, offset: int) -> Node | None:
    """The root mapping of `block`, which stands at `offset`; None where it may be more than simple."""
    if not block.replace("\n", "").isprintable() or block.count("\n") > MAX_LINES or block.count(",") > MAX_COMMAS:
        return None
    root = Node(Span(offset, offset), {}, "mapping")
    start = 0
    for line in block.split("\n"):
        if line and not _read(line, offset + start, root):
            return None
        start += len(line) + 1
    if not root.keys:
        return None
    root.span = Span(root.keys[0].span.start, root.items[-1].span.end)
    return root


def _read(line: str, at: int, root: Node) -> bool:
    """Add the key and the value of `line`, which stands at `at`, to `root`; False where it is not simple."""
    key = _KEY.match(line)
    if not key or key[1] in root.value:
        return False
    node = _list(line, key.end(), at) if line.startswith("[", key.end()) else _scalar(line, key.end(), at)
    if node is None:
        return False
    root.keys.append(Node(Span(at, at + key.end(1)), key[1], raw=key[1]))
    root.items.append(node)
    root.value[key[1]] = node.value
    return True


def _scalar(line: str, start: int, at: int) -> Node | None:
    value = _VALUE.match(line, start)
    return _node(value, at) if value else None


def _list(line: str, start: int, at: int) -> Node | None:
    """The list in brackets that begins at `start` and ends the line."""
    node = Node(Span(at + start, at + start), [], "sequence")
    end = start + 1
    empty = _EMPTY.match(line, end)
    while not empty:
        item = _ITEM.match(line, end)
        if not item:
            return None
        node.items.append(_node(item, at))
        end = item.end()
        if item[2] == "]":
            break
    end = empty.end() if empty else end
    node.value = [item.value for item in node.items]
    node.span = Span(at + start, at + end)
    return node if not line[end:].strip(" ") else None


def _node(match: re.Match[str], at: int) -> Node:
    """The scalar in the first group of `match`."""
    text, span = match[1], Span(*match.span(1)).shifted(at)
    if text.startswith('"'):
        return Node(span, text[1:-1], raw=text[1:-1])
    return Node(span, resolve(text), raw=text)
