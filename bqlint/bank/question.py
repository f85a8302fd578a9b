"""A question of a bank."""

from __future__ import annotations

from bqlint.typed import NamedTuple


class Question(NamedTuple):
    """A question: its `id` is the bank's name and its own, `general/conflict`; `kind` is what it asks for.

    `principle` is the name of the principle that it belongs to, "" for none; `also` are other wordings.
    """

    id: str
    text: str
    kind: str
    competencies: tuple[str, ...]
    strong_mid: str
    strong_senior: str
    principle: str = ""
    also: tuple[str, ...] = ()

    @property
    def bank(self) -> str:
        """The name of the bank that holds it."""
        return self.id.partition("/")[0]
