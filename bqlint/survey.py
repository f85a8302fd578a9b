"""Looking at all stories without judging them: what the front matter of each says."""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.configuration import Configured
from bqlint.discover import Found, discover
from bqlint.policy.masking import mask_of
from bqlint.repository.coverage import Told, told
from bqlint.run import parsed_file
from bqlint.typed import NamedTuple


class Survey(NamedTuple):
    """The stories that could be read, with what is confidential masked, and the names of the files that could not."""

    stories: tuple[Told, ...]
    unread: tuple[str, ...]


def survey(paths: Sequence[str], configured: Configured) -> Survey:
    """What the stories that `paths` mean say of themselves."""
    stories, unread = [], []
    for found in discover(paths, configured.of):
        story = _told(found)
        if story:
            stories.append(story)
        else:
            unread.append(found.name)
    return Survey(tuple(stories), tuple(unread))


def _told(found: Found) -> Told | None:
    parsed = parsed_file(found)
    if parsed.story is None:
        return None
    mask = mask_of(parsed, (), (), found.settings.guards_for(found.relative))
    story = told(parsed.story, found.name)
    if not mask.spans:
        return story
    return story._replace(title=mask.told(story.title), questions=tuple(map(mask.told, story.questions)))
