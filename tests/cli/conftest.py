from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bqlint import cli


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Bqlint = Callable[..., Ran]


@pytest.fixture
def bqlint(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Bqlint:
    """Run a command line in this process, as `bqlint ARGUMENTS` would."""
    for name in ("NO_COLOR", "FORCE_COLOR", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Ran:
        capfdbinary.readouterr()
        code = cli.run(arguments)
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run
