"""What the verbs that matter to figures say of a quantity: changed, won, earned, reached, spent or lost."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.inflection import verbs

CHANGING, WINNING, EARNING, REACHING, ADOPTING, ANSWERING, SPENDING, LOSING, HELPING = (1 << n for n in range(9))
_LISTS = {
    "figure_changing.en": CHANGING,
    "figure_winning.en": WINNING,
    "figure_earning.en": EARNING,
    "figure_reaching.en": REACHING,
    "figure_adopting.en": ADOPTING,
    "figure_answering.en": ANSWERING,
    "figure_spending.en": SPENDING,
    "figure_losing.en": LOSING,
    "figure_helping.en": HELPING,
}
_TOTALLING = frozenset(("totaling", "totalling"))  # products totaling $4 million


@cache
def roles() -> dict[str, int]:
    """What the verbs that matter to figures say of them, by form; a verb may play several parts."""
    found: dict[str, int] = {}
    for name, role in _LISTS.items():
        for form in verbs(name) - _TOTALLING:
            found[form] = found.get(form, 0) | role
    return found
