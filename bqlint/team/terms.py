"""What a team asks of an approval: how many, from whom, and whether they are signed. The `[gate]` table says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from bqlint.typed import NamedTuple

ORDER = ("draft", "in-review", "approved")
"""The statuses, from the first word to the last."""


class Role(NamedTuple):
    """People of whom at least so many must approve, whoever else does."""

    name: str
    approvers: tuple[str, ...]
    approvals: int = 1


class Terms(NamedTuple):
    """What `[gate]` sets. `people` are the e-mail addresses by which git knows a name.

    Without `approvers` and `roles` anybody but the author may approve.
    """

    required_status: str = "approved"
    approvals: int = 1
    approvers: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    people: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    require_signed: bool = False
    allowed_signers: str = ""
    allow_deletion: bool = False

    @property
    def listed(self) -> tuple[str, ...]:
        """Everybody who may approve; nobody where the team names no one."""
        return tuple(dict.fromkeys((*self.approvers, *(name for role in self.roles for name in role.approvers))))

    def is_reached(self, status: str) -> bool:
        """Whether a story of that status has come as far as is required."""
        return status in ORDER and ORDER.index(status) >= ORDER.index(self.required_status)

    def may_approve(self, name: str) -> bool:
        """Whether approvals by `name`, to the letter, count."""
        return not self.listed or name in self.listed

    def name_of(self, email: str) -> str:
        """By which name the team knows an e-mail address; "" where it knows none."""
        known = (name for name, given in self.people.items() if email.lower() in map(str.lower, given))
        return next(known, "")

    def missing(self, approved: Collection[str]) -> Iterator[str]:
        """What is still wanted where those in `approved` did so, one phrase a want."""
        counted = {name for name in approved if self.may_approve(name)}
        if len(counted) < self.approvals:
            yield f"{len(counted)} of {self.approvals} approvals"
        for role in self.roles:
            own = sum(name in role.approvers for name in counted)
            if own < role.approvals:
                yield f"{own} of {role.approvals} approvals by the role `{role.name}` ({', '.join(role.approvers)})"
