"""The question bank: which questions there are, by id, and of what kind each is.

Only the index is read where a story is linted; the questions themselves are read when somebody looks for one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from bqlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from bqlint.bank.question import Question

_INDEX = os.path.join(os.path.dirname(__file__), "index.txt")


@cache
def kinds() -> Mapping[str, str]:
    """Id to kind (past, situational or self-description) of every shipped question, from the index of the banks."""
    with open(_INDEX, encoding="utf-8") as stream:
        return dict(line.split() for line in stream)


class Bank:
    """The questions that stories may name: the shipped ones and those of a repository's own files."""

    def __init__(self, *files: str) -> None:
        self._files = files
        self.kinds: Mapping[str, str] = {**kinds(), **{question.id: question.kind for question in self._own()}}

    def nearest(self, text: str, most: int = 3) -> tuple[str, ...]:
        """The ids of the questions that `text` most likely means, best first; none where nothing is shared."""
        from bqlint.bank.search import nearest

        return tuple(question.id for question, _ in nearest(text, self.questions(), most))

    def questions(self) -> tuple[Question, ...]:
        """Every question. Raises ConfigError where a file of the repository is no bank."""
        from bqlint.bank.read import shipped

        return (*shipped(), *self._own())

    def _own(self) -> tuple[Question, ...]:
        if not self._files:
            return ()
        from bqlint.bank.read import read_bank

        return tuple(question for file in self._files for question in read_bank(file))
