"""A fresh story: front matter that the schema accepts, and each section with what an interviewer will ask about it."""

from __future__ import annotations

from pathlib import Path
from string import Template

from bqlint.frontmatter import scalar

_TEMPLATES = Path(__file__).parent / "templates"
LANGUAGES = ("en", "zh")


def fresh_story(
    title: str, questions: tuple[str, ...], author: str, lang: str = "en", strong: tuple[str, ...] = ()
) -> str:
    """The text of a story that is yet to be told; `strong` are lines for its Notes: what a strong answer shows."""
    template = Template((_TEMPLATES / f"story.{lang}.md").read_text(encoding="utf-8"))
    text = template.substitute(
        title=scalar(title),
        heading=" ".join(title.split()),
        questions=", ".join(map(scalar, questions)),
        author=scalar(author),
        strong="".join(f"\n- {line}" for line in strong),
    )
    return text.rstrip("\n") + "\n"
