"""An act: one finite verb and who does it."""

from __future__ import annotations

from bqlint.typed import NamedTuple


class Act(NamedTuple):
    """What a finite verb group tells: its agent (I, we, other, passive, none).

    `main` tells a main clause from one that hangs on another; `elided` an agent that is understood, not named, as in
    "Rebuilt the rota".
    """

    agent: str
    main: bool = True
    elided: bool = False
