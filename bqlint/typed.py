"""What type checkers read as `typing`, without the module: its import and its records cost a start half a bare Python.

Here a name of an annotation stands for nothing, and a record is made without a look at the types of its fields.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated as Annotated
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Final as Final
    from typing import Generic as Generic
    from typing import NamedTuple as NamedTuple
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import overload as overload
else:
    from collections import namedtuple

    Any = ClassVar = Final = NoReturn = Annotated = object

    class Protocol:
        """Nothing: who fits a protocol need not know it."""

    class Generic:
        """A class that takes types in brackets and goes on without them."""

        def __class_getitem__(cls, _types):
            return cls

    def TypeVar(name, *_constraints):  # noqa: N802  (a class's name, as in `typing`)
        """A name alone."""
        return name

    def cast(_type, value):
        """The value as it is."""
        return value

    def overload(function):
        """The function as it is; the last of the same name is what runs."""
        return function

    class _Record(type):
        """Makes a named tuple of a class that declares fields, with the methods that it has."""

        def __new__(cls, name, bases, body):
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in body.items():
                if key not in fields and key not in ("__annotations__", "__module__", "__classcell__"):
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Record, "NamedTuple", (), {"__doc__": "The base of records, as in `typing`."})
