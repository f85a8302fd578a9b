"""A file's stem from what a person wrote: the id of a story, short enough to type."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Code points of a stem; a path stays readable in a terminal of 80 columns."""
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""What Windows opens as a device, whatever stands behind the dot."""


def slug(text: str, longest: int = LONGEST) -> str:
    """`text` as lower-case ASCII words joined by hyphens, cut behind a whole word; "" where it holds none.

    Accents are dropped ("Müller's café" becomes `mullers-cafe`); other scripts have no spelling here.
    No stem is the name of a device of Windows.
    """
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:longest]
        if len(longer) > longest:
            break
        stem = longer
    return f"{stem}-story" if stem in _DEVICES else stem
