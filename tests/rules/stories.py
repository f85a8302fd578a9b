"""Example texts made into whole stories, with the places that their ⟦marks⟧ name."""

from __future__ import annotations

import re
from typing import Any

from bqlint import schema
from bqlint.finding import Span
from bqlint.parsing import Grammar, Parsed, parse
from bqlint.rules.base import CONFIGURATION, Example
from bqlint.source import Source

_REST = {
    "en": {
        "situation": "The bakery lost its evening trade.",
        "task": "I had to win it back by June.",
        "action": "I asked the guests what they missed. I moved the ovens and trained two bakers.",
        "result": "Evening sales rose by 20%.",
        "reflection": "I learned to ask the guests first. Since then I have asked before every change.",
    },
    "zh": {
        "situation": "面包店晚上的生意没有了。",
        "task": "我要在六月前把生意做回来。",
        "action": "我问客人想要什么。我换了烤箱，培训了两位师傅。",
        "result": "晚上的销售额提高了20%。",
        "reflection": "我学到了要先问客人。从那以后，我每次调整前都会先问。",
    },
}
_HEADINGS = {"situation": "情境", "task": "任务", "action": "行动", "result": "结果", "reflection": "反思"}


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without its ⟦ ⟧, and the ranges that they enclosed."""
    spans: list[Span] = []
    text, opened = "", -1
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            opened = len(text)
        elif part == "⟧":
            spans.append(Span(opened, len(text)))
        else:
            text += part
    return text, spans


def whole(example: Example) -> str:
    """The example, marks included, as a whole story file that is good but for it."""
    if example.within == "file":
        return example.text
    front: dict[str, Any] = {"title": "T", "questions": [], "status": "draft", "author": "sam", **example.front}
    head = "".join(f"{key}: {value if value != [] else '[]'}\n" for key, value in front.items())
    if example.within == "body":
        return f"---\n{head}---\n{example.text}"
    lang = str(front.get("lang", "en"))
    parts = {**_REST[lang], example.within: example.text}
    headings = _HEADINGS if lang == "zh" else {role: role.title() for role in parts}
    body = "\n".join(
        f"{text}\n" if text.startswith("## ") else f"## {headings[role]}\n{text}\n" for role, text in parts.items()
    )
    return f"---\n{head}---\n# T\n\n{body}"


def side_by_side(example: Example) -> dict[str, str]:
    """The files of an example in a repository, marks included, by their names; CONFIGURATION for a bqlint.toml."""
    parts = re.split(r"^=== (.+)\n", example.text, flags=re.MULTILINE)[1:]
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    return {
        CONFIGURATION if name == "bqlint.toml" else name: text if name == "bqlint.toml" else _with_front_matter(text)
        for name, text in files.items()
    }


def _with_front_matter(text: str) -> str:
    """A story file whose front matter has what it must have, besides what `text` says."""
    front, body = re.fullmatch(r"(?:---\n(.*?)---\n)?(.*)", text, re.DOTALL).groups("")  # type: ignore[union-attr]
    questions = "" if "questions:" in front else "questions: []\n"
    return f"---\nstatus: draft\nauthor: sam\n{questions}{front}---\n{body}"


def parsed(text: str) -> Parsed:
    """A story file's text, parsed with the shipped schema."""
    shipped = schema.load(schema.shipped("story.schema.json"))
    return parse(Source("x.md", text), Grammar(schema.judge(shipped)))
