"""The settings of the base: which files are stories to it, and how large they may be."""

from __future__ import annotations

import pytest

from tests.gate.team import ANA, CONFIG, KIM, PATH, SAM, STORY, Team, on_main


def begin(team: Team, **files: str) -> None:
    """Put files on the base, `/` written as `__`, and begin the branch anew."""
    team.git("checkout", "main")
    for name, text in files.items():
        team.write(name.replace("__", "/") + ".toml", text)
    team.commit(ANA, "terms")
    team.git("checkout", "-B", "work")


def looked_at(team: Team, *paths: str) -> list[str]:
    """Those of `paths` that are stories to the gate where a story is told there."""
    for path in paths:
        team.write(path, STORY)
    team.commit(SAM, "tell them")
    return [line.split()[1] for line in team.gate().out.splitlines() if line.startswith(("REFUSED", "passes"))]


def test_a_story_is_what_a_search_of_the_base_would_find(team: Team) -> None:
    begin(
        team,
        bqlint=f'{CONFIG}extend-exclude = ["stories/old", "stories/*-notes.md"]\n',
        stories__old__bqlint="extend-exclude = []\n",
        stories__new__bqlint='include = ["*.markdown"]\n',
        pyproject="[project]\nname = 'no settings of bqlint'\n",
    )
    stories = ["stories/deep/er/a.md", "stories/new/b.markdown"]
    others = [
        "a.md",
        "stories/a-notes.md",
        "stories/old/a.md",
        "stories/new/c.md",
        "stories/README.md",
        "stories/a.txt",
    ]
    assert looked_at(team, *stories, *others) == stories


def test_without_any_settings_every_markdown_file_is_one(team: Team) -> None:
    team.git("rm", "--quiet", "bqlint.toml")
    begin(team)
    assert looked_at(team, "a.md", "b/c.markdown", "README.md", "node_modules/d.md") == ["a.md", "b/c.markdown"]


def test_settings_that_extend_others_are_read_whole(team: Team) -> None:
    begin(team, bqlint=f'extends = ["terms/ours.toml"]\n{CONFIG}', terms__ours='[gate]\napprovers = ["Zoe"]\n')
    team.write("bqlint.toml", CONFIG)
    team.approved()
    assert team.refusals()[0] == "`Kim Lee` is not among the approvers that the base names"


@pytest.mark.parametrize(("most", "code"), [(5_000, 0), (500, 1)])
def test_a_file_that_is_too_large_is_refused(team: Team, most: int, code: int) -> None:
    begin(team, bqlint=f"max-bytes = {most}\n{CONFIG}")
    team.told()
    team.write("bqlint.toml", CONFIG)
    team.approve(KIM.name)
    team.commit(KIM, "approve it")
    ran = team.gate()
    assert (ran.code, "the file is too large" in ran.out) == (code, bool(code))


def test_settings_that_are_a_link_on_the_base_are_said(team: Team) -> None:
    team.git("checkout", "main")
    (team.top / "terms.toml").write_text(CONFIG)
    (team.top / "bqlint.toml").unlink()
    (team.top / "bqlint.toml").symlink_to("terms.toml")
    team.commit(ANA, "a link")
    team.git("checkout", "-B", "work")
    team.told()
    assert team.gate().err == "bqlint: main:bqlint.toml: the configuration is no ordinary file\n"


def test_a_broken_configuration_on_the_base_is_said(team: Team) -> None:
    on_main(team, config="[gate]\napproval = 2\n")
    team.told()
    ran = team.gate()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "bqlint: main:bqlint.toml:2: `gate.approval` is not a setting; did you mean `approvals`?\n"


def test_the_place_of_the_temporary_folder_is_no_matter(
    team: Team, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that the default excludes name must not make stories vanish."""
    place = tmp_path_factory.mktemp("x") / "node_modules"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    team.git("rm", "--quiet", "bqlint.toml")
    for project in ("", "[project]\nname = 'no settings'\n"):
        team.write("pyproject.toml", project)
        team.commit(ANA, "no settings")
        team.git("branch", "-f", "main")
        team.write(PATH, STORY.replace("in-review", "approved") + "\n" * len(project))
        team.commit(SAM, "tell it")
        assert team.refusals() == ["it has 0 of 1 approvals"]
    assert list(place.iterdir()) == []
