"""The parsed story model as JSON; schema/inspect.schema.json describes it."""

from __future__ import annotations

from collections.abc import Iterable

from bqlint.language.agent import agent
from bqlint.language.figures import figures
from bqlint.language.readability import scores
from bqlint.language.vague import vague
from bqlint.prose import Sentence
from bqlint.render.places import range_of
from bqlint.render.strict_json import strict_json
from bqlint.source import Source
from bqlint.story import Section, Story
from bqlint.typed import Any


def render(stories: Iterable[Story]) -> str:
    """`{"version": 1, "stories": […]}`, ASCII only."""
    return strict_json({"version": 1, "stories": [_story(story) for story in stories]}, indent=1) + "\n"


def _story(story: Story) -> dict[str, Any]:
    english = " ".join(" ".join(s.text.split()) for s in story.sentences() if s.lang == "en")
    return {
        "path": story.source.path,
        "title": story.title,
        "front_matter": story.data,
        "lang": story.lang,
        "words": round(story.weight),
        "spoken_seconds": round(story.spoken_seconds),
        "digest": f"sha256:{story.source.digest}",
        "readability": scores(english) if english else {},
        "sections": [_section(story.source, section) for section in story.sections],
    }


def _section(source: Source, section: Section) -> dict[str, Any]:
    return {
        "role": section.role,
        "heading": section.heading.text.strip() if section.heading else "",
        "range": range_of(source, section.span),
        "words": round(section.weight),
        "sentences": [_sentence(source, sentence) for sentence in section.sentences],
    }


def _sentence(source: Source, sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.span.of(source.text),
        "range": range_of(source, sentence.span),
        "agent": agent(sentence),
        "figures": [
            {"text": figure.span.of(source.text), "range": range_of(source, figure.span), "kind": figure.kind}
            for figure in figures(sentence)
        ],
        "vague": [{"text": span.of(source.text), "range": range_of(source, span)} for span in vague(sentence)],
    }
