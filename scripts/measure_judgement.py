"""Measure bqlint's judgement on tests/judgement: precision, recall and F1 a rule; `--errors` lists what was wrong.

`python scripts/measure_judgement.py` fails where a judgement falls below its recorded floor; `--record` writes the
figures of this run to bqlint/render/measured.json, which rule pages show and later runs are held to. The rows marked
`held` are the third that is not looked at while rules are changed: `--errors` never shows them. Rows of the set
`unseen` make judgements of their own, "BQ501, unseen", with floors of their own.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bqlint.engine import check
from bqlint.headings import SPOKEN
from bqlint.language.agent import agent
from bqlint.language.figures import figures
from bqlint.language.vague import vague
from bqlint.parsing import Grammar, parse
from bqlint.prose import Sentence, sentences
from bqlint.rules import load
from bqlint.source import Source

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "judgement"
RECORD = ROOT / "bqlint" / "render" / "measured.json"
FOUND_BY = {"ownership": ("BQ401", "BQ402", "BQ403")}
"""Judgements that several rules share; any other is named by its one code."""


@dataclass
class Score:
    """Counts of one judgement over all rows, and what went wrong in those that may be looked at."""

    right: int = 0
    alarms: int = 0
    missed: int = 0
    rows: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, expected: bool, said: bool, what: str) -> None:
        """Count one verdict; `what` is "" for a held row."""
        self.rows += 1
        self.right += expected and said
        self.alarms += said and not expected
        self.missed += expected and not said
        if expected != said and what:
            self.wrong.append(f"{'missed' if expected else 'false alarm'}: {what}")

    @property
    def positives(self) -> int:
        """How many rows should have been found."""
        return self.right + self.missed

    def figures(self) -> dict[str, float | int]:
        """Precision, recall and F1 in hundredths, rounded down, with how many rows they rest on."""
        precision = self.right / (self.right + self.alarms) if self.right + self.alarms else 1.0
        recall = self.right / self.positives if self.positives else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        floored = {
            name: int(100 * value + 1e-9) / 100
            for name, value in (("precision", precision), ("recall", recall), ("f1", f1))
        }
        return {**floored, "rows": self.rows, "positives": self.positives}


def rows(name: str) -> list[dict[str, Any]]:
    """The labelled rows of all files of this name, in order."""
    found = []
    for path in sorted(DATA.glob(f"{name}*.jsonl")):
        found += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return found


def verdicts() -> Iterator[tuple[str, str, bool, bool, bool, str]]:
    """Every verdict on the labelled text: judgement, language, held, expected, said, what it was about."""
    for row in rows("sentences"):
        text, lang, held, apart = row["text"], row["lang"], row["held"], _apart(row)
        read = list(sentences(text, 0, lang, "paragraph"))
        outcome = any(figure["kind"] == "outcome" for figure in row["figures"])
        said = any(figure.kind == "outcome" for sentence in read for figure in figures(sentence))
        yield f"outcome figure{apart}", lang, held, outcome, said, text
        for labelled, found in _paired(row, read):
            yield f"outcome span{apart}", lang, held, bool(labelled), bool(found), f"[{found} for {labelled}] {text}"
        yield f"BQ302{apart}", lang, held, bool(row["vague"]), any(vague(sentence) for sentence in read), text
        for who in ("I", "we", "passive") if row["agent"] else ():
            acts = agent(read[0]) if read else "none"
            what = f"[{acts}, is {row['agent']}] {text}"
            yield f"agent {who}{apart}", lang, held, row["agent"] == who, acts == who, what
    for row in rows("answers"):
        fired = _fired(row)
        for name, expected in row["expect"].items():
            codes = FOUND_BY.get(name, (name,))
            if expected is not None:
                said = any(code in fired for code in codes)
                what = f"{row['id']} {row['sections']}"
                yield f"{name}{_apart(row)}", row["lang"], row["held"], bool(expected), said, what


def _apart(row: dict[str, Any]) -> str:
    """What the judgements on a row are called by besides: those on the set `unseen` are kept apart."""
    return ", unseen" if row.get("set") == "unseen" else ""


def _paired(row: dict[str, Any], read: list[Sentence]) -> Iterator[tuple[str, str]]:
    """Each outcome figure as it is labelled and as it was found, "" where one of the two is missing."""
    labelled = [figure["text"] for figure in row["figures"] if figure["kind"] == "outcome"]
    found = [f.span.of(row["text"]) for sentence in read for f in figures(sentence) if f.kind == "outcome"]
    for text in labelled:
        yield text, text if text in found else ""
    yield from (("", text) for text in found if text not in labelled)


def _fired(row: dict[str, Any]) -> set[str]:
    """The codes that fire on an answer made into a story; BQ201 only for the four sections that must be there."""
    kinds = {"situational": "general/", "past": "", "self-description": ""}
    question = next((q for q in _questions() if _questions()[q] == row["kind"] and kinds[row["kind"]] in q), "")
    body = "".join(f"## {role.title()}\n\n{row['sections'][role]}\n\n" for role in SPOKEN if row["sections"].get(role))
    front = f"title: T\nquestions: [{question}]\nstatus: draft\nauthor: sam\nlang: {row['lang']}\n"
    parsed = parse(Source(row["id"], f"---\n{front}---\n# T\n\n{body}"), Grammar())
    findings = check(parsed, [rule() for rule in load().values()])
    return {f.code for f in findings if f.code != "BQ201" or f.section != "reflection"}


def _questions() -> dict[str, str]:
    from bqlint.bank import kinds

    return dict(kinds())


def measured() -> tuple[dict[str, Score], dict[str, Score]]:
    """The scores by judgement: over all rows, and over the held ones alone."""
    everything: dict[str, Score] = {}
    aside: dict[str, Score] = {}
    for name, lang, held, expected, said, what in verdicts():
        for key in (name, f"{name} ({lang})"):
            everything.setdefault(key, Score()).add(expected, said, "" if held else what)
            if held:
                aside.setdefault(key, Score()).add(expected, said, "")
    return everything, aside


def below(everything: dict[str, Score]) -> list[str]:
    """The judgements that fell below their recorded floor."""
    floors = json.loads(RECORD.read_text(encoding="utf-8"))
    return [
        f"{name}: {what} {everything[name].figures()[what]} is below its floor {floor[what]}"
        for name, floor in floors.items()
        for what in ("precision", "recall", "f1")
        if name not in everything or everything[name].figures()[what] < floor[what]
    ]


def main() -> int:
    """Print the table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N mistakes a judgement")
    parser.add_argument("--record", action="store_true", help="write the figures of this run as the new floors")
    options = parser.parse_args()
    everything, aside = measured()
    print(f"{'judgement':28}{'rows':>6}{'pos.':>6}{'prec.':>7}{'recall':>8}{'F1':>6}   held third: prec. recall  F1")
    for name, score in sorted(everything.items()):
        all_, held = score.figures(), aside.get(name, Score()).figures()
        print(
            f"{name:28}{all_['rows']:6}{all_['positives']:6}{all_['precision']:7.2f}{all_['recall']:8.2f}{all_['f1']:6.2f}"
            f"{'':15}{held['precision']:6.2f}{held['recall']:7.2f}{held['f1']:6.2f}"
        )
        for line in score.wrong[: options.errors]:
            print(f"    {line}")
    if options.record:
        record = {name: score.figures() for name, score in sorted(everything.items()) if "(" not in name}
        RECORD.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
        return 0
    broken = below(everything)
    print("\n".join(broken) if broken else "Every judgement is at or above its floor.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
