from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, NoReturn

import hypothesis
import pytest

from bqlint import cli

SLOW = [hypothesis.HealthCheck.too_slow]  # a busy machine is no failure
hypothesis.settings.register_profile("bqlint", deadline=None, max_examples=120, suppress_health_check=SLOW)
hypothesis.settings.load_profile("bqlint")

Within = Callable[[float], AbstractContextManager[None]]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Whatever in this process reaches for the network fails its test; `except Exception` cannot hide it."""

    def refused(*_: Any, **__: Any) -> NoReturn:
        pytest.fail("bqlint reached for the network")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, refused)
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, name, refused)
        yield


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A cache for each test, which may change a rule and must find what that one says."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / f"cache-{next(_CACHES)}"))


_CACHES = count()


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Fails where the block takes longer, and interrupts it where the platform can."""

    def late(*_: Any) -> NoReturn:
        pytest.fail(f"it took longer than {seconds} s")

    start = time.monotonic()
    before = signal.signal(signal.SIGALRM, late) if hasattr(signal, "SIGALRM") else None
    if before is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        if before is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - start <= seconds


@pytest.fixture(scope="session")
def within() -> Within:
    return _within


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
