"""Records are made without `typing`, and are what `typing` would have made of them."""

from __future__ import annotations

import pickle
from typing import NamedTuple as Usual

import pytest

from bqlint import typed


class Made(typed.NamedTuple):
    """A place."""

    path: str
    line: int = 1
    near: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """How it is told."""
        return f"{self.path}:{self.line}"

    def below(self) -> Made:
        """The next line."""
        return self._replace(line=self.line + 1)


class Expected(Usual):
    """A place."""

    path: str
    line: int = 1
    near: tuple[int, ...] = ()


class Further(Made):
    """One that is derived, as sources are."""


def test_a_record_is_a_named_tuple() -> None:
    made = Made("a.md", near=(3,))
    assert made == ("a.md", 1, (3,)) == Expected("a.md", near=(3,))
    assert (made.shown, made.below().shown) == ("a.md:1", "a.md:2")
    assert repr(made) == repr(Expected("a.md", near=(3,))).replace("Expected", "Made")
    assert (Made._fields, Made._field_defaults, Made.__doc__) == (
        Expected._fields, Expected._field_defaults, Expected.__doc__,
    )  # fmt: skip
    assert (Made.__name__, Made.__qualname__, Made.__module__) == ("Made", "Made", __name__)
    assert Further("b.md").below() == ("b.md", 2, ())
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_is_left_out_or_too_much_is_told_as_usual() -> None:
    with pytest.raises(TypeError, match="path"):
        Made()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Made("a", 1, (), 4)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Made("a").line = 2  # type: ignore[misc]
