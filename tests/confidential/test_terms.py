"""Names of the deny-list are found however they are written, and nothing else is."""

from __future__ import annotations

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.confidential.terms import Listed, Terms, digest
from bqlint.confidential.wording import spelling

KEY = b"a key that nobody guesses"


def listed(*terms: str) -> Listed:
    numbers: dict[str, set[int]] = {}
    for letters, number in map(spelling, terms):
        numbers.setdefault(digest(KEY, letters), set()).add(number)
    return Listed(KEY, {each: frozenset(counts) for each, counts in numbers.items()})


@pytest.fixture(params=["plain", "hashed"])
def find(request: pytest.FixtureRequest) -> object:
    """The texts that match a term, of a list in plain words and of one of hashes alike."""

    def found(term: str, text: str, allow: tuple[str, ...] = ()) -> list[str]:
        terms = Terms.of([term], allow, Listed()) if request.param == "plain" else Terms.of([], allow, listed(term))
        return [span.of(text) for span in terms.matches(text)]

    return found


@pytest.mark.parametrize(
    ("term", "text", "places"),
    [
        ("Quillon", "At QUILLON, quillon and Quillon.", ["QUILLON", "quillon", "Quillon"]),
        ("Quillon", "Two Quillons, Quillon's and the Quillons' offices", ["Quillons", "Quillon's", "Quillons"]),
        ("Quillon", "the Quillon-owned site, ex-quillon staff, quillon_db, quillon.example", None),
        ("Quillon", "Quil-\nlon, Quil\u00adlon, Ｑｕｉｌｌｏｎ, **Quillon**, <b>Quillon</b>", None),
        ("Quillon", "Quillonian aquillon, Quill on, acquillons", []),
        ("Blue Heron", "Blue Heron, blue-heron, BLUE\nHERON, Blue\u00a0Herons", None),
        ("Blue Heron", "blueheron, blue_heron, **Blue** Heron, > Blue\n> Heron, Blue Heron's", None),
        ("Blue Heron", "a blue sky. Herons; heron blue, blue grey heron, Blue\n\nHeron, Blue, Heron", []),
        ("Company", "two companies and a company's", ["companies", "company's"]),
        ("Fox", "the foxes of Fox", ["foxes", "Fox"]),
        ("McQuay's", "McQuay's, McQuays and mcquay’s", ["McQuay's", "McQuays", "mcquay’s"]),
        (
            "O'Dell & Sons",
            "O'Dell & Sons, O’Dell\n& Sons, ODell Sons",
            ["O'Dell & Sons", "O’Dell\n& Sons", "ODell Sons"],
        ),
        ("K&W", "the K&W fund, at K, W", ["K&W"]),
        ("Müllerei Groß", "MÜLLEREI GROSS, Mullerei Gross", ["MÜLLEREI GROSS", "Mullerei Gross"]),
        ("7-Nord", "at 7 Nord and 7-NORD, 17 Nord", ["7 Nord", "7-NORD"]),
        ("星河银行", "我为星河银行和星河\n银行工作", ["星河银行", "星河\n银行"]),
        ("星河银行", "星河、银行；河银行，星空银行", []),
        ("Nova公司", "在NOVA公司和nova 公司", ["NOVA公司", "nova 公司"]),
    ],
)
def test_a_name_is_found_however_it_is_written(find: object, term: str, text: str, places: list[str] | None) -> None:
    found = find(term, text)  # type: ignore[operator]
    assert found == places if places is not None else len(found) == text.count(",") + 1


def test_of_two_names_that_overlap_the_longer_one_is_found() -> None:
    text = "Blue Heron Bank and Blue Heron"
    spans = Terms.of(["Blue Heron", "Heron Bank", "Blue Heron Bank"], (), Listed()).matches(text)
    assert [span.of(text) for span in spans] == ["Blue Heron Bank", "Blue Heron"]


def test_allowed_phrases_are_left_alone(find: object) -> None:
    allow = ("Heron pond", "herons")
    assert find("Heron", "the heron pond, herons, a Heron", allow) == ["Heron"]  # type: ignore[operator]


words = st.text(string.ascii_letters + "éß", min_size=2, max_size=6)


@given(st.lists(words, min_size=1, max_size=3), st.sampled_from([" ", "-", "\n", "_", " \n> ", "\u00a0"]), st.data())
def test_any_name_is_found_in_any_company(parts: list[str], gap: str, data: st.DataObject) -> None:
    told = gap.join(data.draw(st.sampled_from([part, part.upper(), part.lower()])) for part in parts)
    before, after = (data.draw(st.sampled_from(["", "x, ", "2 * ", "说", "(", "”. "])) for _ in "ab")
    text = f"{before}{told}{after[::-1]}"
    for terms in (Terms.of([" ".join(parts)], (), Listed()), Terms.of([], (), listed(" ".join(parts)))):
        assert [span.of(text) for span in terms.matches(text)] == [told]


@given(st.text(), st.lists(words, max_size=4))
def test_places_are_in_order_and_apart(text: str, names: list[str]) -> None:
    spans = Terms.of(names, (), Listed()).matches(text)
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
