"""Begin a story that answers a question: front matter, and what an interviewer will ask about each section."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Sequence

from bqlint import atomic
from bqlint.bank import Bank
from bqlint.bank.meaning import meant
from bqlint.bank.question import Question
from bqlint.cli.options import add_configuration, author, configured, write
from bqlint.errors import UsageError
from bqlint.scaffold.story import LANGUAGES, fresh_story
from bqlint.slug import slug


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bqlint new`."""
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="an id of the question bank, or a question")
    parser.add_argument("--to", default="stories", metavar="DIR", help="the folder to write to (default: stories)")
    parser.add_argument("--title", help="what the story is about (default: taken from the question)")
    parser.add_argument("--author", help="who tells it (default: git's user.name)")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="the language it is told in (default: en)")
    add_configuration(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file, where none is yet, and say what to do next."""
    asked = " ".join(options.question)
    question = _question(asked, Bank(*configured(options).of(os.getcwd()).banks).questions())
    title = options.title or (_working_title(question) if question else asked.rstrip(" ?.!？。"))
    stem = slug(title) or (question and question.id.replace("/", "-")) or "story"
    path = os.path.join(options.to, f"{stem}.md")
    strong = (f"Mid level: {question.strong_mid}", f"Senior: {question.strong_senior}") if question else ()
    asked_as = question.id if question else asked
    text = fresh_story(title, (asked_as,), options.author or author(), options.lang, strong)
    try:
        atomic.create(path, text.encode("utf-8"))
    except FileExistsError:
        hint = "give the story a --title of its own"
        raise UsageError("there is such a file already; nothing was written", place=path, hint=hint) from None
    answers = f"answers {question.id}: {question.text}" if question else f"answers: {asked}"
    write(f"wrote {path}\n{answers}\n\nNext: fill its sections, then bqlint check {shlex.quote(path)}\n")
    return 0


def _question(asked: str, questions: Sequence[Question]) -> Question | None:
    """The question that `asked` is the id, or nearly the wording, of. Raises UsageError for an unknown id."""
    by_id = {question.id: question for question in questions}
    if asked in by_id:
        return by_id[asked]
    if "/" in asked and " " not in asked:
        from bqlint.nearest import did_you_mean

        hint = "`bqlint question WORDS` finds ids"
        raise UsageError(f"`{asked}` is no question of the bank{did_you_mean(asked, by_id)}", hint=hint)
    return meant(asked, questions)


def _working_title(question: Question) -> str:
    """A title until the author has a better one: the words of the id, without its number ("Tight deadline")."""
    name = question.id.partition("/")[2]
    words, _, number = name.rpartition("-")
    return f"{words if number.isdigit() else name}".replace("-", " ").capitalize()
