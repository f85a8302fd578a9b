"""What rules across stories find: asked of all stories under the same settings, told in each story's own report."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from bqlint.bank import Bank
from bqlint.confidential.masking import Mask
from bqlint.discover import Found
from bqlint.earlier import Earlier, Said, pack, unpack
from bqlint.engine import across as look_across
from bqlint.finding import Finding, Span
from bqlint.keys import Keys
from bqlint.many import Done, Means, again
from bqlint.one import parsed_from, read_from
from bqlint.policy.judge import Policy
from bqlint.policy.masking import mask_of, masked
from bqlint.record import NO_GIST, Record, findings, pack_findings
from bqlint.report import Report, Verdict
from bqlint.rules.base import CONFIGURATION
from bqlint.settings import Settings
from bqlint.source import Source, read
from bqlint.story import Story
from bqlint.task import Task
from bqlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bqlint.repository.copies import Before
    from bqlint.repository.summary import Summary


def looked_across(files: Sequence[Found], done: Sequence[Done], policy: Policy, means: Means) -> list[Report]:
    """The reports on `files`; those of which rules across stories speak hold these findings, too."""
    reports: list[Report] = [each.report for each in done]
    by_settings: dict[int, list[int]] = {}
    for number, found in enumerate(files):
        by_settings.setdefault(id(found.settings), []).append(number)
    said: dict[str, bytes] = {}
    asked: list[Report] = []
    for numbers in by_settings.values():
        told = dict(_said([files[number] for number in numbers], [done[number] for number in numbers], policy, means))
        asked += _on_configuration(findings(told.pop(CONFIGURATION, _NONE)), files[numbers[0]].settings)
        said.update(told)
    meant = [number for number, found in enumerate(files) if found.name in said]
    wanted = [(Task(files[number], said[files[number].name]), done[number]) for number in meant]
    for number, report in zip(meant, again(wanted, policy, means), strict=True):
        reports[number] = report
    return asked + reports


_NONE = pack_findings(())


def _on_configuration(found: Sequence[Finding], settings: Settings) -> Iterator[Report]:
    """A report on the file that sets each rule which speaks of no story, at the line that does so."""
    for finding in found:
        origin = settings.origin_of(finding.code)
        file, _, line = origin.rpartition(":")
        source = read(file, file)
        if isinstance(source, Source) and line.isdigit():
            start = source.line_starts[min(int(line), len(source.line_starts)) - 1]
            span = Span(start, start + len(source.line(int(line))))
            guards = settings.guards_for("")
            mask = Mask.of(source.text, [span for guard in guards for span in guard.secrets(source.text)], guards)
            shown = source._replace(text=mask.source(source.text))
            yield Report(shown, Verdict(masked([finding._replace(span=span)], mask)))


def _said(files: Sequence[Found], done: Sequence[Done], policy: Policy, means: Means) -> Said:
    """What the rules across stories find in files under the same settings."""
    keys = Keys(policy, True, means.shown)
    slot = keys.across_of(files[0].settings, [found.name for found in files])
    known = {found.name: each.key for found, each in zip(files, done, strict=True)}
    told = {found.name: each.record for found, each in zip(files, done, strict=True) if each.record.gist != NO_GIST}
    gists = b"".join([record.gist for record in told.values()])
    earlier = unpack(means.store.get_long(slot)) if means.store else None
    if earlier and earlier.still_holds(gists, known):
        return earlier.said
    library = _Library(files, keys, known)
    said = library.said(told, earlier.before(gists) if earlier else None)
    if means.store and library.is_unchanged and all(known.values()):
        means.store.put_long(slot, pack(Earlier(gists, said, library.shown, library.compared)))
        means.store.flush()
    return said


class _Summaries(Sequence["Summary"]):
    """The summaries of records, each read when it is asked for."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return _Summaries(self._records[number])
        return self._records[number].summary()


class _Library:
    """The stories under the same settings, by their files' names.

    `shown` are those whose text a rule asked for, `compared` what was found for the next run to begin with.
    """

    def __init__(self, files: Sequence[Found], keys: Keys, known: Mapping[str, bytes]) -> None:
        self._by_name = {found.name: found for found in files}
        self._keys, self._known = keys, known
        self._secrets: set[str] = set()
        self.shown: dict[str, bytes] = {}
        self.compared: Before | None = None
        self.is_unchanged = True

    def said(self, told: Mapping[str, Record], before: Before | None) -> Said:
        """What the rules across stories say of them, with what is confidential in a story they show masked."""
        from bqlint.repository.corpus import Columns, Corpus

        settings = next(iter(self._by_name.values())).settings
        records = list(told.values())
        marks = array("I", b"".join([record.marks for record in records]))
        columns = Columns(list(told), [record.runs for record in records], marks)
        corpus = Corpus(_Summaries(records), columns, self._story, Bank(*settings.banks), before)
        found = look_across(corpus, settings.rules_for(""))
        self.compared = corpus.compared
        secrets = sorted(self._secrets, key=lambda each: (-len(each), each))
        mask = Mask((), tuple(secrets), settings.guards_for(""))
        told_of = [name for name, each in found.items() for _ in each]
        by_name: dict[str, list[Finding]] = {}
        for name, finding in zip(told_of, masked(chain.from_iterable(found.values()), mask), strict=True):
            by_name.setdefault(name, []).append(finding)
        return {name: pack_findings(each) for name, each in by_name.items()}

    def _story(self, name: str) -> Story | None:
        """A story that a rule wants to show, as it stands on the disk, which may no longer be what was linted."""
        found = self._by_name[name]
        source = read_from(found)
        if isinstance(source, Source) and self._keys.of(Task(found), source.encoded()) == self._known[name]:
            self.shown[name] = self._known[name]
        else:
            self.is_unchanged = False
        parsed = parsed_from(source, found)
        self._secrets.update(mask_of(parsed, (), (), found.settings.guards_for(found.relative)).texts)
        return parsed.story
