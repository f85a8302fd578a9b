"""BQ0xx: what keeps a file from being read as a story. The readers and parsers find these; here they get their page."""

from __future__ import annotations

from bqlint.finding import Severity
from bqlint.rules.base import Example, Rule

_GOOD = Example("---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\n---\n# T\n", "file")


class Unreadable(Rule):
    """The file cannot be opened or is no regular file.

    Nothing is known about a story that cannot be read, so the run must not look clean.
    """

    code, name, severity = "BQ001", "unreadable", Severity.ERROR


class BadEncoding(Rule):
    """The file is not UTF-8 text.

    A story with broken letters cannot be searched, compared or read aloud. UTF-8, with or without BOM, is what git,
    editors and interview preparation tools agree on.
    """

    code, name, severity = "BQ002", "bad-encoding", Severity.ERROR


class TooLarge(Rule):
    """The file is larger than any story.

    A story takes two or three minutes to tell, some three kilobytes. A megabyte is a notebook or an accident, and it
    is refused unread so that one file cannot hold up a commit.
    """

    code, name, severity = "BQ003", "too-large", Severity.ERROR


class MissingFrontMatter(Rule):
    """The file has no front matter.

    Without title, questions, status and author nobody can tell which question a story answers or whether it is ready.
    """

    code, name, severity = "BQ004", "missing-front-matter", Severity.ERROR
    bad = (
        Example("⟦⟧# A story without front matter\n\nI cut the queue by half.\n", "file"),
        Example("⟦⟧---\ntitle: Never closed\n", "file"),
    )
    good = (_GOOD, Example("---\ntitle: Rules below\nquestions: []\nstatus: draft\nauthor: sam\n---\n---\n", "file"))


class InvalidYaml(Rule):
    """The front matter is not plain YAML.

    Front matter is read by people, by git and by several programs. Duplicate keys, anchors, aliases, merge keys and
    tags make them disagree on what it says; a story needs none of these.
    """

    code, name, severity = "BQ005", "invalid-yaml", Severity.ERROR
    bad = (
        Example("---\ntitle: One\n⟦title⟧: Two\n---\n", "file"),
        Example("---\ntitle: ⟦!!python/name:os.system x⟧\n---\n", "file"),
        Example("---\ntags: ⟦&a⟧\n- x\n---\n", "file"),
        Example("---\ntitle: a⟦:⟧ b\n---\n", "file"),
    )
    good = (_GOOD, Example('---\ntitle: "a: b"\nquestions: []\nstatus: draft\nauthor: "*sam"\n---\n', "file"))


class ConflictMarker(Rule):
    """A merge was not finished: conflict markers stand in the file.

    Both versions of the passage would be read out one after the other.
    """

    code, name, severity = "BQ006", "conflict-marker", Severity.ERROR
    bad = (Example("---\ntitle: T\n---\n⟦<<<<<<< HEAD⟧\nI cut it.\n⟦=======⟧\nWe cut it.\n⟦>>>>>>> main⟧\n", "file"),)
    good = (
        _GOOD,
        Example(
            "---\ntitle: T\nquestions: []\nstatus: draft\nauthor: sam\n---\n# T\n\n## Notes\n\nA quote\n=======\n",
            "file",
        ),
    )


class TimeLimit(Rule):
    """The file took too long to check, and was given up.

    One hostile or broken file must not hold up the others; what was found in it so far is incomplete.
    """

    code, name, severity = "BQ007", "time-limit", Severity.ERROR


class RuleFailure(Rule):
    """A rule failed on this story. That is a bug in bqlint.

    The other rules ran on, so the rest of the report holds; this rule's findings may be missing.
    """

    code, name, severity = "BQ008", "rule-failure", Severity.ERROR
