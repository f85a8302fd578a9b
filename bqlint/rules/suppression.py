"""BQ921 to BQ924: suppressions that hide nothing, have expired, give no reason, or cannot be understood.

What is wrong is seen where findings are judged (bqlint/policy/judge.py); these classes are how it is told.
"""

from __future__ import annotations

from bqlint.finding import Severity
from bqlint.rules.base import Example, Rule

_VAGUE = "Waiting was significantly reduced."


class UnusedSuppression(Rule):
    """A suppression hides nothing.

    What it hid was mended, or it stands at the wrong place; the next real finding there would be hidden unseen.
    """

    code, name, severity = "BQ921", "unused-suppression", Severity.WARNING
    local = True
    bad = (
        Example(
            "<!-- bqlint: ignore ⟦BQ302⟧ -- the client forbids figures -->\n\nWaiting fell by 31%.",
            fixed="Waiting fell by 31%.",
        ),
        Example(
            f"{_VAGUE}\n\n<!-- bqlint: ignore ⟦BQ302⟧ -- the client forbids figures -->\n\nWaiting fell by 31%.",
            fixed=f"{_VAGUE}\n\nWaiting fell by 31%.",
        ),
        Example(
            f"<!-- bqlint: ignore BQ302, ⟦BQ604⟧ -- the client forbids figures -->\n\n{_VAGUE}",
            fixed=f"<!-- bqlint: ignore BQ302 -- the client forbids figures -->\n\n{_VAGUE}",
        ),
    )
    good = (
        f"<!-- bqlint: ignore BQ302 -- the client forbids figures -->\n\n{_VAGUE}",
        f"{_VAGUE} <!-- bqlint: ignore vague-magnitude -- the client forbids figures -->",
        f"```\n<!-- bqlint: ignore BQ302 -- only shown -->\n```\n\n{_VAGUE}",
    )


class ExpiredSuppression(Rule):
    """A suppression has passed its last day and hides nothing any more.

    "Until the figures are published" was a promise; the day has come to keep it, or to say a new one.
    """

    code, name, severity = "BQ922", "expired-suppression", Severity.WARNING
    local = True
    bad = (f"<!-- bqlint: ignore ⟦BQ302⟧ until 2020-01-31 -- published in February -->\n\n{_VAGUE}",)
    good = (
        f"<!-- bqlint: ignore BQ302 until 2999-12-31 -- never published -->\n\n{_VAGUE}",
        f"<!-- bqlint: ignore BQ302 -- the client forbids figures -->\n\n{_VAGUE}",
    )


class UnexplainedSuppression(Rule):
    """A suppression gives no reason.

    Who reads the story next, a coach or oneself in a year, cannot tell whether the finding was wrong or unwelcome.
    """

    code, name, severity = "BQ923", "unexplained-suppression", Severity.ERROR
    local = True
    bad = (
        f"⟦<!-- bqlint: ignore BQ302 -->⟧\n\n{_VAGUE}",
        f"⟦<!-- bqlint: ignore-file BQ302 until 2999-12-31 -- -->⟧\n\n{_VAGUE}",
    )
    good = (
        f"<!-- bqlint: ignore BQ302 -- the client forbids figures -->\n\n{_VAGUE}",
        f"<!-- A word to myself: ignore this. -->\n\n{_VAGUE}",
    )


class MisspeltSuppression(Rule):
    """A suppression cannot be understood: it names no rule, an unknown one, or an impossible day.

    It hides nothing, though its author believes so. There is none for all rules at once.
    """

    code, name, severity = "BQ924", "misspelt-suppression", Severity.ERROR
    local = True
    bad = (
        f"<!-- bqlint: ignore ⟦vague-magnitud⟧ -- the client forbids figures -->\n\n{_VAGUE}",
        f"<!-- bqlint: ignore ⟦BQ3⟧ -- all of the result -->\n\n{_VAGUE}",
        f"⟦<!-- bqlint: ignore -- everything -->⟧\n\n{_VAGUE}",
        f"⟦<!-- bqlint: hide BQ302 -- the client forbids figures -->⟧\n\n{_VAGUE}",
        f"<!-- bqlint: ignore BQ302 until ⟦2027-13-01⟧ -- no such day -->\n\n{_VAGUE}",
    )
    good = (
        f"<!-- bqlint: ignore BQ302 -- the client forbids figures -->\n\n{_VAGUE}",
        f"<!-- Lint this later. -->\n\n{_VAGUE}",
    )
