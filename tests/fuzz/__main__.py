"""Fuzz bqlint for some minutes, guided by coverage: `nox -s fuzz -- 2`.

Each input is a story's bytes. Whatever they are: no exception leaves, every place lies inside the text, the safe fixes
leave a story that can be read, and a second pass of fixes changes nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["bqlint"]):
    from bqlint.configuration import Configured
    from bqlint.mending import mend_bytes
    from bqlint.policy.judge import Policy
    from bqlint.run import lint_bytes

    STORIES = Path(__file__).parent.parent.parent / "stories"
    CONFIGURED = Configured(isolated=True, laid_over={"select": ("ALL",)})
    POLICY = Policy(date(2026, 1, 1))
    for warm in STORIES.glob("**/*.md"):  # imports what is imported when needed
        mend_bytes(
            warm.read_bytes() + b"\n*a* <!-- bqlint: ignore BQ302 -->  \n", "x.md", CONFIGURED, POLICY, unsafe=True
        )


def one_input(raw: bytes) -> None:
    """What must hold of any bytes."""
    report = lint_bytes(raw, "x.md", CONFIGURED, POLICY)
    assert report is not None
    end = len(report.source.text)
    for finding in report.findings:
        assert finding.code != "BQ008", finding.message
        assert 0 <= finding.span.start <= finding.span.end <= end, finding
    if any(finding.fix and finding.fix.safe for finding in report.findings):
        mended = mend_bytes(raw, "x.md", CONFIGURED, POLICY, unsafe=False)
        assert mended is not None
        again = mend_bytes(mended.report.source.encoded(), "x.md", CONFIGURED, POLICY, unsafe=False)
        assert again is not None
        assert not mended.is_settled or not again.is_changed, "a second pass of fixes changes something"


def seeds(folder: Path) -> None:
    """Put the shipped stories, and pieces that parsers trip over, where the fuzzer begins."""
    from tests.hostile import encodings, front_matter, patterns

    for number, story in enumerate(sorted(STORIES.glob("**/*.md"))):
        (folder / f"story-{number}").write_bytes(story.read_bytes())
    for group in (encodings.READABLE, encodings.UNREADABLE, front_matter.REFUSED, front_matter.JUDGED):
        for name, raw in group.items():
            if len(raw) < 4_000:
                (folder / name).write_bytes(raw)
    head = encodings.WITNESS + "\n## Result\n\n"
    for name, generator in patterns.ALL.items():
        (folder / name).write_bytes((head + generator(200)).encode("utf-8", "surrogatepass"))


def main() -> None:
    """Fuzz for the minutes asked for; an input that fails is left in the current folder, and the exit code is not 0."""
    seconds = round(60 * float(sys.argv[1])) if len(sys.argv) > 1 else 120
    corpus = Path(tempfile.mkdtemp(prefix="bqlint-fuzz-"))
    seeds(corpus)
    print(f"{len(os.listdir(corpus))} seeds, {seconds} s, {time.strftime('%H:%M:%S')}", flush=True)  # noqa: T201
    limits = ["-max_len=4096", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], str(corpus), f"-max_total_time={seconds}", *limits], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
