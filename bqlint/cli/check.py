"""Find what an interviewer would miss in STAR stories."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date

from bqlint.cli import recall
from bqlint.cli.options import (
    add_cache,
    add_color,
    add_configuration,
    add_trust,
    allows_plugins,
    configured,
    count,
    day,
    wants_color,
    write,
)
from bqlint.cli.output import Output, is_read_by_people, put, wanted
from bqlint.configuration import Configured
from bqlint.errors import UsageError
from bqlint.finding import Severity
from bqlint.policy.judge import Policy, baseline_above
from bqlint.policy.select import codes, is_own
from bqlint.render import FORMATS, PAGED
from bqlint.render.concise import suppressed
from bqlint.render.terminal import inert
from bqlint.report import Report, counts
from bqlint.run import lint, lint_bytes
from bqlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from bqlint.many import Means
    from bqlint.policy.changed import Changes


_SELECTIONS = ("select", "extend_select", "ignore")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint check`."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="stories or folders (default: the current folder); - reads standard input",
    )
    parser.add_argument(
        "--select", metavar="CODES", help="run only these rules: codes, families such as BQ3, names, or ALL"
    )
    parser.add_argument("--extend-select", metavar="CODES", help="run these rules besides")
    parser.add_argument("--ignore", metavar="CODES", help="do not run these rules")
    parser.add_argument("--fix", action="store_true", help="mend what can be mended without changing words")
    parser.add_argument("--unsafe-fixes", action="store_true", help="mend what changes words, too")
    parser.add_argument(
        "--diff",
        action="store_true",
        help="show what --fix would change, and write nothing; exit code 1 where there is anything",
    )
    parser.add_argument(
        "--redact", metavar="DIR", help="lint nothing, but write copies into DIR without names, data and exact amounts"
    )
    parser.add_argument(
        "--output-format",
        action="append",
        default=[],
        metavar="FORMAT[=FILE]",
        help=f"{', '.join(FORMATS)} (default: full), =FILE into a file; may be given again",
    )
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        help="least severity for exit code 1; a hint is an info (default: error)",
    )
    parser.add_argument("--max-warnings", type=count, metavar="N", help="fail where there are more warnings than N")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even where there are findings")
    parser.add_argument("--statistics", action="store_true", help="close with how many findings each rule has")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name by which standard input is called and configured"
    )
    parser.add_argument(
        "--respect-include", action="store_true", help="pass over named files that `include` leaves out, as hooks do"
    )
    changed = parser.add_mutually_exclusive_group()
    changed.add_argument("--since", metavar="REF", help="only stories that changed since HEAD left REF, and new lines")
    changed.add_argument("--staged", action="store_true", help="only what is staged, as the index holds it")
    parser.add_argument(
        "--today", type=day, metavar="DATE", help="the day that suppressions expire by, such as 2027-01-31"
    )
    parser.add_argument("--no-baseline", action="store_true", help="report what the baseline accepts, too")
    parser.add_argument("--show-suppressed", action="store_true", help="list what was suppressed, and why")
    add_cache(parser)
    parser.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help="processes to use (default: as many as help)"
    )
    add_configuration(parser)
    add_trust(parser)
    add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Lint, print, and say by the exit code whether the stories pass."""
    outputs = wanted(options.output_format)
    settings = _settings(options)
    if options.redact:
        from bqlint.cli import redact

        return redact.run(options, settings)
    reports = None
    if options.fix or options.diff or options.unsafe_fixes:
        from bqlint.cli import fix

        fix.refuse(options)
        policy = _policy(options)
        if options.diff:
            code = fix.show(options, settings, policy)
            sys.stderr.write(_refused_plugins(options, settings))
            return code
        reports = fix.write_fixed(options, settings, policy)
    told, noted = "", ""
    if reports is None:
        reports = _reports(options, outputs, settings, _policy(options))
        told = put(outputs, reports, wants_color(options.color))
    noted += _refused_plugins(options, settings)
    if not reports:
        noted += f"bqlint: {_why_none(options)}\n"
    besides = suppressed(reports) if options.show_suppressed else ""
    besides += _statistics(reports) if options.statistics else ""
    told, noted = (told + besides, noted) if is_read_by_people(outputs) else (told, noted + besides)
    if _is_over(options, reports):
        noted += f"bqlint: there are more warnings than --max-warnings {options.max_warnings} allows\n"
    code = _code(options, reports, settings)
    sys.stderr.write(noted)
    write(told)
    if _is_kept(options, outputs, settings, reports):
        linted = {os.path.abspath(report.path): report.file.encoded() for report in reports}
        recall.keep(options.words, linted, settings.files(), (code, told, noted))
    return code


def _settings(options: argparse.Namespace) -> Configured:
    """The settings that hold, with the options' laid over them."""
    laid_over: dict[str, Any] = {
        name: tuple(part.strip() for part in value.split(",") if part.strip())
        for name in _SELECTIONS
        if (value := getattr(options, name))
    }
    if allows_plugins(options):
        laid_over["allow_plugins"] = True
    if options.respect_include:
        laid_over["respect_include"] = True
    settings = configured(options, **laid_over)
    here = settings.of(os.getcwd())
    for selector in (each for name in _SELECTIONS for each in laid_over.get(name, ())):
        if not (is_own(selector) and any(code.startswith(selector) for code in here.own_codes())):
            codes(selector)
    return settings


def _refused_plugins(options: argparse.Namespace, settings: Configured) -> str:
    """A line for each configuration that names plugins which did not run."""
    why = "--untrusted refuses them" if options.untrusted else "they are code, and run with --allow-plugins only"
    places = [each.origins["plugins"] for each in settings.used() if each.plugins and not each.allow_plugins]
    return "".join(f"bqlint: {inert(place)}: names plugins; {why}\n" for place in places)


def _is_over(options: argparse.Namespace, reports: Sequence[Report]) -> bool:
    return options.max_warnings is not None and counts(reports)[Severity.WARNING] > options.max_warnings


def _code(options: argparse.Namespace, reports: Sequence[Report], settings: Configured) -> int:
    """0 or 1: each story fails by the option, else by what the configuration nearest to it says."""
    least: dict[str, Severity] = {}

    def is_failed(report: Report) -> bool:
        folder = report.path.rpartition("/")[0]
        if folder not in least:
            within = os.path.abspath(os.path.dirname(report.path))
            least[folder] = Severity(options.fail_on or settings.of(within).fail_on)
        return any(report.tally[: least[folder].rank + 1])

    flawed = (report for report in reports if report.tally.counted)
    return 1 if (_is_over(options, reports) or any(map(is_failed, flawed))) and not options.exit_zero else 0


def _is_kept(
    options: argparse.Namespace, outputs: Sequence[Output], settings: Configured, reports: Sequence[Report]
) -> bool:
    """Whether the answer may be given again without looking: on named files alone, to standard output alone."""
    asks_git = options.since is not None or options.staged
    writes = options.fix or any(output.file for output in outputs) or "GITHUB_STEP_SUMMARY" in os.environ
    named = options.paths and all(map(os.path.isfile, options.paths))
    return (
        named
        and not asks_git
        and not writes
        and not settings.plugins()
        and all(report.is_lasting for report in reports)
    )


def _reports(
    options: argparse.Namespace, outputs: Sequence[Output], settings: Configured, policy: Policy
) -> Sequence[Report]:
    if options.paths == ["-"]:
        report = lint_bytes(sys.stdin.buffer.read(), options.stdin_filename or "stdin.md", settings, policy)
        return [report] if report else []
    if "-" in options.paths:
        raise UsageError("`-` reads standard input and cannot be combined with other paths")
    paths, means = options.paths or ["."], _means(options, outputs)
    if not sys.stderr.isatty():
        return list(lint(paths, settings, policy, means))
    from bqlint.cli.progress import progress

    with progress() as tick:
        return list(lint(paths, settings, policy, means, tick))


def _means(options: argparse.Namespace, outputs: Sequence[Output]) -> Means | None:
    """The cache and the processes that many stories are linted with; None for a story alone, which needs neither."""
    if len(options.paths) == 1 and not os.path.isdir(options.paths[0]):
        return None
    from bqlint.many import Means
    from bqlint.record import Shown

    one = outputs[0].format if len(outputs) == 1 else ""
    shown = Shown(one, not outputs[0].file and wants_color(options.color)) if one in PAGED else None
    is_kept = not allows_plugins(options)
    is_much = any(map(os.path.isdir, options.paths or ["."])) or len(options.paths) > _MUCH
    pages = is_much and bool(shown) and not (options.show_suppressed or "GITHUB_STEP_SUMMARY" in os.environ)
    return Means(recall.store_for(options.words) if is_kept else None, options.jobs, shown, pages)


_MUCH = 200
"""Named stories from which on their bytes are not held until the end."""


def _jobs(text: str) -> int:
    """A number of processes; ValueError, which becomes one line, for what is none."""
    number = int(text)
    if not 0 <= number <= _MOST_JOBS:
        raise ValueError(text)
    return number


_MOST_JOBS = 256


def _why_none(options: argparse.Namespace) -> str:
    """What to tell somebody whose run checked nothing."""
    if options.staged or options.since:
        return f"no story changed {f'since {inert(options.since)}' if options.since else 'in what is staged'}"
    where = inert(" ".join(options.paths)) or "the current folder"
    return f"no story matched {where}; `bqlint config` shows what is included and excluded, `bqlint new` begins a story"


def _policy(options: argparse.Namespace) -> Policy:
    """What the options judge findings by."""
    known = {} if options.no_baseline or options.isolated else {"baseline_of": baseline_above}
    return Policy(options.today or date.today(), _changes(options), **known)


def _changes(options: argparse.Namespace) -> Changes | None:
    """The changes that alone count, where the options ask for that."""
    if options.since is None and not options.staged:
        return None
    if "-" in options.paths:
        raise UsageError("standard input has no history: leave --since and --staged")
    from bqlint.policy.changed import since, staged

    return staged() if options.staged else since(options.since)


def _statistics(reports: Sequence[Report]) -> str:
    """Findings by rule, the most frequent first."""
    found: dict[tuple[str, str], int] = {}
    for report in reports:
        for finding in report.findings:
            found[finding.code, finding.name] = found.get((finding.code, finding.name), 0) + 1
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:>6}  {code}  {name}\n" for (code, name), number in ordered)
