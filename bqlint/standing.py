"""Where each story of a team stands: its status, its age, and what stands between it and approval."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from bqlint import git
from bqlint.configuration import Configured
from bqlint.discover import Found, discover
from bqlint.errors import UsageError
from bqlint.finding import Severity
from bqlint.policy.judge import Policy
from bqlint.policy.masking import mask_of
from bqlint.run import parsed_file, report_on
from bqlint.settings import APPROVALS
from bqlint.source import Source, read
from bqlint.story import Story
from bqlint.team.digest import changed_since, is_of
from bqlint.team.reviews import Review, is_by_author, reviews
from bqlint.team.terms import ORDER, Terms
from bqlint.typed import NamedTuple


class Approval(NamedTuple):
    """An approval that the front matter lists, and why it does not hold; "" where it does."""

    review: Review
    void: str


class Standing(NamedTuple):
    """One story. `days` is how long ago its file was last changed, None where no commit holds it as it is.

    `wanted` says what stands between it and approval, a phrase each.
    """

    path: str
    title: str
    status: str
    author: str
    days: int | None
    approvals: tuple[Approval, ...]
    wanted: tuple[str, ...]


def standings(paths: Sequence[str], configured: Configured, policy: Policy) -> Iterator[Standing]:
    """Where each story that `paths` mean stands, by status and the longest untouched first.

    `configured` should weigh findings as those of a story under review.
    """
    days_of = _Ages(policy.today)
    found = [
        standing(each, policy, days_of(each.path, each.settings.max_bytes)) for each in discover(paths, configured.of)
    ]
    yield from sorted(found, key=lambda each: (_rank(each.status), -(each.days or 0), each.path))


def _rank(status: str) -> int:
    return ORDER.index(status) if status in ORDER else -1


def standing(found: Found, policy: Policy, days: int | None = None) -> Standing:
    """Where one story stands, which was untouched for so many days."""
    parsed = parsed_file(found)
    story = parsed.story
    wanted = list(_errors(found, policy))
    if story is None:
        return Standing(found.name, "", "", "", days, (), tuple(wanted))
    status, author = (str(story.data.get(key, "")) for key in ("status", "author"))
    approvals = tuple(Approval(review, _void(review, story, found.settings.terms)) for review in reviews(story))
    if status == ORDER[0]:
        wanted.append("a review")
    wanted += found.settings.terms.missing({each.review.by for each in approvals if not each.void})
    wanted += [f"{each.review.by} approved {each.void}" for each in approvals if each.void]
    if not wanted and status != ORDER[-1]:
        wanted.append(f"`status: {ORDER[-1]}`")
    title = mask_of(parsed, (), (), found.settings.guards_for(found.relative)).told(story.title)
    return Standing(found.name, title, status, author, days, approvals, tuple(wanted))


def _errors(found: Found, policy: Policy) -> Iterator[str]:
    """How many errors stand against a story, with their rules; approvals are counted by themselves."""
    report = report_on(found, policy)
    findings = report.findings if report else ()
    codes = [each.code for each in findings if each.severity is Severity.ERROR and not each.code.startswith(APPROVALS)]
    if codes:
        number = f"{len(codes)} error{'' if len(codes) == 1 else 's'}"
        yield f"{number} ({', '.join(dict.fromkeys(codes))})"


def _void(review: Review, story: Story, terms: Terms) -> str:
    """Why an approval does not hold, in words that follow "kim approved"; "" where it does."""
    if is_by_author(story, review.by):
        return "as the author"
    if not terms.may_approve(review.by):
        return "and is no approver"
    if not is_of(review.digest, story):
        parts = ", ".join(changed_since(review.digest, story))
        return f"before {parts} changed" if parts else "another text"
    return ""


class _Ages:
    """How many days ago files were last changed, by the history of the repository they lie in."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._top_of: dict[str, str | None] = {}
        self._tops: dict[str, tuple[Mapping[str, int], Mapping[str, str]]] = {}

    def __call__(self, path: str, max_bytes: int) -> int | None:
        """The days since the last commit that changed a file; None where the file is not as one holds it."""
        top = self._top(os.path.dirname(os.path.realpath(path)))
        if top is None:
            return None
        if top not in self._tops:
            self._tops[top] = git.last_changes(top), git.files_of("HEAD", top)
        changed, blobs = self._tops[top]
        name = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
        found = read(path, name, max_bytes)
        if (
            name not in blobs
            or name not in changed
            or not isinstance(found, Source)
            or not git.is_blob(found.encoded(), blobs[name])
        ):
            return None
        return max((self._today - datetime.fromtimestamp(changed[name], UTC).date()).days, 0)

    def _top(self, folder: str) -> str | None:
        """The top of the repository that a folder lies in, or None; asked once a folder."""
        if folder not in self._top_of:
            try:
                self._top_of[folder] = git.top_of(folder)
            except UsageError:
                self._top_of[folder] = None
        return self._top_of[folder]
