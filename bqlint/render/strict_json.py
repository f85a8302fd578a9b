"""JSON that any reader accepts, and that neither a terminal nor the log of a CI runner (`##[command]`) acts on."""

from __future__ import annotations

import json
import re

from bqlint.typed import Any

_HALF = re.compile("[\ud800-\udfff]")
_NOT_ASCII = re.compile("[^\x00-\x7e]+")


def strict_json(value: Any, indent: int | None = 2) -> str:
    """`value` as JSON in printable ASCII; half a surrogate pair, which strict readers refuse, becomes U+FFFD."""
    text = _HALF.sub("\ufffd", json.dumps(value, indent=indent, ensure_ascii=False, allow_nan=False))
    text = _NOT_ASCII.sub(lambda run: json.dumps(run[0])[1:-1], text)
    return text.replace("##[", "#\\u0023[").replace("##vso[", "#\\u0023vso[")
