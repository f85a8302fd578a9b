"""An act: one finite verb and who does it."""

from __future__ import annotations

from typing import NamedTuple

from bqlint.finding import Span


class Act(NamedTuple):
    """A finite verb group: its place and its agent (I, we, other, passive, none).

    `main` tells a main clause from one that hangs on another; `elided` an agent that is understood, not named, as in
    "Rebuilt the rota".
    """

    span: Span
    agent: str
    main: bool = True
    elided: bool = False
