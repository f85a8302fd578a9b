"""Which lines are about an answer rather than of it: memos, markers, coaching, references, the other language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bqlint.language.hypothetical import told
from bqlint.notebook.lines import Line
from bqlint.notebook.lists import begins, entries
from bqlint.notebook.marks import is_memo
from bqlint.prose import sentences
from bqlint.tokens import han_in

_LINK = re.compile(r"[\s>*-]*(?:https?://\S+|\[[^\]]*\]\([^)]*\))\s*$")
_ADDRESS = re.compile(r"<?https?://\S+|\[[^\]]*\]\([^)]*\)")
_OWN = re.compile(r"\b(?:i|my|me|we|our|us)\b|我", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|you're|you'll)\b|你|您", re.IGNORECASE)
_ANSWERING = re.compile(
    r"\b(?:answers?|responses?|interview\w*|stor(?:y|ies)|examples?|questions?|star|panel|employers?|recruiters?)\b|"
    r"面试|回答|答案|故事|例子"
)
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+")
_SIGNS = re.compile(r"[\W_]+")
_LONGEST_MARKER = 40
_SKETCH, _SKETCH_OF_MINE, _REFERENCE, _LINKING = 30, 8, 16, 8
"""Words up to which what nobody does is a memo, of oneself or not; words of a reference, and round a link alone."""


def asides(lines: Sequence[Line], lang: str) -> list[bool]:
    """Whether each line of an answer in the language `lang` belongs to the notes: by itself, or in a list below one."""
    found: list[bool] = []
    is_listed = False
    for line in lines:
        is_listed = is_listed and line.bullet >= 0
        alone = is_aside(line, lang)
        found.append(alone or (is_listed and not is_own(line.text) and not acts_told([line.text], lang)))
        is_listed = found[-1] and (is_listed or line.text.rstrip("*_` ")[-1:] in (":", "："))
    return found


def is_aside(line: Line, lang: str) -> bool:
    """Whether a line by itself belongs to the notes."""
    text = plain(line.text)
    if is_memo(line.text) or _LINK.match(line.raw) or is_marker(line.text, "examples", "others"):
        return True
    if lang == "en" and han_in(text) * 3 > len(text):
        return True
    memo = begins(text, "memos")
    if memo and (text[len(memo) :].lstrip("* ")[:1] in (":", "：") or text.rstrip("* ")[-1] in (":", "：")):
        return True
    return coaches(text) or _refers(text, lang) or line.raw.lstrip()[:1] == "|" == line.raw[-1:]


def is_marker(text: str, *names: str) -> bool:
    """Whether a short text is an entry of the lists, such as "Example 2:" or "Another example"."""
    words = _SIGNS.sub(" ", text.casefold()).strip()
    if len(words) > _LONGEST_MARKER:
        return False
    return any(words == _SIGNS.sub(" ", entry).strip() for name in names for entry in entries(name))


def is_sketch(said: Sequence[str], lang: str) -> bool:
    """Whether all that is said is a memo without its marks: a few words, by nobody or with nothing done in them."""
    words = sum(map(length, said))
    if any(map(is_own, said)):
        return words <= _SKETCH_OF_MINE and not acts_told(said, lang)
    return words <= _SKETCH and (len(said) == 1 or not acts_told(said, lang))


def length(text: str) -> int:
    """The words of a text; two Chinese characters count as one."""
    han = han_in(text)
    return len(_WORD.findall(text)) - han + (han + 1) // 2


def coaches(text: str) -> bool:
    """Whether a text in lower case coaches the one who answers. That "you" should ask first, a lesson may say too."""
    is_order = bool(begins(text, "coaching"))
    if begins(text, "chat") or (is_order and not is_own(text)):
        return True
    about_answers = is_order or bool(begins(text, "orders")) or bool(_ANSWERING.search(text))
    return about_answers and len(_YOU.findall(text)) > len(_OWN.findall(text))


def is_own(text: str) -> bool:
    """Whether a text speaks of the one who tells it."""
    return bool(_OWN.search(text))


def acts_told(said: Sequence[str], lang: str) -> int:
    """How many own acts these texts tell as done."""
    return sum(told(sentence) for text in said for sentence in sentences(text, 0, lang, "paragraph"))


def plain(text: str) -> str:
    """A line's text in lower case, with straight apostrophes and no marks in front, to be looked up in the lists."""
    return text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lstrip('*"“”_`# ')


def _refers(text: str, lang: str) -> bool:
    """Whether a text in lower case only sends the reader to another answer or page."""
    around = _ADDRESS.sub("", text)
    if around != text and len(around.split()) <= _LINKING and not is_own(around):
        return True
    return bool(begins(text, "references")) and len(text.split()) <= _REFERENCE and not acts_told([text], lang)
