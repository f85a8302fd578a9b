"""BQ901, BQ902, BQ903, BQ906: what can be seen only where many stories stand side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bqlint.finding import Finding, Span
from bqlint.rules.base import Example, Option, RepositoryRule
from bqlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from bqlint.repository.corpus import Corpus
    from bqlint.repository.summary import Said, Summary


def stories(**told: str) -> Example:
    """Stories side by side, each by its file's name; the first part of a text may be front matter."""
    return Example("\n".join(f"=== {name.replace('_', '-')}.md\n{text}\n" for name, text in told.items()), "repository")


_SHOWN = 30
"""Characters of a shared passage that its message shows of either end."""
_OVEN = """# {title}
## Situation
Our bakery had lost its evening trade, and every night we threw away sixty loaves that nobody had come for.
## Action
I asked every guest what they missed, moved the second baking to four and trained two bakers on the small oven.
## Result
Evening sales rose from 90 to {euros} euros a day."""
_ROOF = """# A roof before winter
## Action
I rang four roofers and had the tiles on by the first of November.
## Result
The archive stayed dry, and the repair cost 2,100 pounds less than the grant allowed."""


class DuplicateStory(RepositoryRule):
    """Another story has the same title, or the same text.

    Two files that tell one story drift apart: one is mended, the other is learnt by heart.
    """

    code, name = "BQ901", "duplicate-story"
    bad = (
        stories(evening_bread=_OVEN.format(title="Evening bread", euros=310), roof="# ⟦Evening bread⟧\n## Action\nI."),
        stories(bread=_OVEN.format(title="Bread", euros=310), loaves=_OVEN.format(title="⟦Loaves⟧", euros=310)),
    )
    good = (
        stories(bread=_OVEN.format(title="Evening bread", euros=310), roof=_ROOF),
        stories(bread="# Bread\n## Action\n", roof="# Roof\n## Action\n"),
    )

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """One finding a story that repeats the title or the text of an earlier one."""
        titles: dict[str, Summary] = {}
        texts: dict[str, Summary] = {}
        for story in corpus.sharing("text", "title"):
            same_text = texts.setdefault(story.digest, story) if story.digest else story
            same_title = titles.setdefault(" ".join(story.title.casefold().split()), story)
            if same_text is not story:
                yield self._told(story, f"this is the same text as {same_text.path}", "Keep one of the two.")
            elif same_title is not story:
                yield self._told(story, f"{same_title.path} has the same title", "Say what sets this one apart.")

    def _told(self, story: Summary, message: str, help: str) -> tuple[str, Finding]:
        return story.path, self.finding(story.place, message, help=help)


class NearDuplicateStory(RepositoryRule):
    """A story repeats another almost word for word.

    Interviewers of one company compare notes; two candidates with one story, or one candidate who tells it twice under
    two questions, are remembered for that.
    """

    code, name = "BQ902", "near-duplicate-story"
    least_shared = Option(
        0.5,
        "Share of the shorter story's three-word runs that the other one has, 0 to 1, from which on it is reported.",
        source="the threshold of Broder et al., Syntactic clustering of the Web, 1997",
    )
    same_author = Option(True, "Whether two stories by one author are compared, too.")
    bad = (
        stories(
            bread=_OVEN.format(title="Bread", euros=310),
            loaves=_OVEN.format(title="Loaves", euros=520).replace("Our", "⟦Our").replace("from 90 to", "from 90 to⟧"),
        ),
    )
    good = (
        stories(bread=_OVEN.format(title="Bread", euros=310), roof=_ROOF),
        stories(bread=_OVEN.format(title="Bread", euros=310), loaves=_OVEN.format(title="Loaves", euros=520))._replace(
            given={"least_shared": 0.95}
        ),
        stories(bread=_OVEN.format(title="Bread", euros=310), loaves=_OVEN.format(title="Loaves", euros=520))._replace(
            given={"same_author": False}
        ),
    )

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """One finding a story that repeats an earlier one, with the longest passage that both share."""
        told = corpus.summaries
        nearest: dict[int, tuple[float, int]] = {}
        for first, second, share in corpus.copies(self.least_shared):
            is_nearer = share > nearest.get(second, (0.0, first))[0]
            if is_nearer and self._compares(told[first], told[second]):
                nearest[second] = share, first
        for second, (share, first) in sorted(nearest.items()):
            finding = self._told(corpus, told[first], told[second], share)
            if finding:
                yield told[second].path, finding

    def _compares(self, one: Summary, other: Summary) -> bool:
        """Whether two stories are to be compared; one text in two files is BQ901's."""
        return one.digest != other.digest and (self.same_author or not one.author or one.author != other.author)

    def _told(self, corpus: Corpus, first: Summary, second: Summary, share: float) -> Finding | None:
        from bqlint.repository.passages import shared_passage

        one, other = corpus.story(first.path), corpus.story(second.path)
        passage = shared_passage(one, other) if one and other else None
        if one is None or passage is None:
            return None
        lines = [one.source.position(offset)[0] for offset in passage[0]]
        place = f"{first.path}:{lines[0]}" + (f"-{lines[1]}" if lines[1] > lines[0] else "")
        told = _shortened(passage[0].of(one.source.text))
        message = f"about {share:.0%} of this story stands in {first.path}, this passage at {place}: `{told}`"
        help = "Tell another story, or keep one of the two."
        return self.finding(passage[1], message, help=help, about=f"like {first.title}")


def _shortened(passage: str) -> str:
    """The first and the last words of a passage, so that it is found by eye in both stories."""
    flat = " ".join(passage.split())
    return flat if len(flat) <= 2 * _SHOWN else f"{flat[:_SHOWN].rstrip()} … {flat[-_SHOWN:].lstrip()}"


class ReusedSentence(RepositoryRule):
    """Several stories open or close with the same sentence.

    A stock opening tells an interviewer that the answer was learnt, before the story has begun.
    """

    code, name = "BQ903", "reused-sentence"
    fewest_stories = Option(3, "Stories with the same first or last sentence from which on it is reported.")
    least_words = Option(4, "Words that the sentence must have.")
    _OPENING = "It was a dark evening in our shop."
    bad = (
        stories(
            bread=f"# Bread\n## Situation\n⟦{_OPENING}⟧ The oven was cold.",
            roof=f"# Roof\n## Situation\n⟦{_OPENING}⟧ It rained in.",
            kites="# Kites\n## Situation\n⟦It was a dark evening, in our shop!⟧ There was no wind.",
        ),
    )
    good = (
        stories(
            bread=f"# Bread\n## Situation\n{_OPENING} The oven was cold.",
            roof=f"# Roof\n## Situation\n{_OPENING} It rained in.",
        ),
        stories(
            bread="# Bread\n## Result\nIt worked.",
            roof="# Roof\n## Result\nIt worked.",
            kites="# Kites\n## Result\nIt worked.",
        ),
        stories(
            bread=f"# Bread\n## Situation\n{_OPENING} The oven was cold.",
            roof=f"# Roof\n## Situation\n{_OPENING} It rained in.",
            kites=f"# Kites\n## Situation\n{_OPENING} There was no wind.",
        )._replace(given={"fewest_stories": 4, "least_words": 3}),
    )

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """One finding at each place of a first or last sentence that too many stories share."""
        openings = corpus.sharing("opening", fewest=self.fewest_stories)
        closings = corpus.sharing("closing", fewest=self.fewest_stories)
        yield from self._reused([(story.path, story.opening) for story in openings], "opens")
        yield from self._reused([(story.path, story.closing) for story in closings], "closes")

    def _reused(self, said: Sequence[tuple[str, Said | None]], verb: str) -> Iterator[tuple[str, Finding]]:
        told: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        for path, sentence in said:
            if sentence and sentence.words and sentence.words.count(" ") >= self.least_words - 1:
                told[sentence.words].append((path, sentence.span))
        for places in told.values():
            for path, span in places if len(places) >= self.fewest_stories else ():
                others = ", ".join([other for other, _ in places[:3] if other != path][:2])
                message = f"this sentence {verb} {len(places)} stories: {others}" + (" …" if len(places) > 3 else "")
                yield path, self.finding(span, message, help="Begin and end each story in words of its own.")


class ContradictoryFigure(RepositoryRule):
    """Two stories of one project give two figures for the same metric.

    An interviewer who hears both, or a colleague who read the other, doubts each of them. Stories are of one project
    where they share a tag.
    """

    code, name = "BQ906", "contradictory-figure"
    likeness = Option(0.6, "Share of the telling words that two sentences share, 0 to 1, to speak of the same metric.")
    _FRONT = "---\ntags: [bakery]\n---\n"
    bad = (
        stories(
            bread=_FRONT + "# Bread\n## Result\nEvening sales of the bakery rose by 20%.",
            oven=_FRONT + "# Oven\n## Result\nThe evening sales of our bakery rose ⟦by 35%⟧.",
        ),
    )
    good = (
        stories(
            bread=_FRONT + "# Bread\n## Result\nEvening sales of the bakery rose by 20%.",
            oven=_FRONT + "# Oven\n## Result\nThe bakery's heating bill fell by 35%.",
        ),
        stories(
            bread=_FRONT + "# Bread\n## Result\nEvening sales of the bakery rose by 20% in the first year.",
            oven=_FRONT + "# Oven\n## Result\nEvening sales of the bakery rose by 35% in the second year.",
        ),
        stories(
            bread="# Bread\n## Result\nEvening sales of the bakery rose by 20%.",
            oven="# Oven\n## Result\nEvening sales of the bakery rose by 35%.",
        ),
        stories(
            bread=_FRONT + "# Bread\n## Result\nEvening sales of the bakery rose by 20% in May.",
            oven=_FRONT + "# Oven\n## Result\nEvening sales of our old bakery in town rose by 35%.",
        )._replace(given={"likeness": 0.9}),
    )

    def across(self, corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        """One finding a figure that an earlier story of the project contradicts."""
        projects: dict[str, list[Summary]] = defaultdict(list)
        for story in corpus.over("metrics", 0):
            for tag in dict.fromkeys(story.tags):
                projects[tag].append(story)
        told = set()
        for project in projects.values():
            for path, finding in self._contradictions(project, corpus):
                if (path, finding.span) not in told:
                    told.add((path, finding.span))
                    yield path, finding

    def _contradictions(self, project: Sequence[Summary], corpus: Corpus) -> Iterator[tuple[str, Finding]]:
        from bqlint.repository.metrics import contradictions

        for number, metric, first, other in contradictions([story.metrics for story in project], self.likeness):
            story = corpus.story(project[first].path)
            if story:
                place = f"{project[first].path}:{story.source.position(other.span.start)[0]}"
                message = f"{place} says `{other.span.of(story.source.text)}` for what seems the same metric"
                help = "Tell one figure, or say what differs."
                yield project[number].path, self.finding(metric.span, message, help=help)
