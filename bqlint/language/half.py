"""The English and the Chinese half of each question, imported when a sentence of that language is first asked."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from bqlint.prose import Sentence
from bqlint.typed import Any


def half(sentence: Sentence, question: str) -> Any:
    """The module that answers `question` in the language of `sentence`: `bqlint.language.en.agent`."""
    return _module(sentence.lang, question)


@cache
def _module(lang: str, question: str) -> Any:
    return import_module(f"bqlint.language.{lang}.{question}")
