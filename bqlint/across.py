"""What rules across stories find: asked of all stories under the same settings, told in each story's own report."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence

from bqlint.bank import Bank
from bqlint.cache.packing import packed, unpacked
from bqlint.confidential.masking import Mask
from bqlint.discover import Found
from bqlint.engine import across as look_across
from bqlint.finding import Finding, Span
from bqlint.keys import Keys
from bqlint.many import Done, Means, each
from bqlint.one import parsed_from, read_from
from bqlint.policy.judge import Policy
from bqlint.policy.masking import mask_of, masked
from bqlint.record import Record, findings, pack_findings
from bqlint.report import Report, Verdict
from bqlint.rules.base import CONFIGURATION
from bqlint.settings import Settings
from bqlint.source import Source, read
from bqlint.story import Story
from bqlint.task import Task
from bqlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bqlint.repository.summary import Summary


def looked_across(files: Sequence[Found], done: Sequence[Done], policy: Policy, means: Means) -> list[Report]:
    """The reports on `files`; those of which rules across stories speak are judged again, with these findings."""
    reports = [each.report for each in done]
    by_settings: dict[int, list[int]] = {}
    for number, found in enumerate(files):
        by_settings.setdefault(id(found.settings), []).append(number)
    said: dict[str, list[Finding]] = {}
    asked: list[Report] = []
    for numbers in by_settings.values():
        told = _said([files[number] for number in numbers], [done[number] for number in numbers], policy, means)
        asked += _on_configuration(told.pop(CONFIGURATION, []), files[numbers[0]].settings)
        said.update(told)
    again = [number for number, found in enumerate(files) if found.name in said]
    tasks = [Task(files[number], tuple(said[files[number].name]), done[number].key) for number in again]
    for number, judged in zip(again, each(tasks, policy, True, means), strict=True):
        reports[number] = judged.report
    return asked + reports


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


def _said(files: Sequence[Found], done: Sequence[Done], policy: Policy, means: Means) -> dict[str, list[Finding]]:
    """What the rules across stories find in files under the same settings, by the file's name."""
    settings = files[0].settings
    keys = Keys(policy, True, means.shown)
    key = keys.across_of(settings, (each.record.gist for each in done))
    known = {found.name: each.key for found, each in zip(files, done, strict=True)}
    said = _recalled(means.store.get_long(key), known) if means.store else None
    if said is None:
        library = _Library(files, keys, known)
        said = library.said([each.record for each in done])
        if means.store and library.is_unchanged and all(known.values()):
            means.store.put_long(key, _packed(said, library.shown))
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
    """The stories under the same settings, by their files' names; `shown` are those whose text a rule asked for."""

    def __init__(self, files: Sequence[Found], keys: Keys, known: Mapping[str, bytes]) -> None:
        self._files = files
        self._by_name = {found.name: found for found in files}
        self._keys, self._known = keys, known
        self._secrets: set[str] = set()
        self.shown: dict[str, bytes] = {}
        self.is_unchanged = True

    def said(self, records: Sequence[Record]) -> dict[str, list[Finding]]:
        """What the rules across stories say of them, with what is confidential in a story they show masked."""
        from bqlint.repository.corpus import Columns, Corpus

        settings = next(iter(self._by_name.values())).settings
        told = [(found.name, record) for found, record in zip(self._files, records, strict=True) if record.is_compared]
        names, told_records = [name for name, _ in told], [record for _, record in told]
        marks = array("I", b"".join(record.marks for record in told_records))
        columns = Columns(names, [record.runs for record in told_records], marks)
        corpus = Corpus(_Summaries(told_records), columns, self._story, Bank(*settings.banks))
        found = look_across(corpus, settings.rules_for(""))
        secrets = sorted(self._secrets, key=lambda each: (-len(each), each))
        mask = Mask((), tuple(secrets), settings.guards_for(""))
        return {name: list(masked(each, mask)) for name, each in found.items()}

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


def _packed(said: Mapping[str, Sequence[Finding]], shown: Mapping[str, bytes]) -> bytes:
    """What the rules across stories said, and the stories that they showed, as bytes."""
    told = [(path.encode("utf-8", "surrogatepass"), pack_findings(found)) for path, found in said.items()]
    seen = [(name.encode("utf-8", "surrogatepass"), key) for name, key in shown.items()]
    return packed(str(len(told)).encode(), *(part for pair in (*told, *seen) for part in pair))


def _recalled(record: bytes | None, known: Mapping[str, bytes]) -> dict[str, list[Finding]] | None:
    """What was said before, where each story that was shown is still the same; None where nothing is known."""
    if record is None:
        return None
    try:
        number, *parts = unpacked(record)
        pairs = [
            (name.decode("utf-8", "surrogatepass"), told) for name, told in zip(parts[::2], parts[1::2], strict=True)
        ]
        said, shown = pairs[: int(number)], pairs[int(number) :]
        if any(known.get(name) != key for name, key in shown):
            return None
        return {path: findings(told) for path, told in said}
    except ValueError:  # no record of this kind
        return None
