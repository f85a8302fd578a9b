from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bqlint.configuration import Configured
from bqlint.configuration.layers import from_table, load_file, presets
from bqlint.errors import ConfigError
from bqlint.rules.declared import Declaration
from bqlint.settings import EXCLUDED, Override, Settings, keys, known
from bqlint.team.terms import Role
from tests.conftest import Within

Write = Callable[..., str]


def find(folder: str) -> str | None:
    """The configuration file that holds in `folder`."""
    files = Configured().of(folder).files
    return files[0] if files else None


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file below a folder that is the current one and the top of a repository, and gives its path."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write(text: str | bytes, name: str = "bqlint.toml") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def refused(path: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load_file(path)
    said = str(caught.value)
    assert "\n" not in said
    return said


KEYS: dict[str, tuple[str, Any]] = {
    "extends": ('["default"]', ("default",)),
    "select": ('["BQ3", "vague-magnitude", "ALL"]', ("BQ3", "vague-magnitude", "ALL")),
    "ignore": ('["BQ302"]', ("BQ302",)),
    "extend-select": ('["BQ1"]', ("BQ1",)),
    "include": ('["*.txt"]', ("*.txt",)),
    "exclude": ('["old"]', ("old",)),
    "extend-exclude": ('["drafts", "x/**"]', ("drafts", "x/**")),
    "respect-gitignore": ("false", False),
    "fail-on": ('"warning"', "warning"),
    "max-bytes": ("5_000", 5_000),
    "schema": ('"own.json"', "own.json"),
    "banks": ('["own.yaml"]', ("own.yaml",)),
    "plugins": ('["own.json"]', ("own.json",)),
    "confidential": ('"own.json"', "own.json"),
    "sections": ('{situation = ["Setting the scene"]}', {"situation": ("Setting the scene",)}),
    "rules": ('{BQ601 = {max-words = 9, severity = "error"}}', {"BQ601": {"max_words": 9, "severity": "error"}}),
    "status": (
        '{draft = {at-most = "error"}, approved = {at-least = "warning", exempt = ["BQ70", "TEAM"]}}',
        {
            "draft": {"at_most": "error", "exempt": ("BQ0", "BQ1")},
            "approved": {"at_least": "warning", "exempt": ("BQ701", "BQ702", "BQ703", "TEAM")},
        },
    ),
    "gate": (
        '{required-status = "in-review", approvals = 2, approvers = ["kim"], people = {kim = "kim@example.org"},'
        ' roles = {coach = {approvers = ["lee", "ana"], approvals = 2}}, require-signed = true,'
        ' allowed-signers = "own.json", allow-deletion = true}',
        {
            "required_status": "in-review",
            "approvals": 2,
            "approvers": ("kim",),
            "people": {"kim": ("kim@example.org",)},
            "roles": (Role("coach", ("lee", "ana"), 2),),
            "require_signed": True,
            "allowed_signers": "own.json",
            "allow_deletion": True,
        },
    ),
    "rule": (
        '[{code = "TEAM001", message = "No.", words = ["synergy"]}]',
        (Declaration("TEAM001", "No.", words=("synergy",)),),
    ),
    "overrides": (
        '[{paths = ["x/**"], ignore = ["BQ3"], select = ["BQ302"], rules = {BQ601 = {max-words = 1}}}]',
        ({"paths": ("x/**",), "ignore": ("BQ3",), "select": ("BQ302",), "rules": {"BQ601": {"max_words": 1}}},),
    ),
}


def _plain(value: Any, folder: Path) -> Any:
    """A setting as KEYS writes it: paths below the folder, overrides as data, rules without their place."""
    if isinstance(value, str):
        return value.removeprefix(f"{folder}/")
    if isinstance(value, Override):
        return {name: item for name, item in value._asdict().items() if name not in ("place", "origins")}
    if isinstance(value, Mapping) and "allowed_signers" in value:
        return {**value, "allowed_signers": _plain(value["allowed_signers"], folder)}
    if isinstance(value, tuple):
        return type(value)(_plain(item, folder) for item in value) if type(value) is tuple else value._replace(place="")
    return value


@pytest.mark.parametrize("name", ["bqlint.toml", "pyproject.toml"])
def test_every_key_reads(write: Write, tmp_path: Path, name: str) -> None:
    write("{}", "own.json")
    write("bank: own", "own.yaml")
    table = "[tool.bqlint]\n" if name == "pyproject.toml" else ""
    path = write(table + "".join(f"{key} = {written}\n" for key, (written, _) in KEYS.items()), name)
    settings = load_file(path)
    assert set(KEYS) == set(keys()) == set(known())
    for line, (key, (_, value)) in enumerate(KEYS.items(), 1 + bool(table)):
        assert _plain(getattr(settings, key.replace("-", "_")), tmp_path) == value
        assert settings.origins[key] == f"{name}:{line}"
    assert settings.root == str(tmp_path)


def test_a_key_that_is_not_set_has_its_default_and_no_origin(write: Write) -> None:
    settings = load_file(write("ignore = []"))
    assert set(settings.origins) == {"ignore"}
    assert (settings.exclude, settings.fail_on, settings.rules) == (EXCLUDED, "error", {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nexlude = []", "bqlint.toml:2: `exlude` is not a setting; did you mean `exclude`?"),
        ("respect_gitignore = true",
            "bqlint.toml:1: `respect_gitignore` is not a setting; did you mean `respect-gitignore`?"),
        ("\n[ruls.BQ601]\nx = 1", "bqlint.toml:2: `ruls` is not a setting; did you mean `rules`?"),
        ("ignore = []\nignor = []", "bqlint.toml:2: `ignor` is not a setting; did you mean `ignore`?"),
        ("# a\u2028b\nexlude = []", "bqlint.toml:2: `exlude` is not a setting; did you mean `exclude`?"),
        ("# exlude\n'exlude' = []", "bqlint.toml:2: `exlude` is not a setting; did you mean `exclude`?"),
        ('select = ["BQ999"]', "bqlint.toml:1: `BQ999` is no rule; did you mean `BQ"),
        ('ignore = ["story-to-long"]', "bqlint.toml:1: `story-to-long` is no rule; did you mean `story-"),
        ("select = 'ALL'", "bqlint.toml:1: `select` is text; it must be a list of texts"),
        ("include = [1]", "bqlint.toml:1: `include` is a list; it must be a list of texts"),
        ("respect-gitignore = 1", "bqlint.toml:1: `respect-gitignore` is a number; it must be true or false"),
        ("max-bytes = 0", "bqlint.toml:1: `max-bytes` is a number; it must be a number of bytes from 1 to"),
        ("max-bytes = -1", "bqlint.toml:1: `max-bytes` is a number; it must be a number of bytes from 1 to"),
        ("max-bytes = true", "bqlint.toml:1: `max-bytes` is true or false; it must be a number of bytes"),
        ("max-bytes = 1e3", "bqlint.toml:1: `max-bytes` is a number; it must be a number of bytes"),
        ("max-bytes = 2024-05-01", "bqlint.toml:1: `max-bytes` is something else; it must be a number of bytes"),
        ("fail-on = 'eror'", "bqlint.toml:1: `eror` is no severity; did you mean `error`? (use error, warning, info)"),
        ("fail-on = true", "bqlint.toml:1: `fail-on` is true or false; it must be error or warning or info"),
        ("schema = []", "bqlint.toml:1: `schema` is a list; it must be text"),
        ("[sections]\nsitution = []", "bqlint.toml:2: `sitution` is no section role; did you mean `situation`?"),
        ("[sections]\ntask = 'Duty'", "bqlint.toml:2: `sections.task` is text; it must be a list of texts"),
        ("sections = []", "bqlint.toml:1: `sections` is a list; it must be a table of roles"),
        ("rules = []", "bqlint.toml:1: `rules` is a list; it must be a table of rules"),
        ("[rules.BQ601]\nmax-words = 9\n[rules.BQ999]", "bqlint.toml:3: `BQ999` is no rule; did you mean `BQ"),
        ("[rules]\nBQ6 = {}", "bqlint.toml:2: `rules.BQ6` means "),
        ("[rules]\nBQ601 = 1", "bqlint.toml:2: `rules.BQ601` is a number; it must be a table of options"),
        ("[rules.BQ601]\nmax-word = 9", "bqlint.toml:2: BQ601 has no option `max-word`; did you mean `max-words`?"),
        ("[rules.BQ601]\nmax_words = 9", "bqlint.toml:2: BQ601 has no option `max_words`; did you mean `max-words`?"),
        ("[rules.BQ601]\nmax-words = 'x'", "bqlint.toml:2: `rules.BQ601.max-words` is text; it must be a whole number"),
        ("[rules.BQ601]\nmax-words = 9.5",
            "bqlint.toml:2: `rules.BQ601.max-words` is a number; it must be a whole number"),
        ("[rules.BQ601]\nmax-words = true",
            "bqlint.toml:2: `rules.BQ601.max-words` is true or false; it must be a whole"),
        ("[rules.BQ601]\nmax-words = -1", "bqlint.toml:2: `rules.BQ601.max-words` is -1; it must not be negative"),
        ("[rules.BQ601]\nseverity = 'warn'", "bqlint.toml:2: `warn` is no severity; did you mean `warning`?"),
        ("[rules.BQ601]\nseverity = 2", "bqlint.toml:2: `rules.BQ601.severity` is a number; it must be error or"),
        ("[status.draft]\nat-mst = 'info'",
            "bqlint.toml:2: `status.draft.at-mst` is not a setting; did you mean `at-most`?"),
        ("[status.draft]\nat-most = 'info'\nat-least = 'error'", "bqlint.toml:3: `status.draft` is at most info and"),
        ("[status.draft]\nexempt = ['BQ999']", "bqlint.toml:2: `BQ999` is no rule"),
        ("status = 1", "bqlint.toml:1: `status` is a number; it must be a table of statuses"),
        ("[status]\ndraft = 1", "bqlint.toml:2: `status.draft` is a number; it must be a table"),
        ("[gate]\nrequire-signd = true", "bqlint.toml:2: `gate.require-signd` is not a setting; did you mean `requi"),
        ("[gate]\nrequire-signed = true", "bqlint.toml:1: `require-signed` needs `allowed-signers`"),
        ("[gate]\nrequired-status = 'aproved'", "bqlint.toml:2: `aproved` is no status; did you mean `approved`?"),
        ("[gate]\napprovals = -1", "bqlint.toml:2: `gate.approvals` is a number; it must be a number from 0 to 50"),
        ("[gate.people]\nkim = 'Kim'", "bqlint.toml:2: `Kim` is no e-mail address"),
        ("[gate.people]\nkim = 7", "bqlint.toml:2: `gate.people.kim` is a number; it must be a list of texts"),
        ("[gate.roles.coach]\napprovers = []", "bqlint.toml:1: the role `coach` names 0 approvers and asks for 1"),
        ("[gate]\nroles = ['coach']", "bqlint.toml:2: `gate.roles` is a list; it must be a table of roles"),
        ("[gate]\nallowed-signers = 'none'", "bqlint.toml:2: `none` is not a file"),
        ("overrides = 1", "bqlint.toml:1: `overrides` is a number; it must be a list of tables"),
        ("[[overrides]]\nignore = ['BQ3']", "bqlint.toml:1: an override names no `paths`"),
        ("[[overrides]]\npaths = ['x']\nignroe = ['BQ3']",
            "bqlint.toml:3: `overrides.ignroe` is not a setting; did you mean `ignore`?"),
        ("[[overrides]]\npaths = ['x']\nignore = ['BQX']", "bqlint.toml:3: `BQX` is no rule"),
        ("[[overrides]]\npaths = 'x'", "bqlint.toml:2: `overrides.paths` is text; it must be a list of texts"),
        ('"a\\nb" = 1', "bqlint.toml: `a"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_place_key_and_nearest_name(write: Write, text: str, said: str) -> None:
    assert refused(write(text)).startswith(said)


def test_the_place_in_pyproject_is_in_its_own_table(write: Write) -> None:
    text = (
        "lint = ['bqlint']\n[tool.ruff]\nexlude = []\n[tool.bqlint]\nignore = []\nexlude = []\n[tool.x]\nexlude = []\n"
    )
    assert refused(write(text, "pyproject.toml")).startswith("pyproject.toml:6: `exlude` is not a setting")
    text = "[tool.ruff]\nselect = ['E']\n[tool.bqlint]\nselect = ['ALL']\n"
    assert load_file(write(text, "pyproject.toml")).origins == {"select": "pyproject.toml:4"}


@pytest.mark.parametrize("text", ["[tool]\nbqlint = 3", "[tool]\nbqlint = ['x']", "[[tool.bqlint]]\nselect = ['ALL']"])
def test_a_bqlint_table_that_is_none_is_refused(write: Write, text: str) -> None:
    assert refused(write(text, "pyproject.toml")).startswith("pyproject.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select = [", "is not TOML"),
        ("select = []\nselect = []", "is not TOML"),
        (b"\xff", "is not UTF-8"),
        (b"a = '\0'", "is not TOML"),
        (".".join("a" * 20_001) + " = 1", "more than 200 dots"),
        ("[" + ".".join("a" * 20_001) + "]", "more than 200 dots"),
        ("a = " + "[" * 100_000, "is not TOML"),
        ("a = " + "{a = " * 20_000, "is not TOML"),
        ("max-bytes = " + "9" * 5_000, "is not TOML"),
        ("max-bytes = " + "9" * 4_000, "must be a number of bytes"),
        ("#" * 256_001, "larger than 256,000 bytes"),
    ],
)
def test_a_hostile_file_is_refused_at_once(write: Write, within: Within, text: str | bytes, said: str) -> None:
    path = write(text)
    with within(2):
        line = refused(path)
    assert said in line
    assert line.startswith(("bqlint.toml", path))
    assert len(line) < 500


def test_dots_in_a_comment_are_no_key(write: Write) -> None:
    assert load_file(write("# " + "." * 300 + "\nignore = []")).ignore == ()


VALUES = st.recursive(
    st.sampled_from([None, True, -1, 7, 0.5, float("nan"), "", "BQ3", "error", "x", "\0", "../x"]),
    lambda below: st.one_of(
        st.lists(below, max_size=2),
        st.dictionaries(
            st.sampled_from(["", "task", "BQ601", "max-words", "severity", "paths", "rules"]), below, max_size=2
        ),
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)) | st.text(max_size=5), VALUES, max_size=2))
def test_any_table_is_settings_or_one_line(table: dict[str, Any]) -> None:
    try:
        settings = from_table(table, "nowhere/bqlint.toml")
    except ConfigError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either of two outcomes
    else:
        assert isinstance(settings, Settings)
        assert set(settings.origins) == set(table)


@pytest.mark.parametrize(
    "name", ["../own.json", "/etc/passwd", "linked.json", "folder/own.json", "missing.json", "folder", ".", "a\\u0000b"]
)
def test_a_schema_outside_the_repository_or_nowhere_is_refused(write: Write, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    (outside / "below").mkdir(parents=True)
    (outside / "own.json").write_text("{}")
    root = tmp_path / "inside"
    path = write(f'\nschema = "{name}"', "inside/bqlint.toml")
    (tmp_path / "own.json").write_text("{}")
    (root / "linked.json").symlink_to(outside / "own.json")
    (root / "folder").symlink_to(outside)
    said = refused(path)
    assert said.startswith("inside/bqlint.toml:2: `")
    assert said.endswith(("lies outside the repository", "is not a file"))


def test_a_schema_inside_the_repository_is_taken_through_links_too(write: Write, tmp_path: Path) -> None:
    write("{}", "x/own.json")
    (tmp_path / "linked.json").symlink_to("x/own.json")
    for name in ("x/own.json", "linked.json", "x/../x/own.json", str(tmp_path / "x/own.json")):
        assert load_file(write(f"schema = '{name}'")).schema == os.path.realpath(tmp_path / "x/own.json")


def test_the_nearest_file_wins_and_bqlint_toml_before_pyproject(write: Write, tmp_path: Path) -> None:
    top, below = write(""), write("", "x/bqlint.toml")
    write("[tool.bqlint]\n", "x/pyproject.toml")
    deepest = write("[tool.bqlint]\n", "x/y/pyproject.toml")
    for folder, wanted in (("", top), ("z", top), ("x", below), ("x/z", below), ("x/y", deepest)):
        (tmp_path / folder).mkdir(exist_ok=True)
        assert find(str(tmp_path / folder)) == wanted


def test_a_pyproject_without_our_table_is_passed_over(write: Write, tmp_path: Path) -> None:
    top = write("")
    for text in ("", "[project]\nname = 'bqlint'\n", "[tool.bqlintx]\n", "tool = 1 # bqlint"):
        write(text, "x/pyproject.toml")
        assert find(str(tmp_path / "x")) == top
    with pytest.raises(ConfigError, match=r"there is no \[tool\.bqlint\] table"):
        load_file(str(tmp_path / "x/pyproject.toml"))


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_the_search_stops_at_the_top_of_the_repository(write: Write, tmp_path: Path, kind: str) -> None:
    write("")
    (tmp_path / "repo" / "x").mkdir(parents=True)
    assert find(str(tmp_path / "repo" / "x")) == str(tmp_path / "bqlint.toml")
    if kind == "folder":
        (tmp_path / "repo" / ".git").mkdir()
    else:
        (tmp_path / "repo" / ".git").write_text("gitdir: elsewhere")  # a worktree
    assert find(str(tmp_path / "repo" / "x")) is None
    assert find(str(tmp_path / "repo")) is None


def test_each_folder_has_the_settings_of_its_nearest_file_or_the_defaults(write: Write, tmp_path: Path) -> None:
    configured = Configured()
    assert configured.of(str(tmp_path)).root == os.getcwd()
    write("fail-on = 'info'", "x/bqlint.toml")
    (tmp_path / "x" / "y").mkdir()
    settings = configured.of(str(tmp_path / "x" / "y"))
    assert (settings.fail_on, settings.root) == ("info", str(tmp_path / "x"))
    assert configured.of(str(tmp_path / "x")) is settings


def test_a_given_file_holds_everywhere_and_isolated_nowhere(write: Write, tmp_path: Path) -> None:
    given_file = write("fail-on = 'warning'", "elsewhere/own.toml")
    write("fail-on = 'info'")
    assert Configured(file=given_file).of(str(tmp_path)).fail_on == "warning"
    assert Configured(isolated=True).of(str(tmp_path)).fail_on == "error"
    assert Configured().of(str(tmp_path)).fail_on == "info"


def test_the_command_line_is_laid_over_the_file_and_says_so(write: Write, tmp_path: Path) -> None:
    write("fail-on = 'info'\nignore = ['BQ3']")
    settings = Configured(laid_over={"fail_on": "warning", "extend_select": ("BQ1",)}).of(str(tmp_path))
    assert (settings.fail_on, settings.ignore, settings.extend_select) == ("warning", ("BQ3",), ("BQ1",))
    assert settings.origins == {"fail-on": "command line", "extend-select": "command line", "ignore": "bqlint.toml:2"}


def test_an_override_holds_for_its_paths_only(write: Write) -> None:
    text = (
        "[rules.BQ601]\nmax-words = 9\nseverity = 'info'\n"
        "[[overrides]]\npaths = ['drafts']\nignore = ['BQ3']\nrules = {BQ601 = {max-words = 1}}\n"
    )
    settings = load_file(write(text))
    chosen = {path: {rule.code: rule for rule in settings.rules_for(path)} for path in ("a.md", "drafts/a.md")}
    assert [rules["BQ601"].given for rules in chosen.values()] == [{"max_words": 9}, {"max_words": 1}]
    assert [rules["BQ601"].level.value for rules in chosen.values()] == ["info", "info"]
    assert ["BQ302" in rules for rules in chosen.values()] == [True, False]


def test_no_configuration_deselects_the_rules_about_files_that_cannot_be_read(write: Write) -> None:
    text = "select = ['BQ302']\nignore = ['BQ0', 'ALL']\n[[overrides]]\npaths = ['*']\nignore = ['BQ0']\n"
    codes = [rule.code for rule in load_file(write(text)).rules_for("a.md")]
    assert {"BQ001", "BQ002", "BQ003", "BQ004", "BQ005", "BQ006", "BQ008"} <= set(codes)
    assert {code[:3] for code in codes} <= {"BQ0", "BQ3"}


def test_every_preset_is_a_valid_configuration(write: Write) -> None:
    assert presets() == ("amazon", "default", "senior", "starter", "strict", "written-250")
    for name in presets():
        assert load_file(write(f'extends = "{name}"')).extends == (name,)


def test_one_lays_over_what_it_extends_key_by_key(write: Write, tmp_path: Path) -> None:
    (tmp_path / "team").mkdir()
    write('fail-on = "warning"\nignore = ["BQ7"]\n[rules.BQ601]\nmin-words = 50\nmax-words = 600\n', "team/base.toml")
    path = write(
        'extends = ["strict", "team/base.toml"]\nignore = ["BQ302"]\n[rules.story-length]\nmax-words = 700\n'
        '[[overrides]]\npaths = ["x"]\nignore = ["BQ1"]\n'
    )
    settings = load_file(path)
    assert (settings.fail_on, settings.ignore) == ("warning", ("BQ302",))
    assert settings.rules["BQ601"] == {"min_words": 50, "max_words": 700}
    assert settings.rules["BQ301"] == {"severity": "error"}
    assert settings.origins["fail-on"] == "team/base.toml:1"
    assert settings.origins["rules.BQ601.min-words"] == "team/base.toml:4"
    assert settings.origins["rules.BQ601.max-words"] == "bqlint.toml:4"
    assert settings.origins["rules.BQ301.severity"] == "preset strict"
    assert settings.root == str(tmp_path)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("strikt", "`strikt` is no preset and no file; did you mean `strict`?"),
        ("https://example.org/x.toml", "is no preset and no file"),
        ("../outside.toml", "`../outside.toml` lies outside the repository"),
        ("/etc/x.toml", "`/etc/x.toml` lies outside the repository"),
        ("gone.toml", "`gone.toml` is not a file"),
        ("bqlint.toml", "`bqlint.toml` extends itself"),
    ],
)
def test_nothing_outside_the_repository_is_extended(write: Write, tmp_path: Path, name: str, says: str) -> None:
    (tmp_path.parent / "outside.toml").write_text("")
    assert says in refused(write(f'extends = ["{name}"]'))


def test_files_that_extend_one_another_in_a_circle_are_refused(write: Write) -> None:
    write('extends = "bqlint.toml"', "a.toml")
    assert refused(write('extends = "a.toml"')) == "a.toml:1: `bqlint.toml` extends itself"


def test_a_link_out_of_the_repository_is_not_extended(write: Write, tmp_path: Path) -> None:
    (tmp_path.parent / "secret.toml").write_text('ignore = ["BQ3"]')
    (tmp_path / "link.toml").symlink_to(tmp_path.parent / "secret.toml")
    assert "lies outside the repository" in refused(write('extends = "link.toml"'))


def test_a_folder_below_may_extend_the_file_at_the_top(write: Write) -> None:
    write('ignore = ["BQ7"]')
    assert load_file(write('extends = "../bqlint.toml"', "below/bqlint.toml")).ignore == ("BQ7",)
