"""A property that is worked out at its first use and kept on its object.

What `functools.cached_property` does since Python 3.12; before, it takes a lock each time, which costs a story more
than reading its front matter does. Objects here are read by one thread.
"""

from __future__ import annotations

from bqlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy:  # noqa: N801 - used like `property`
        """A property kept in the `__dict__` of its object, which hides it from the second use on."""

        def __init__(self, work: Any) -> None:
            self.work, self.name, self.__doc__ = work, work.__name__, work.__doc__

        def __get__(self, owner: Any, kind: type | None = None) -> Any:
            if owner is None:
                return self
            value = owner.__dict__[self.name] = self.work(owner)
            return value


__all__ = ["lazy"]
