"""An English sentence as the questions about quantities read it: tokens by index, safe at both ends."""

from __future__ import annotations

from bqlint.language.en.verbs import PAST, Tag, tag
from bqlint.prose import Sentence

_PADDING = [""] * 16


class Reading:
    """Lower-case token forms with empty ones past the end, so that looking a few tokens left or right never fails.

    An index from -16 to -1 reads the padding too.
    """

    __slots__ = ("count", "forms", "offset", "text", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        tokens = sentence.tokens
        self.count = len(tokens.forms)
        self.forms = tokens.forms + _PADDING
        self.tokens = tokens  # places are looked up where they are asked for
        self.text, self.offset = sentence.text, sentence.span.start

    def touching(self, i: int) -> bool:
        """Whether token `i` and the next one stand without a space between them."""
        return 0 <= i < self.count - 1 and self.tokens.ends[i] == self.tokens.starts[i + 1]

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return 0 <= i < self.count and self.text[self.tokens.starts[i] - self.offset].isupper()

    def opens_line(self, i: int) -> bool:
        """Whether a line that was run together with the one before begins here: "... the study Reduced turnover".

        So it does where a past verb with a capital stands between two words without one.
        """
        form = self.forms[i]
        if not self.capital(i):
            return False
        before = self.forms[i - 1]
        if i == 0 or self.capital(i - 1) or self.capital(i + 1) or not (before.isalpha() or before == ")"):
            return False
        return bool(self.forms[i + 1]) and not tag(before).part and bool(tag(form).forms & PAST)


def is_digit(form: str) -> bool:
    """Whether a token is written in digits."""
    return "0" <= form < ":" or (form[:1] == "." and form != ".")


def tagged(form: str) -> Tag:
    """The tag of a token; past the end stands a full stop."""
    return tag(form or ".")


def is_closed(form: str) -> bool:
    """Whether `form` cannot go on a noun phrase: the end, a sign, or a word of a closed class."""
    return not form or bool(tag(form).part)
