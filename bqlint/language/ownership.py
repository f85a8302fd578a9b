"""Who did the work of a section: counted by its verbs, not by its pronouns.

The share of "I" among pronouns is the same in strong answers and in weak ones; who stands behind the verbs is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from bqlint.language.agent import acts
from bqlint.language.lexicon import words
from bqlint.prose import Sentence
from bqlint.typed import NamedTuple

_ACTS_A_WE = 2
"""How many acts without a subject each "we" turns into "we" acts, where I is never said."""


class Ownership(NamedTuple):
    """How many acts of a section are whose.

    `own` acts are I's, in whatever clause, those with the subject left out included ("Rebuilt the rota"); of the main
    clauses, `shared` acts are we's, `others` somebody or something else's, `agentless` ones passive, and `states` are
    no acts at all. `first_person` is whether I, me, my or an act with its subject left out is there.
    """

    first_person: bool
    own: int = 0
    shared: int = 0
    others: int = 0
    agentless: int = 0
    states: int = 0

    @property
    def acts(self) -> int:
        """All acts; states and changes that nobody brings about are none."""
        return self.own + self.shared + self.others + self.agentless

    def lacks_first_person(self, least: int = 1) -> bool:
        """Whether `least` or more is told, and nothing of oneself."""
        return not self.first_person and self.acts + self.states >= least

    def leans_on_we(self, margin: int = 1) -> bool:
        """Whether we's acts are at least `margin` more than I's."""
        return self.shared - self.own >= margin

    def lacks_agents(self, share: float = 0.6, least: int = 3) -> bool:
        """Whether no act of two or more is one's own, or more than `share` of `least` or more have no doer."""
        if not self.own and not self.shared:
            return self.agentless + self.others >= 2
        return self.acts >= least and self.agentless > share * self.acts


def ownership(sentences: Sequence[Sentence]) -> Ownership:
    """Whose acts the `sentences` of one section tell."""
    counts = {"I": 0, "we": 0, "other": 0, "passive": 0, "none": 0}
    implied = said_we = 0
    for sentence in sentences:
        for act in acts(sentence):
            said_we += act.agent == "we" and act.main
            if act.agent == "I" and act.elided:
                implied += 1
            elif act.main or act.agent == "I":
                counts[act.agent] += 1
    named = any(names_me(sentence) for sentence in sentences)
    # "We planned the move. Called the carriers." leaves out a "we"; ten bullets beside one "we" leave out an "I".
    counts["I" if named or not said_we or implied > _ACTS_A_WE * said_we else "we"] += implied
    mine = named or implied > 0
    return Ownership(mine, counts["I"], counts["we"], counts["other"], counts["passive"], counts["none"])


def names_me(sentence: Sentence) -> bool:
    """Whether `sentence` says I, me or my."""
    forms, mine = sentence.tokens.forms, words(f"first_person.{'zh' if sentence.lang == 'zh' else 'en'}")
    return any(form in mine and forms[at + 1 : at + 2] != ["们"] for at, form in enumerate(forms))
