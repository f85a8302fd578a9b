"""What the gate is going to say against an approval, told to whoever is about to give it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from bqlint import git
from bqlint.errors import UsageError
from bqlint.story import Story
from bqlint.team.digest import digest_of, proper
from bqlint.team.history import History, Place
from bqlint.team.mailmap import Mailmap
from bqlint.team.objects import Missing, Objects, Person
from bqlint.team.roster import Roster
from bqlint.team.terms import Terms


def objections(path: str, story: Story, terms: Terms) -> Iterator[str]:
    """What speaks against an approval of the story at `path` by git's user there; nothing outside a repository."""
    folder = os.path.dirname(os.path.realpath(path))
    try:
        top = git.top_of(folder)
        head = git.commit_of("HEAD", top)
    except UsageError:
        return
    digest = proper(digest_of(story))
    place = Place(head, os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/"))
    roster = Roster(terms, Mailmap())
    user = Person(*git.user(folder))
    with Objects(top) as objects:
        history = History(objects)
        try:
            version = history.version(*place)
            if version is None or version.digest != digest:
                yield "the text is not committed as it stands; an approval needs a commit of its own"
            elif any(roster.are_same(user, writer) for writer in history.writers(place, digest)):
                yield f"{user.name} was the last to change the text; the gate will refuse the approval"
        except Missing:
            return
