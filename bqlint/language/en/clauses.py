"""The finite clauses of an English sentence, found in one pass over its tags.

It is a chunker, not a parser: it knows closed classes, verb forms and where clauses may begin, and takes any other
word for a noun or an adjective.
"""

from __future__ import annotations

from bqlint.language.en.groups import group
from bqlint.language.en.heads import has_own_verb, is_fronted, opens_act, opens_bullet
from bqlint.language.en.lookahead import AUXILIARIES, BREAKS, SUBJECTS, another_verb, before, subject_after_comma
from bqlint.language.en.subjects import Clause, Subjects
from bqlint.language.en.verbs import BASE, ING, PARTICIPLE, PAST, THIRD, Tag, tags
from bqlint.language.lexicon import once, words
from bqlint.prose import Sentence

_CLOSED = frozenset(("det", "prep", "to", "bare"))
_NOMINAL = frozenset(("", "number"))
_OBJECTS = frozenset(("det", "object", "it", "to", "that", "number"))
_NEAR = SUBJECTS | {"adv"}


@once
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The finite clauses of `sentence` in the order of their verbs."""
    return tuple(_Scan(tags(sentence), sentence.tokens.forms).run())


class _Scan(Subjects):
    """The pass itself: which words are finite verbs, and whose."""

    __slots__ = ()

    def run(self) -> list[Clause]:
        """All clauses of the sentence."""
        at, end, tags = 0, len(self.tags), self.tags
        while at < end:
            word = tags[at]
            part = word.part
            if not part:
                if at + 1 < end and tags[at + 1].part == "hyphen":
                    adverb = at + 2 < end and tags[at + 2].part == "adv"  # "single-handedly"
                    at = at + 3 if adverb else self._no_verb(at)
                    continue
                if word.forms & ~ING or (at and tags[at - 1].part in _NEAR and self._is_unknown_verb(at)):
                    at = self._verb(at)
                    continue
                if at and tags[at - 1].part == "hyphen":
                    at = self._compound(at)
                    continue
                if self.fresh and not self.found and not self.subject and opens_bullet(tags, self.forms, at):
                    at = self._group(at, -1)
                    continue
                if word.forms:
                    self.gerund(at)
                else:
                    self.noun(at)
                    self.fresh = False
                at += 1
            elif part == "adv":
                at += 1
            elif part in SUBJECTS:
                at = self._group(at, at) if self.pronoun(at, part) and word.auxiliary else at + 1
            elif part in AUXILIARIES:
                at = self._verb(at)
            else:
                at = self.other(at, part)
        return self.found

    def _is_unknown_verb(self, at: int) -> bool:
        """Whether the word at `at` is a verb because it follows a pronoun; not "last" in "since we last met"."""
        known_next = at + 1 < len(self.tags) and not self.tags[at + 1].part and self.tags[at + 1].forms & PAST
        return not (known_next and not self.tags[at].forms) and self._after_pronoun(at)

    def _after_pronoun(self, at: int) -> bool:
        """Whether the word at `at` follows its subject, a pronoun: it is a verb then, known or not."""
        return self.subject_at(before(self.tags, self.forms, at))

    def _verb(self, at: int) -> int:
        """A word that may be a finite verb; returns the next token."""
        prev = before(self.tags, self.forms, at)
        word_before = self.tags[prev] if prev >= 0 else None
        auxiliary = self.tags[at].part in AUXILIARIES
        if self.forms[at] == "may" and self._is_month(at, word_before):
            return self._no_verb(at)
        if word_before is not None and word_before.part == "hyphen":
            return self._compound(at)
        if word_before is not None and word_before.part == "prep" and self._is_stranded(prev):
            return self._group(at, prev)
        if word_before is not None and word_before.part in _CLOSED and not (auxiliary and word_before.part != "det"):
            return self._no_verb(at)
        if self.subject_at(prev) or (self.pending and self.pending[-1] == "rel" and self.inner == ("they", prev)):
            return self._group(at, prev)
        if auxiliary:
            if self.fresh and at + 1 < len(self.tags) and self.tags[at + 1].part in SUBJECTS:
                return at + 1  # a question
            return self._group(at, prev)
        if self.fresh:
            return self._headless(at, prev)
        return self._group(at, prev) if self._is_finite(at, prev) else self._no_verb(at)

    def _is_month(self, at: int, word_before: Tag | None) -> bool:
        """Whether "may" at `at` is the month: after a preposition, or with no verb to come."""
        if (word_before is not None and word_before.part == "prep") or at + 1 >= len(self.tags):
            return True
        return self.tags[at + 1].part in (*SUBJECTS, *BREAKS, "det", "number")

    def _is_stranded(self, at: int) -> bool:
        """Whether the preposition at `at` ends a relative clause: "the ramps I asked for opened"."""
        last = self.found[-1] if self.found else None
        return last is not None and not last.main and not self.done and bool(self.subject) and last.group.last == at - 1

    def _compound(self, at: int) -> int:
        """The last part of a hyphened word: a verb after a pronoun, "I cold-called", else part of a noun."""
        start = at
        while start > 1 and self.tags[start - 1].part == "hyphen":
            start -= 2
        made = self.forms[start] in words("prefixes.en") and not has_own_verb(self.tags, self.forms, at)
        heads = start == 0 and self.tags[at].forms & PAST and (made or self._opens_object(at + 1))
        if heads:
            self.subject = None
        if heads or self._after_pronoun(start):
            return self._group(at, start - 1)
        return self._no_verb(at)

    def _opens_object(self, at: int) -> bool:
        """Whether an object begins at `at`, so that a verb stands before it: "Cross-trained the night crew"."""
        return at < len(self.tags) and self.tags[at].part in ("det", "number", "object", "prep", "and")

    def _no_verb(self, at: int) -> int:
        """An adjective, a noun, or a participle that hangs on the noun before it."""
        self.noun(at)
        self.fresh = False
        return at + 1

    def _headless(self, at: int, prev: int) -> int:
        """A verb at the head of a segment: the subject is left out, shared with the clause before, or it is no verb."""
        forms = self.tags[at].forms
        if self.found:
            if forms & PAST or (forms & (BASE | THIRD) and self.found[-1].group.tense != "past"):
                return self._shared(at, prev)
            return self._no_verb(at)
        behind = self.forms[at + 1 : at + 3]
        if not forms & PAST and (behind == ["and", "i"] or behind[:1] == [":"]):
            return self._no_verb(at)  # "Mark and I", "Fix: we closed it"
        if forms & PAST:
            if subject_after_comma(self.tags, at) or is_fronted(self.forms, at):
                return self._no_verb(at)
        elif (forms == PARTICIPLE and self.forms[at] not in words("recipients.en")) or (
            forms & THIRD and not opens_act(self.tags, self.forms, at)
        ):
            return self._no_verb(at)
        return self._no_verb(at) if has_own_verb(self.tags, self.forms, at) else self._group(at, -1)

    def _shared(self, at: int, prev: int) -> int:
        """A verb that shares its subject with the clause before: "I called and asked"."""
        last = self.found[-1]
        if not last.main and self.tags[prev].part == "and" and self.tags[prev - 1].part != "comma":
            self.inner = (last.subject, last.at)
            self.pending.append("rel")
        elif self.subject is None:
            heads = [clause for clause in self.found if clause.main] or self.found
            self.subject = (heads[-1].subject, heads[-1].at)
        return self._group(at, -1)

    def _is_finite(self, at: int, prev: int) -> bool:
        """Whether the verb form at `at`, after a noun, is finite there."""
        forms, word_before = self.tags[at].forms, self.tags[prev]
        following = self.tags[at + 1] if at + 1 < len(self.tags) else None
        if word_before.part == "and":
            return False
        if word_before.part == "number" and following is not None and not following.part and not following.forms:
            return False
        after_verb = bool(word_before.forms & (PAST | BASE | ING)) and not word_before.part and not self.pending
        if after_verb and (self.done or not self.subject):
            return False
        if word_before.forms & ING and self.governed and following is not None and not following.part:
            return False
        waiting = bool(self.found) and not self.found[-1].main and not self.done and self.subject is not None
        if waiting and (forms & THIRD or (forms & PAST and word_before.forms)):
            return True  # "the wall I built keeps", "the juniors I taught settled in"
        if not forms & PAST:
            if forms & PARTICIPLE or following is None or (self.done and not self.pending):
                return False
            plural = self.forms[prev].endswith("s")
            if following.forms & ING and forms & THIRD:
                return True  # "leading means listening"
            if prev < at - 1:
                return bool(forms & THIRD) or plural
            sole = forms & THIRD and not plural and self.tags[at].base not in words("also_nouns.en")
            if sole and following.part in ("", "adv"):
                return True  # "one oven uses more gas"
            return following.part in _OBJECTS and (bool(forms & THIRD) or plural)
        if self.pending:
            return True
        if self.forms[at + 1 : at + 2] == ["by"] and self.tags[at].base not in words("change_verbs.en"):
            return False
        loose = following is not None and following.part in ("prep", "to", "adv", "subprep")
        if self.done:
            return not loose and self.tags[self.found[-1].group.verb].base in words("clause_verbs.en")
        return not (loose and forms & PARTICIPLE and another_verb(self.tags, at))

    def _group(self, at: int, prev: int) -> int:
        """Note the finite clause whose verb group begins at `at`; returns the token after the group."""
        found = group(self.tags, self.forms, at)
        inner = bool(self.pending) or self.done
        subject = self.inner if self.pending else self.subject
        if self.done and not self.pending:
            subject = ("noun", prev)
        if subject is not None and subject[1] < 0 and prev >= 0 and not self.fresh and self.tags[prev].part in _NOMINAL:
            subject = ("noun", prev)
        if subject is None:
            subject = ("noun", prev) if prev >= 0 and not self.tags[prev].part and not self.fresh else ("", -1)
        link = self.pending.pop() if self.pending else ""
        self.found.append(Clause(subject[0], subject[1], found, not inner, link))
        if not inner:
            self.done, self.subject = True, subject
        self.inner, self.fresh, self.governed = None, False, False
        return found.last + 1
