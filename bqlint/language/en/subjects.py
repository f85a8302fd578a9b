"""The subjects and the boundaries of English clauses: the state of one pass from left to right."""

from __future__ import annotations

from bqlint.language.en.groups import Group, after_adverbs
from bqlint.language.en.lookahead import (
    ARTICLES,
    AUXILIARIES,
    BREAKS,
    SUBJECTS,
    another_verb,
    is_object,
    subject_after_comma,
    verb_follows,
)
from bqlint.language.en.verbs import ING, Tag
from bqlint.language.lexicon import words
from bqlint.typed import NamedTuple

_MOMENTS = frozenset(("time", "moment", "minute", "day"))
_DASHES = frozenset("-–—")
_LINKS = frozenset(("sub", "subprep", "rel", "that"))


class Clause(NamedTuple):
    """One finite clause.

    `subject` is I, we, they, it, there, noun, or "" where it is left out; `at` is the token it stands at, -1 where it
    is shared with the clause before. A clause that hangs on another is not `main`; `link` says by what: sub, subprep
    or rel.
    """

    subject: str
    at: int
    group: Group
    main: bool
    link: str = ""


class Subjects:
    """Subjects seen and not yet used, clauses opened and not yet given their verb.

    `subject` is the main clause's, `inner` that of the clause that hangs on it, `held` one that stood before a dash.
    `done`: the main clause of this segment has its verb; `fresh`: nothing but adverbs since the segment began;
    `governed`: inside a prepositional phrase, an infinitive or a participle.
    """

    __slots__ = ("done", "forms", "found", "fresh", "governed", "held", "inner", "pending", "subject", "tags")

    def __init__(self, tags: list[Tag], forms: list[str]) -> None:
        self.tags, self.forms = tags, forms
        self.found: list[Clause] = []
        self.pending: list[str] = []
        self.subject: tuple[str, int] | None = None
        self.inner: tuple[str, int] | None = None
        self.held: tuple[str, int] | None = None
        self.done, self.fresh, self.governed = False, True, False

    def subject_at(self, at: int) -> bool:
        """Whether the open clause's subject is the pronoun at `at`."""
        subject = self.inner if self.pending else self.subject
        return at >= 0 and subject is not None and subject[1] == at and subject[0] != "noun"

    def other(self, at: int, part: str) -> int:
        """Any word that is neither a subject pronoun nor a verb; returns the next token."""
        if part in BREAKS:
            self._break(at, part)
            return at + 1
        if part == "sign":
            return at + 1
        if part in ("prep", "subprep") and at and self.forms[at - 1] in ARTICLES:
            part = ""  # "the following day", "the till"
        if part == "prep":
            self.governed = True
        elif part == "det":
            self._determiner(at)
        elif part in ("to", "bare"):
            self.governed = self.governed or part == "to"
            return self._skip_verb(at + 1)
        elif part in ("sub", "subprep"):
            self.open(part)
        elif part == "rel":
            self.open("rel", ("they", at))
        elif part == "that":
            self._that(at)
        else:
            self.noun(at)
        self.fresh = False
        return at + 1

    def noun(self, at: int) -> None:
        """A noun, adjective or number: maybe a subject."""
        if self.tags[at].part == "object":
            return
        if self.pending:
            if self.inner is None or self.inner[0] == "noun":
                self.inner = ("noun", at)
        elif not self.governed and not self.done and (self.subject is None or self.subject[0] == "noun"):
            self.subject = ("noun", at)

    def open(self, kind: str, inner: tuple[str, int] | None = None) -> None:
        """A clause begins that hangs on another."""
        self.pending.append(kind)
        self.inner = inner

    def _determiner(self, at: int) -> None:
        """A determiner: a new noun phrase, in "by the time the bus came" a new clause."""
        if not at or self.tags[at - 1].forms or self.tags[at - 1].part not in ("", "object", "number"):
            return
        self.governed = False
        if at > 1 and self.forms[at - 1] in _MOMENTS and self.tags[at - 2].part == "det":
            self.open("sub")

    def _that(self, at: int) -> None:
        """The word "that": a relative or a conjunction after a noun or a verb, else a pronoun or a determiner."""
        verb_next = verb_follows(self.tags, at + 1)
        noun = at + 1 < len(self.tags) and self.tags[at + 1].part == ""
        if noun and (self.forms[at + 1] in words("times.en") or self.tags[at - 1].part in ("prep", "subprep")):
            return  # "I used that evening to rest", "since that audit"
        if not self.fresh:
            self.open("rel" if verb_next else "sub", ("they", at) if verb_next else None)
        elif verb_next:
            self._take(("it", at))

    def _take(self, subject: tuple[str, int]) -> None:
        """`subject` is the subject of the clause that is open."""
        if self.pending:
            self.inner = subject
        else:
            self.subject = subject
        self.governed = False

    def pronoun(self, at: int, part: str) -> bool:
        """A pronoun that may be a subject; returns whether it is."""
        before = self.tags[at - 1] if at else None
        if part == "it" and self._is_object(at):
            if self.forms[at] not in ("this", "these", "those"):
                self.fresh = False
            elif before is None or before.part not in ("prep", "and", "to"):
                self.governed = False
            return False
        if part == "I" and before is not None and before.part == "and" and self._joined(at):
            part = "we"
        elif self.pending and self.pending[-1] == "subprep" and self.inner and self.inner[0] == "noun":
            self.pending.pop()  # "after the meeting I called"
        elif not self.fresh and not self._begins(at):
            self.open("rel")
        self._take((part, at))
        self.fresh = False
        return True

    def _is_object(self, at: int) -> bool:
        """Whether "it" and its like at `at` is an object, in "the man who broke it was" too."""
        if self.tags[at].auxiliary:
            return False
        clause_over = not self.done and not self.pending and bool(self.found)
        if clause_over and self.tags[at - 1].forms and self.subject is not None and self.subject[1] >= 0:
            return True
        return is_object(self.tags, at)

    def _joined(self, at: int) -> bool:
        """Whether "and I" at `at` joins a noun before it: "Anna and I"."""
        if self.pending:
            return self.inner is not None and self.inner[1] == at - 2
        return not self.done and self.subject is not None and self.subject[1] == at - 2

    def _begins(self, at: int) -> bool:
        """Whether a subject pronoun at `at`, inside a segment, begins the main clause."""
        if self.pending and self.inner is None:
            return True
        part = self.tags[at - 1].part
        if part in BREAKS or part in _LINKS:
            return True
        if self.done:
            return False
        if self.governed:
            if self.subject and self.subject[0] == "noun" and self.forms[self.subject[1]] not in words("times.en"):
                # not "eleven of the fourteen kids I coached"; but "Using this idea we drew"
                return self.subject[1] == 0 and bool(self.tags[0].forms & ING) and not another_verb(self.tags, at)
            return not subject_after_comma(self.tags, at, ("I", "we", "they"))
        return not self.subject or self.subject[0] != "noun" or self.forms[at - 1] in words("times.en")

    def _break(self, at: int, part: str) -> None:
        """A comma, a coordinator or a hard stop."""
        if part == "comma" and at + 1 < len(self.tags) and self.tags[at + 1].part in ("I", "we"):
            self.pending.clear()  # "when a child cries, I": a verb that is not known
        if part != "and" and self.pending and (self.inner is None or part == "stop" or self.pending[-1] == "subprep"):
            self.pending.clear()
            self.inner = None
        if self.done:
            self.done, self.fresh = False, True
            self.subject = (self.subject[0], -1) if self.subject else None
        elif part == "stop":
            self._stop(at)
        elif not self.subject or self.subject[1] < 0 or (part == "comma" and self.subject[0] == "noun"):
            self.fresh = True
        if part != "and":
            self.governed = False

    def _stop(self, at: int) -> None:
        """A hard stop before the verb: the subject is lost, unless a second dash closes a parenthesis."""
        dash = self.forms[at] in _DASHES
        back = self.held if dash else None
        self.held = self.subject if dash and back is None else None
        self.subject, self.fresh = back, back is None

    def gerund(self, at: int) -> None:
        """An -ing form: it governs what follows; at the head of a segment it may be the subject."""
        if self.pending and self.pending[-1] != "rel" and self.inner is None:
            self.pending.pop()
        if at and (self.forms[at - 1] in ARTICLES or self.forms[at - 1] in ("this", "that") or self._ends_phrase(at)):
            self.noun(at)
            self.fresh = False
            return
        if self.fresh and not self.subject and not self.governed:
            self.subject = ("noun", at)
        self.governed = True
        self.fresh = False

    def _ends_phrase(self, at: int) -> bool:
        """Whether the -ing form at `at` is the noun of a phrase, as in "the short briefing I wrote"."""
        if (
            self.fresh
            or self.governed
            or at + 1 >= len(self.tags)
            or self.tags[at - 1].part in ("stop", "comma", "and")
        ):
            return False
        return self.tags[at + 1].part in SUBJECTS or self.tags[at + 1].part in AUXILIARIES

    def _skip_verb(self, at: int) -> int:
        """Past an infinitive or a participle that is not finite; "to ensure" at the head opens a clause."""
        head, self.fresh = self.fresh and not self.found, False
        at = after_adverbs(self.tags, at)
        while at < len(self.tags) and (self.tags[at].part == "bare" or self.tags[at].part in AUXILIARIES):
            at = after_adverbs(self.tags, at + 1)
        if at >= len(self.tags) or not self.tags[at].forms:
            return at
        if head and self.tags[at].base in words("clause_verbs.en"):
            self.open("subprep")
        return at + 1
