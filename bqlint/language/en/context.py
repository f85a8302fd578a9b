"""The place of a quantity in its English clause: its governing verb, what stands before and after, what is unreal."""

from __future__ import annotations

from functools import cache

from bqlint.language.en.inflection import forms
from bqlint.language.en.modifiers import skip_modifiers
from bqlint.language.en.quantity import Quantity
from bqlint.language.en.reading import Reading, tagged
from bqlint.language.en.roles import CHANGING, EARNING, LOSING, SPENDING, WINNING, roles
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, PAST, tag

NOW = frozenset(("now", "today", "currently", "nowadays"))
SIGHT = 60  # tokens; a sentence may be a whole page of text, and must not cost its square
SUBJECTS = frozenset(["i", "we", "it", "this", "these", "he", "she", "they", "that", "you", "there"])
_STOPS = frozenset(";:()—!?.")
_LINKS = frozenset(
    ("which", "while", "because", "when", "after", "until", "if", "although", "though", "since", "whereas")
)
_LINKS |= frozenset(("unless", "so", "but", "as", "who"))


_LOADS = frozenset(("spikes", "surges"))  # at noon the traffic spikes to 40,000 requests
_DESCRIBING = frozenset(("exceeding", "passing", "topping"))  # loans exceeding $1M


class Setting:
    """What stands around one quantity.

    `before` is the token left of it, blurring words skipped, `after` the token right of it; `clause` is where its
    clause begins; `verb` is the nearest verb to the left in that clause (-1 if none) and `role` what it says;
    `changed` is the nearest verb of change there (-1 if none).
    """

    __slots__ = ("_ahead", "after", "before", "changed", "clause", "quantity", "reading", "role", "verb")

    def __init__(self, reading: Reading, quantity: Quantity) -> None:
        self.reading, self.quantity = reading, quantity
        self.after = quantity.last + 1
        self.before = skip_modifiers(reading, quantity)
        self.clause = self.verb = self.changed = -1
        self.role = 0
        self._ahead: list[str] | None = None
        self._look_left()

    def _look_left(self) -> None:
        """Walk to the start of the clause, noting the verbs on the way."""
        f, known = self.reading.forms, roles()
        at, end = self.before, max(-1, self.before - SIGHT)
        while at > end:
            form = f[at]
            if form in _MAY_START and starts_clause(self.reading, at):
                break
            role = known.get(form, 0)
            if (role or self.verb < 0) and not (f[at + 1] == "-" and self.reading.touching(at)):
                self._note(at, form, 0 if role and self._is_no_verb(at, form, role) else role)
            if (role or form.endswith("ed")) and self.reading.opens_line(at):
                at -= 1
                break
            at -= 1
        self.clause = at + 1

    def _note(self, at: int, form: str, role: int) -> None:
        """Keep token `at` as the verb of change or the governing verb, where it is the nearest."""
        if role & CHANGING and self.changed < 0:
            self.changed = at
        is_verb = self.verb < 0 and (role or tag(form).forms & (PAST | PARTICIPLE))
        if is_verb and not _is_modifying(self.reading.forms, at):
            self.verb, self.role = at, role

    def _is_no_verb(self, at: int, form: str, role: int) -> bool:
        """Whether a listed verb stands as a noun, an adjective or a describing participle at token `at`."""
        f = self.reading.forms
        return bool(
            (form == "net" and is_open(f[at + 1]))
            or (form in _DESCRIBING and is_open(f[at - 1]))
            or (_is_bare(form) and tagged(f[at - 1]).part in _BEFORE_NOUN)
            or (tagged(f[at - 1]).part == "be" and not tagged(form).forms & ~BASE)
            or (role & self._maybe_nouns(at) and _is_noun(f, at))
            or (form.endswith("s") and _is_past(f[at + 1]))
            or form in _LOADS
        )

    def _maybe_nouns(self, at: int) -> int:
        """The roles of verbs that may be nouns at token `at`: "our spend", "the use of it", "cut energy use 22%"."""
        following = self.reading.forms[at + 1]
        object_next = at == self.before and not self.reading.forms[at].endswith("s")
        if following == "of" or object_next or following in _AFTER_NOUN:
            return ~CHANGING
        return SPENDING | LOSING

    @property
    def preposition(self) -> str:
        """The word right before the quantity, blurring words skipped."""
        return self.reading.forms[self.before] if self.before >= 0 else ""

    @property
    def is_object(self) -> bool:
        """Whether the quantity follows its verb with nothing but words of its own noun phrase in between."""
        if self.verb < 0:
            return False
        f = self.reading.forms
        first = self.verb + (2 if f[self.verb + 1] == "in" and f[self.verb] in _WITH_IN else 1)
        if f[first] in _TO_WHOM and self.role & (CHANGING | WINNING | EARNING):  # saved for the company 20 hours
            receiver = first + (2 if f[first + 1] in _DETERMINERS else 1)
            first = receiver + 1 if f[receiver] in _receivers() else first
        for at in range(first, self.before + 1):
            form = f[at]
            if form in _OBJECT_WORDS:
                continue
            if form == "and" and at < self.before:
                if tagged(f[at + 1]).forms & ING:
                    return False  # generated leads and performing 25 calls
                continue
            if form == "-" or "-" in (f[at - 1], f[at + 1]):  # small-to-medium
                continue
            if tagged(form).part:
                return False
        return self.before - self.verb < 9

    def ahead(self, far: int) -> list[str]:
        """Up to `far` tokens after the quantity, to the end of the clause."""
        if self._ahead is None:
            self._ahead = self._rest_of_clause()
        return self._ahead[:far]

    def _rest_of_clause(self) -> list[str]:
        """The tokens after the quantity, a dozen at most, to the end of the clause."""
        f, first = self.reading.forms, self.after
        last = min(first + 12, self.reading.count)
        for at in range(first, last):
            form = f[at]
            if form in _MAY_START and starts_clause(self.reading, at):
                return f[first:at]
            if form.endswith("ed") and self.reading.opens_line(at):
                return f[first:at]
        return f[first:last]

    def around(self) -> list[str]:
        """The tokens of the sentence around the quantity, as far as one looks."""
        return self.reading.forms[max(0, self.quantity.first - SIGHT) : min(self.reading.count, self.after + SIGHT)]

    def behind(self) -> list[str]:
        """The tokens of the clause left of the quantity."""
        return self.reading.forms[self.clause : self.before + 1]


_BEFORE_NOUN = ("prep", "det")  # for feed sizes, the raise
_AFTER_COST = frozenset(("at", "by", "from", "in", "of", "per", "to", "under"))
_AFTER_NOUN = frozenset(("by", "from"))
_WITH_IN = frozenset(("bring", "brings", "brought", "bringing", "pulled", "took"))
_OPENERS = _LINKS | {"before", "once"}
_DETERMINERS = frozenset(("the", "a", "an", "our", "my", "their", "its", "his", "her", "another", "every", "all"))
_TO_WHOM = frozenset(("for", "to"))
_PRONOUNS = frozenset(("it", "us", "me", "them", "him", "each", "than"))
_OBJECT_WORDS = (
    _DETERMINERS | _PRONOUNS | {"of", "worth", "over", "up", "down", "off", "back", "out", "about", "around"}
)


@cache
def _receivers() -> frozenset[str]:
    """Those to whom a gain goes: saved to us, brought for the company."""
    return forms("figure_companies.en") | forms("figure_adopters.en") | _PRONOUNS


def _is_noun(f: list[str], at: int) -> bool:
    """Whether a bare form such as "spend", "work", "cost" stands as a noun: after another noun or adjective."""
    if f[at] == "cost" and (f[at + 1] in _AFTER_COST or f[at + 1] in forms("figure_results.en")):
        return True  # labour cost at 19%, cost savings
    if f[at].endswith(("ed", "ing")) or at == 0:
        return False
    if tagged(f[at]).forms & PAST and f[at] != "cost":
        return False
    return tagged(f[at - 1]).part in ("", "det")


def _is_bare(form: str) -> bool:
    """Whether `form` can be a bare noun: a base form, or one that is known as no verb form at all."""
    forms = tagged(form).forms
    return not forms or bool(forms & BASE)


def is_open(form: str) -> bool:
    """Whether `form` is a noun or an adjective, which a participle after it describes: "loans exceeding $1M"."""
    return bool(form) and form.isalpha() and not tagged(form).part


def _is_past(form: str) -> bool:
    """Whether `form` is a past verb and no present: a form in -s before it is a noun, as in "crashes occurred"."""
    forms = tagged(form).forms
    return bool(forms & PAST) and not forms & BASE


def _is_modifying(f: list[str], at: int) -> bool:
    """Whether a form in -ed or -ing stands as an adjective: "the repeated orders", "grew assigned sales"."""
    if not f[at].endswith(("ed", "ing")):
        return False
    before = f[at - 1]
    return before in ("the", "a", "an", "our", "my", "their", "its", "of") or bool(roles().get(before, 0) & CHANGING)


_MAY_START = _STOPS | _LINKS | {",", "and", "or", "–", "-"}


def starts_clause(reading: Reading, at: int) -> bool:
    """Whether token `at` parts two clauses."""
    f = reading.forms
    form = f[at]
    if form in _LINKS and f[at - 1] in ("have", "has", "had"):
        return False  # has since been copied
    if form in _STOPS or form in _LINKS or (form == "," and f[0] in _OPENERS):
        return True
    if form in (",", "and", "or", "–", "-"):
        following = f[at + 1]
        if form == "-":
            return not reading.touching(at) and not reading.touching(at - 1)
        return following in SUBJECTS or following in _LINKS or (form == "," and following in ("and", "or"))
    return False
