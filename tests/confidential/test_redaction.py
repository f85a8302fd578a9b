"""Copies to hand out: names and data become markers, amounts of money ranges, and a copy is a story still."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.confidential.money import edits
from bqlint.confidential.redaction import Redaction
from bqlint.edits import apply
from bqlint.finding import Fix, Span
from tests.cli.samples import GOOD
from tests.conftest import Bqlint

STORIES = Path(__file__).parent.parent.parent / "stories"


def ranged(text: str) -> str:
    return apply(text, [Fix(True, tuple(edits(text)))]).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We paid $48,200.", "We paid $20,000–50,000."),
        ("$48.2k and US$3bn", "$20k–50k and US$2–5bn"),
        ("USD 1 250 000 a year, EUR 12", "USD 1 000 000–2 000 000 a year, EUR 10–20"),
        ("from 90 to 310 euros, £2,000 to £3,100", "from 50–100 to 200–500 euros, £2,000–5,000 to £2,000–5,000"),
        ("$1.5M–$2M, 30-40 dollars", "$1M–5M, 20–50 dollars"),
        ("1.250 EUR, 12,50 €, a 20-euro note", "1.000–2.000 EUR, 10–20 €, a 20–50-euro note"),
        ("two million dollars, forty-five pounds", "2,000,000–5,000,000 dollars, 20–50 pounds"),
        ("£1.2 million and 600 euros", "£1–2 million and 500–1,000 euros"),
        ("花了48万元，又花三千块钱，从3万到5万元", "花了20万–50万元，又花2000–5000块钱，从2万–5万到5万–10万元"),
        ("$0, 20% of 300 users in 2024, two pounds of flour, 5 k", None),
        ("三个人，五块石头，12万人", None),
    ],
)
def test_amounts_of_money_become_ranges_and_nothing_else_does(text: str, told: str | None) -> None:
    assert ranged(text) == (text if told is None else told)


@given(st.decimals("0.01", "999999999", places=2))
def test_an_amount_lies_in_its_range(amount: Decimal) -> None:
    low, high = ranged(f"${amount:,}").removeprefix("$").replace(",", "").split("–")
    assert Decimal(low) <= amount < Decimal(high) <= Decimal("2.5") * Decimal(low)


def test_a_marker_means_the_same_in_every_text() -> None:
    redaction = Redaction()
    texts = ("Quay met Heron", "herons and Quay's mail x@y.example")
    secrets = [(Span(0, 4), "name"), (Span(9, 14), "name")], [
        (Span(0, 6), "name"), (Span(11, 15), "name"), (Span(23, 34), "e-mail")
    ]  # fmt: skip
    told = [redaction.redacted(text, found, 0).text for text, found in zip(texts, secrets, strict=True)]
    assert told == ["‹name A› met ‹name B›", "‹name B› and ‹name A›'s mail ‹e-mail A›"]


SECRET = GOOD.replace("Our bakery", "The bakery of Quillon (jo@quay.example, +44 20 7946 0018)").replace(
    "title: Reopening", "title: Quillon reopening"
)
APPROVED = SECRET.replace(
    "status: draft", "status: approved\nreviews:\n  - by: lee\n    on: 2026-01-01\n    digest: sha256:x"
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    (folder / "stories").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "bqlint.toml").write_text('[rules.BQ801]\nwords = "Quillon"\n')
    (folder / "stories" / "quillon-shop.md").write_text(SECRET.replace("author: sam", "author: sam@quay.example"))
    (folder / "stories" / "approved.md").write_bytes(APPROVED.replace("\n", "\r\n").encode())
    monkeypatch.chdir(folder)
    return folder


def test_copies_hold_no_secret_and_are_clean_stories(repository: Path, tmp_path: Path, bqlint: Bqlint) -> None:
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    ran = bqlint("check", "stories", "--redact", str(tmp_path / "out"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2 copies written to ")
    assert "names and data replaced 9 times, amounts of money 4 times" in ran.out
    assert {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()} == before
    copies = {path.name: path.read_bytes() for path in (tmp_path / "out" / "stories").iterdir()}
    assert set(copies) == {"name-a-shop.md", "approved.md"}
    for copy in copies.values():
        assert b"uillon" not in copy
        assert b"quay" not in copy
        assert "The bakery of ‹name A› (‹e-mail A›, ‹phone A›)".encode() in copy
        assert "from 50–100 to 200–500 euros".encode() in copy
    assert b"\n" not in copies["approved.md"].replace(b"\r\n", b"")
    assert b"reviews" not in copies["approved.md"]
    assert b"status: in-review\r\n" in copies["approved.md"]
    checked = bqlint("check", str(tmp_path / "out"), "--ignore", "BQ9")
    assert (checked.code, "All clear" in checked.out) == (0, True)


def test_nothing_is_overwritten_and_nothing_half_done(repository: Path, tmp_path: Path, bqlint: Bqlint) -> None:
    (tmp_path / "out" / "stories").mkdir(parents=True)
    (tmp_path / "out" / "stories" / "name-a-shop.md").write_text("mine")
    ran = bqlint("check", "stories", "--redact", str(tmp_path / "out"))
    assert ran.code == 2
    assert "there is such a file already; nothing was written" in ran.err
    assert [path.name for path in (tmp_path / "out").rglob("*.md")] == ["name-a-shop.md"]
    assert (tmp_path / "out" / "stories" / "name-a-shop.md").read_text() == "mine"


def test_nothing_is_written_outside_the_folder(repository: Path, tmp_path: Path, bqlint: Bqlint) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "stories").symlink_to(outside)
    ran = bqlint("check", "stories", "--redact", str(tmp_path / "out"))
    assert (ran.code, "a link leads out of the folder" in ran.err) == (2, True)
    assert list(outside.iterdir()) == []
    (tmp_path / "x.md").write_text(SECRET)
    assert bqlint("check", "../x.md", "--redact", "out").code == 0
    assert [path.name for path in (repository / "out").iterdir()] == ["x.md"]


def test_a_file_that_is_no_story_has_no_copy_and_is_named(repository: Path, bqlint: Bqlint) -> None:
    (repository / "stories" / "broken.md").write_text("# Quillon\n")
    ran = bqlint("check", "stories", "--redact", "out")
    assert (ran.code, ran.err) == (1, "bqlint: stories/broken.md: this is no story that can be read, and has no copy\n")
    assert len(list((repository / "out").rglob("*.md"))) == 2


def test_it_goes_with_neither_fixes_nor_standard_input(repository: Path, bqlint: Bqlint) -> None:
    for other in ("--fix", "--diff", "--staged", "-"):
        assert bqlint("check", "stories", "--redact", "out", other).code == 2


def test_the_project_s_own_stories_stay_clean(tmp_path: Path, bqlint: Bqlint) -> None:
    assert bqlint("check", str(STORIES), "--redact", str(tmp_path / "out")).code == 0
    ran = bqlint("check", str(tmp_path / "out"), "--output-format", "concise")
    assert ran.out == f"All clear: {len(list(STORIES.glob('*.md')))} stories checked, nothing found.\n"


@pytest.mark.parametrize("hostile", ["$1 ", "1,000", "one ", "一", "1 to ", "1到", "$"])
def test_time_grows_with_the_text(hostile: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        list(edits(text))
        return time.process_time() - start

    short, long = (min(seconds(hostile * n) for _ in range(3)) for n in (1_000, 8_000))
    assert long < 40 * max(short, 0.002)  # eight times the text; a quadratic search takes 64 times as long
