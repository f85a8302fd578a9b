"""Stories with hostile contents: each is judged, named by its own fault, and hides nothing that stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.hostile import encodings, front_matter
from tests.hostile.lab import FAULT, Outcome, check, tree


def checked(folder: Path, contents: Mapping[str, bytes]) -> Outcome:
    """One run over all of them: every one is judged."""
    outcome = check(cwd=tree(folder, {f"{name}.md": content for name, content in contents.items()}))
    assert f'"files": {len(contents) + 1}' in outcome.out.decode()[-200:]
    return outcome


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (encodings.UNREADABLE, "BQ002"),
        (encodings.READABLE, FAULT),
        (encodings.EMPTY, "BQ004"),
        (front_matter.REFUSED, "BQ005"),
        (front_matter.UNOPENED, "BQ004"),
    ],
)
def test_each_is_named_by_its_fault(tmp_path: Path, contents: Mapping[str, bytes], code: str) -> None:
    outcome = checked(tmp_path, contents)
    assert [name for name in contents if code not in outcome.codes(f"{name}.md")] == []
    assert list(tmp_path.glob("owned*")) == []


def test_front_matter_of_odd_values_is_judged(tmp_path: Path) -> None:
    contents = {**front_matter.JUDGED, **front_matter.MORE_JUDGED}
    outcome = checked(tmp_path, contents)
    assert [name for name in contents if not outcome.codes(f"{name}.md") & {"BQ005", "BQ101", "BQ201"}] == []
