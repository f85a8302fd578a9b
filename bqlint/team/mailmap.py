"""Who is who among the authors of commits, as a .mailmap says; bqlint reads it itself, for git takes the change's own.

The lines are those of gitmailmap(5): a proper name and address, then the address, and perhaps the name, of commits.
"""

from __future__ import annotations

import re

from bqlint.team.objects import Person
from bqlint.typed import NamedTuple

_LINE = re.compile(r"([^<>#][^<>]*|)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?.*")


class _Mapped(NamedTuple):
    """What a commit's name and address stand for; an empty part stays what it is."""

    name: str
    email: str


class Mailmap:
    """The people of a .mailmap, as git reads it.

    Of two lines for one address the later one wins, part by part; of two for one name and address, as a whole. A line
    for a name and an address wins over one for the address alone.
    """

    def __init__(self, text: str = "") -> None:
        self._by_email: dict[str, _Mapped] = {}
        self._by_both: dict[tuple[str, str], _Mapped] = {}
        for line in text.splitlines():
            match = _LINE.fullmatch(line)
            if match:
                self._add(*((part or "").strip() for part in match.groups()))

    def of(self, person: Person) -> Person:
        """Who `person` is."""
        email = person.email.lower()
        mapped = self._by_both.get((person.name.lower(), email)) or self._by_email.get(email)
        return Person(mapped.name or person.name, mapped.email or person.email) if mapped else person

    def _add(self, name: str, email: str, old_name: str, old_email: str) -> None:
        if not old_email:
            self._by_email[email.lower()] = _over(self._by_email.get(email.lower()), _Mapped(name, ""))
        elif old_name:
            self._by_both[old_name.lower(), old_email.lower()] = _Mapped(name, email)
        else:
            self._by_email[old_email.lower()] = _over(self._by_email.get(old_email.lower()), _Mapped(name, email))


def _over(old: _Mapped | None, new: _Mapped) -> _Mapped:
    """What a later line says, over what an earlier one said of the same commits."""
    return _Mapped(new.name or old.name, new.email or old.email) if old else new
