"""Plant near-copies among generated stories and look for them: `python -m scripts.benchmark.copies`; part of the bench.

Prints what was found, and the time and memory that comparing takes beside reading; fails where a planted copy is missed
or any other pair is named. Three kinds of stories: told freely, forms of which two thirds are the same in all, Chinese.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

from bqlint.parsing import Grammar, parse
from bqlint.repository.copies import copies
from bqlint.repository.summary import Summary, summary
from bqlint.repository.usual import Usual
from bqlint.source import Source
from scripts.benchmark import stories

LEAST = 0.5
"""Share of runs from which on BQ902 speaks, unless it is set otherwise."""
_FORM = [
    " ".join(stories.SENTENCES["Action"][at % 9 : at % 9 + 2]).replace("{", "").replace("}", "") for at in range(9)
]
_HAN = "天地人你我他这那来去上下左右前后里外大小多少高低长短新旧快慢早晚冷热开关买卖东西南北春夏秋冬山水火风"


def told(count: int, planted: int) -> Iterator[str]:
    """Stories as the other benchmarks have them, and near-copies of the first ones."""
    yield from (each.text for each in stories.stories(count))
    yield from (each.text for each in stories.copies(planted))


def forms(count: int, planted: int) -> Iterator[str]:
    """The same, each below the same long instructions."""
    for text in told(count, planted):
        yield text.replace("\n## Task\n", f"\n{' '.join(_FORM)}\n\n## Task\n")


def chinese(count: int, planted: int) -> Iterator[str]:
    """Stories of 600 characters by chance; in a copy every twentieth one is another."""
    for number in range(count + planted):
        chance = Random(f"zh/{number % count}")  # noqa: S311 - not for secrets
        signs = chance.choices(_HAN, k=600)
        if number >= count:
            signs = [chance.choice(_HAN) if at % 20 == 0 else sign for at, sign in enumerate(signs)]
        lines = "。".join("".join(signs[at : at + 20]) for at in range(0, 600, 20))
        yield f"---\ntitle: 故事{number}\nlang: zh\n---\n# 故事{number}\n## 行动\n{lines}。\n"


def measured(tell: Callable[[int, int], Iterator[str]], count: int, planted: int) -> bool:
    """Print one line for a kind of stories; whether all copies and nothing else were found."""
    began = time.process_time()
    seen = [_summary(text, number) for number, text in enumerate(tell(count, planted))]
    read = time.process_time() - began
    before = _peak()
    began = time.process_time()
    usual = Usual([each.runs for each in seen], [each.path for each in seen])
    pairs = {(pair.first, pair.second) for pair in copies([each.runs for each in seen], usual, LEAST)}
    compared = time.process_time() - began
    wanted = {(number, count + number) for number in range(planted)}
    print(
        f"{tell.__name__:<8} {len(pairs & wanted)} of {planted} near-copies found among {count:,} stories, "
        f"{len(pairs - wanted)} other pairs; read in {read:.1f} s, compared in {compared:.1f} s "
        f"and {max(0, _peak() - before):.0f} MiB more (peak {_peak():.0f} MiB)"
    )
    return pairs == wanted


def _summary(text: str, number: int) -> Summary:
    story = parse(Source(f"{number}.md", text), Grammar()).story
    if story is None:
        raise ValueError(f"story {number} cannot be parsed")
    return summary(story, f"{number}.md")


def _peak() -> float:
    """The largest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every kind; 1 where one of them is not as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--planted", type=int, default=50)
    options = parser.parse_args(arguments)
    right = [measured(tell, options.count, options.planted) for tell in (told, forms, chinese)]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
