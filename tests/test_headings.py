from __future__ import annotations

import pytest

from bqlint.headings import ALIASES, ROLES, roles_of


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Situation", ["situation"]),
        ("SITUATION:", ["situation"]),
        ("Context", ["situation"]),
        ("Background", ["situation"]),
        ("Responsibility", ["task"]),
        ("Actions", ["action"]),
        ("Outcome", ["result"]),
        ("Impact", ["result"]),
        ("Lessons", ["reflection"]),
        ("Learnings", ["reflection"]),
        ("Notes", ["notes"]),
        ("情境", ["situation"]),
        ("背景", ["situation"]),
        ("任务", ["task"]),
        ("行动", ["action"]),
        ("结果", ["result"]),
        ("反思", ["reflection"]),
        ("1. Situation", ["situation"]),
        ("2) Task —", ["task"]),
        ("Step 3: Action", []),
        ("S: Situation", ["situation"]),
        ("Situation — the shop in May", ["situation"]),
        ("Action (what I did)", ["action"]),
        ("Result: sales doubled", ["result"]),
        ("任务：三周内上线", ["task"]),
        ("⭐ Result", ["result"]),
        ("  Lessons   ", ["reflection"]),
        ("Situation and Task", ["situation", "task"]),
        ("Situation / Task", ["situation", "task"]),
        ("Situation & Context", ["situation"]),
        ("Result, Reflection", ["result", "reflection"]),
        ("情境和任务", ["situation", "task"]),
        ("Situation and politics", []),
        ("Impact on others and me", []),
        ("Reaction", []),
        ("Resultant force", []),
        ("Winning back a lead", []),
        ("", []),
        ("—", []),
        ("2024", []),
    ],
)
def test_a_heading_opens_the_roles_it_names(heading: str, roles: list[str]) -> None:
    assert list(roles_of(heading)) == roles


def test_every_alias_opens_its_role_in_any_letter_case() -> None:
    assert {alias for alias, role in ALIASES.items() if roles_of(alias.upper()) != (role,)} == set()
    assert set(ALIASES.values()) == set(ROLES)


def test_a_teams_own_alias_opens_its_role_and_only_where_it_is_given() -> None:
    own = {**ALIASES, "setting the scene": "situation"}
    assert roles_of("Setting the Scene: May", own) == ("situation",)
    assert roles_of("Setting the Scene: May") == ()
