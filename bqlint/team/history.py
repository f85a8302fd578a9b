"""A story's way back through history, across merges and renames: which commits brought about what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bqlint.deadline import allowed, within
from bqlint.parsing import Grammar, parse
from bqlint.source import MAX_BYTES, Source, decode
from bqlint.team.digest import digest_of, proper
from bqlint.team.objects import Commit, Entry, Objects, Person
from bqlint.team.reviews import Review, reviews
from bqlint.typed import NamedTuple


class Version(NamedTuple):
    """A story as one commit holds it: what its approvals are pinned to, its status, and its approvals."""

    digest: str
    status: str
    reviews: tuple[Review, ...]


class Origin(NamedTuple):
    """A commit that brought something about: the story there, and what it was in the commits before."""

    commit: Commit
    version: Version
    before: tuple[Version, ...]


class Place(NamedTuple):
    """Where a story stands: a commit, and a path below its tree."""

    commit: str
    path: str


class History:
    """The versions of stories in a repository; each file is parsed once, whatever commits hold it."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        self._versions: dict[str, Version | None] = {}

    def version(self, commit: str, path: str) -> Version | None:
        """The story at a path of a commit; None where there is none that can be read. Raises Missing."""
        return self.parsed(self.objects.at(self.objects.commit(commit).tree, path))

    def parsed(self, entry: Entry | None) -> Version | None:
        """The story that an entry of a tree is, or None."""
        if entry is None or not entry.is_file:
            return None
        if entry.id not in self._versions:
            raw = self.objects.content(entry.id)
            self._versions[entry.id] = within(allowed(len(raw)), lambda: _version(raw), lambda: None)
        return self._versions[entry.id]

    def origins(self, place: Place, holds: Callable[[Version], bool]) -> Iterator[Origin]:
        """The commits from which on `holds` is true of the story at `place`: it is so there, and before it was not.

        Raises Missing where the clone does not hold the history that tells.
        """
        waiting, seen = [place], {place}
        while waiting:
            here = waiting.pop()
            before = list(self.before(here))
            old = [(each, self.version(*each)) for each in before]
            carriers = [each for each, version in old if version and holds(version)]
            waiting += [each for each in carriers if each not in seen]
            seen.update(carriers)
            now = self.version(*here)
            if not carriers and now:
                versions = tuple(version for _, version in old if version)
                yield Origin(self.objects.commit(here.commit), now, versions)

    def writers(self, place: Place, digest: str) -> list[Person]:
        """Who last changed the text of the story at `place`, which has that digest, co-authors included.

        Raises Missing.
        """
        origins = self.origins(place, lambda version: version.digest == digest)
        return [person for each in origins for person in (each.commit.author, *each.commit.co_authors)]

    def earlier(self, place: Place) -> Iterator[Place]:
        """Every place where the story at `place` stood before. Raises Missing."""
        waiting, seen = [place], {place}
        while waiting:
            fresh = [each for each in self.before(waiting.pop()) if each not in seen]
            seen.update(fresh)
            waiting += fresh
            yield from fresh

    def before(self, place: Place) -> Iterator[Place]:
        """Where the story at `place` stood in the commits before: at the same path, or at that of a file that went.

        A file that went in the same commit is the story where its content is the same to the letter.
        """
        commit = self.objects.commit(place.commit)
        for parent in commit.parents:
            tree = self.objects.commit(parent).tree
            if self.objects.at(tree, place.path):
                yield Place(parent, place.path)
            else:
                path = self.renamed(tree, commit.tree, self.version(*place))
                if path is not None:
                    yield Place(parent, path)

    def renamed(self, before: str, after: str, version: Version | None) -> str | None:
        """The path at which the tree `before` holds the story `version`, where `after` holds nothing any more."""
        if version is None:
            return None
        gone = ((path, self.parsed(was)) for path, was, now in self.objects.differences(before, after) if not now)
        return min((path for path, old in gone if old and old.digest == version.digest), default=None)


def _version(raw: bytes) -> Version | None:
    source = decode(raw, "") if len(raw) <= MAX_BYTES else None
    story = parse(source, Grammar()).story if isinstance(source, Source) else None
    return Version(proper(digest_of(story)), str(story.data.get("status")), reviews(story)) if story else None
