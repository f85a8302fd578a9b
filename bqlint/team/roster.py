"""Who the people of commits and front matter are: by the team's own list of addresses, and by its .mailmap."""

from __future__ import annotations

import re

from bqlint.team.mailmap import Mailmap
from bqlint.team.names import are_alike
from bqlint.team.objects import Person
from bqlint.team.terms import Terms
from bqlint.typed import NamedTuple


class Roster(NamedTuple):
    """The people of a team, as its base knows them."""

    terms: Terms
    mailmap: Mailmap

    def of(self, person: Person) -> Person:
        """Who a commit's author is."""
        return self.mailmap.of(person)

    def is_called(self, person: Person, name: str) -> bool:
        """Whether front matter means `person` by `name`, to the letter; by address alone where the team lists one."""
        addresses = self.terms.people.get(name)
        if addresses is not None:
            return person.email.lower() in map(str.lower, addresses)
        return name in (person.name, person.email)

    def may_be(self, person: Person, name: str) -> bool:
        """Whether `person` may be who front matter calls `name`; here a likeness is enough, for it counts against.

        A name that the team lists is who has one of its addresses; else the first name, or the address's, is enough.
        """
        if self.is_called(person, name) or are_alike(name, self.terms.name_of(person.email)):
            return True
        account = person.email.partition("@")[0]
        parts = (person.name, account, *person.name.split(), *re.split(r"[._+-]", account))
        return name not in self.terms.people and any(are_alike(name, part) for part in parts)

    def are_same(self, one: Person, other: Person) -> bool:
        """Whether two authors may be one person."""
        if one.email.lower() == other.email.lower() or are_alike(one.name, other.name):
            return True
        own = self.terms.name_of(one.email)
        return bool(own) and own == self.terms.name_of(other.email)
