"""Write bqlint/bank/index.txt, the id and kind of every question: `python scripts/build_bank_index.py`.

It is what `bqlint check` reads instead of the banks. A test fails when it is stale.
"""

from __future__ import annotations

from pathlib import Path

from bqlint.bank.read import shipped

TARGET = Path(__file__).parent.parent / "bqlint" / "bank" / "index.txt"


def text() -> str:
    """The index as the file holds it: sorted lines of id and kind."""
    return "".join(f"{question.id} {question.kind}\n" for question in sorted(shipped()))


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(f"wrote {TARGET}")
