"""bqlint: a linter for behavioural-interview (STAR) stories kept as Markdown in git."""

from __future__ import annotations

__version__ = "0.1.0"
